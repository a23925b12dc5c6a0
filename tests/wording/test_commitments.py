from __future__ import annotations

from builder.model import CommitmentTable
from tests.smallreports import gold_view


def table(bureau: str) -> CommitmentTable:
    return next(found for found in gold_view().commitments if found.bureau == bureau)


def test_summary_counts_each_sentence_once() -> None:
    assert table("赣州市").summary == (
        "共29句承诺：有数量指标的3句，有时限的0句，有具名成果的6句，其余20句为一般表述。"
        "每句按最强的一项计一次。"
    )
    assert table("赣州市").title == "赣州市：2025年计划的承诺"
    assert table("某区").title == "某区：下一步计划的承诺"


def test_row_with_target_and_row_without() -> None:
    row = table("潜江市").rows[6]
    assert (row.targets, row.deadline) == ("完成剩余3条国家清单农村黑臭水体整治销号", "未载明")
    assert row.checkable == "有数量"
    plain = table("岳阳县").rows[0]
    assert (plain.targets, plain.checkable) == ("无", "一般表述")
    assert plain.heading == "持续强基固本,力争环境质量稳中求进"


def test_answers_name_the_problems() -> None:
    answers = [row.answers for row in table("岳阳县").rows]
    assert answers == [
        "岳-问1",
        "岳-问1",
        "无",
        "无",
        "无",
        "岳-问2",
        "岳-问2",
        "岳-问3",
    ]
