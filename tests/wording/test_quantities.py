from __future__ import annotations

from builder.model import QuantityGroup
from tests.smallreports import extraction, gold_view, quantity, second, viewed


def group(title: str) -> QuantityGroup:
    return next(found for found in gold_view().quantities if found.title == title)


def test_same_kind_under_other_words() -> None:
    rows = [(row.bureau, row.label, row.figure.text) for row in group("环评审批").rows]
    assert rows == [
        ("潜江市", "环评审批", "82个"),
        ("某区", "审批建设项目环评文件", "26件"),
        ("岳阳县", "建设项目环评审批事项", "36件"),
    ]
    assert group("环评审批").note == "报告期不同，数量不能相比。单位按原文，不换算。"


def test_petitions_come_from_tallies() -> None:
    rows = [(row.bureau, row.label, row.figure.text) for row in group("群众信访投诉").rows]
    assert rows == [("潜江市", "群众投诉（办结）", "327"), ("岳阳县", "群众诉求（受理）", "297")]


def test_amounts_keep_their_printed_units() -> None:
    texts = [row.figure.text for row in group("项目资金投入").rows]
    assert texts == ["1.23亿", "600万元", "约6000万元", "2800万元"]


def test_kind_of_one_bureau_is_no_group() -> None:
    found = viewed(extraction("a", quantity("3", "起", "立案查处")), second())
    assert found.quantities == ()
    assert [other.label for other in found.others] == ["立案查处"]


def test_other_unit_is_another_kind() -> None:
    facts = quantity("3", "起", "立案查处"), quantity("5", "家", "立案查处")
    found = viewed(extraction("a", facts[0]), second(facts[1]))
    assert found.quantities == ()


def test_decoys() -> None:
    labels = ("免罚金额", "罚款同比增长", "减免罚款金额")
    for label in labels:
        facts = quantity("3", "万元", "罚款金额"), quantity("5", "万元", label)
        found = viewed(extraction("a", facts[0]), second(facts[1]))
        assert "罚款金额" not in {item.title for item in found.quantities}


def test_figure_of_another_year_stands_beside_none_of_this_one() -> None:
    for label in ("2023年罚款金额", "2016年以来罚款金额"):
        facts = quantity("3", "万元", "罚款金额"), quantity("5", "万元", label)
        found = viewed(extraction("a", facts[0]), second(facts[1]))
        assert found.quantities == ()
        assert label in [other.label for other in found.others]


def test_equal_labels_of_one_bureau_are_told_apart() -> None:
    twice = quantity("193.2", "万元", "罚款"), quantity("1468.35", "万元", "罚款", start=5)
    found = viewed(extraction("a", *twice), second(quantity("5", "万元", "罚款")))
    (only,) = found.quantities
    assert [row.label for row in only.rows] == ["罚款（执法监管）", "罚款（执法监管）", "罚款"]


def test_every_quantity_is_shown_once() -> None:
    comparison = gold_view()
    grouped = [mark for g in comparison.quantities for row in g.rows for mark in row.figure.marks]
    others = [mark for other in comparison.others for mark in other.figure.marks]
    assert not set(grouped) & set(others)
    kinds = {e.mark: e.kind for listed in comparison.evidence for e in listed.entries}
    quantities = {mark for mark, kind in kinds.items() if kind == "数量"}
    assert quantities <= set(grouped) | set(others)
