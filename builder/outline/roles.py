"""What a part of a report is for, told by its heading or by a lead sentence."""

from __future__ import annotations

import re

from builder.model import Role
from builder.outline.announcements import announced, leads_in_plan, turns_to
from builder.outline.mainheadings import is_main_heading
from builder.outline.marks import opening_mark
from builder.outline.meetings import year_looked_back_on
from builder.outline.role_patterns import role_patterns
from builder.outline.shortcomings import ends_wrong, names_before_last
from builder.outline.tense import FutureCues
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.generic.times import time_words
from builder.vocabulary.words import Words

# To look up a member of an enumeration takes as long as a search.
_DONE, _OTHER, _PLAN, _PROBLEMS = Role.DONE, Role.OTHER, Role.PLAN, Role.PROBLEMS

# How far into a sentence the words stand that turn to the report's own shortcomings.
LEAD_REACH = 80
# How far before its causes a failing is told.
FAILING_REACH = 60
# A sentence that leads in the causes is no longer.
CAUSE_REACH = 70
MAX_ROLE_HEADING_CHARACTERS = 40
MAX_ANNOUNCEMENT_CHARACTERS = 20
MAX_PLAN_HEADING_CHARACTERS = 12
# How plainly a text must speak of the future to be a plan: without any other hint, and where
# its heading hints at it (`重点任务`, `2025年抓好四件事`).
LEAST_FUTURE = 3
LEAST_FUTURE_OF_HINTS = 1

_YEAR = re.compile(r"(20\d\d)年")
# The first five years that a title names: “十四五”工作回顾及“十五五”打算.
_FIVE_YEARS = re.compile("(十[二三四]五)")
_STATEMENT_END = re.compile("[。;]")
_PLAN_NOUN = "计划"
_PLAN_ANY = re.compile(_PLAN_NOUN)
_NEXT = "明年"
NO_FUTURE = FutureCues(0, planned=False)


class Roles:
    """Roles of headings and sentences of one report.

    `base` is the year that the report covers: a heading or sentence of the next year is plan.
    Where the title tells no year (`titled`), such a sentence must also speak of the future.
    `default` is the role of what no heading or sentence tells; `cues` is how plainly the whole
    text speaks of the future, which decides where the title does not. Of a `summary` (`现将情况汇报
    如下`) no part is a plan for its words of hope alone.
    """

    def __init__(self, title: str, beginning: str, cues: FutureCues = NO_FUTURE) -> None:
        self.titled = _YEAR.search(title) is not None
        self.summary = is_summary(title) or role_patterns().reports.search(beginning) is not None
        self.default = _DONE if self.summary else _default_role(title, beginning, cues.weight)
        self.base = _base_year(title, beginning, planned=self.default is _PLAN)
        # In a plan of half a year its own year is not over.
        over = self.default is _PLAN
        self.past = None if self.base is None else self.base - (not over)
        self._known: dict[str, Role | None] = {}

    def of_heading(
        self, heading: str, parent: Role | None, cues: FutureCues = NO_FUTURE
    ) -> Role | None:
        """The role that a heading gives what stands under it; None where it gives none.

        `parent` is the role of the heading above, None at the top. Inside the plan a heading
        changes nothing but where it only announces problems (`存在不足`); inside the problems it
        may turn to the plan. `cues` is how plainly the text under the heading speaks of the
        future: it decides where the words do not.
        """
        if len(heading) > MAX_ROLE_HEADING_CHARACTERS:
            return None
        if parent in {_PLAN, _PROBLEMS}:
            return self._inside(heading, parent)
        if parent is _DONE and _carries_out(heading):
            return None
        named = self._named(heading)
        if named is not None or parent is not None:
            return named
        return announced(heading, main=True) or self._of_top(heading, cues)

    def _inside(self, heading: str, parent: Role | None) -> Role | None:
        """The role that a heading below one of the plan or of problems turns to."""
        if announced(heading) is _OTHER:
            return _OTHER
        if parent is _PLAN:
            return _PROBLEMS if _only_looks_around(heading) else None
        turns = self._goes_on_planning(heading) and not role_patterns().problems.search(heading)
        return _PLAN if turns or self._announced(heading) is _PLAN else None

    def _goes_on_planning(self, heading: str) -> bool:
        """Whether a heading leaves the problems for the plan; in a plan `主要目标` does, too."""
        weak = self.default is _PLAN and role_patterns().plan_weak.search(heading) is not None
        return weak or self._leads_in_plan(heading) or _names_plan(heading)

    def _leads_in_plan(self, line: str) -> bool:
        """Whether a line without its colon only says when what follows will be: `明年我们将`."""
        return leads_in_plan(f"{line.rstrip(':')}:", next_year=self.is_next_year(line))

    def is_top(self, line: str) -> bool:
        """Whether a line without number names one of the main parts of a report."""
        if len(line) > MAX_ROLE_HEADING_CHARACTERS:
            return False
        named = self._named(line) or announced(line, main=True)
        return named is not None or self.is_next_year(line) or self._leads_in_plan(line)

    def of_lead(
        self, sentence: str, current: Role, before: str = "", behind: str = ""
    ) -> Role | None:
        """The role that a sentence of running text turns to; None where it goes on.

        `before` is what stands before it in its paragraph: the causes of a failing are problems;
        `behind` is what it leads in.
        """
        if current is _PLAN:
            found = role_patterns().announces.match(sentence)
            if found is None:
                return _PROBLEMS if concedes(sentence) else None
            # 投诉居高不下,监管缺位,还有差距。 names them, and nothing follows.
            whole = found.end() == len(sentence) and names_before_last(sentence)
            return None if whole else _PROBLEMS
        if sentence.endswith(":") and len(sentence) <= MAX_ANNOUNCEMENT_CHARACTERS:
            named = self._named(sentence)
            if named in {_PLAN, _PROBLEMS}:
                return named
        ahead = sentence.endswith(":") and self._leads_in_plan(sentence)
        turned = _PLAN if ahead or self._opens_plan(sentence) else turns_to(sentence)
        if turned is _PLAN or (turned is not None and turned is not current):
            return turned
        if current is not _PROBLEMS and (
            _opens_problems(sentence) or opens_causes(sentence, before, behind)
        ):
            return _PROBLEMS
        return None

    def _named(self, heading: str) -> Role | None:
        """The role that a heading's own words name; each is asked for more than once."""
        if heading not in self._known:
            self._known[heading] = self._named_by_words(heading)
        return self._known[heading]

    def _named_by_words(self, heading: str) -> Role | None:
        if _names_problems(heading) or announced(heading) is _PROBLEMS:
            return _PROBLEMS
        if role_patterns().done.search(heading) and not self.is_next_year(heading):
            return _DONE
        if _names_plan(heading):
            return _PLAN
        return self._announced(heading)

    def _announced(self, heading: str) -> Role | None:
        """The role that a heading announces; 2026年举措 in a report on 2025 is 明年举措."""
        return announced(_YEAR.sub(_NEXT, heading) if self.is_next_year(heading) else heading)

    def _of_top(self, heading: str, cues: FutureCues) -> Role | None:
        if role_patterns().other.search(heading):
            return _OTHER
        future = self.is_next_year(heading)
        weak = role_patterns().plan_weak.search(heading) is not None
        least = (LEAST_FUTURE, LEAST_FUTURE_OF_HINTS, 0)[future + weak]
        if self.summary and not (future or weak or cues.planned):
            return None
        return _PLAN if cues.weight >= least else None

    def _opens_plan(self, sentence: str) -> bool:
        if sentence[:1] not in role_patterns().plan_begins:
            return False
        on_problems = role_patterns().on_problems.match(sentence)
        year = _YEAR.match(sentence, on_problems.end() if on_problems else 0)
        if year and self.base is not None:
            said = role_patterns().plan_verbs if self.titled else role_patterns().plan_words
            return int(year[1]) == self.base + 1 and _says(said, sentence)
        opens = role_patterns().plan_lead.match(sentence) is not None
        return opens and _says(role_patterns().plan_verbs, sentence)

    def is_next_year(self, heading: str) -> bool:
        """Whether a heading names no year but those behind the report's."""
        years = [int(year) for year in _YEAR.findall(heading)]
        return bool(years) and self.base is not None and min(years) > self.base


def _says(verbs: Words, sentence: str) -> bool:
    """Whether a sentence has one of the verbs; 主要 and 要求 hold none."""
    return verbs.within(role_patterns().no_verbs.sub("", sentence))


def is_summary(title: str) -> bool:
    """Whether a title says that the report looks back: `总结`, `汇报`."""
    return headings().title.summary.within(title)


def announces_problems(heading: str) -> bool:
    """Whether a heading sets out problems (`存在的问题`), rather than being one."""
    return _names_problems(heading) or announced(heading, main=True) is _PROBLEMS


def _names_problems(heading: str) -> bool:
    """Whether a heading has the words of problems (`困难和问题`), and none of work on them."""
    words = role_patterns()
    named = words.problems.search(heading) or only_announces_problems(heading)
    return bool(named) and not words.not_problems.search(heading)


def only_announces_problems(heading: str) -> bool:
    """Whether a heading says no more than that problems follow, wherever it stands."""
    return is_main_heading(heading, of=role_patterns().shortcoming)


def _only_looks_around(heading: str) -> bool:
    """Whether a heading of a plan says no more than that problems, or what one faces, follow."""
    announces = only_announces_problems(heading) or announced(heading) is _PROBLEMS
    return announces or is_main_heading(heading, role_patterns().outlook)


def _opens_problems(sentence: str) -> bool:
    patterns = role_patterns()
    if patterns.problem_lead.search(sentence, 0, LEAD_REACH):
        return True
    if patterns.contrast.search(sentence, 0, LEAD_REACH):
        return True
    named = patterns.names.search(sentence, 0, LEAD_REACH)
    # 着力解决的问题有:… and 督察反馈的问题是:… name none of the bureau's own.
    return named is not None and not patterns.dealt.within(sentence, 0, named.start())


def names_problems(sentence: str) -> bool:
    """Whether a sentence leads in the problems that it names: `主要毛病有:…`."""
    return role_patterns().names.search(sentence, 0, LEAD_REACH) is not None


def concedes(sentence: str) -> bool:
    """Whether a sentence of a plan says what is still wrong: `但也要看到,治理水平不平衡;…。`"""
    lead = role_patterns().concedes.match(sentence)
    return lead is not None and says_wrong(sentence[lead.end() :])


def tells_problems(sentence: str) -> bool:
    """Whether a sentence that turns to problems says which: a list after it is of something else.

    `还有不少短板:管网错接混接;乡镇力量薄弱。`, and not `工作中还存在以下不足。`
    """
    return role_patterns().tells.search(sentence) is not None


def says_wrong(words: str) -> bool:
    """Whether each statement says that something is wrong, and none what is to be done about it."""
    patterns = role_patterns()
    told = [one for one in words.rstrip("。").split(";") if one]
    return bool(told) and all(
        patterns.wrong.within(one) and not _says(patterns.plan_words, one) for one in told
    )


def opens_causes(sentence: str, before: str, behind: str = "") -> bool:
    """Whether a sentence leads in the causes of a failing told in it or before it.

    `我县改善幅度排名靠后。深入反思,既有客观因素,更有主观原因。`; causes of what went well are none.
    So does one that ends with a colon, if the list behind it begins with what is wrong.
    """
    listed = sentence.endswith(":") and len(sentence) <= CAUSE_REACH and _begins_wrong(behind)
    if not listed and not role_patterns().causes.search(sentence, 0, CAUSE_REACH):
        return False
    return role_patterns().failing.within(before[-FAILING_REACH:] + sentence)


def _begins_wrong(behind: str) -> bool:
    """Whether a list begins with what is wrong: `一是管子接得不对。`"""
    mark = opening_mark(behind, 0, len(behind))
    return mark is not None and ends_wrong(_STATEMENT_END.split(behind[mark.end :], 1)[0])


def _carries_out(heading: str) -> bool:
    """Whether a heading tells of a plan that was carried out: `推进“绿盾”安排`, `安排落细落实`."""
    words = role_patterns()
    return words.carrying.match(heading) is not None and not words.to_come.search(heading)


def _names_plan(heading: str) -> bool:
    """Whether a heading speaks of a plan: `下一步工作`, `新年计划`.

    A plan that is carried out is the object of work done: `深入实施空气质量提升计划`.
    """
    if role_patterns().plan.search(heading) or role_patterns().plan_heading.search(heading):
        return True
    if role_patterns().five_years.search(heading):
        return True
    ends = role_patterns().plan_end.search(heading)
    if ends is None or len(heading) > MAX_PLAN_HEADING_CHARACTERS:
        return False
    before = heading[: ends.start()]
    return role_patterns().coming.match(heading) is not None or is_main_heading(
        before + _PLAN_NOUN, _PLAN_ANY
    )


def _base_year(title: str, beginning: str, *, planned: bool) -> int | None:
    """The year reported on: the title's latest that is no plan's, or the text's.

    Of the five years of a title it is the last: “十四五”工作回顾 is before 2026年重点工作.
    A title may name the year of the plan alone: `工作总结及2021年工作计划`, or that of the meeting
    at which a speech looks back on the one before. A text that is a plan from its beginning
    (`planned`) speaks of the year after.
    """
    if (looked_back := year_looked_back_on(title, beginning)) is not None:
        return looked_back
    years = {int(year) for year in _YEAR.findall(title)}
    five = _FIVE_YEARS.search(title)
    if not years and five and not planned:
        return time_words().plans[five[1]]
    if not years:
        spoken = role_patterns().spoken_year.findall(beginning)[:1] or _YEAR.findall(beginning)
        year = max(map(int, spoken), default=None)
        planned = planned or role_patterns().plan_year.match(beginning.lstrip()) is not None
        return year - 1 if year is not None and planned else year
    planned_for = list(role_patterns().plan_year.finditer(title))
    coming = {match.start() for match in planned_for}
    if headings().title.next_year.within(title):
        return min(years) - 1
    # One year may be named twice: 2024年上半年总结和2024年下半年安排 looks back on 2024.
    reported = [int(m[1]) for m in _YEAR.finditer(title) if m.start() not in coming]
    if reported:
        return max(reported)
    # What is planned for the second half of a year looks back on the first.
    same = any(match["half"] == "下" for match in planned_for)
    return min(years) - (not same)


def _default_role(title: str, beginning: str, future: int) -> Role:
    if headings().title.plan.within(title):
        return _PLAN
    # A text that comes to its problems first looks back before it looks ahead.
    looks_back = role_patterns().problem_lead.search(beginning) or role_patterns().contrast.search(
        beginning
    )
    return _PLAN if future >= LEAST_FUTURE and not looks_back else _DONE
