"""Statements that can't be true of their period, and values that no metric can have."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from builder.model import Finding, FlagType, Indicator, Role, Tally
from builder.text.modality import hopes
from builder.vocabulary.environment.metrics import checks, metric_of
from builder.vocabulary.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from builder.check.findings import Checked

SHARE = (Decimal(0), Decimal(100))
ENDS = {"Q1": (3, 31), "Q2": (6, 30), "Q3": (9, 30), "H1": (6, 30)}
NO_EVENT = re.compile(r"前|底前|计划|到期|截止|止")


def impossibilities(report: Checked) -> Iterator[Finding]:
    """Events after the period told as held, and values out of range."""
    yield from _values(report)
    end = _period_end(report.extraction.report.period)
    if end is not None:
        yield from _days(report, end)
        yield from _dates(report, end)


def _values(report: Checked) -> Iterator[Finding]:
    for fact in report.extraction.facts:
        value, possible = None, None
        if isinstance(fact, Indicator):
            value, possible = fact.value, metric_of(fact.metric).range
        elif isinstance(fact, Tally):
            value, possible = fact.rate, SHARE
        if isinstance(value, Decimal) and possible and not possible[0] <= value <= possible[1]:
            yield report.flag(
                FlagType.IMPLAUSIBLE,
                "数值 {value} 超出这一指标可能的范围（{low}—{high}）。",
                (fact.start, fact.end),
                value=str(value),
                low=str(possible[0]),
                high=str(possible[1]),
            )


def _period_end(period: str | None) -> tuple[int, int, int] | None:
    """Year, month and day on which a report's period ends."""
    if period is None:
        return None
    year = int(re.findall(r"\d{4}", period)[-1])
    if found := re.search(r"\.\.\d{4}-(\d\d)(?:-(\d\d))?$", period):
        month = int(found[1])
        return year, month, int(found[2] or calendar.monthrange(year, month)[1])
    return (year, *ENDS.get(period[4:], (12, 31)))


def _days(report: Checked, end: tuple[int, int, int]) -> Iterator[Finding]:
    """Well-known days after the end of the period, told as held in it."""
    by_name = {name: (day.month, day.day) for day in checks().days for name in day.names}
    late = {name: date for name, date in by_name.items() if date > end[1:]}
    if not late:
        return
    names = re.compile(either(late))
    for sentence, start, stop in report.told:
        found = names.search(report.text, start, stop)
        if found is None or sentence.role is Role.PROBLEMS:
            continue
        clause = report.text[start:stop]
        if _words()["planned"].search(clause) or not _words()["held"].search(clause):
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


def _dates(report: Checked, end: tuple[int, int, int]) -> Iterator[Finding]:
    """Days after the period, or after the page's date where it has one, told as past."""
    published = report.extraction.report.published
    latest = max(end, tuple(int(part) for part in published.split("-"))) if published else end
    for time, sentence, _, stop in report.times_told():
        if sentence.role is not Role.DONE or time.deadline or time.compared or time.masked:
            continue
        if time.year is None or time.first is None or time.first[1] is None:
            continue
        date = (time.year, time.first[0], time.first[1])
        clause = report.text[time.start : min(stop, time.end + 40)]
        if (
            date > latest
            and _words()["held"].search(clause)
            and not NO_EVENT.match(report.text, time.end)
            and not hopes().firm.match(report.text, time.end)
        ):
            yield report.flag_at(
                FlagType.IMPLAUSIBLE,
                "{year} 年 {month} 月 {day} 日晚于报告期和发布日期，却写成已经发生。",
                time.start,
                time.start + len(clause),
                year=str(date[0]),
                month=str(date[1]),
                day=str(date[2]),
            )


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    words = checks()
    return {"held": re.compile(either(words.held)), "planned": re.compile(either(words.planned))}
