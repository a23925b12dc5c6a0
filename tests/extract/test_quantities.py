from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.reports import counted

ONE = {
    ("118", "家", "企业"): (
        "检查企业118家",
        "共检查企业118家",
        "检查118家企业",
        "累计检查企业118家",
    ),
    ("61.53", "万元", "罚款"): ("罚款61.53万元", "共罚款61.53万元", "罚款６１．５３万元"),
    ("5", "次", "应急演练"): (
        "开展应急演练5次",
        "组织应急演练五次",
        "开展5次应急演练",
        "应急演练5次",
    ),
    ("31", "%", "覆盖率"): ("设施覆盖率仅为31%", "设施覆盖率31%", "设施覆盖率达31%"),
    ("86", "%", "增长"): ("罚款同比增长86%", "罚款较2016年增长86%"),
    ("79", "天", "优"): ("其中优79天", "其中“优”79天"),
    ("9000", "万元", "预计"): ("预计争资9000万元",),
}
NONE = (
    "连续三年获评优秀。",
    "为期3个月的专项行动。",
    "开展三年行动。",
    "在13县市区中排名第4。",
    "较上年前移12位。",
    "“六个100%”全面落实。",
    "“1+7+18”品牌。",
    "淘汰10蒸吨及以下锅炉。",
    "目标值85%。",
    "确保达到93%的目标要求。",
    "每少1天扣0.5分。",
    "完成《2024年3项工作方案》。",
    "20xx万元资金已下达。",
    "投资十几亿元。",
    "5月12日召开会议。",
    "7·27突发环境事件。",
)


@pytest.mark.parametrize(
    ("expected", "form"), [(expected, form) for expected, forms in ONE.items() for form in forms]
)
def test_a_quantity_in_all_its_spellings(expected: tuple[str, str, str], form: str) -> None:
    (found,) = counted(f"今年以来,{form}。")
    value, unit, word = expected
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert word in found.label
    assert found.rule == "quantity"


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_quantity(sentence: str) -> None:
    assert counted(sentence) == ()


def test_numbers_of_an_indicator_are_no_quantities() -> None:
    assert counted("4个断面水质达到Ⅱ类,优良率96%,同比提高4个百分点,在6个县区中排名第2。") == ()


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("柴油货车路检路查190台次,入户抽测50台次。", ["柴油货车路检路查", "入户抽测"]),
        ("投入600万元完成大气深度治理项目。", ["大气深度治理项目投入"]),
        ("罚款100万元,同比增长41%。", ["罚款", "罚款同比增长"]),
        ("报告书5件、报告表21件。", ["报告书", "报告表"]),
    ],
)
def test_labels(sentence: str, labels: list[str]) -> None:
    assert [found.label for found in counted(sentence)] == labels
