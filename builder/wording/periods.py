"""Periods in words."""

from __future__ import annotations

from datetime import date

from builder.language import Language
from builder.model import Period, PeriodForm

_NUMERALS = "零一二三四"


def period_words(period: Period | None, language: Language) -> str:
    """A period as printed, e.g. 2023年1月1日—12月5日; 未载明 where it is not told."""
    if period is None:
        return language("未载明")
    start, end = period.start, period.end
    match period.shortest:
        case PeriodForm.YEAR | PeriodForm.YEARS:
            return _years_words(start, end, language)
        case PeriodForm.HALF | PeriodForm.QUARTER:
            return _part_words(period, language)
        case PeriodForm.MONTH | PeriodForm.MONTHS:
            return _months_words(start, end, language)
        case PeriodForm.DAYS:
            return _days_words(start, end, language)


def day_words(day: date | None, language: Language) -> str:
    """A day as printed, e.g. 2023年12月5日; 未载明 where it is not told."""
    if day is None:
        return language("未载明")
    return language("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def _years_words(first: date, last: date, language: Language) -> str:
    if first.year == last.year:
        return language("{year}年", year=first.year)
    return language("{first}—{last}年", first=first.year, last=last.year)


def _part_words(period: Period, language: Language) -> str:
    """A quarter or a half, which have names."""
    year, month = period.start.year, period.start.month
    if period.shortest is PeriodForm.QUARTER:
        number = (month + 2) // 3
        return language(
            "{year}年第{numeral}季度", year=year, numeral=_NUMERALS[number], number=number
        )
    if month == 1:
        return language("{year}年上半年", year=year)
    return language("{year}年下半年", year=year)


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
