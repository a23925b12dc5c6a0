from __future__ import annotations

from datetime import date

import pytest

from builder.compare.periods import span
from builder.language import Language
from builder.model.comparison import Span
from builder.wording.periods import period_words

ZH = Language("zh")


@pytest.mark.parametrize(
    ("period", "first", "last", "words"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), "2024年"),
        ("2024Q1", date(2024, 1, 1), date(2024, 3, 31), "2024年第一季度"),
        ("2024Q4", date(2024, 10, 1), date(2024, 12, 31), "2024年第四季度"),
        ("2021H1", date(2021, 1, 1), date(2021, 6, 30), "2021年上半年"),
        ("2021H2", date(2021, 7, 1), date(2021, 12, 31), "2021年下半年"),
        ("2023-01..2023-11", date(2023, 1, 1), date(2023, 11, 30), "2023年1—11月"),
        ("2024-01..2024-03", date(2024, 1, 1), date(2024, 3, 31), "2024年第一季度"),
        ("2023-12..2024-02", date(2023, 12, 1), date(2024, 2, 29), "2023年12月至2024年2月"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2023-01-01..2023-12-05", date(2023, 1, 1), date(2023, 12, 5), "2023年1月1日—12月5日"),
        ("2024-03-31", date(2024, 3, 31), date(2024, 3, 31), "2024年3月31日"),
        ("2016..2023", date(2016, 1, 1), date(2023, 12, 31), "2016—2023年"),
        (
            "2023-09-06..2024-01-05",
            date(2023, 9, 6),
            date(2024, 1, 5),
            "2023年9月6日至2024年1月5日",
        ),
    ],
)
def test_period(period: str, first: date, last: date, words: str) -> None:
    assert span(period) == Span(first, last)
    assert period_words(period, ZH) == words


@pytest.mark.parametrize("period", [None, "202x", "2024-13", "2024-02-30", "去年"])
def test_unknown_period_is_no_span(period: str | None) -> None:
    assert span(period) is None


def test_unknown_period_in_words() -> None:
    assert period_words(None, ZH) == "未载明"
    assert period_words("202x", ZH) == "202x"


def test_whole_year_is_one_calendar_year() -> None:
    wholes = {text: span(text) for text in ("2024", "2016..2023", "2023-01-01..2023-12-05")}
    assert [found.whole_year for found in wholes.values() if found] == [True, False, False]
