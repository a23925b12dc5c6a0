"""What is to be reached within a term is no value."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured


def values(sentence: str) -> list[str]:
    """The values of a sentence's indicators."""
    return [str(fact.value) for fact in measured(sentence).facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争年内PM2.5降到35微克/立方米以下。",
        "年内将PM2.5浓度控制在35微克/立方米以内。",
        "年内PM2.5浓度降到35微克/立方米以下。",
        "PM2.5年均浓度年内压降到35微克/立方米以下。",
        "年底前,全市PM2.5平均浓度降至35微克/立方米以下。",
        "6月底前优良天数比例提升到85%以上。",
        "优良天数比例年内要达到85%以上。",
        "拟将PM2.5年均浓度降到35微克/立方米以下。",
        "计划年内PM2.5浓度降到35微克/立方米。",
        "要求PM2.5年均浓度降到35微克/立方米以下。",
    ],
)
def test_a_value_wished_for_is_none(sentence: str) -> None:
    assert values(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "年内PM2.5浓度已降到35微克/立方米以下。",
        "年内,PM2.5浓度首次降到35微克/立方米以下。",
        "PM2.5浓度降到35微克/立方米以下,为近年最好水平。",
        "年内关停企业5家,PM2.5浓度降到35微克/立方米以下。",
        "年内PM2.5平均浓度为35微克/立方米,同比下降5%。",
        "截至2024年底,PM2.5浓度降到35微克/立方米以下。",
    ],
)
def test_a_bound_that_was_reached_is_a_value(sentence: str) -> None:
    assert values(sentence) == ["35"]


def test_a_result_behind_a_wish_is_a_value() -> None:
    assert values("力争优良率达到85%,实际优良率为88%。") == ["88"]
