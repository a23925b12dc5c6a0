"""What a part of a report is for, told by its heading or by a lead sentence."""

from __future__ import annotations

import re
from functools import cache

from builder.model import Role
from builder.vocabulary.headings import headings

LEAD_REACH = 60

_YEAR = re.compile(r"(20\d\d)年")
_YEAR_LEAD = re.compile(r"(20\d\d)年,?(?:我|全|将|要|工作|重点|计划)?")
LONGEST_ROLE_HEADING = 40


class Roles:
    """Roles of headings and sentences of one report.

    `base` is the year that the report covers: a heading or sentence of the next year is plan.
    """

    def __init__(self, title: str, beginning: str) -> None:
        self.base = _base_year(title, beginning)
        self.default = _title_role(title)

    def of_heading(self, heading: str, parent: Role | None) -> Role | None:
        """The role that a heading gives what stands under it; None where it gives none.

        `parent` is the role of the heading above, None at the top. Inside problems and plan
        a heading changes nothing, unless it turns from the problems to the plan.
        """
        words = _words()
        if parent is Role.PLAN or len(heading) > LONGEST_ROLE_HEADING:
            return None
        future = self._is_next_year(heading)
        if parent is Role.PROBLEMS:
            return (
                Role.PLAN
                if words["plan"].search(heading) and not words["problems"].search(heading)
                else None
            )
        if self.announces_problems(heading):
            return Role.PROBLEMS
        if words["done"].search(heading) and not future:
            return Role.DONE
        if words["plan"].search(heading):
            return Role.PLAN
        if parent is not None:
            return None
        if words["other"].search(heading):
            return Role.OTHER
        return Role.PLAN if future and words["plan_weak"].search(heading) else None

    def is_top(self, line: str) -> bool:
        """Whether a line without number names one of the main parts of a report."""
        words = _words()
        if len(line) > LONGEST_ROLE_HEADING:
            return False
        if words["problems"].search(line) and not words["not_problems"].search(line):
            return True
        return bool(
            words["done"].search(line)
            or words["plan"].search(line)
            or self._is_next_year(line)
        )

    @staticmethod
    def announces_problems(heading: str) -> bool:
        """Whether a heading sets out problems, rather than being one."""
        words = _words()
        return bool(words["problems"].search(heading)) and not words["not_problems"].search(heading)

    def of_lead(self, sentence: str, current: Role) -> Role | None:
        """The role that a sentence of running text turns to; None where it goes on."""
        if current is Role.PLAN:
            return None
        words = _words()
        if words["plan_lead"].match(sentence) and words["plan_verbs"].search(sentence):
            return Role.PLAN
        match = _YEAR_LEAD.match(sentence)
        if (
            match
            and self.base is not None
            and int(match[1]) == self.base + 1
            and words["plan_verbs"].search(sentence)
        ):
            return Role.PLAN
        if current is not Role.PROBLEMS and words["problem_lead"].search(sentence, 0, LEAD_REACH):
            return Role.PROBLEMS
        return None

    def _is_next_year(self, heading: str) -> bool:
        years = [int(year) for year in _YEAR.findall(heading)]
        return bool(years) and self.base is not None and min(years) > self.base


def _base_year(title: str, beginning: str) -> int | None:
    """The year reported on: the title's first, or the first of the text."""
    years = [int(year) for year in _YEAR.findall(title)]
    if not years:
        return next((int(year) for year in _YEAR.findall(beginning)), None)
    ahead = any(word in title for word in headings().title.ahead)
    return min(years) - 1 if ahead else min(years)


def _title_role(title: str) -> Role:
    words = headings().title
    is_plan = any(word in title for word in words.plan) and not any(
        word in title for word in words.summary
    )
    return Role.PLAN if is_plan else Role.DONE


@cache
def _words() -> dict[str, re.Pattern[str]]:
    words = headings()
    lists = {
        "problems": words.problems,
        "not_problems": words.not_problems,
        "plan": words.plan,
        "plan_weak": words.plan_weak,
        "done": words.done,
        "other": words.other,
        "problem_lead": words.leads.problems,
        "plan_lead": words.leads.plan,
        "plan_verbs": words.leads.plan_verbs,
    }
    return {name: re.compile("|".join(map(re.escape, items))) for name, items in lists.items()}
