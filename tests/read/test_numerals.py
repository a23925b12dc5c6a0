from __future__ import annotations

import pytest

from builder.read.numerals import numeral, whole


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("decimal", "4"),
        ("decimalZero", "04"),
        ("decimalFullWidth", "４"),
        ("decimalEnclosedCircle", "④"),
        ("upperRoman", "IV"),
        ("lowerRoman", "iv"),
        ("upperLetter", "D"),
        ("lowerLetter", "d"),
        ("ideographTraditional", "丁"),
        ("chineseCountingThousand", "四"),
        ("chineseLegalSimplified", "肆"),
        ("bullet", ""),
        ("none", ""),
        ("hebrew1", "4"),
    ],
)
def test_numeral_of_a_form(form: str, text: str) -> None:
    assert numeral(4, form) == text


def test_numbers_beyond_a_form_are_digits() -> None:
    assert numeral(28, "lowerLetter") == "bb"
    assert numeral(21, "decimalEnclosedCircle") == "21"
    assert numeral(12, "ideographTraditional") == "12"
    assert numeral(0, "upperRoman") == "0"
    assert numeral(10_000, "chineseCounting") == "10000"


@pytest.mark.parametrize("text", [None, "", "-1", "1.5", "１", "9999999999"])
def test_attribute_that_is_no_number_gives_the_default(text: str | None) -> None:
    assert whole(text, 7) == 7


def test_attribute_that_is_a_number() -> None:
    assert whole("12", 7) == 12
