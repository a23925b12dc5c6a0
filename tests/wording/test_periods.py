from __future__ import annotations

from datetime import date

import pytest

from builder.language import Language
from builder.model import Period
from builder.wording.periods import day_words, period_words

ZH = Language("zh")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2024", "2024年"),
        ("2024Q1", "2024年第一季度"),
        ("2024Q4", "2024年第四季度"),
        ("2021H1", "2021年上半年"),
        ("2021H2", "2021年下半年"),
        ("2023-01..2023-11", "2023年1—11月"),
        ("2024-01..2024-03", "2024年第一季度"),
        ("2023-12..2024-02", "2023年12月至2024年2月"),
        ("2024-02", "2024年2月"),
        ("2024-12..2024-12", "2024年12月"),
        ("2023-01-01..2023-12-05", "2023年1月1日—12月5日"),
        ("2024-03-31", "2024年3月31日"),
        ("2016..2023", "2016—2023年"),
        ("2023-09-06..2024-01-05", "2023年9月6日至2024年1月5日"),
    ],
)
def test_period_in_words(period: str, words: str) -> None:
    assert period_words(Period.parse(period), ZH) == words


def test_what_is_not_told_is_said() -> None:
    assert (period_words(None, ZH), day_words(None, ZH)) == ("未载明", "未载明")


def test_day_in_words() -> None:
    assert day_words(date(2023, 12, 5), ZH) == "2023年12月5日"
