"""The year that a speech looks back on: at the meeting of 2025 it is 2024."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import EVERY_END, gap
from builder.vocabulary.generic.report_line import report_period_words
from builder.vocabulary.words import Words

# A meeting at which the year before is looked back on opens the year.
LAST_OPENING_MONTH = 4
HEAD_CHARACTERS = 300
_YEAR = r"(20\d\d)年"
# The day on which it was spoken, in brackets: (2025年2月19日), (2025年2月).
_DAY = re.compile(rf"\({_YEAR}(\d{{1,2}})月(?:\d{{1,2}}日)?\)")


class _Patterns(NamedTuple):
    meeting: re.Pattern[str]
    reviewed: re.Pattern[str]
    past_year: re.Pattern[str]
    so_far: Words


@cache
def _patterns() -> _Patterns:
    words = report_period_words()
    reviewing = words.looking_back.group
    return _Patterns(
        # 在2025年全市生态环境保护工作会议上的报告, and no day: 2026年1月20日在人大会议上.
        meeting=re.compile(
            rf"{_YEAR}度?{gap(40, 2, digits=False)}(?:会|{words.meetings.pattern})上的"
        ),
        # 总结2024年工作, 2024年工作回顾.
        reviewed=re.compile(
            f"{reviewing}{gap(6, digits=False)}{_YEAR}|{_YEAR}度?{gap(8, digits=False)}{reviewing}"
        ),
        past_year=re.compile(
            f"{words.passed.group}|(?:^|[{EVERY_END}、)]){words.years_before.group}"
        ),
        so_far=words.so_far,
    )


def year_looked_back_on(title: str, beginning: str) -> int | None:
    """The year before that of the meeting at which a speech is given, if it looks back on it.

    It says so (总结2024年工作), or speaks of 过去一年 or 去年 as the year opens. Given later,
    or on what was done 今年以来, it is about the year of the meeting: 在2025年年中推进会上的讲话.
    """
    patterns = _patterns()
    years = {int(year) for year in re.findall(_YEAR, title)}
    if len(years) != 1 or patterns.meeting.search("".join(title.split())) is None:
        return None
    held = years.pop()
    head = "".join(beginning.split())[:HEAD_CHARACTERS]
    spoken = _DAY.search(head)
    if spoken is not None and (int(spoken[1]), int(spoken[2])) > (held, LAST_OPENING_MONTH):
        return None
    told = [int(year) for one in patterns.reviewed.finditer(head) for year in one.groups() if year]
    if held - 1 in told:
        return held - 1
    opening = spoken is not None or not patterns.so_far.within(head)
    return held - 1 if opening and patterns.past_year.search(head) else None
