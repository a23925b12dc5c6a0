from __future__ import annotations

import re
from dataclasses import replace

import pytest

from builder.model import Link, Strength
from builder.model.comparison import Join, JoinReason, ProblemMatch
from tests.goldfacts import gold_extractions
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    gold_dossiers,
    problem,
    quantity,
)

TEXT = "完成八仙桥断面治理。八仙桥断面不达标。"


def match(bureau: str, number: int) -> ProblemMatch:
    report = gold_dossiers()[bureau].line.report
    return next(
        found
        for found in gold_comparison().problems
        if (found.fact.report, found.number) == (report, number)
    )


def test_all_named_problems_with_their_number() -> None:
    numbers: dict[str, list[int]] = {}
    for found in gold_comparison().problems:
        numbers.setdefault(found.fact.report, []).append(found.number)
    shorts = {report.line.report: bureau for bureau, report in gold_dossiers().items()}
    assert {shorts[report]: found for report, found in numbers.items()} == {
        "岳阳县": [1, 2, 3],
        "衡南县": [1, 2, 3, 4],
        "某区": [1, 2, 3, 4],
        "潜江市": [1],
    }


def test_measures_are_joined_by_their_matter() -> None:
    assert [item.join for item in match("岳阳县", 3).measures] == [
        Join(reason=JoinReason.MATTER, words=("业务培训",)),
        Join(reason=JoinReason.MATTER, words=("执法能力", "业务培训")),
    ]


def test_work_told_in_the_problem_itself() -> None:
    reasons = [item.join.reason for item in match("衡南县", 4).measures]
    assert reasons == [JoinReason.INSIDE, JoinReason.INSIDE]


def test_quantity_short_of_its_noun_has_its_label() -> None:
    labels = [item.cited.label for item in match("岳阳县", 1).measures]
    assert labels == [None, None, "大气深度治理项目投入"]


def answered(link: Link) -> Join:
    named = problem(TEXT, "八仙桥断面不达标。", "八仙桥断面不达标")
    promise = commitment("完成八仙桥断面治理。")
    link = replace(link, problem=named.start)
    (found,) = compared(extraction("a", promise, named, text=TEXT, links=[link])).problems
    (answer,) = found.answers
    return answer.join


LINK = Link(report="a", problem=0, commitments=(0,), strength=Strength.DIRECT, shared=())


@pytest.mark.parametrize(
    ("link", "join"),
    [
        (replace(LINK, shared=("断面",)), Join(reason=JoinReason.WORDS, words=("断面",))),
        (LINK, Join(reason=JoinReason.MATTER, words=("八仙桥断面", "断面水质"))),
        (
            replace(LINK, correction="同一断面"),
            Join(reason=JoinReason.CORRECTION, words=("同一断面",)),
        ),
    ],
)
def test_why_a_promise_answers(link: Link, join: Join) -> None:
    assert answered(link) == join


def test_body_is_what_follows_the_title() -> None:
    found = match("岳阳县", 3)
    assert found.fact.quote.endswith(found.body)
    assert found.body.startswith("部分执法人员")


def test_plan_or_none_is_known() -> None:
    named = problem(TEXT, "八仙桥断面不达标。", "八仙桥断面不达标")
    (alone,) = compared(extraction("a", named, text=TEXT)).problems
    (planned,) = compared(
        extraction("a", commitment("完成八仙桥断面治理。"), named, text=TEXT)
    ).problems
    assert (alone.planned, planned.planned) == (False, True)
    assert planned.strength is Strength.NONE


def test_links_are_those_of_the_extraction() -> None:
    strengths = {
        (extraction.report.report, link.problem): (len(link.commitments), link.strength)
        for extraction in gold_extractions()
        for link in extraction.links
    }
    found = [(len(r.answers), r.strength) for r in gold_comparison().problems]
    assert sorted(found) == sorted(strengths.values())
    assert [r.strength for r in gold_comparison().problems].count(Strength.NONE) == 3


@pytest.mark.parametrize(
    ("clause", "measures"),
    [
        ("已建成污水处理厂25座", ["25座"]),
        ("尚有12家未完成改造", []),
        ("仅建成污水处理厂3座", []),
        ("接到投诉9件", []),
    ],
)
def test_only_work_done_is_taken_from_the_problem_itself(clause: str, measures: list[str]) -> None:
    text = f"乡镇污水处理不稳定。{clause},运行不正常。"
    number = re.search(r"[0-9]+[座家件]", text)
    assert number is not None
    fact = replace(
        quantity(number[0][:-1], number[0][-1], number[0]),
        start=number.start(),
        end=number.end(),
        quote=number[0],
    )
    named = problem(text, text, "乡镇污水处理不稳定")
    (found,) = compared(extraction("a", named, fact, text=text)).problems
    assert [item.cited.fact.quote for item in found.measures] == measures
