"""Periods of the contract as spans of days, and in words."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from builder.language import Language

_POINT = re.compile(r"(\d{4})(?:(Q)([1-4])|(H)([12])|-(\d{2})(?:-(\d{2}))?)?")
_NUMERALS = "零一二三四"
_MONTHS = {"Q": 3, "H": 6}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """First and last day of a period, both inclusive."""

    first: date
    last: date

    @property
    def whole_year(self) -> bool:
        """Whether it is one calendar year."""
        return self.first == date(self.first.year, 1, 1) and self.last == date(
            self.first.year, 12, 31
        )


def span(period: str | None) -> Span | None:
    """The days of a period: `2024`, `2024Q1`, `2024H1`, or two points with `..` between them.

    None where the period is not told or has another form.
    """
    if period is None:
        return None
    head, _, tail = period.partition("..")
    first, last = _days(head), _days(tail or head)
    return None if first is None or last is None else Span(first.first, last.last)


def _days(point: str) -> Span | None:
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year = int(match[1])
    months = _MONTHS.get(match[2] or match[4])
    if months is not None:
        start = (int(match[3] or match[5]) - 1) * months + 1
        return _months(year, start, start + months - 1)
    if match[6] is None:
        return _months(year, 1, 12)
    try:
        if match[7] is None:
            return _months(year, int(match[6]), int(match[6]))
        day = date(year, int(match[6]), int(match[7]))
    except ValueError:
        return None
    return Span(day, day)


def _months(year: int, start: int, end: int) -> Span:
    return Span(date(year, start, 1), date(year, end, calendar.monthrange(year, end)[1]))


def period_words(period: str | None, language: Language) -> str:
    """A period as printed, e.g. 2023年1月1日—12月5日; 未载明 where it is not told."""
    days = span(period)
    if period is None or days is None:
        return period or language("未载明")
    first, last = days.first, days.last
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _years(first.year, last.year, language)
    part = _part_of_year(days, language)
    if part is not None:
        return part
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        return _months_words(first, last, language)
    return _days_words(first, last, language)


def day_words(day: date, language: Language) -> str:
    """A day as printed, e.g. 2023年12月5日."""
    return language("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def _years(first: int, last: int, language: Language) -> str:
    if first == last:
        return language("{year}年", year=first)
    return language("{first}—{last}年", first=first, last=last)


def _part_of_year(days: Span, language: Language) -> str | None:
    """A quarter or a half, which have names."""
    year = days.first.year
    for number in range(1, 5):
        if days == _months(year, number * 3 - 2, number * 3):
            return language(
                "{year}年第{numeral}季度", year=year, numeral=_NUMERALS[number], number=number
            )
    if days == _months(year, 1, 6):
        return language("{year}年上半年", year=year)
    return language("{year}年下半年", year=year) if days == _months(year, 7, 12) else None


def _days_words(first: date, last: date, language: Language) -> str:
    if first == last:
        return day_words(first, language)
    if first.year != last.year:
        return language(
            "{first}至{last}", first=day_words(first, language), last=day_words(last, language)
        )
    return language(
        "{year}年{month}月{day}日—{last_month}月{last_day}日",
        year=first.year,
        month=first.month,
        day=first.day,
        last_month=last.month,
        last_day=last.day,
    )


def _months_words(first: date, last: date, language: Language) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return language("{year}年{month}月", year=first.year, month=first.month)
    if first.year == last.year:
        return language(
            "{year}年{first}—{last}月", year=first.year, first=first.month, last=last.month
        )
    return language(
        "{year}年{month}月至{last_year}年{last_month}月",
        year=first.year,
        month=first.month,
        last_year=last.year,
        last_month=last.month,
    )
