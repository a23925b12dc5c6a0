"""Thousands parted by blanks."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("投入资金1 260万元。", ["1260 万元"]),
        ("投资12 345.6万元。", ["12345.6 万元"]),
        ("造林1 200亩。", ["1200 亩"]),
        ("罚款1 260 000元。", ["1260000 元"]),
        ("清运垃圾2 300余吨。", ["2300 吨"]),
        ("修复面积10 200平方米。", ["10200 平方米"]),
        ("处置危险废物1 005吨。", ["1005 吨"]),
        ("争取资金1 260多万元。", ["1260 万元"]),
        ("监测PM10 260家企业。", ["260 家"]),
        ("投入1260万元。", ["1260 万元"]),
        ("投入260万元。", ["260 万元"]),
    ],
)
def test_a_blank_parts_thousands(sentence: str, amounts: list[str]) -> None:
    assert [f"{one.value} {one.unit}" for one in counted(sentence)] == amounts
