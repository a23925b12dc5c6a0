"""What a part of a report is for, told by its heading or by a lead sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.model import Role
from builder.outline.mainheadings import is_main_heading
from builder.outline.tense import Ahead
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.words import Words

# How far into a sentence the words stand that turn to the report's own shortcomings.
LEAD_REACH = 80
LONGEST_ROLE_HEADING = 40
LONGEST_ANNOUNCEMENT = 20
SHORT_PLAN_HEADING = 12
# How plainly a text must speak of the future to be a plan: without any other hint, and where
# its heading hints at it (`重点任务`, `2025年抓好四件事`).
LEAST_AHEAD = 3
LEAST_AHEAD_OF_HINTS = 1

_YEAR = re.compile(r"(20\d\d)年")
_PLAN_YEAR = re.compile(
    r"(20\d\d)年(?:度|全年|(?P<half>[上下])半年|[一二三四]季度)?的?(?:重点|主要|初步)?(?:工作)?(?:总体|主要)?"
    r"(?:计划|打算|思路|要点|安排|谋划|重点|目标|任务|设想|展望|举措|部署)"
    r"(?![^,。;:\n]{0,4}(?:完成|落实|推进|执行|进展|情况))"
)
_PLAN_HEADING = re.compile(
    r"20\d\d年(?:度)?(?:重点|主要)?工作(?:总体|主要)?"
    r"(?:计划|打算|思路|要点|安排|谋划|设想|展望|部署)"
)
# The year that a text without title speaks of: `2024年,`, `2024年以来`, `2024年我局`.
_SPOKEN_YEAR = re.compile(
    r"(20\d\d)年(?:以来|来|,|上半年|前三|第|一季度|工作|我|全[省市县区局]|[省市县区])"
)
# `但仍存在一些问题`, `也发现了一些不足`: a word of contrast or of finding, then the shortcomings.
_FOUND = (
    r"[^,。;:]{0,8}(?:存在|面临|发现|看到|认识到)[^,。;:]{0,6}"
    r"(?:一些|不少|以下|诸多|许多|一定|几个|几方面|较多|很多|如下)[^,。;:]{0,8}"
)
_ANNOUNCED = r"[^。;:]{0,12}(?:存在|面临|看到|认识到|有)[^,。;:]{0,12}"
_BUT = ("但", "还", "仍", "也", "尚", "依然")
# `针对以上问题,下一步我局将…`, `为此,下半年…`
_ON_PROBLEMS = r"(?:针对|对于|面对|结合|根据|为此|对此|因此)[^,。;:]{0,20},?"


# A short heading that opens with the time to come needs no other hint: `新年计划`, `近期安排`.
# Goals of five years are no results, whatever the report looks back on.
_FIVE_YEARS = re.compile(
    r"十[二三四五六]五”?[^,。;]{0,8}(?:主要|奋斗|发展|总体)?(?:目标|任务|思路|打算|展望|愿景|蓝图|重点)"
)
_COMING = re.compile(
    r"20[\dXx*]{2}年|[新明来次]年|近期|今后|未来|后续|下[一步半阶季月年]|[一二三四]季度"
)
_PLAN_NOUN = "计划"
_PLAN_ANY = re.compile(_PLAN_NOUN)


# What follows looks back: `现将1—11月的工作落实情况报告如下:`.
_REPORTS = re.compile(
    r"现[就将]?[^。;:]{0,40}(?:情况|工作|成效)[^。;:]{0,12}(?:汇报|报告|总结|小结|通报|述职)[^。;:]{0,4}如下"
)
NOT_AHEAD = Ahead(0, planned=False)


class _Words(NamedTuple):
    shortcoming: re.Pattern[str]
    contrast: re.Pattern[str]
    announces: re.Pattern[str]
    problems: Words
    not_problems: Words
    done: Words
    plan: Words
    plan_end: re.Pattern[str]
    plan_weak: Words
    other: Words
    problem_lead: Words
    plan_lead: re.Pattern[str]
    plan_verbs: Words
    plan_words: Words


class Roles:
    """Roles of headings and sentences of one report.

    `base` is the year that the report covers: a heading or sentence of the next year is plan.
    Where the title tells no year (`titled`), such a sentence must also speak of the future.
    `default` is the role of what no heading or sentence tells; `ahead` is how plainly the whole
    text speaks of the future, which decides where the title does not. Of a `summary` (`现将情况汇报
    如下`) no part is a plan for its words of hope alone.
    """

    def __init__(self, title: str, beginning: str, ahead: Ahead = NOT_AHEAD) -> None:
        self.titled = _YEAR.search(title) is not None
        self.summary = is_summary(title) or _REPORTS.search(beginning) is not None
        self.default = Role.DONE if self.summary else _default_role(title, beginning, ahead.weight)
        self.base = _base_year(title, beginning, planned=self.default is Role.PLAN)

    def of_heading(
        self, heading: str, parent: Role | None, ahead: Ahead = NOT_AHEAD
    ) -> Role | None:
        """The role that a heading gives what stands under it; None where it gives none.

        `parent` is the role of the heading above, None at the top. Inside the plan a heading
        changes nothing; inside the problems it may turn to the plan. `ahead` is how plainly the
        text under the heading speaks of the future: it decides where the words do not.
        """
        if parent is Role.PLAN or len(heading) > LONGEST_ROLE_HEADING:
            return None
        if parent is Role.PROBLEMS:
            turns = _names_plan(heading) and not _words().problems.search(heading)
            return Role.PLAN if turns else None
        named = self._named(heading)
        return self._of_top(heading, ahead) if named is None and parent is None else named

    def is_top(self, line: str) -> bool:
        """Whether a line without number names one of the main parts of a report."""
        if len(line) > LONGEST_ROLE_HEADING:
            return False
        return self._named(line) is not None or self._is_next_year(line)

    def of_lead(self, sentence: str, current: Role) -> Role | None:
        """The role that a sentence of running text turns to; None where it goes on."""
        if current is Role.PLAN:
            return Role.PROBLEMS if _words().announces.match(sentence) else None
        if sentence.endswith(":") and len(sentence) <= LONGEST_ANNOUNCEMENT:
            named = self._named(sentence)
            if named in {Role.PLAN, Role.PROBLEMS}:
                return named
        if self._opens_plan(sentence):
            return Role.PLAN
        if current is not Role.PROBLEMS and _opens_problems(sentence):
            return Role.PROBLEMS
        return None

    def _named(self, heading: str) -> Role | None:
        if announces_problems(heading):
            return Role.PROBLEMS
        if _words().done.search(heading) and not self._is_next_year(heading):
            return Role.DONE
        return Role.PLAN if _names_plan(heading) else None

    def _of_top(self, heading: str, ahead: Ahead) -> Role | None:
        if _words().other.search(heading):
            return Role.OTHER
        future = self._is_next_year(heading)
        weak = _words().plan_weak.search(heading) is not None
        least = (LEAST_AHEAD, LEAST_AHEAD_OF_HINTS, 0)[future + weak]
        if self.summary and not (future or weak or ahead.planned):
            return None
        return Role.PLAN if ahead.weight >= least else None

    def _opens_plan(self, sentence: str) -> bool:
        year = _YEAR.match(sentence)
        if year and self.base is not None:
            said = _words().plan_verbs if self.titled else _words().plan_words
            return int(year[1]) == self.base + 1 and said.search(sentence) is not None
        opens = _words().plan_lead.match(sentence) is not None
        return opens and _words().plan_verbs.search(sentence) is not None

    def _is_next_year(self, heading: str) -> bool:
        years = [int(year) for year in _YEAR.findall(heading)]
        return bool(years) and self.base is not None and min(years) > self.base


def is_summary(title: str) -> bool:
    """Whether a title says that the report looks back: `总结`, `汇报`."""
    return headings().title.summary.within(title)


def announces_problems(heading: str) -> bool:
    """Whether a heading sets out problems (`存在的问题`), rather than being one."""
    words = _words()
    named = words.problems.search(heading) or only_announces_problems(heading)
    return bool(named) and not words.not_problems.search(heading)


def only_announces_problems(heading: str) -> bool:
    """Whether a heading says no more than that problems follow, wherever it stands."""
    return is_main_heading(heading, of=_words().shortcoming)


def _opens_problems(sentence: str) -> bool:
    if _words().problem_lead.search(sentence, 0, LEAD_REACH):
        return True
    return _words().contrast.search(sentence, 0, LEAD_REACH) is not None


def _names_plan(heading: str) -> bool:
    """Whether a heading speaks of a plan: `下一步工作`, `新年计划`.

    A plan that is carried out is the object of work done: `深入实施空气质量提升计划`.
    """
    if _words().plan.search(heading) or _PLAN_HEADING.search(heading):
        return True
    if _FIVE_YEARS.search(heading):
        return True
    ends = _words().plan_end.search(heading)
    if ends is None or len(heading) > SHORT_PLAN_HEADING:
        return False
    before = heading[: ends.start()]
    return _COMING.match(heading) is not None or is_main_heading(before + _PLAN_NOUN, _PLAN_ANY)


def _base_year(title: str, beginning: str, *, planned: bool) -> int | None:
    """The year reported on: the title's latest that is no plan's, or the text's.

    A title may name the year of the plan alone: `工作总结及2021年工作计划`. A text that is a plan
    from its beginning (`planned`) speaks of the year after.
    """
    years = {int(year) for year in _YEAR.findall(title)}
    if not years:
        spoken = _SPOKEN_YEAR.findall(beginning)[:1] or _YEAR.findall(beginning)
        year = max(map(int, spoken), default=None)
        planned = planned or _PLAN_YEAR.match(beginning.lstrip()) is not None
        return year - 1 if year is not None and planned else year
    planned_for = list(_PLAN_YEAR.finditer(title))
    coming = {match.start() for match in planned_for}
    if headings().title.ahead.within(title):
        return min(years) - 1
    # One year may be named twice: 2024年上半年总结和2024年下半年安排 looks back on 2024.
    reported = [int(m[1]) for m in _YEAR.finditer(title) if m.start() not in coming]
    if reported:
        return max(reported)
    # What is planned for the second half of a year looks back on the first.
    same = any(match["half"] == "下" for match in planned_for)
    return min(years) - (not same)


def _default_role(title: str, beginning: str, ahead: int) -> Role:
    if headings().title.plan.within(title):
        return Role.PLAN
    # A text that comes to its problems first looks back before it looks ahead.
    looks_back = _words().problem_lead.search(beginning) or _words().contrast.search(beginning)
    return Role.PLAN if ahead >= LEAST_AHEAD and not looks_back else Role.DONE


def _contrast(shortcoming: str) -> re.Pattern[str]:
    """`但仍存在一些问题`, `也发现了一些不足`, `同时还面临以下困难:`.

    Every branch begins with a fixed character, so that most places are passed over at once.
    """
    found, announced = (
        f"{_FOUND}(?:{shortcoming})",
        f"{_ANNOUNCED}(?:{shortcoming})[^,。;:]{{0,6}}:",
    )
    branches = (*(but + found for but in _BUT), *(but + announced for but in (*_BUT, "同时")))
    return re.compile("|".join(branches))


def _announces(shortcoming: str) -> re.Pattern[str]:
    """`当前仍存在一些问题:`, `对照先进地区,我们还存在三方面不足:`.

    Inside a plan only what plainly lists the bureau's own shortcomings turns to them; what they
    are to be met with does not.
    """
    return re.compile(
        r"(?!针对|对于|围绕|着力|聚焦|紧盯|坚持|结合|为)[^。;]{0,40}"
        rf"(?<!解决)(?<!整改)(?:存在|面临)[^,。;:]{{0,12}}(?:{shortcoming})[^,。;:的]{{0,6}}[:。]"
    )


@cache
def _words() -> _Words:
    words = headings()
    shortcoming = words.leads.shortcomings.pattern
    return _Words(
        shortcoming=re.compile(shortcoming),
        contrast=_contrast(shortcoming),
        announces=_announces(shortcoming),
        problems=words.problems,
        not_problems=words.not_problems,
        done=words.done,
        plan=words.plan,
        plan_end=re.compile(f"(?:{words.title.plan.pattern})$"),
        plan_weak=words.plan_weak,
        other=words.other,
        problem_lead=words.leads.problems,
        plan_lead=re.compile(f"(?:{_ON_PROBLEMS})?(?:{words.leads.plan.pattern})"),
        plan_verbs=words.leads.plan_verbs,
        plan_words=words.leads.plan_words,
    )
