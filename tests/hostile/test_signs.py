"""Signs and shapes of numbers: minus, points, strokes, directions of reading."""

from __future__ import annotations

import pytest

from builder.wording.words import folded
from tests.disturbed import codes, told, value_of, values


@pytest.mark.parametrize("sign", ["-", "－", "−", "﹣", "–", "负"], ids=ascii)
def test_a_minus_stays_and_is_refused(sign: str) -> None:
    sentence = f"PM2.5浓度为{sign}63微克/立方米。"
    assert value_of(sentence) == "-63"
    assert "implausible" in codes(told(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "清运垃圾-63吨。",
        "投入资金-63万元。",
        "气温-5度。",
    ],
)
def test_a_quantity_below_nothing_is_none(sentence: str) -> None:
    assert values(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("PM2.5浓度35-63微克/立方米。", []),
        ("为群众减负63万元。", ["63 万元"]),
        ("PM2.5浓度同比-3.6%。", []),
        ("- 检查企业63家。", ["63 家"]),
    ],
)
def test_a_dash_is_no_minus(sentence: str, found: list[str]) -> None:
    assert values(told(sentence)) == found


@pytest.mark.parametrize(
    "number",
    [
        "63..5", "63·5", "63・5", "63•5", "63‧5", "63'5", "63’5", "63′5", "63`5", "63^5", "63_5",
        "63\\5", "63=5", "63±5", "63…5", "6〇", "63.", "63,5", "63。5",
        "6\u03363\u0336", "6\u20e33",
        "6\u0332\u03333", "6\x083", "6¹3", "6₁3", "1.2.3", "6\ufffd3", "6\ufffc3", "6\ue0013",
    ],
    ids=ascii,
)  # fmt: skip
def test_odd_shapes_have_no_value(number: str) -> None:
    sentence = f"PM2.5浓度为{number}微克/立方米，完成整改18家。"
    assert value_of(sentence) is None
    assert "18 家" in values(told(sentence))


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("PM2.5浓度为６３微克/立方米。", "63"),
        ("PM2.5浓度为𝟔𝟑微克/立方米。", "63"),
        ("PM2.5浓度为٦٣微克/立方米。", "63"),
        ("PM₂.₅浓度为63μg/m³。", "63"),
        ("PM2.5浓度为\x1b[31m63\x1b[0m微克/立方米。", "63"),
    ],
)
def test_digits_of_other_forms_are_digits(sentence: str, value: str) -> None:
    assert value_of(sentence) == value


@pytest.mark.parametrize(
    ("sign", "qualifier"),
    [("≈", "≈"), (">=", "≥"), ("≧", "≥"), ("≮", "≥"), ("<=", "≤"), ("≯", "≤"), ("＜", "<")],
)
def test_signs_of_bounds(sign: str, qualifier: str) -> None:
    assert values(told(f"PM2.5浓度{sign}63微克/立方米。")) == [f"{qualifier}63 μg/m³"]


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5浓度为\u202e36\u202c微克/立方米。",
        "PM2.5浓度为\u202e36微克/立方米。",
        "PM2.5浓度为\u206736\u2069微克/立方米。",
        "PM2.5浓度为\u202b36\u202c微克/立方米。",
        "PM2.5\u202e浓度为36微克\u202c/立方米。",
        "\u202ePM2.5浓度为36微克/立方米。",
        "PM2.5浓度为\u200f：36微克/立方米。",
    ],
    ids=ascii,
)
def test_a_number_that_is_shown_in_reverse_has_no_value(sentence: str) -> None:
    extraction = told(sentence)
    assert value_of(sentence) is None
    assert "reader_remark" in codes(extraction)


@pytest.mark.parametrize("sign", "\u202a\u202c\u202d\u2066\u2068\u2069\u200e", ids=ascii)
def test_other_signs_of_direction_change_nothing(sign: str) -> None:
    assert value_of(f"PM2.5浓度为{sign}36{sign}微克/立方米。") == "36"


def test_signs_of_direction_are_not_printed() -> None:
    assert folded("浓度\u202e36\u202c微\u200b克\u2067") == "浓度36微克"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("投资1亿2000万元。", []),
        ("投资1.2亿元。", ["1.2 亿元"]),
        ("投资3万5千元。", []),
        ("生产能力3.2E4吨。", []),
    ],
)
def test_numbers_in_two_parts_are_never_their_second_half(sentence: str, found: list[str]) -> None:
    assert values(told(sentence)) == found
