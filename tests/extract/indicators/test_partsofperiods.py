"""Values of a part of the period: months become periods, seasons scopes, and no month a scope."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator
from tests.extract.reports import measured
from tests.outlines import outlined


def told(sentence: str) -> list[tuple[str, str | None, str | None]]:
    """Value, scope and period of each indicator of a sentence."""
    return [(str(fact.value), fact.scope, str(fact.period)) for fact in measured(sentence).facts]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("PM2.5平均浓度32微克/立方米,其中12月份58微克/立方米。", "2024-12"),
        ("PM2.5平均浓度32微克/立方米(12月份58微克/立方米)。", "2024-12"),
        ("1-11月PM2.5平均浓度为32微克/立方米,12月份为58微克/立方米。", "2024-12"),
        ("PM2.5平均浓度1—9月为32微克/立方米,10—12月为58微克/立方米。", "2024Q4"),
        ("国考断面优良比例90%,其中一季度58%。", "2024Q1"),
        ("群众满意率95%,其中上半年58%。", "2024H1"),
        ("PM2.5浓度35微克/立方米(2023年58微克/立方米)。", "2023"),
        ("其中12月份PM2.5浓度58微克/立方米。", "2024-12"),
    ],
)
def test_a_value_with_but_a_time_before_it_has_that_period(sentence: str, period: str) -> None:
    value, scope, found = told(sentence)[-1]
    assert (value, found) == ("58", period)
    assert scope in {None, "国考断面", "群众"}


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5平均浓度35微克/立方米,12月10日达120微克/立方米。",
        "PM2.5平均浓度35微克/立方米,到2025年33微克/立方米。",
        "PM2.5平均浓度35微克/立方米,12月份完成检查12家。",
    ],
)
def test_a_day_and_a_year_to_come_make_no_value(sentence: str) -> None:
    assert told(sentence) == [("35", None, "2024")]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("秋冬季PM2.5平均浓度为55微克/立方米。", "秋冬季"),
        ("采暖期,全市PM2.5浓度55微克/立方米。", "采暖期"),
        ("春节期间,PM2.5浓度为55微克/立方米。", "春节期间"),
        ("中心城区夏季臭氧浓度55微克/立方米。", "中心城区夏季"),
        ("12月下旬PM2.5浓度55微克/立方米。", "下旬"),
        ("冬季臭氧浓度80微克/立方米、PM2.5浓度55微克/立方米。", "冬季"),
    ],
)
def test_a_season_narrows_a_value(sentence: str, scope: str) -> None:
    assert told(sentence)[-1][:2] == ("55", scope)


@pytest.mark.parametrize(
    "sentence",
    [
        "扎实推进秋冬季攻坚,全年PM2.5平均浓度55微克/立方米。",
        "强化秋冬季大气污染管控,PM2.5平均浓度55微克/立方米。",
        "秋冬季PM2.5浓度80微克/立方米,全年PM2.5浓度55微克/立方米。",
    ],
)
def test_a_season_of_other_things_narrows_none(sentence: str) -> None:
    assert told(sentence)[-1] == ("55", None, "2024")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("李村断面年均值达到Ⅲ类。", "李村断面"),
        ("李村断面年平均水质达到Ⅲ类。", "李村断面"),
        ("李村断面水质年均值为Ⅲ类。", "李村断面"),
    ],
)
def test_the_mean_of_the_year_is_no_part_of_a_name(sentence: str, scope: str) -> None:
    assert told(sentence) == [("Ⅲ", scope, "2024")]


THREE_YEARS = "青岭市污染防治攻坚战三年行动总结(2022—2024年)"


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("2024年,PM2.5平均浓度32微克/立方米。", ["2024"]),
        ("到2024年底,国控断面优良比例达到100%。", ["2024"]),
        ("截至2024年底,受污染耕地安全利用率达到93%。", ["2024"]),
        (
            "2022年、2023年、2024年PM2.5平均浓度分别为36、34、32微克/立方米。",
            ["2022", "2023", "2024"],
        ),
        ("PM2.5平均浓度由2021年的36微克/立方米降至2024年的32微克/立方米。", ["2021", "2024"]),
        (
            "PM2.5平均浓度由2021年的36微克/立方米降至2024年的32微克/立方米,优良率由82%升至89%。",
            ["2021", "2024", "2021", "2024"],
        ),
        ("PM2.5平均浓度32微克/立方米,优良天数比例88.9%。", ["None", "None"]),
        ("优良天数比例由82.5%提高到88.9%。", ["None", "None"]),
    ],
)
def test_a_report_of_several_years_gives_a_figure_the_year_that_is_printed(
    sentence: str, periods: list[str]
) -> None:
    facts = extract(outlined(f"{THREE_YEARS}\n一、主要成效\n{sentence}\n")).facts
    assert [str(fact.period) for fact in facts if isinstance(fact, Indicator)] == periods


@pytest.mark.parametrize(
    "sentence",
    [
        "全市一、二、三季度PM2.5浓度依次为45、30、25微克/立方米。",
        "今年一、二、三季度PM2.5浓度分别为45微克/立方米、30微克/立方米、25微克/立方米。",
        "其中第一、二、三季度PM2.5平均浓度分别为45、30和25微克/立方米。",
        "全市一季度、二季度、三季度PM2.5浓度依次为45、30、25微克/立方米。",
    ],
)
def test_each_quarter_of_a_list_has_its_value(sentence: str) -> None:
    found = [(str(one.value), str(one.period)) for one in measured(sentence).facts]
    assert found == [("45", "2024Q1"), ("30", "2024Q2"), ("25", "2024Q3")]


@pytest.mark.parametrize(
    ("time", "period"),
    [
        ("一至三季度", "2024-01..2024-09"),
        ("全县一、二季度", "2024H1"),
        ("1-3季度", "2024-01..2024-09"),
        ("三季度", "2024Q3"),
    ],
)
def test_quarters_told_together_are_one_time(time: str, period: str) -> None:
    (fact,) = measured(f"{time}PM2.5浓度35微克/立方米。").facts
    assert str(fact.period) == period


def test_a_flat_list_is_flat_in_each() -> None:
    sentence = "PM2.5、PM10浓度分别为35微克/立方米、55微克/立方米,同比持平。"
    changes = [one.change for one in measured(sentence).facts]
    assert [change and change.direction for change in changes] == ["flat", "flat"]
    single = "PM2.5浓度35微克/立方米、PM10浓度55微克/立方米,同比持平。"
    assert [one.change is None for one in measured(single).facts] == [True, False]


@pytest.mark.parametrize("said", ["(有误)", "(数据有误,应为33微克/立方米)", "(系笔误)"])
def test_a_value_that_is_called_wrong_is_none(said: str) -> None:
    assert measured(f"PM2.5浓度为35微克/立方米{said}。").facts == ()


@pytest.mark.parametrize(
    "name",
    [
        "作为2022年命名的国家生态文明建设示范区，我市",
        "在2019年度全省河湖长制工作先进单位的基础上再接再厉，",
        "我县系2021年授牌的实践创新基地，",
        "作为2020年入选的国家低碳试点城市，全市",
        "身为2018年通过验收的国家生态县，全县",
        "依托2020年国家级绿色工业园区，全市",
    ],
)
def test_the_year_of_a_name_is_no_year_of_figures(name: str) -> None:
    (fact,) = measured(f"{name}PM2.5浓度35微克/立方米。").facts
    assert (str(fact.period), fact.scope) == ("2024", None)


def test_a_year_before_a_bearer_is_that_of_figures() -> None:
    (fact, *_) = measured("2023年，依托监测网络，PM2.5浓度35微克/立方米。").facts
    assert (str(fact.value), str(fact.period)) == ("35", "2023")


def test_what_was_built_upon_has_its_year_where_it_is_a_figure() -> None:
    (base, _) = measured(
        "2023年PM2.5浓度35微克/立方米，在此基础上，PM2.5浓度降至33微克/立方米。"
    ).facts
    assert (str(base.value), str(base.period)) == ("35", "2023")
