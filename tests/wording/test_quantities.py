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
