"""Figures that are not the own: of others, of a standard, of an hour, of a list cut short."""

from __future__ import annotations

from decimal import Decimal

import pytest

from builder.extract import extract
from builder.model import Indicator, Tally
from tests.extract.reports import measured, outlined


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
    assert [(str(fact.value), str(fact.period)) for fact in found] == [
        ("320", "2023"),
        ("280", "2024-01..2024-10"),
    ]


COUNTY = "某县生态环境局2024年工作总结\n一、2024年工作情况\n"


def placed(sentence: str, head: str = COUNTY) -> list[tuple[str, str | None]]:
    """Value and scope of each indicator of a county's report."""
    found = extract(outlined(f"{head}{sentence}\n")).facts
    return [(str(fact.value), fact.scope) for fact in found if isinstance(fact, Indicator)]


def test_a_wider_area_is_a_scope_and_the_own_is_none() -> None:
    own = [("33", "全省"), ("29", None)]
    assert placed("全省PM2.5平均浓度为33微克/立方米,我县为29微克/立方米。") == own
    assert placed("全省PM2.5浓度33微克/立方米,我县PM2.5浓度29微克/立方米。") == own
    assert placed("全市PM2.5浓度34微克/立方米,全县PM2.5浓度31微克/立方米。") == [
        ("34", "全市"),
        ("31", None),
    ]
    assert placed("全国断面优良比例为89.4%,我县优良断面比例为100%。") == [
        ("89.4", "全国断面"),
        ("100", None),
    ]


def test_the_average_of_a_wider_area_behind_a_metric_is_not_taken() -> None:
    assert placed("PM2.5浓度全省平均为33微克/立方米。") == []


def test_a_rank_in_a_wider_area_makes_no_scope() -> None:
    assert placed("全县优良天数比例居全市第3,达到88%。") == [("88", None)]
    assert placed("全省排名第3的PM2.5浓度为31微克/立方米。") == [("31", None)]


def test_a_city_says_all_of_the_city_of_itself() -> None:
    head = "某市生态环境局2024年工作总结\n一、2024年工作情况\n"
    assert placed("全市PM2.5浓度34微克/立方米。", head) == [("34", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "到2025年底,农村生活污水治理率达到50%。",
        "到2025年,全县PM2.5浓度降到30微克/立方米。",
    ],
)
def test_a_year_to_come_gives_no_result(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "甲县、乙县优良天数比例分别为90%、91%、92%。",
        "甲县、乙县PM2.5、PM10浓度分别为31、52微克/立方米。",
        "优良天数分别为310天、320天。",
    ],
)
def test_a_list_that_does_not_agree_is_not_understood(sentence: str) -> None:
    found = measured(sentence)
    assert found.facts == ()
    assert found.doubted


def test_a_list_agrees_with_objects_numbers_of_them_or_times() -> None:
    assert len(told("3个省控断面水质达标率分别为90%、91%、92%。")) == 3
    found = measured("2023年、2024年优良天数比例分别为87%、88%。").facts
    assert [(str(fact.value), str(fact.period)) for fact in found] == [
        ("87", "2023"),
        ("88", "2024"),
    ]


def test_the_same_time_of_last_year_is_last_year() -> None:
    found = measured("去年同期PM2.5浓度为35微克/立方米,今年PM2.5为31微克/立方米。").facts
    assert [(str(fact.value), str(fact.period)) for fact in found] == [
        ("35", "2023"),
        ("31", "2024"),
    ]


def test_some_of_several_are_nobody_by_name() -> None:
    assert told("12个县区中有8个优良天数比例超过90%。") == []
    assert told("9个断面中8个达到Ⅲ类,优良率88.9%。") == [("water.good_ratio", "88.9")]


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        ("和平桥断面、李家湾断面水质均达到Ⅲ类。", ["和平桥断面", "李家湾断面"]),
        ("李家湾断面、和平桥断面水质均达到Ⅲ类。", ["李家湾断面", "和平桥断面"]),
        ("及第河断面水质为Ⅲ类。", ["及第河断面"]),
        ("李家湾断面和王家河断面水质均达到Ⅲ类。", ["李家湾断面", "王家河断面"]),
        ("甲断面上年为Ⅲ类。", ["甲断面"]),
    ],
)
def test_a_name_keeps_its_first_word(sentence: str, scopes: list[str]) -> None:
    assert [fact.scope for fact in measured(sentence).facts] == scopes


def test_months_of_a_class_are_not_the_class_of_the_year() -> None:
    assert told("甲断面全年有10个月达到Ⅲ类。") == []
    assert len(told("甲断面1-6月为Ⅳ类,7-12月均值为Ⅲ类。")) == 2


def test_a_bad_share_needs_no_word_for_it() -> None:
    assert told("断面优良比例为92.3%,劣V类0%。") == [
        ("water.good_ratio", "92.3"),
        ("water.bad_ratio", "0"),
    ]


def settled(sentence: str) -> list[tuple[Decimal | None, Decimal | None]]:
    """Total and done of each tally of a sentence."""
    facts = extract(outlined(f"{COUNTY}{sentence}\n")).facts
    return [(fact.total, fact.done) for fact in facts if isinstance(fact, Tally)]


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("排查入河排污口120个,其中需整治80个,已整治72个。", (80, 72)),
        ("反馈的12项问题,应于2024年完成8项,实际完成7项。", (12, 7)),
        ("反馈的12项问题,及时响应,已完成整改8项。", (12, 8)),
        ("12个问题已全部完成整改。", (12, 12)),
    ],
)
def test_a_wish_is_no_result(sentence: str, told_of: tuple[int, int]) -> None:
    assert [tuple(map(int, filter(None, one))) for one in settled(sentence)] == [told_of]


@pytest.mark.parametrize(
    "sentence",
    [
        "反馈的12项问题,预计年底完成10项。",
        "12个问题中,除2个正在整改外,其余全部完成。",
        "12个问题中除2个外,均已完成整改。",
        "12个问题力争全部完成整改。",
        "要求12个问题全部完成整改。",
        "12个问题确保年底全部销号。",
    ],
)
def test_not_all_are_settled(sentence: str) -> None:
    assert all(done is None for _, done in settled(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5浓度力争降至35微克/立方米以下。",
        "PM2.5浓度要降至35微克/立方米以下。",
        "PM2.5浓度应达到35微克/立方米。",
        "PM2.5浓度距离目标35微克/立方米还差2微克/立方米。",
        "优良天数比例未达88%。",
        "优良天数比例有望达到88%。",
        "优良天数比例达到88%以上的要求。",
        "到年底优良天数比例达到88%以上。",
        "优良天数考核得分率88%。",
        "优良天数比例最低88%。",
        "三年平均PM2.5浓度32微克/立方米。",
    ],
)
def test_what_is_hoped_or_missed_is_no_value(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "优良天数比例稳步提升,达到88%。",
        "截至年底优良天数比例达到88%。",
        "优良天数比例目标85%,实际达到88%。",
    ],
)
def test_a_value_reached_is_one(sentence: str) -> None:
    assert told(sentence)[-1:] == [("air.good_days_ratio", "88")]


def test_last_year_in_brackets_is_last_year() -> None:
    found = measured("PM2.5浓度31微克/立方米(上年35)。").facts
    assert [(str(fact.value), str(fact.period)) for fact in found] == [
        ("31", "2024"),
        ("35", "2023"),
    ]


def test_the_change_of_another_is_not_taken() -> None:
    (one,) = measured("PM2.5浓度31微克/立方米,全省平均下降5%。").facts
    assert one.change is None
    (one,) = measured("空气质量综合指数3.21,同比下降5%,排名全市第2。").facts
    assert one.rank is not None
    assert one.change is not None


def test_changes_that_do_not_agree_with_values_are_not_taken() -> None:
    sentence = "PM2.5、PM10浓度分别为31、52微克/立方米,同比分别下降5%、上升3%、持平。"
    assert [fact.change for fact in measured(sentence).facts] == [None, None]
