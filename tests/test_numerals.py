"""Chinese numerals, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.numerals import chinese, whole_number, year_value


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (9999, "九千九百九十九"),
        (10_000, "一万"),
        (10_030, "一万零三十"),
        (12_345, "一万二千三百四十五"),
        (100_001, "十万零一"),
        (110_000, "十一万"),
    ],
)
def test_chinese_number(number: int, text: str) -> None:
    assert chinese(number) == text


@given(st.integers(1, 99_999_999))
def test_a_number_written_out_is_read_again(number: int) -> None:
    assert whole_number(chinese(number)) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("12", 12),
        ("十二", 12),
        ("两", 2),
        ("三百二十六万", 3_260_000),
        ("三五", None),
        ("万亿", None),
    ],
)
def test_a_whole_number(word: str, number: int | None) -> None:
    assert whole_number(word) == number


@pytest.mark.parametrize("word", ["二〇二四", "二○二四", "二零二四", "2024"])
def test_a_year_digit_by_digit(word: str) -> None:
    assert year_value(word) == 2024
