"""Periods in words."""

from __future__ import annotations

import calendar
from datetime import date

from builder.compare.periods import months, span
from builder.language import Language
from builder.model.comparison import Span

_NUMERALS = "零一二三四"


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
        if days == months(year, number * 3 - 2, number * 3):
            return language(
                "{year}年第{numeral}季度", year=year, numeral=_NUMERALS[number], number=number
            )
    if days == months(year, 1, 6):
        return language("{year}年上半年", year=year)
    return language("{year}年下半年", year=year) if days == months(year, 7, 12) else None


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
