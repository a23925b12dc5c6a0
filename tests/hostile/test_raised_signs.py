"""Raised signs, powers and fractions of plain text."""

from __future__ import annotations

import pytest

from tests.disturbed import told, value_of, values


@pytest.mark.parametrize(
    "number", ["32.8¹微克", "32.8¹²微克", "32.8⁽¹⁾微克", "32.8微克¹", "32.8 ³微克", "3¹2.8微克"]
)
def test_marks_of_notes_are_no_digits(number: str) -> None:
    expected = None if number.startswith("3¹") else "32.8"
    assert value_of(f"PM2.5浓度为{number}/立方米。") == expected


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("优良率94¹%。", ["94 %"]),
        ("检查企业63²个。", ["63 个"]),
        ("新建管网25¹公里。", ["25 公里"]),
        ("绿化面积25m²。", ["25 m²"]),
        ("绿化面积25km²。", ["25 km²"]),
        ("减少垃圾5×10⁴吨。", ["50000 吨"]),
        ("减少垃圾3.2×10⁴吨。", ["32000 吨"]),
        ("减少垃圾3.2×10^4吨。", ["32000 吨"]),
        ("减少垃圾10⁴吨。", []),
        ("减少垃圾10¹²³吨。", []),
        ("减少垃圾10¹5吨。", []),
        ("减少垃圾3.2×10⁹⁹吨。", []),
        ("清运垃圾3½吨。", ["3.5 吨"]),
        ("清运垃圾½吨。", ["0.5 吨"]),
        ("清运垃圾3¼吨。", ["3.25 吨"]),
        ("清运垃圾3⅓吨。", []),
        ("清运垃圾1⁄2吨。", []),
        ("清运垃圾1/2吨。", []),
    ],
)
def test_powers_fractions_and_notes(sentence: str, found: list[str]) -> None:
    assert values(told(sentence)) == found
