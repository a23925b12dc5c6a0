"""A value beside the class of a water, and goals behind what was not reached."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator, Quantity
from tests.outlines import outlined

HEAD = "庭阳市生态环境局2025年工作总结\n一、工作情况\n"


@pytest.mark.parametrize(
    ("sentence", "water"),
    [
        ("云栖湖由2020年的Ⅴ类改善到Ⅲ类、总磷浓度0.048毫克/升。", "云栖湖"),
        ("青溪水库水质由Ⅳ类提升为Ⅲ类、总磷浓度0.03毫克/升,同比下降8%。", "青溪水库"),
        ("北湖从劣Ⅴ类好转为Ⅳ类、总磷浓度0.08毫克/升。", "北湖"),
        ("北湖从劣Ⅴ类好转为Ⅳ类,总磷浓度0.08毫克/升。", "北湖"),
        ("云栖湖总磷浓度0.048毫克/升。", "云栖湖"),
    ],
)
def test_a_value_beside_a_class_is_of_the_same_water(sentence: str, water: str) -> None:
    facts = extract(outlined(HEAD + sentence)).facts
    found = [one for one in facts if isinstance(one, Indicator)]
    assert [one.scope for one in found if one.metric == "water.total_phosphorus"] == [water]


@pytest.mark.parametrize(
    "missed",
    [
        "没有达到87.5%的序时目标",
        "没能实现87.5%的预期目标",
        "低于87.5%的规划目标",
        "未达87.5%的进度目标",
    ],
)
def test_a_goal_that_was_missed_is_no_amount(missed: str) -> None:
    facts = extract(outlined(f"{HEAD}污水集中收集率81%,{missed}。")).facts
    amounts = [one for one in facts if isinstance(one, (Quantity, Indicator))]
    assert [str(one.value) for one in amounts] == ["81"]
