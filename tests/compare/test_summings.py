"""What a table's rows say is counted once, and not again by the sentence or row that sums it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import Commitment, Extraction, Qualifier, TallySource, Target
from tests.smallreports import commitment, compared, extraction, tally

ROWS = (
    "东湖清淤 | 清淤8公里 | 6月底前\n"
    "南区管网 | 新建管网12公里 | 10月底前\n"
    "北坡矿山 | 修复2处 | 年底前\n"
)
HEADS = "项目 | 建设内容 | 完成时限\n"


def promised(text: str, quote: str, count: str | None = None, unit: str = "个") -> Commitment:
    start = text.index(quote)
    target = Target(
        value=Decimal(count or 0),
        unit=unit,
        qualifier=Qualifier.EQUAL,
        start=start,
        end=start + len(quote),
        quote=quote,
    )
    fact = replace(commitment(quote), start=start, end=start + len(quote))
    return replace(fact, targets=(target,) if count else ())


def plan(text: str, *facts: Commitment) -> list[str]:
    (made,) = compared(extraction("jia", *facts, text=text)).plans
    return [item.fact.quote for item in made.commitments]


def of_rows(text: str) -> list[Commitment]:
    return [promised(text, row) for row in ROWS.split("\n") if row]


@pytest.mark.parametrize(
    "summing",
    ["全年实施重点项目3个,总投资5200万元", "明年安排3个工程", "计划推进以下3个项目"],
)
def test_a_sentence_that_sums_its_table_is_no_promise_of_its_own(summing: str) -> None:
    text = summing + "。\n" + HEADS + ROWS
    summed = promised(text, summing, "3")
    assert plan(text, summed, *of_rows(text)) == ROWS.split("\n")[:3]
    text = HEADS + ROWS + summing + "。\n"
    assert plan(text, *of_rows(text), promised(text, summing, "3")) == ROWS.split("\n")[:3]


@pytest.mark.parametrize(
    ("sentence", "count", "unit"),
    [("全年实施重点项目5个", "5", "个"), ("新建管网3公里", "3", "公里"), ("加强执法", None, "个")],
)
def test_another_promise_above_a_table_stays(sentence: str, count: str | None, unit: str) -> None:
    text = sentence + "。\n" + HEADS + ROWS
    facts = [promised(text, sentence, count, unit), *of_rows(text)]
    assert plan(text, *facts) == [sentence, *ROWS.split("\n")[:3]]


def of_letters(*sets: tuple[str, str, str]) -> Extraction:
    source = TallySource.PROVINCIAL_INSPECTION
    facts = (
        tally(total, done, source=source, subject=f"{place}交办信访件", start=start)
        for start, (place, total, done) in enumerate(sets)
    )
    return extraction("jia", *facts)


def parts(made: Extraction) -> list[str]:
    return [str(status.fact.total) for status in compared(made).tallies if status.set_aside]


def test_rows_are_parts_of_the_row_that_sums_them() -> None:
    made = of_letters(("东乡", "46", "44"), ("西乡", "71", "68"), ("", "117", "112"))
    assert parts(made) == ["46", "71"]
    made = of_letters(("", "117", "112"), ("东乡", "46", "44"), ("西乡", "71", "68"))
    assert parts(made) == ["46", "71"]


def test_sets_that_do_not_sum_stay_each() -> None:
    assert parts(of_letters(("东乡", "46", "44"), ("西乡", "71", "68"), ("", "118", "112"))) == []
    assert parts(of_letters(("东乡", "46", "44"), ("", "46", "44"))) == []
