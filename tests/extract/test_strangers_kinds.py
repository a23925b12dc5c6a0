"""Kinds of faults that cases of a stranger brought to light, each in several wordings."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator, Problem, Quantity, Tally
from tests.outlines import outlined

HEAD = "庭阳市生态环境局2024年工作总结\n一、工作情况\n"


@pytest.mark.parametrize(
    ("sentence", "totals"),
    [
        ("开展全覆盖监测，其中需整治的26个排污口已完成整治24个。", [(26, 24)]),
        ("全县需整治的26个排污口已完成整治24个。", [(26, 24)]),
        ("沿线需治理的31个排口已完成治理30个。", [(31, 30)]),
        ("完成整治的排污口24个。", [(None, 24)]),
    ],
)
def test_what_needs_to_be_settled_is_the_whole(
    sentence: str, totals: list[tuple[int | None, int]]
) -> None:
    facts = extract(outlined(HEAD + sentence)).facts
    found = [(one.total, one.done) for one in facts if isinstance(one, Tally)]
    assert [tuple(one and int(one) for one in pair) for pair in found] == totals


@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("饮用水水源达标率低于98%的，每低1个百分点扣5分。", []),
        ("优良天数比例低于85%的，每少1个百分点扣2分。", []),
        ("PM2.5浓度高于35微克/立方米的，每超1微克扣1分。", []),
        ("优良天数比例为85%，每个县都有自动站。", ["85"]),
    ],
)
def test_a_bound_with_points_for_each_step_is_a_rule(rule: str, values: list[str]) -> None:
    facts = extract(outlined(HEAD + rule)).facts
    found = [one for one in facts if isinstance(one, (Indicator, Quantity))]
    assert [str(one.value) for one in found] == values


@pytest.mark.parametrize(
    "adverb", ["历史上首次达到", "有史以来首次达到", "近年来首次达到", "首次达到"]
)
def test_how_long_is_no_part_of_a_waters_name(adverb: str) -> None:
    facts = extract(outlined(f"{HEAD}雁影河水质稳定在Ⅱ类，竹桥溪{adverb}Ⅲ类。")).facts
    scopes = [one.scope for one in facts if isinstance(one, Indicator)]
    assert scopes == ["雁影河", "竹桥溪"]


@pytest.mark.parametrize("group", ["三市两州", "三县两区", "四州两市"])
def test_groups_printed_in_parts_are_not_added(group: str) -> None:
    facts = extract(outlined(f"{HEAD}优良天数比例89.1%，在{group}中排名第1位。")).facts
    (value,) = (one for one in facts if isinstance(one, Indicator))
    assert value.rank is not None
    assert (value.rank.position, value.rank.of) == (1, None)


LAST = "{head}二、存在问题\n{told}\n三、2025年计划\n检查企业90家次。\n"


@pytest.mark.parametrize(
    "told",
    [
        "春季扬尘管控存在薄弱环节。",
        "农村污水治理仍有短板。",
        "噪声投诉处置还存在不足。",
    ],
)
def test_the_only_sentence_on_problems_is_one(told: str) -> None:
    facts = extract(outlined(LAST.format(head=HEAD + "淘汰锅炉9台。\n", told=told))).facts
    assert [one.quote for one in facts if isinstance(one, Problem)] == [told]


def test_a_sentence_that_names_no_matter_announces_problems_alone() -> None:
    facts = extract(outlined(LAST.format(head=HEAD, told="工作中还存在一些不足。"))).facts
    assert [one.quote for one in facts if isinstance(one, Problem)] == []


def test_problems_behind_a_look_back_over_the_year() -> None:
    told = (
        "回顾一年来的工作，我们也看到，与群众期盼相比仍有差距：总氮浓度偏高，"
        "垃圾渗滤液处置不规范，监管力量明显偏弱。对此，我们将逐项改进。"
    )
    facts = extract(outlined(HEAD + "淘汰锅炉9台。\n" + told)).facts
    assert [one.quote for one in facts if isinstance(one, Problem)] == [
        "总氮浓度偏高",
        "垃圾渗滤液处置不规范",
        "监管力量明显偏弱。",
    ]
