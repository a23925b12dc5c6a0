"""Last year's promises on a pair of reports made for this test, from the text on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import Extraction, Fact, Followed, Indicator, Period, Qualifier, Target
from builder.model.comparison import Cited, FollowedCommitment, SourceSentence
from tests.goldfacts import gold_extractions
from tests.pairedreports import pair
from tests.smallreports import commitment, compared, extraction, indicator, quantity


def rows(*extractions: Extraction) -> tuple[FollowedCommitment, ...]:
    return compared(*extractions).followups


def words(fact: Fact) -> str:
    return "".join(fact.quote.split())


def said(item: Cited | SourceSentence) -> str:
    return item.text if isinstance(item, SourceSentence) else item.fact.quote


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
    row = next(row for row in rows(*pair()) if words(row.promise.fact).startswith(promise))
    assert row.followed is followed
    assert len(row.reported) == len(told)
    assert all(word in said(item) for word, item in zip(told, row.reported, strict=True))


def test_only_checkable_promises_are_followed() -> None:
    found = [(row.promise.fact.report, row.promise.number) for row in rows(*pair())]
    assert found == [(pair()[0].report.report, number) for number in (1, 2, 3, 4, 5)]


def test_what_no_fact_covers_is_a_sentence_of_the_later_text() -> None:
    source = pair()[1].outline.source
    told = [item for row in rows(*pair()) for item in row.reported]
    sentences = [item for item in told if isinstance(item, SourceSentence)]
    assert sentences
    assert all(source.text[item.start : item.end] == item.text for item in sentences)
    assert {item.fact.report for item in told if isinstance(item, Cited)} == {source.report}


def test_later_report_does_not_go_before_the_earlier() -> None:
    assert rows(*reversed(pair())) == rows(*pair())


def test_bureaus_of_one_year_have_nothing_to_follow() -> None:
    assert rows(*gold_extractions()) == ()


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
    earlier = replace(earlier, report=replace(earlier.report, plan_period=Period.years(2024)))
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
    earlier = replace(earlier, report=replace(earlier.report, plan_period=Period.years(2024)))
    fact = replace(quantity(value, "个", "村"), end=len(told), quote=told)
    (row,) = rows(earlier, extraction("a2024", fact, period="2024", text=told))
    assert row.followed is followed
