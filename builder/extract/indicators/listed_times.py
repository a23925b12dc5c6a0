"""Times that are told in one: 一、二、三季度PM2.5浓度依次为45、30、25微克/立方米."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.numerals import whole_number
from builder.text.dates import QUARTER

if TYPE_CHECKING:
    from builder.text.dates import Time

QUARTERS = re.compile(f"(?P<list>{QUARTER}(?:、{QUARTER})+)季度$")


def listed_times(text: str, time: Time, count: int) -> list[Time]:
    """The times of a list in one: 一、二、三季度 are three, 2022—2024年 of three values too."""
    if time.year and time.last_year and time.last_year - time.year + 1 == count > 1:
        years = range(time.year, time.last_year + 1)
        return [time._replace(year=year, last_year=None) for year in years]
    listed = QUARTERS.search(text, time.start, time.end)
    if listed is None:
        return [time]
    parts = listed["list"].split("、")
    quarters = [whole_number(part) or 0 for part in parts]
    return [time._replace(first=(3 * one - 2, None), last=(3 * one, None)) for one in quarters]
