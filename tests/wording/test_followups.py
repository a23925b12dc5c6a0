"""Last year's promises on a pair of reports made for this test, from the text on."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from builder.check import check
from builder.config import Limits
from builder.extract import extract
from builder.language import Language
from builder.model import Extraction, Followed, FollowUp, Indicator, Qualifier, Target
from builder.outline import outline
from builder.read import read_source
from tests.goldfacts import ROOT, gold_extractions
from tests.smallreports import commitment, extraction, indicator, quantity, viewed

PAIR = ROOT / "tests" / "pairs"
ZH = Language("zh")


@cache
def pair() -> tuple[Extraction, ...]:
    paths = sorted(PAIR.iterdir())
    return tuple(check(extract(outline(read_source(path, Limits())))) for path in paths)


def rows(*extractions: Extraction) -> tuple[FollowUp, ...]:
    return viewed(*extractions).followups


@pytest.mark.parametrize(
    ("promise", "followed", "told"),
    [
        ("PM2.5年均浓度控制在34微克/立方米以下", Followed.PARTLY, ["33.5", "86.4%"]),
        ("6月底前完成剩余12个入河排污口整治", Followed.DONE, ["12个"]),
        ("完成15个行政村生活污水治理，消除农村黑臭水体3条", Followed.PARTLY, ["18个"]),
        ("年底前建成县城第二污水处理厂", Followed.PARTLY, ["主体工程完工"]),
        (
            "出台《青溪县噪声污染防治行动方案》",
            Followed.DONE,
            ["印发《青溪县噪声污染防治行动方案》"],
        ),
    ],
)
def test_what_the_later_report_tells(promise: str, followed: Followed, told: list[str]) -> None:
    row = next(row for row in rows(*pair()) if row.promise.text.startswith(promise))
    assert row.followed is followed
    assert len(row.reported) == len(told)
    assert all(word in passage.text for word, passage in zip(told, row.reported, strict=True))


def test_only_checkable_promises_are_followed() -> None:
    assert [row.number for row in rows(*pair())] == [1, 2, 3, 4, 5]
    assert {row.bureau for row in rows(*pair())} == {"青溪县（2023年）"}


def test_key_finding_counts_the_states() -> None:
    found = viewed(*pair()).findings
    (text,) = [item.text for item in found if item.code == "kept"]
    assert re.sub("〔[^〕]+〕", "", text) == (
        "前一年计划中可核查的承诺在后一年报告里的落实：青溪县（2023年）5句中，已完成2句，"
        "有进展或未达目标3句，后一年报告未提及0句。"
    )


def test_silence_is_no_failure() -> None:
    earlier, later = pair()
    silent = rows(earlier, _without_facts(later))
    states = {row.state for row in silent if not row.reported}
    assert states == {"后一年报告未提及"}


def _without_facts(extraction: Extraction) -> Extraction:
    return replace(
        extraction, facts=(), outline=replace(extraction.outline, sentences=()), links=()
    )


def test_later_report_does_not_go_before_the_earlier() -> None:
    assert rows(*reversed(pair())) == rows(*pair())


def test_bureaus_of_one_year_have_nothing_to_follow() -> None:
    assert rows(*gold_extractions()) == ()


def test_evidence_of_both_sides() -> None:
    comparison = viewed(*pair())
    known = {entry.mark for listed in comparison.evidence for entry in listed.entries}
    for row in comparison.followups:
        assert row.promise.marks
        assert {mark for passage in row.reported for mark in passage.marks} <= known


TARGET = Target(
    value=Decimal(34), unit="μg/m³", qualifier=Qualifier.AT_MOST, start=0, end=4, quote="PM2.5"
)


@pytest.mark.parametrize(
    ("fact", "followed"),
    [
        (indicator("34"), Followed.DONE),
        (indicator("34.1"), Followed.PARTLY),
        (indicator("33", qualifier=Qualifier.ABOUT), Followed.PARTLY),
        (indicator("33", period="2024Q1"), Followed.PARTLY),
        (indicator("33", period="2023"), Followed.UNMENTIONED),
        (indicator("33", scope="中心城区"), Followed.UNMENTIONED),
        (indicator("33", metric="air.pm10"), Followed.UNMENTIONED),
        (indicator(None), Followed.PARTLY),
    ],
)
def test_promised_value_against_a_reported_one(fact: Indicator, followed: Followed) -> None:
    words = "PM2.5浓度控制在34微克/立方米以下。"
    promise = replace(commitment(words), targets=(TARGET,))
    earlier = extraction("a2023", promise, period="2023", text=words)
    earlier = replace(earlier, report=replace(earlier.report, plan_period="2024"))
    (row,) = rows(earlier, extraction("a2024", fact, period="2024"))
    assert row.followed is followed


@pytest.mark.parametrize(
    ("told", "value", "followed"),
    [
        ("完成18个行政村生活污水治理", "18", Followed.DONE),
        ("完成12个行政村生活污水治理", "12", Followed.PARTLY),
        # Another work on the same matter keeps nothing.
        ("检查30个农村生活污水设施", "30", Followed.UNMENTIONED),
        ("新建30个污水提升泵站", "30", Followed.UNMENTIONED),
    ],
)
def test_promised_count_against_a_reported_one(told: str, value: str, followed: Followed) -> None:
    words = "完成15个行政村生活污水治理。"
    target = replace(TARGET, value=Decimal(15), unit="个", qualifier=Qualifier.EQUAL, end=14)
    promise = replace(commitment(words), targets=(target,))
    earlier = extraction("a2023", promise, period="2023", text=words)
    earlier = replace(earlier, report=replace(earlier.report, plan_period="2024"))
    fact = replace(quantity(value, "个", "村"), end=len(told), quote=told)
    (row,) = rows(earlier, extraction("a2024", fact, period="2024", text=told))
    assert row.followed is followed
