"""Periods that a text tells only beside another one: 过去一年 before 2025年的任务."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.model import Document, Period, Role
from builder.outline.meetings import HEAD_CHARACTERS, year_looked_back_on
from builder.text.dates import times
from builder.vocabulary.generic.report_line import report_period_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Outline, ReportLine
    from builder.text.dates import Time

BLANKS = re.compile(r"\s+")
LEAD_SENTENCES = 3
ADDRESSES = frozenset((Document.SPEECH, Document.GOVERNMENT_REPORT))


def year_before_plan(
    outline: Outline, plan: Period | None, headings: Iterable[str]
) -> Period | None:
    """The year that an address looks back on as 过去一年 or 去年, its plan being of a printed year.

    今年 is none: a plan may be for the rest of it.
    """
    if plan is None or plan != Period.years(plan.start.year):
        return None
    words = report_period_words().years_before
    told = any(map(words.within, headings)) or any(map(words.match, _opening(outline)))
    return Period.years(plan.start.year - 1) if told else None


def looked_back_on(outline: Outline, title: str) -> Period | None:
    """The year that a speech at a meeting of the next one looks back on, told below its title."""
    begin = outline.title[1] if outline.title else 0
    year = year_looked_back_on(title, outline.source.plain[begin : begin + 2 * HEAD_CHARACTERS])
    return None if year is None else Period.years(year)


def _opening(outline: Outline) -> Iterator[str]:
    """The first sentences of what was done: 去年这一年很不容易。"""
    plain = outline.source.plain
    done = [one for one in outline.sentences if one.role is Role.DONE][:LEAD_SENTENCES]
    return (plain[one.start : one.end] for one in done)


def times_ahead(outline: Outline) -> Iterator[Time]:
    """Times for which a plan announces its list: 针对臭氧上升,四季度将重点开展以下工作:."""
    plain, words = outline.source.plain, report_period_words()
    leads = [one for one in outline.sentences if one.role is Role.PLAN][:LEAD_SENTENCES]
    for sentence in leads:
        said = BLANKS.sub("", plain[sentence.start : sentence.end])
        if words.announced_lists.within(said):
            yield from (one for one in times(said) if words.ahead.match(said, one.end))


def spoken_year(outline: Outline, report: ReportLine) -> int | None:
    """The year in which an address speaks, where that is behind its period: its 去年 is 2024."""
    period, plan = report.period, report.plan_period
    if report.document not in ADDRESSES or period is None or plan is None:
        return None
    top = min((section.level for section in outline.sections), default=0)
    headings = [one.heading for one in outline.sections if one.level == top]
    looked_back = period in {
        year_before_plan(outline, plan, headings),
        looked_back_on(outline, report.title or ""),
    }
    written = report.dated is None or report.dated.year == plan.start.year
    return plan.start.year if looked_back and written else None


def covers(done: Period | None, plan: Period | None) -> bool:
    """Whether one period lies within another: a plan's within what the report covers is none."""
    if done is None or plan is None:
        return False
    return done.start <= plan.start and plan.end <= done.end


def widest(spans: Iterable[Period | None]) -> Period | None:
    """The years of one heading of a plan that hold those of the others: 十五五 and then 2026年."""
    known = [one for one in spans if one is not None]
    wide = (one for one in known if one.start.year != one.end.year and len(known) > 1)
    return next((one for one in wide if all(covers(one, other) for other in known)), None)
