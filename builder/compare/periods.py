"""Periods of the contract as spans of days."""

from __future__ import annotations

import calendar
import re
from datetime import date

from builder.model.comparison import Span

_POINT = re.compile(r"(\d{4})(?:(Q)([1-4])|(H)([12])|-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = {"Q": 3, "H": 6}


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
    length = _MONTHS.get(match[2] or match[4])
    if length is not None:
        start = (int(match[3] or match[5]) - 1) * length + 1
        return months(year, start, start + length - 1)
    if match[6] is None:
        return months(year, 1, 12)
    try:
        if match[7] is None:
            return months(year, int(match[6]), int(match[6]))
        day = date(year, int(match[6]), int(match[7]))
    except ValueError:
        return None
    return Span(day, day)


def months(year: int, start: int, end: int) -> Span:
    """The days from the first of one month to the last of another."""
    return Span(date(year, start, 1), date(year, end, calendar.monthrange(year, end)[1]))
