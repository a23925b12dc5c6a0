from __future__ import annotations

from decimal import Decimal

import pytest

from builder.model import Quantity, TallySource
from builder.model.comparison import QuantitySet, TallyPart
from tests.smallreports import compared, extraction, gold_comparison, quantity, second, tally


def group(kind: str) -> QuantitySet:
    return next(found for found in gold_comparison().quantities if found.kind == kind)


def test_petitions_come_from_tallies() -> None:
    found = [(entry.part, entry.value) for entry in group("群众信访投诉").entries]
    assert found == [(TallyPart.DONE, Decimal(327)), (TallyPart.TOTAL, Decimal(297))]


def test_what_keeps_figures_from_being_compared() -> None:
    approvals = group("环评审批")
    assert (approvals.periods_differ, approvals.units_differ) == (True, True)
    facts = quantity("3", "起", "立案查处"), quantity("5", "起", "立案查处")
    (alike,) = compared(extraction("a", facts[0]), second(facts[1])).quantities
    assert (alike.periods_differ, alike.units_differ) == (False, False)


def test_equal_labels_of_one_bureau_need_their_theme() -> None:
    twice = quantity("193.2", "万元", "罚款"), quantity("1468.35", "万元", "罚款", start=5)
    (only,) = compared(extraction("a", *twice), second(quantity("5", "万元", "罚款"))).quantities
    assert [entry.themed for entry in only.entries] == [True, True, False]


def test_kind_of_one_bureau_is_no_group() -> None:
    found = compared(extraction("a", quantity("3", "起", "立案查处")), second())
    assert found.quantities == ()
    assert [other.label for other in found.others] == ["立案查处"]


def test_other_unit_is_another_kind() -> None:
    facts = quantity("3", "起", "立案查处"), quantity("5", "家", "立案查处")
    found = compared(extraction("a", facts[0]), second(facts[1]))
    assert found.quantities == ()


def test_decoys() -> None:
    labels = ("免罚金额", "罚款同比增长", "减免罚款金额")
    for label in labels:
        facts = quantity("3", "万元", "罚款金额"), quantity("5", "万元", label)
        found = compared(extraction("a", facts[0]), second(facts[1]))
        assert "罚款金额" not in {item.kind for item in found.quantities}


def kinds_of(unit: str, first: str, other: str) -> list[str]:
    facts = quantity("3", unit, first), quantity("5", unit, other)
    return [item.kind for item in compared(extraction("a", facts[0]), second(facts[1])).quantities]


@pytest.mark.parametrize(
    ("unit", "first", "other", "expected"),
    [
        ("万元", "投入治理资金", "矿山修复资金缺口", []),
        ("万元", "投入治理资金", "专项债券资金", []),
        ("万元", "投入治理资金", "年度环保投资", ["项目资金投入"]),
        ("万元", "争取上级资金", "中央专项资金到位", ["争取、到位资金"]),
        ("条", "农村黑臭水体整治", "消除建成区黑臭水体", []),
        ("条", "农村黑臭水体整治", "整治黑臭水体", []),
        ("条", "农村黑臭水体整治", "国家清单内农村黑臭水体治理", ["农村黑臭水体治理"]),
        ("条", "城区黑臭水体整治", "消除建成区黑臭水体", ["城市黑臭水体治理"]),
        ("家", "危险废物规范化评估", "危险废物规范化抽查企业", []),
    ],
)
def test_a_figure_stands_under_a_head_whose_noun_its_label_has(
    unit: str, first: str, other: str, expected: list[str]
) -> None:
    assert kinds_of(unit, first, other) == expected


def test_a_total_stands_without_its_parts() -> None:
    labels = ("青屏县立案", "沙溪区立案", "立案")
    facts = [quantity(str(9 + n), "件", label, start=n) for n, label in enumerate(labels)]
    (found,) = compared(extraction("a", *facts), second(quantity("5", "件", "立案"))).quantities
    assert [entry.value for entry in found.entries] == [Decimal(11), Decimal(5)]
    parts = compared(extraction("a", *facts[:2]), second(quantity("5", "件", "立案"))).quantities
    assert len(parts[0].entries) == 3


def test_old_cases_that_were_settled_are_no_petitions_of_the_year() -> None:
    def kinds(subject: str) -> list[str]:
        first = tally("12", "11", source=TallySource.PETITION, subject="投诉")
        other = tally("12", "11", source=TallySource.PETITION, subject=subject)
        return [item.kind for item in compared(extraction("a", first), second(other)).quantities]

    assert kinds("信访积案") == []
    assert kinds("信访件") == ["群众信访投诉"]


def test_figure_of_another_year_stands_beside_none_of_this_one() -> None:
    for label in ("2023年罚款金额", "2016年以来罚款金额", "五年累计罚款金额", "“十四五”罚款金额"):
        facts = quantity("3", "万元", "罚款金额"), quantity("5", "万元", label)
        found = compared(extraction("a", facts[0]), second(facts[1]))
        assert found.quantities == ()
        assert label in [other.label for other in found.others]


def test_every_quantity_is_in_one_place() -> None:
    found = gold_comparison()
    grouped = [entry.fact for group in found.quantities for entry in group.entries]
    assert not set(grouped) & set(found.others)
    assert len(found.others) == len(set(found.others))
    sentences = (item for report in found.evidence for item in report.sentences)
    facts = {fact for item in sentences for fact in item.facts}
    quantities = {fact for fact in facts if isinstance(fact, Quantity)}
    assert quantities <= set(grouped) | set(found.others)
