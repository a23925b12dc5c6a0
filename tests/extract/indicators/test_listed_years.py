"""Values of several years told in one: in a list, as bases, and since a year."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator
from tests.extract.reports import measured
from tests.outlines import outlined

THREE_YEARS = "青岭市污染防治攻坚战三年行动总结(2022—2024年)"


def told(sentence: str, title: str = THREE_YEARS) -> list[tuple[str, str | None, str]]:
    """Value, scope and period of each indicator of a report with one sentence."""
    facts = extract(outlined(f"{title}\n一、主要成效\n{sentence}\n")).facts
    return [(str(x.value), x.scope, str(x.period)) for x in facts if isinstance(x, Indicator)]


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("2022—2024年,全市PM2.5平均浓度分别为36、34、32微克/立方米。", None),
        ("2022至2024年县城PM2.5年均浓度依次为36、34和32微克/立方米。", "县城"),
        ("2022年、2023年、2024年城区PM2.5浓度分别为36、34、32微克/立方米。", "城区"),
        ("PM2.5浓度2022年、2023年、2024年分别为36、34、32微克/立方米。", None),
        ("全市PM2.5平均浓度2022—2024年分别为36微克/立方米、34微克/立方米、32微克/立方米。", None),
    ],
)
def test_each_year_of_a_list_has_its_value(sentence: str, scope: str | None) -> None:
    years = [("36", scope, "2022"), ("34", scope, "2023"), ("32", scope, "2024")]
    assert told(sentence) == years


def test_years_of_a_list_are_not_those_of_as_many_places() -> None:
    found = told("2022—2024年,甲县、乙县、丙区PM2.5浓度分别为36、34、32微克/立方米。")
    assert [scope for _, scope, _ in found] == ["甲县", "乙县", "丙区"]
    assert {period for *_, period in found} == {"2022..2024"}


@pytest.mark.parametrize(
    "sentence",
    [
        "PM2.5浓度由2022年的31微克/立方米、2023年的29微克/立方米下降到26微克/立方米;优良率95%。",
        "PM2.5浓度从2022年的31微克/立方米和2023年的29微克/立方米降至26微克/立方米,优良率95%。",
        "PM2.5平均浓度由2022年31微克/立方米、2023年29微克/立方米改善至26微克/立方米,优良率95%。",
    ],
)
def test_bases_of_several_years_have_their_own(sentence: str) -> None:
    found = [(str(one.value), str(one.period)) for one in measured(sentence).facts]
    assert found == [("31", "2022"), ("29", "2023"), ("26", "2024"), ("95", "2024")]


def test_a_list_of_places_behind_a_base_is_none_of_bases() -> None:
    found = measured("PM2.5浓度由2022年的31微克/立方米降至26微克/立方米,优良率95%。").facts
    assert [(str(one.value), str(one.period)) for one in found] == [
        ("31", "2022"),
        ("26", "2024"),
        ("95", "2024"),
    ]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("茅溪断面水质由5月的劣Ⅴ类改善到11月的Ⅳ类。", ["2024-05", "2024-11"]),
        ("沙溪断面水质由一季度的Ⅴ类提升至四季度的Ⅲ类。", ["2024Q1", "2024Q4"]),
        (
            "PM2.5浓度由1月的58微克/立方米降至9月的18微克/立方米,优良率90%。",
            ["2024-01", "2024-09", "2024"],
        ),
        ("沙溪断面水质由上年的Ⅴ类提升到今年的Ⅲ类。", ["2023", "2024"]),
    ],
)
def test_a_base_has_the_month_beside_it(sentence: str, periods: list[str]) -> None:
    assert [str(one.period) for one in measured(sentence).facts] == periods


FIVE_YEARS = "青岭市生态环境局“十四五”工作总结"


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        (
            "棠河断面2023年以来稳定达到Ⅲ类,柳渡断面水质为Ⅱ类;优良率84.7%。",
            ["2023..2025", "None", "None"],
        ),
        (
            "棠河断面2023年至今保持Ⅲ类;柳渡断面水质为Ⅱ类。",
            ["2023..2025", "None"],
        ),
        ("柳渡断面年年保持Ⅲ类,优良率84.7%。", ["2021..2025", "None"]),
        ("柳渡断面水质历年均为Ⅲ类。", ["2021..2025"]),
        ("柳渡断面每年达到Ⅲ类。", ["2021..2025"]),
        ("2023年以来,棠河断面保持Ⅲ类,森林覆盖率34.7%。", ["2023..2025", "2023..2025"]),
    ],
)
def test_a_year_since_which_something_is_so_is_that_of_its_clause(
    sentence: str, periods: list[str]
) -> None:
    assert [period for *_, period in told(sentence, FIVE_YEARS)] == periods


@pytest.mark.parametrize(
    "sentence",
    [
        "距“十四五”目标还有差距,臭氧浓度168微克/立方米。",
        "提前完成“十四五”规划任务,臭氧浓度168微克/立方米。",
        "优于十四五考核要求,臭氧浓度168微克/立方米。",
    ],
)
def test_five_years_of_a_goal_are_no_period(sentence: str) -> None:
    assert [str(one.period) for one in measured(sentence).facts] == ["2024"]


def test_five_years_that_are_no_goal_are_a_period() -> None:
    (fact,) = measured("“十四五”以来,臭氧浓度168微克/立方米。", period="2021..2025").facts
    assert str(fact.period) == "2021..2025"


@pytest.mark.parametrize(
    ("said", "basis"),
    [
        ("较2023年下降4.0%", None),
        ("比2023年的35.2微克/立方米下降4.0%", None),
        ("较2023年底下降4.0%", "上年底"),
        ("较2020年下降4.0%", "2020"),
        ("较2020年底下降4.0%", "2020"),
        ("自2020年以来累计下降4.0%", "2020"),
        ("自2020年起下降4.0%", "2020"),
    ],
)
def test_a_change_from_the_year_before_has_no_basis(said: str, basis: str | None) -> None:
    change = measured(f"PM2.5平均浓度33.8微克/立方米,{said}。").facts[0].change
    assert change is not None
    assert (str(change.value), change.basis) == ("4.0", basis)


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("森林覆盖率达到34.7%,生态质量指数61.85。", ["2021..2025", "2021..2025"]),
        ("农村生活污水治理率由2020年的18.2%提高到46%。", ["2020", "2021..2025"]),
        (
            "棠河断面2023年以来稳定达到Ⅲ类;危险废物规范化评估达标率98%。",
            ["2023..2025", "2021..2025"],
        ),
        # Guards: a year that is told holds, and the air is measured in each.
        ("到2023年,森林覆盖率达到34.7%;受污染耕地安全利用率92%。", ["2023", "2023"]),
        ("2024年,完成项目12个。森林覆盖率达到34.7%。", ["None"]),
        ("20XX年森林覆盖率达到34.7%。", ["None"]),
        ("PM2.5平均浓度32微克/立方米,优良率84.7%。", ["None", "None"]),
    ],
)
def test_a_state_of_five_years_is_reached_by_their_end(sentence: str, periods: list[str]) -> None:
    assert [period for *_, period in told(sentence, FIVE_YEARS)] == periods


RECTIFIED = (
    "宁谷市2024年督察反馈问题整改情况报告\n{line}\n督察反馈意见涉及我市问题18项。\n一、河段断流\n"
)


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("(截至2024年11月30日)", "2024-01..2024-11"),
        ("（截至11月25日）", "2024-01-01..2024-11-25"),
        ("(数据截至2024年11月25日)", "2024-01-01..2024-11-25"),
        ("(2024年12月5日)", "2024"),
    ],
)
def test_a_day_below_the_title_is_that_of_all_figures(line: str, period: str) -> None:
    text = f"{RECTIFIED.format(line=line)}整改进展:已完成。清水沟断面水质达到Ⅳ类。\n"
    facts = extract(outlined(text)).facts
    assert [str(one.period) for one in facts if isinstance(one, Indicator)] == [period]


def test_a_year_since_which_work_goes_on_is_no_basis_of_a_yearly_change() -> None:
    sentence = "自2020年以来,扎实推进治理,PM2.5浓度35微克/立方米,同比下降3%。"
    (fact,) = measured(sentence).facts
    assert fact.change is not None
    assert (str(fact.change.value), fact.change.basis) == ("3", None)


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("大桥断面由2020年的Ⅴ类、2022年的Ⅳ类改善到Ⅲ类。", ["2020", "2022", "2024"]),
        ("大桥断面水质从2021年的劣Ⅴ类、2023年的Ⅴ类提升至Ⅳ类。", ["2021", "2023", "2024"]),
        ("大桥断面由上年的Ⅴ类改善到Ⅲ类。", ["2023", "2024"]),
    ],
)
def test_bases_of_a_class_in_several_years_have_their_own(
    sentence: str, periods: list[str]
) -> None:
    assert [str(one.period) for one in measured(sentence).facts] == periods


QUARTER = "云桐区2025年第二季度环境质量季报\n一、环境质量\n"


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("上季度河口断面为Ⅴ类,本季度改善为Ⅳ类。", ["2025Q1", "2025Q2"]),
        ("上一季度PM2.5平均浓度为45微克/立方米。", ["2025Q1"]),
        ("PM2.5平均浓度22微克/立方米,上个季度为45微克/立方米。", ["2025Q2", "2025Q1"]),
        # Guards: what a change counts from, and a month of another length.
        ("PM2.5平均浓度22微克/立方米,较上季度下降12%。", ["2025Q2"]),
        ("上月PM2.5平均浓度为45微克/立方米。", ["None"]),
    ],
)
def test_the_quarter_before_is_none_of_the_reports(sentence: str, periods: list[str]) -> None:
    facts = extract(outlined(f"{QUARTER}{sentence}\n")).facts
    assert [str(one.period) for one in facts if isinstance(one, Indicator)] == periods


@pytest.mark.parametrize("quarter", ["一季度", "第一季度", "上一季度"])
def test_a_change_from_a_quarter_has_it_as_basis(quarter: str) -> None:
    text = f"{QUARTER}PM2.5平均浓度22微克/立方米,较{quarter}下降12%。\n"
    (fact,) = (one for one in extract(outlined(text)).facts if isinstance(one, Indicator))
    assert fact.change is not None
    assert fact.change.basis == quarter


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "云桐桥断面4月、5月为Ⅲ类,6月为Ⅱ类。",
            [("Ⅲ", "2024-04"), ("Ⅲ", "2024-05"), ("Ⅱ", "2024-06")],
        ),
        ("大桥断面2023年、2024年水质分别为Ⅳ类、Ⅲ类。", [("Ⅳ", "2023"), ("Ⅲ", "2024")]),
        ("大桥断面水质一季度和二季度均为Ⅲ类。", [("Ⅲ", "2024Q1"), ("Ⅲ", "2024Q2")]),
        # Guard: one time, and classes of as many sections.
        ("大桥断面2023年水质为Ⅳ类。", [("Ⅳ", "2023")]),
        ("大桥断面、柳湾断面分别为Ⅳ类、Ⅲ类。", [("Ⅳ", "2024"), ("Ⅲ", "2024")]),
    ],
)
def test_each_time_of_a_list_has_its_class(sentence: str, found: list[tuple[str, str]]) -> None:
    assert [(str(one.value), str(one.period)) for one in measured(sentence).facts] == found


@pytest.mark.parametrize(
    ("sentence", "scope", "periods"),
    [
        (
            "大桥断面2022年为Ⅴ类、2023年为Ⅳ类、2024年为Ⅲ类。",
            "大桥断面",
            ["2022", "2023", "2024"],
        ),
        ("大桥断面上半年为Ⅳ类、下半年达到Ⅲ类。", "大桥断面", ["2024H1", "2024H2"]),
        ("大桥断面4月、7月水质为Ⅳ类,全年均值为Ⅲ类。", "大桥断面", ["2024-04", "2024-07", "2024"]),
    ],
)
def test_a_class_of_another_time_is_of_the_same_water(
    sentence: str, scope: str, periods: list[str]
) -> None:
    facts = measured(sentence).facts
    assert [str(one.period) for one in facts] == periods
    assert {one.scope for one in facts} == {scope}


def test_a_class_of_another_water_in_a_list_is_its_own() -> None:
    facts = measured("大桥断面2023年为Ⅳ类、柳湾断面2024年为Ⅲ类。").facts
    assert [(one.scope, str(one.period)) for one in facts] == [
        ("大桥断面", "2023"),
        ("柳湾断面", "2024"),
    ]
