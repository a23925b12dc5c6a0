"""Words of hope: one list for indicators, tallies and classes of waters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.extract import extract
from builder.model import Tally
from builder.text.modality import modality
from tests.extract.reports import measured, outlined

HEAD = "某市生态环境局2024年工作总结\n一、工作开展情况\n"


def done(sentence: str) -> list[tuple[Decimal | None, Decimal | None]]:
    """Total and settled items of each tally of a sentence."""
    found = extract(outlined(f"{HEAD}{sentence}\n")).facts
    return [(one.total, one.done) for one in found if isinstance(one, Tally)]


@pytest.mark.parametrize(
    "words",
    ["力争", "应达到", "要求各", "计划于", "要求12", "拟将", "需办结", "将控制", "须完成", "要求"],
)
def test_words_that_hope(words: str) -> None:
    assert modality().hoped.search(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "确保了",
        "响应达",
        "主要为",
        "无需办",
        "行动计划于",
        "按要求12",
        "应改尽改",
        "模拟在",
        "争取资金",
    ],
)
def test_words_that_only_look_like_hope(words: str) -> None:
    assert modality().hoped.search(words) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "要求12个问题全部完成整改。",
        "12个问题有望全部完成整改。",
        "计划年内完成整改12个问题。",
        "反馈问题12个,将完成整改12个。",
    ],
)
def test_items_of_a_hope_are_not_settled(sentence: str) -> None:
    assert {settled for _, settled in done(sentence)} <= {None}


def test_items_settled_as_asked_for_are_settled() -> None:
    assert done("按要求12个问题全部整改到位。") == [(Decimal(12), Decimal(12))]


@pytest.mark.parametrize(
    "sentence",
    ["沙河断面水质有望达到Ⅲ类。", "沙河断面水质预计达到Ⅲ类。", "力争沙河断面水质达到Ⅲ类。"],
)
def test_a_class_hoped_for_is_none(sentence: str) -> None:
    assert measured(sentence).facts == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "争取中央资金1.2亿元,PM2.5平均浓度31微克/立方米。",
        "积极应对重污染天气,PM2.5平均浓度31微克/立方米。",
        "主要污染物PM2.5平均浓度31微克/立方米。",
    ],
)
def test_a_value_behind_what_only_looks_like_hope_is_taken(sentence: str) -> None:
    assert [str(fact.value) for fact in measured(sentence).facts] == ["31"]
