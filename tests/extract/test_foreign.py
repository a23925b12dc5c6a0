"""Figures that are not the own: of others, of a standard, of an hour, of a list cut short."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured


def told(sentence: str) -> list[tuple[str, str]]:
    """Metric and value of each indicator of a sentence."""
    return [(fact.metric, str(fact.value)) for fact in measured(sentence).facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5年均浓度低于全省平均水平(35微克/立方米)。",
        "PM2.5浓度优于国家二级标准限值(35微克/立方米)。",
        "PM2.5年均浓度较全省平均水平低5微克/立方米。",
        "PM2.5浓度低于全市3微克/立方米。",
        "PM2.5浓度达到35微克/立方米的国家二级标准。",
        "优良天数比例高于全市平均水平(88.5%)。",
        "PM2.5小时浓度最高达到158微克/立方米。",
        "PM2.5日均浓度峰值为150微克/立方米。",
        "PM2.5、PM10、SO2浓度分别为31、XX、8微克/立方米。",
        "PM2.5、PM10、SO2浓度分别为31、52微克/立方米。",
    ],
)
def test_the_value_of_another_is_not_taken(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5浓度为31微克/立方米,低于国家二级标准(35微克/立方米)。",
        "PM2.5浓度31微克/立方米,低于全市3微克/立方米。",
        "PM2.5浓度31微克/立方米,达到35微克/立方米的国家二级标准。",
        "PM2.5浓度低于国家标准,为31微克/立方米。",
        "PM 2.5浓度31微克/立方米,同比下降5%。",
    ],
)
def test_the_own_value_beside_another_is_taken(sentence: str) -> None:
    assert told(sentence) == [("air.pm25", "31")]


def test_the_eight_hours_of_ozone_are_no_peak() -> None:
    assert told("臭氧日最大8小时平均浓度为140微克/立方米。") == [("air.o3", "140")]


def test_blanks_inside_a_formula_part_nothing() -> None:
    sentence = "细颗粒物(PM 2.5)、可吸入颗粒物(PM 10)平均浓度分别为每立方米19微克、43微克。"
    assert told(sentence) == [("air.pm25", "19"), ("air.pm10", "43")]


def test_the_whole_of_a_printed_year_is_that_year() -> None:
    found = measured("2023年全年优良天数320天;2024年1-10月优良天数280天。").facts
    assert [(str(fact.value), fact.period) for fact in found] == [
        ("320", "2023"),
        ("280", "2024-01..2024-10"),
    ]
