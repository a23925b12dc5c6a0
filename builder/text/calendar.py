"""Periods of the contract: times resolved against the report's own period, and where they hold."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.dates import Time
    from builder.text.sentences import Passage

PARTS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}
YEAR = re.compile(r"\d{4}")
LAST_MONTH = 12
# 30年来首次 says how long something had not been, not what a figure covers.
LONGEST_PLAN = 10


class Calendar:
    """Which period holds where, in one report.

    `period` is the report's own, None where it is not known: then only printed years count.
    """

    def __init__(
        self, times: Sequence[Time], passages: Sequence[Passage], period: str | None
    ) -> None:
        self.period = period
        years = [int(year) for year in YEAR.findall(period or "")]
        self.year = max(years) if years else None
        self._times = [time for time in times if self._counts(time)]
        self._dated = [time for time in times if self._year(time) and not time.compared]
        self._starts = [time.start for time in self._times]
        self._passages = passages

    def at(self, place: int, passage: int) -> str | None:
        """The period of a figure at `place` in a passage (by its index).

        The last time named before it in its sentence; else a window (1-11月, 截至11月30日) named
        in an earlier sentence of the same item and paragraph; else the report's period. A masked
        year holds for its sentence and gives None.
        """
        here = self._passages[passage]
        time = self._last(here.start, place)
        if time is not None:
            return self.resolved(time)
        for earlier in range(passage - 1, -1, -1):
            there = self._passages[earlier]
            if there.block != here.block:
                break
            time = self._last(there.start, there.end)
            if time is not None:
                window = time.first is not None and time.last_year is None and not time.masked
                return self.resolved(time) if window else self.period
        return self.period

    def named(self, start: int, end: int) -> Time | None:
        """The last time in a stretch that can be the period of figures."""
        return self._last(start, end)

    def is_earlier(self, time: Time) -> bool:
        """Whether a time begins in a year before the report's."""
        year = self._year(time)
        return year is not None and self.year is not None and year < self.year

    def is_to_come(self, start: int, place: int) -> bool:
        """Whether the last time named in a stretch lies in a year behind the report's."""
        first = bisect_left(self._dated, start, key=lambda time: time.start)
        last = bisect_left(self._dated, place, key=lambda time: time.start)
        year = self._year(self._dated[last - 1]) if last > first else None
        return year is not None and self.year is not None and year > self.year

    def before(self, period: str | None, *, same_window: bool) -> str | None:
        """The year before, or where the text says 同期 the same window of it."""
        if period is None:
            return None
        if same_window:
            return YEAR.sub(lambda year: str(int(year[0]) - 1), period)
        return str(int(YEAR.findall(period)[-1]) - 1)

    def resolved(self, time: Time) -> str | None:
        """The period that a time names, or None where its year can't be told."""
        year = self._year(time)
        if time.masked or year is None:
            return None
        if time.first is not None and time.last is not None:
            return _months(year, (1, None) if time.until else time.first, time.last)
        return self._years(time, year)

    def _years(self, time: Time, year: int) -> str | None:
        """Whole years: 五年来, 2016年至2023年, 2017年以来, 2023年."""
        if time.span is not None:
            return f"{year - time.span + 1}..{year}"
        if time.last_year is not None:
            return f"{time.year}..{time.last_year}"
        if time.since and self.year is not None and year < self.year:
            return f"{year}..{self.year}"
        return self.period if year == self.year else str(year)

    def _year(self, time: Time) -> int | None:
        if time.year is not None:
            return time.year
        return None if self.year is None else self.year + (time.offset or 0)

    def _counts(self, time: Time) -> bool:
        """Whether a time can be the period of figures: no deadline, no base, nothing to come."""
        if time.compared or time.deadline or (time.instant and not time.until):
            return False
        if time.span is not None and time.span > LONGEST_PLAN:
            return False
        year = self._year(time)
        if year is not None and self.year is not None and year > self.year:
            return False
        if time.until and time.first is None and time.year is None:
            return False
        return time.masked or time.last is None or 1 <= time.last[0] <= LAST_MONTH

    def _last(self, start: int, end: int) -> Time | None:
        index = bisect_left(self._starts, end) - 1
        return self._times[index] if index >= 0 and self._starts[index] >= start else None


def _months(year: int, first: tuple[int, int | None], last: tuple[int, int | None]) -> str:
    """Months or days of a year; whole quarters, halves and years by their names."""
    last_day = calendar.monthrange(year, last[0])[1]
    whole = first[1] in {None, 1} and last[1] in {None, last_day}
    if whole and (first[0], last[0]) == (1, LAST_MONTH):
        return str(year)
    if whole and (first[0], last[0]) in PARTS:
        return f"{year}{PARTS[first[0], last[0]]}"
    if last[1] is None and first[0] == last[0]:
        return f"{year}-{last[0]:02}"
    if last[1] is None:
        return f"{year}-{first[0]:02}..{year}-{last[0]:02}"
    return f"{year}-{first[0]:02}-{first[1] or 1:02}..{year}-{last[0]:02}-{last[1]:02}"
