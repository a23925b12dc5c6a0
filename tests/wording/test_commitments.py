from __future__ import annotations

from dataclasses import replace

import pytest

from builder.language import Language
from builder.model import CommitmentTable, Period
from builder.wording.periods import horizon_words
from tests.smallreports import commitment, extraction, gold_view, viewed


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


def test_promises_for_more_years_have_a_band_and_do_not_count() -> None:
    words = "“十五五”时期,出台《美丽乡村建设方案》。"
    far = replace(commitment(words, horizon=Period.years(2026, 2030)), start=1)
    (only,) = viewed(extraction("a", commitment("加强执法。"), far)).commitments
    assert only.summary == (
        "共1句承诺：有数量指标的0句，有时限的0句，有具名成果的0句，其余1句为一般表述。"
        "每句按最强的一项计一次。另有1句是跨年度的承诺，单列，不计入下一年。"
    )
    assert [row.horizon for row in only.rows] == [None, "“十五五”时期（不计入下一年）"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2021, 2025, "“十四五”时期（不计入下一年）"),
        (2026, 2028, "2026—2028年（不计入下一年）"),
    ],
)
def test_other_years_have_their_names(first: int, last: int, words: str) -> None:
    assert horizon_words(Period.years(first, last), Language("zh")) == words


def test_the_five_years_in_english() -> None:
    words = horizon_words(Period.years(2026, 2030), Language("en"))
    assert words == "15th Five-Year Plan (not counted as next year's)"
