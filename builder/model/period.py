"""Periods of the contract: what stretch of days a report, a figure or a plan covers."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Self

_POINT = re.compile(r"(\d{4})(?:Q([1-4])|H([12])|-(\d{2})(?:-(\d{2}))?)?")
_YEAR = 12


class PeriodForm(StrEnum):
    """How a period is written; a form names whole years, months or days of the calendar."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    MONTHS = "months"
    DAYS = "days"
    YEARS = "years"


_WRITTEN = {
    PeriodForm.YEAR: "{start.year:04}",
    PeriodForm.HALF: "{start.year:04}H{half}",
    PeriodForm.QUARTER: "{start.year:04}Q{quarter}",
    PeriodForm.MONTH: "{start.year:04}-{start.month:02}",
    PeriodForm.MONTHS: "{start.year:04}-{start.month:02}..{end.year:04}-{end.month:02}",
    PeriodForm.DAYS: "{start}..{end}",
    PeriodForm.YEARS: "{start.year:04}..{end.year:04}",
}
# Months of a period by its form, where it has a name of its own.
_NAMED = {
    1: PeriodForm.MONTH,
    3: PeriodForm.QUARTER,
    6: PeriodForm.HALF,
    12: PeriodForm.YEAR,
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, both inclusive. `str()` gives it as the contract writes it, e.g.
    `2024`, `2024H1`, `2024Q1`, `2024-10`, `2024-01..2024-11`, `2024-01-01..2024-12-05`,
    `2016..2023`. Two periods of the same days are equal, in whatever form they are written.
    """

    start: date
    end: date
    form: PeriodForm = field(compare=False)

    @classmethod
    def between(cls, start: date, end: date) -> Self:
        """The period of these days, in its shortest form. `ValueError` where they are reversed."""
        if end < start:
            raise ValueError(f"{start}..{end}: ends before it begins")
        return cls(start, end, _shortest(start, end))

    @classmethod
    def years(cls, first: int, last: int | None = None) -> Self:
        """A calendar year, or several: 2016年至2023年."""
        return cls.between(date(first, 1, 1), date(last or first, _YEAR, 31))

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Self:
        """Whole months of a year, both inclusive: 1-11月."""
        return cls.between(date(year, first, 1), month_end(year, last))

    @classmethod
    def parse(cls, text: str) -> Self:
        """A period in the contract's form, kept as it is written. `ValueError` for any other."""
        head, dots, tail = text.partition("..")
        start, end, form = _point(head)
        if dots:
            _, end, last = _point(tail)
            if form is last is PeriodForm.YEAR:
                form = PeriodForm.YEARS
            else:
                form = PeriodForm.DAYS if PeriodForm.DAYS in {form, last} else PeriodForm.MONTHS
        if end < start:
            raise ValueError(f"{text}: ends before it begins")
        return cls(start, end, form)

    def __str__(self) -> str:
        start, end = self.start, self.end
        parts = {"half": (start.month + 5) // 6, "quarter": (start.month + 2) // 3}
        return _WRITTEN[self.form].format(start=start, end=end, **parts)

    @property
    def shortest(self) -> PeriodForm:
        """The shortest form in which its days can be written."""
        return _shortest(self.start, self.end)

    @property
    def whole_year(self) -> bool:
        """Whether it is one calendar year."""
        return self.shortest is PeriodForm.YEAR

    def contains(self, other: Period | date) -> bool:
        """Whether a day, or every day of another period, lies in it."""
        if isinstance(other, date):
            return self.start <= other <= self.end
        return self.contains(other.start) and self.contains(other.end)

    def in_year(self, year: int) -> Self:
        """The same part of another year, in which it ends: 2023H1 of 2024H1."""
        start = _moved(self.start, year - self.end.year)
        whole = self.form is not PeriodForm.DAYS
        end = month_end(year, self.end.month) if whole else _moved(self.end, year - self.end.year)
        return type(self)(start, end, self.form)

    def previous_year(self) -> Self:
        """The same part of the year before (上年同期)."""
        return self.in_year(self.end.year - 1)


@lru_cache(maxsize=256)
def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _shortest(start: date, end: date) -> PeriodForm:
    if start.day != 1 or end != month_end(end.year, end.month):
        return PeriodForm.DAYS
    if (start.month, end.month) == (1, _YEAR):
        return PeriodForm.YEAR if start.year == end.year else PeriodForm.YEARS
    months = end.month - start.month + 1
    named = start.year == end.year and months in _NAMED and (start.month - 1) % months == 0
    return _NAMED[months] if named else PeriodForm.MONTHS


def _moved(day: date, years: int) -> date:
    """The same day of another year; the last of February where that year has no 29th."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))


def _point(text: str) -> tuple[date, date, PeriodForm]:
    """First day, last day and form of `2024`, `2024H1`, `2024Q1`, `2024-10` or `2024-12-05`."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text}: no period")
    year, quarter, half, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if quarter:
        return date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter), PeriodForm.QUARTER
    if half:
        return date(year, 6 * half - 5, 1), month_end(year, 6 * half), PeriodForm.HALF
    if month is None:
        return date(year, 1, 1), date(year, _YEAR, 31), PeriodForm.YEAR
    if day is None:
        return (first := date(year, month, 1)), month_end(year, first.month), PeriodForm.MONTH
    return (only := date(year, month, day)), only, PeriodForm.DAYS
