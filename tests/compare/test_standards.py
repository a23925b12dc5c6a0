from __future__ import annotations

from decimal import Decimal

import pytest

from builder.compare.scopes import scope
from builder.compare.standards import judgement, limit_entry
from builder.model import Period, Qualifier
from builder.model.comparison import Hindrance, Judgement, StandardVerdict, WaterBody
from tests.smallreports import indicator

MET, EXCEEDED = StandardVerdict.MET, StandardVerdict.EXCEEDED
OPEN = StandardVerdict.NOT_JUDGED


def judged(value: str, **fields: str) -> Judgement:
    fact = indicator(value, **fields)  # type: ignore[arg-type]
    return judgement(fact, scope(fact.scope))


@pytest.mark.parametrize(
    ("metric", "period", "standard", "value"),
    [
        ("air.pm25", "2024", "GB 3095-2012", "35"),
        ("air.pm10", "2024", "GB 3095-2012", "70"),
        ("air.so2", "2017", "GB 3095-2012", "60"),
        ("air.no2", "2020", "GB 3095-2012", "40"),
        ("air.o3", "2024", "GB 3095-2012", "160"),
        ("air.co", "2024", "GB 3095-2012", "4"),
        ("air.pm25", "2025", "GB 3095-2012", "35"),
        ("air.pm25", "2026", "GB 3095-2026", "30"),
        ("air.pm25", "2031", "GB 3095-2026", "25"),
    ],
)
def test_limit_of_the_datas_year(metric: str, period: str, standard: str, value: str) -> None:
    entry = limit_entry(metric, Period.parse(period))
    assert entry is not None
    assert (entry.standard, entry.value) == (standard, Decimal(value))


def test_no_limit_before_the_standard() -> None:
    assert limit_entry("air.pm25", Period.years(2014)) is None
    assert judged("30", period="2014").hindrance is Hindrance.NO_LIMIT_THEN


@pytest.mark.parametrize(
    ("value", "qualifier", "verdict", "hindrance"),
    [
        ("35", Qualifier.EQUAL, MET, None),
        ("35.1", Qualifier.EQUAL, EXCEEDED, None),
        ("35", Qualifier.AT_MOST, MET, None),
        ("36", Qualifier.AT_LEAST, EXCEEDED, None),
        ("30", Qualifier.AT_LEAST, OPEN, Hindrance.HEDGED),
        ("40", Qualifier.AT_MOST, OPEN, Hindrance.HEDGED),
        ("30", Qualifier.ABOUT, OPEN, Hindrance.HEDGED),
    ],
)
def test_verdict_never_says_more_than_the_hedge(
    value: str, qualifier: Qualifier, verdict: StandardVerdict, hindrance: Hindrance | None
) -> None:
    found = judgement(indicator(value, qualifier=qualifier), scope(None))
    assert (found.verdict, found.hindrance) == (verdict, hindrance)
    assert found.applied is not None
    assert found.applied.value == Decimal(35)


@pytest.mark.parametrize(
    ("value", "fields", "hindrance"),
    [
        ("65", {"metric": "air.pm10", "period": "2027"}, Hindrance.UNCONFIRMED),
        ("30", {"unit": "mg/m³"}, Hindrance.OTHER_UNIT),
        ("69.6", {"period": "2024Q1"}, Hindrance.NO_WHOLE_YEAR),
        ("69.6", {"period": "2016..2023"}, Hindrance.NO_WHOLE_YEAR),
        ("33", {"scope": "全省"}, Hindrance.WIDER_AREA),
        ("33", {"scope": "资溪县"}, Hindrance.ONE_OBJECT),
        ("138", {"metric": "air.o3"}, Hindrance.STATISTIC_UNSTATED),
    ],
)
def test_hindered_values_have_no_limit(
    value: str, fields: dict[str, str], hindrance: Hindrance
) -> None:
    found = judged(value, **fields)
    assert (found.verdict, found.hindrance, found.applied) == (OPEN, hindrance, None)


@pytest.mark.parametrize(
    ("place", "value", "body", "grade"),
    [
        ("临水入抚河口断面", "0.21", WaterBody.RIVER, 4),
        ("清水江断面", "0.02", WaterBody.RIVER, 1),
        ("清水江断面", "0.41", WaterBody.RIVER, 6),
        ("东洞庭湖", "0.065", WaterBody.LAKE, 4),
        ("3个国控水质监测断面", "0.0647", None, None),
        ("三江镇断面", "0.1", None, None),
    ],
)
def test_class_by_river_or_lake(
    place: str, value: str, body: WaterBody | None, grade: int | None
) -> None:
    water = judged(value, metric="water.total_phosphorus", unit="mg/L", scope=place).water
    assert water is not None
    assert (water.body, water.grade) == (body, grade)


def test_metric_without_limit() -> None:
    assert judged("94", metric="air.good_days_ratio").verdict is StandardVerdict.NO_STANDARD
