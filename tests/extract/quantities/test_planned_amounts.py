"""Amounts that are only hoped for are no quantities; expected ones say so in their label."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Fate
from tests.extract.reports import HEAD, counted, outlined


def amounts(sentence: str) -> list[str]:
    """The quantities of a sentence as value and unit."""
    return [f"{one.value}{one.unit}" for one in counted(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争新增造林500亩。",
        "力争到年底新增造林500亩,建成管网30公里。",
        "有望争取资金1亿元。",
        "计划建设3座污水处理厂。",
        "计划投资2亿元。",
        "计划2025年建成管网30公里。",
        "计划三年内改造管网300公里。",
        "拟新建污水处理站12座。",
        "确保完成120个行政村生活污水治理。",
        "争取年内完成造林500亩。",
        "全年将投入资金3000万元用于河道整治。",
        "尚需投入资金2亿元。",
        "项目建成后,年可减排二氧化硫300吨。",
    ],
)
def test_an_amount_hoped_for_is_no_quantity(sentence: str) -> None:
    assert amounts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("按计划完成投资2亿元。", ["2亿元"]),
        ("按照年度计划,完成改造管网30公里。", ["30公里"]),
        ("完成计划造林500亩。", ["500亩"]),
        ("计划投资2亿元、已完成1.5亿元。", ["1.5亿元"]),
        ("计划投资2亿元,完成投资1.2亿元。", ["1.2亿元"]),
        ("计划造林500亩,实际完成520亩。", ["520亩"]),
        ("计划建设3座污水处理厂,1座建成,2座在建。", ["1座", "2座"]),
        ("力争建成污水处理厂3座,目前已建成1座。", ["1座"]),
        ("力争完成投资5亿元,其中已到位3亿元。", ["3亿元"]),
        ("争取中央资金3000万元。", ["3000万元"]),
        ("积极争取,到位资金3000万元。", ["3000万元"]),
        ("确保生态安全,完成造林500亩。", ["500亩"]),
        ("确保了120个村完成治理。", ["120个"]),
        ("稳预期、促发展,完成投资2亿元。", ["2亿元"]),
        ("草拟建设方案3个。", ["3个"]),
        ("将建设项目12个纳入清单。", ["12个"]),
        ("发放排污许可证12张。", ["12张"]),
        ("力争年内销号,立案查处36起。", ["36起"]),
    ],
)
def test_what_was_done_beside_a_hope_stays(sentence: str, expected: list[str]) -> None:
    assert amounts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("预计完成投资2亿元,惠及3万人。", ["预计完成投资", "预计惠及"]),
        ("预计全年化学需氧量、氨氮排放量分别削减2.1%、2.4%。", ["预计削减", "预计削减"]),
        ("建成后预计每年可减少碳排放2万吨。", ["建成后预计每年可减少碳排放"]),
        ("预计总投资3.2亿元,目前已完成投资1.8亿元。", ["预计总投资", "完成投资"]),
        ("预计到年底可完成造林500亩。", ["预计到年底可完成造林"]),
    ],
)
def test_an_expected_amount_says_so_in_its_label(sentence: str, labels: list[str]) -> None:
    found = [one.label for one in counted(sentence)]
    assert [label.startswith("预计") or "预计" in label for label in labels] == [
        "预计" in label for label in found
    ]


def test_the_coverage_says_why_an_amount_was_left_out() -> None:
    text = f"{HEAD}完成绿化300亩,力争新增造林500亩。\n"
    (use,) = (
        use for use in extract(outlined(text)).coverage.uses if text[use.start : use.end] == "500亩"
    )
    assert (use.fate, use.rule) == (Fate.NONE, "hoped")
