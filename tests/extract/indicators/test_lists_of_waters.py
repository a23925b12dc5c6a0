"""Sections in a list with a class each, with one noun before all, and the places of townships."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator
from tests.extract.reports import measured
from tests.outlines import outlined


def told(sentence: str) -> list[tuple[str, str | None]]:
    return [(str(fact.value), fact.scope) for fact in measured(sentence).facts]


@pytest.mark.parametrize(
    ("sentence", "rate_of"),
    [
        ("完成情况:漾水桥断面Ⅱ类、北渡断面Ⅲ类、高坝断面Ⅲ类,达标率100%。", None),
        ("考核断面中,漾水桥断面Ⅱ类、北渡断面Ⅲ类、高坝断面Ⅲ类,达标率100%。", "考核断面"),
        ("漾水桥断面为Ⅱ类、北渡断面为Ⅲ类、高坝断面为Ⅲ类,水质达标率100%。", None),
        ("漾水桥断面水质Ⅱ类、北渡断面水质Ⅲ类、高坝断面水质Ⅲ类,水质达标率100%。", None),
    ],
)
def test_a_rate_behind_classes_of_several_is_that_of_all(
    sentence: str, rate_of: str | None
) -> None:
    classes = [("Ⅱ", "漾水桥断面"), ("Ⅲ", "北渡断面"), ("Ⅲ", "高坝断面")]
    assert told(sentence) == [*classes, ("100", rate_of)]


def test_a_rate_behind_one_section_is_its_own() -> None:
    assert told("大桥断面水质均值为Ⅲ类,水质达标率100%。") == [
        ("Ⅲ", "大桥断面"),
        ("100", "大桥断面"),
    ]


def test_points_of_a_score_are_no_part_of_what_a_heading_names() -> None:
    text = "某县分局2024年自评报告\n一、环境质量目标(40分)\n1.地表水考核断面(12分)。"
    told = f"{text}完成情况:漾水桥断面Ⅱ类、北渡断面Ⅲ类,达标率100%。自评12分。\n"
    facts = [one for one in extract(outlined(told)).facts if isinstance(one, Indicator)]
    assert [(one.value, one.scope) for one in facts][:2] == [
        ("Ⅱ", "漾水桥断面"),
        ("Ⅲ", "北渡断面"),
    ]
    assert facts[2].scope == "地表水考核断面"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("市控断面石桥、茶亭为Ⅲ类。", [("Ⅲ", "市控断面石桥"), ("Ⅲ", "市控断面茶亭")]),
        ("省控断面枫林渡、双江口均为Ⅱ类。", [("Ⅱ", "省控断面枫林渡"), ("Ⅱ", "省控断面双江口")]),
        ("国考断面上渡和下渡分别为Ⅱ类、Ⅲ类。", [("Ⅱ", "国考断面上渡"), ("Ⅲ", "国考断面下渡")]),
        # Guards: kinds of sections, names with a noun of their own.
        ("国控断面、省控断面水质均为Ⅲ类。", [("Ⅲ", "国控断面"), ("Ⅲ", "省控断面")]),
        ("省控断面枫林渡、白沙河均为Ⅱ类。", [("Ⅱ", "省控断面枫林渡"), ("Ⅱ", "白沙河")]),
    ],
)
def test_the_noun_before_a_list_is_that_of_each_name(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert told(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "镇区空气微站数据显示,PM2.5平均浓度29微克/立方米,同比下降2微克/立方米;优良天数169天。",
        "全镇镇区PM2.5平均浓度29微克/立方米,优良天数169天。",
        "镇区PM2.5平均浓度29微克/立方米。优良天数169天。",
    ],
)
def test_the_seat_of_a_township_is_a_place(sentence: str) -> None:
    assert [scope and scope[-2:] for _, scope in told(sentence)] == ["镇区", "镇区"]


def test_seats_of_towns_that_are_counted_are_none() -> None:
    assert told("建成12个镇区的网格,PM2.5平均浓度29微克/立方米。") == [("29", None)]


TOWN = "澄垭县柳坪镇生态环境办公室2024年工作总结\n一、工作情况\n"
COUNTY = "澄垭县生态环境局2024年工作总结\n一、工作情况\n"


@pytest.mark.parametrize(
    ("head", "sentence", "scope"),
    [
        (TOWN, "全镇行政村生活污水治理率达到57.1%。", None),
        (TOWN, "我镇农村生活污水治理率57.1%。", None),
        (TOWN, "全县农村生活污水治理率57.1%。", "全县"),
        (COUNTY, "全县农村生活污水治理率57.1%。", None),
    ],
)
def test_the_whole_of_a_township_is_no_scope_of_its_own(
    head: str, sentence: str, scope: str | None
) -> None:
    (fact,) = (one for one in extract(outlined(head + sentence)).facts)
    assert isinstance(fact, Indicator)
    assert (str(fact.value), fact.scope) == ("57.1", scope)


@pytest.mark.parametrize(
    "sentence",
    [
        "农村生活污水治理率51.2%;设施正常运行率以90%为基准,每低1个百分点扣0.2分,我县为86%。",
        "农村生活污水治理率51.2%,设施运行率为90%,其中东山镇88%。",
        "农村生活污水治理率51.2%。",
    ],
)
def test_a_part_behind_another_rate_is_that_ones(sentence: str) -> None:
    assert told(sentence) == [("51.2", None)]


def test_a_part_right_behind_its_rate_is_its_own() -> None:
    assert told("农村生活污水治理率51.2%,其中东山镇88%。") == [("51.2", None), ("88", "东山镇")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("考核目标:均达到Ⅲ类;完成情况:漾水桥断面Ⅱ类。", [("Ⅱ", "漾水桥断面")]),
        ("年度要求:漾水桥断面达到Ⅲ类;实际:漾水桥断面为Ⅱ类。", [("Ⅱ", "漾水桥断面")]),
        ("目标:断面达到Ⅲ类。", []),
        # Guard: another label is none of an aim.
        ("水质情况:漾水桥断面达到Ⅲ类。", [("Ⅲ", "漾水桥断面")]),
    ],
)
def test_a_class_behind_the_label_of_an_aim_is_none(
    sentence: str, found: list[tuple[str, str]]
) -> None:
    assert told(sentence) == found
