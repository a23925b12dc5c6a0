"""Statements that can't be true of their period, and values that no metric can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model import Finding, FlagType, Role
from builder.text.modality import modality
from builder.vocabulary.environment.checks import checks
from builder.vocabulary.environment.ranges import out_of_range
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from builder.check.findings import Checked


def impossibilities(report: Checked) -> Iterator[Finding]:
    """Events after the period told as held, and values out of range."""
    yield from _values(report)
    period = report.extraction.report.period
    if period is not None:
        yield from _days(report, period.end)
        yield from _dates(report, period.end)


def _values(report: Checked) -> Iterator[Finding]:
    for fact in report.extraction.facts:
        if (found := out_of_range(fact)) is not None:
            yield report.flag(
                FlagType.IMPLAUSIBLE,
                "数值 {value} 超出这一指标可能的范围（{low}—{high}）。",
                (fact.start, fact.end),
                value=str(found.value),
                low=str(found.low),
                high=str(found.high),
            )


def _days(report: Checked, end: date) -> Iterator[Finding]:
    """Well-known days after the end of the period, told as held in it."""
    by_name = {name: (day.month, day.day) for day in checks().days for name in day.names}
    late = {name: day for name, day in by_name.items() if day > (end.month, end.day)}
    if not late:
        return
    names = Words(late)
    for sentence, start, stop in report.outside_plan:
        found = names.search(report.text, start, stop)
        if found is None or sentence.role is Role.PROBLEMS:
            continue
        clause = report.text[start:stop]
        if checks().planned.search(clause) or not checks().held.search(clause):
            continue
        month, day = late[found[0]]
        yield report.flag_at(
            FlagType.IMPLAUSIBLE,
            "“{name}”在 {month} 月 {day} 日，晚于报告期，却写成已经开展。",
            start,
            stop,
            name=found[0],
            month=str(month),
            day=str(day),
        )


def _dates(report: Checked, end: date) -> Iterator[Finding]:
    """Days after the period, or after the page's date where it has one, told as past."""
    published = report.extraction.report.day
    last = end if published is None else max(end, published)
    latest = (last.year, last.month, last.day)
    held, due = checks().held, checks().due
    for time, sentence, _, stop in report.times_outside_plan():
        if sentence.role is not Role.DONE or time.deadline or time.compared or time.masked:
            continue
        if time.year is None or time.first is None or time.first[1] is None:
            continue
        day = (time.year, time.first[0], time.first[1])
        clause = report.text[time.start : min(stop, time.end + 40)]
        if (
            day > latest
            and held.search(clause)
            and not due.match(report.text, time.end)
            and not modality().firm.match(report.text, time.end)
        ):
            yield report.flag_at(
                FlagType.IMPLAUSIBLE,
                "{year} 年 {month} 月 {day} 日晚于报告期和发布日期，却写成已经发生。",
                time.start,
                time.start + len(clause),
                year=str(day[0]),
                month=str(day[1]),
                day=str(day[2]),
            )
