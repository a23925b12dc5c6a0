"""Rates that are met, and days told by their level or index."""

from __future__ import annotations

import pytest

from tests.extract.reports import counted, measured


def found(sentence: str) -> list[tuple[str, str, str | None]]:
    """Metric, value and scope of every indicator of a sentence."""
    return [(one.metric, str(one.value), one.scope) for one in measured(sentence).facts]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("13个国控、省控断面水质100%达标。", "13个国控、省控断面"),
        ("国控断面水质达标率达100%。", "国控断面"),
        ("国控断面水质稳定100%达标。", "国控断面"),
        ("5个国控断面100%达标。", "5个国控断面"),
        ("国控断面水质达标100%。", "国控断面"),
        ("国控断面水质全部达标,达标率100%。", "国控断面"),
        ("国控断面水质实现百分之百达标。", "国控断面"),
        ("省控断面水质年均１００％达标。", "省控断面"),
        ("水质达标率为100%。", None),
    ],
)
def test_water_that_meets_its_standard(sentence: str, scope: str | None) -> None:
    assert found(sentence) == [("water.compliance_rate", "100", scope)]
    assert "100" not in {str(one.value) for one in counted(sentence)}


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("城区集中式饮用水水源地水质100%达标。", "城区集中式饮用水水源地"),
        ("饮用水水源地100%达标。", "饮用水水源地"),
        ("饮用水源地水质达标100%。", "饮用水源地"),
        ("乡镇饮用水水源地水质保持100%达标。", "乡镇饮用水水源地"),
    ],
)
def test_drinking_water_that_meets_its_standard(sentence: str, scope: str) -> None:
    assert found(sentence) == [("water.drinking_compliance", "100", scope)]


def test_two_rates_with_one_number_have_each_their_scope() -> None:
    assert found("断面水质达标率、饮用水水源地水质达标率均为100%。") == [
        ("water.compliance_rate", "100", "断面"),
        ("water.drinking_compliance", "100", "饮用水水源地"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "污水处理厂出水水质100%达标。",
        "企业100%达标排放。",
        "3个国控断面未实现100%达标。",
        "危险废物100%安全处置。",
        "确保饮用水水源地水质100%达标。",
        "机动车尾气100%达标。",
    ],
)
def test_what_else_is_met_is_no_rate_of_water(sentence: str) -> None:
    assert found(sentence) == []


@pytest.mark.parametrize(
    "said",
    [
        "环境空气质量指数(AQI)为一级(优)、二级(良)的天数合计324天",
        "空气质量达到优、良的天数为324天",
        "环境空气质量一、二级天数324天",
        "空气质量达到国家二级标准天数324天",
        "达到或好于二级的天数为324天",
        "优、良天数共324天",
        "AQI≤100的天数324天",
        "AQI小于等于100的天数为324天",
        "空气质量指数（AQI）不超过100的天数达324天",
    ],
)
def test_good_days_in_other_words(said: str) -> None:
    days = ("air.good_days", "324", None)
    ratio = ("air.good_days_ratio", "89.5", None)
    assert found(f"{said}。") == [days]
    assert found(f"{said},占有效天数的89.5%。") == [days, ratio]
    whole = ("air.assessed_days", "362", None)
    assert found(f"{said},占监测有效天数(362天)的89.5%。") == [days, whole, ratio]


@pytest.mark.parametrize("said", ["AQI超过200的天数为3天", "AQI指数大于200的天数3天"])
def test_days_of_a_high_index_are_heavily_polluted(said: str) -> None:
    assert found(f"{said}。") == [("air.heavy_pollution_days", "3", None)]


def test_a_share_of_other_days_is_no_share_of_good_ones() -> None:
    sentence = "重污染天数3天,占有效天数(362天)的0.8%。"
    assert "air.good_days_ratio" not in {metric for metric, _, _ in found(sentence)}


@pytest.mark.parametrize("said", ["空气质量日均达标率", "优良天数324天,达标率", "空气质量达标率"])
def test_the_rate_of_days_that_meet_the_standard(said: str) -> None:
    assert found(f"{said}89.5%。")[-1] == ("air.good_days_ratio", "89.5", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "优天数120天,良天数204天。",
        "空气质量达到国家二级标准。",
        "力争空气质量达到二级标准天数320天。",
    ],
)
def test_days_of_one_level_and_hopes_are_no_good_days(sentence: str) -> None:
    assert found(sentence) == []
