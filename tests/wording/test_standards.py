from __future__ import annotations

import pytest

from builder.compare.scopes import scope
from builder.compare.standards import judgement
from builder.language import Language
from builder.model import Indicator, Qualifier
from builder.wording.standards import standard_words
from tests.smallreports import indicator

ZH = Language("zh")


def words_of(fact: Indicator) -> str:
    return standard_words(fact, judgement(fact, scope(fact.scope)), ZH)


def test_no_limit_before_the_standard() -> None:
    assert words_of(indicator(period="2014")) == "不评价：统计期不明或当时没有收录的限值"


def test_unconfirmed_limit_is_no_fact() -> None:
    fact = indicator("65", metric="air.pm10", period="2027")
    assert judgement(fact, scope(fact.scope)).applied is None
    assert words_of(fact) == "不评价：GB 3095-2026的限值尚未核实"


@pytest.mark.parametrize(
    ("value", "qualifier", "words"),
    [
        ("35", Qualifier.EQUAL, "达标（GB 3095-2012二级，≤35 μg/m³）"),
        ("35.1", Qualifier.EQUAL, "超标（GB 3095-2012二级，≤35 μg/m³）"),
        ("35", Qualifier.AT_MOST, "达标（GB 3095-2012二级，≤35 μg/m³）"),
        ("36", Qualifier.AT_LEAST, "超标（GB 3095-2012二级，≤35 μg/m³）"),
        ("30", Qualifier.AT_LEAST, "不评价：只载约数或范围"),
        ("40", Qualifier.AT_MOST, "不评价：只载约数或范围"),
        ("30", Qualifier.ABOUT, "不评价：只载约数或范围"),
    ],
)
def test_verdict_never_says_more_than_the_hedge(
    value: str, qualifier: Qualifier, words: str
) -> None:
    assert words_of(indicator(value, qualifier=qualifier)) == words


def test_part_of_a_year_is_not_held_against_an_annual_limit() -> None:
    for period in ("2024Q1", "2023-01-01..2023-12-05", "2016..2023"):
        fact = indicator("69.6", period=period)
        assert words_of(fact) == "不评价：不是全年数据，不与年平均限值比较"
        assert judgement(fact, scope(fact.scope)).applied is None
    masked = indicator("41", period=None)
    assert words_of(masked) == "不评价：统计期不明或当时没有收录的限值"


def test_named_place_does_not_stand_for_the_whole() -> None:
    fact = indicator("33", scope="资溪县")
    assert words_of(fact) == "不评价：只是资溪县的值，不代表全域"
    assert words_of(indicator("33", scope="中心城区")).startswith("达标")


def test_percentile_must_be_stated() -> None:
    bare = indicator("138", metric="air.o3")
    stated = indicator("138", metric="air.o3", scope="8h第90百分位数")
    words = "不评价：未载明统计量，限值按日最大8小时平均第90百分位数"
    assert words_of(bare) == words
    assert words_of(stated) == "达标（GB 3095-2012二级，≤160 μg/m³）"


def test_other_unit_is_not_compared() -> None:
    assert words_of(indicator("0.03", unit="mg/m³")) == "不评价：单位与限值不同"


@pytest.mark.parametrize(
    ("scope", "value", "words"),
    [
        ("临水入抚河口断面", "0.21", "按GB 3838-2002河流限值为Ⅳ类（≤0.3 mg/L）"),
        ("清水江断面", "0.02", "按GB 3838-2002河流限值为Ⅰ类（≤0.02 mg/L）"),
        ("清水江断面", "0.41", "按GB 3838-2002河流限值为劣Ⅴ类"),
        ("东洞庭湖", "0.065", "按GB 3838-2002湖库限值为Ⅳ类（≤0.1 mg/L）"),
        (
            "3个国控水质监测断面",
            "0.0647",
            "不评价：未写明是河流还是湖库（GB 3838-2002 Ⅲ类：河流0.2、湖库0.05 mg/L）",
        ),
        ("抚河廖坊水库断面", "0.05", "按GB 3838-2002湖库限值为Ⅲ类（≤0.05 mg/L）"),
        # Names of towns hold such words too.
        (
            "三江镇断面",
            "0.1",
            "不评价：未写明是河流还是湖库（GB 3838-2002 Ⅲ类：河流0.2、湖库0.05 mg/L）",
        ),
    ],
)
def test_total_phosphorus_by_river_or_lake(scope: str, value: str, words: str) -> None:
    fact = indicator(value, metric="water.total_phosphorus", unit="mg/L", scope=scope)
    assert words_of(fact) == words


def test_metric_without_limit() -> None:
    assert words_of(indicator("94", metric="air.good_days_ratio")) == "无适用限值"


def test_the_bureaus_own_name_is_no_river() -> None:
    own = scope("潜江市国控断面", ("湖北省", "潜江市"))
    fact = indicator("0.1", metric="water.total_phosphorus", unit="mg/L", scope="潜江市国控断面")
    assert standard_words(fact, judgement(fact, own), ZH).startswith("不评价")
