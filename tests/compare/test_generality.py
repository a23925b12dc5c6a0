"""A figure of a part of the work or of several years stands beside no bureau's whole one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.compare.dossiers import dossiers
from builder.compare.generality import is_general
from builder.config import Config
from builder.model import BureauKind, TallySource
from tests.smallreports import compared, extraction, problem, quantity, second, tally


def general(text: str, quote: str, *others: str) -> bool:
    start = text.index(quote)
    fact = replace(quantity("5", "万元", "罚款"), start=start, end=start + len(quote))
    named = [problem(text, other, other) for other in others]
    (dossier,) = dossiers([extraction("jia", fact, *named, text=text)], Config())
    return is_general(fact, dossier)


@pytest.mark.parametrize(
    "text",
    [
        "开展“利剑”专项执法,出动执法人员1800余人次,立案查处38起,罚款5万元。",
        "组织化工、电镀行业专项检查,共检查企业168家,整改率94.2%;立案11起,罚款5万元。",
        "全年开展“雪域护蓝”专项检查,对134家单位进行检查,立案2起,罚款5万元。",
        "督察期间转办我市的群众举报件196件,办结188件,立案处罚31家,罚款5万元。",
        "发布会通报了5起典型违法案例,涉及超标排放,罚款5万元。",
        "“十四五”以来,立案3起,罚款5万元,五年累计罚款5万元。",
        "2021年以来罚款5万元。",
        "2022—2024年罚款5万元。",
    ],
)
def test_a_figure_of_a_part_or_of_years_is_not_general(text: str) -> None:
    quote = "五年累计罚款5万元" if "五年累计" in text else "罚款5万元"
    assert not general(text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "全年检查企业312家次,立案13件,罚款5万元。",
        "开展“利剑”专项执法;全年立案38起,罚款5万元。",
        "组织开展水源地、涉水企业等多领域专项执法行动,罚款5万元。",
        "开展环保专项行动8次,出动600余人次,罚款5万元。",
        "交办信访件64件,已办结;检查企业20家,罚款5万元。",
        "2024年以来,罚款5万元。",
    ],
)
def test_a_figure_of_all_of_the_year_is(text: str) -> None:
    assert general(text, "罚款5万元")


def test_what_a_problem_tells_is_no_figure_of_the_year() -> None:
    text = "个别企业偷排,今年罚款5万元,仍屡禁不止。"
    assert not general(text, "罚款5万元", text[:-1])


def test_years_and_other_offices_stand_beside_nobody() -> None:
    fine = quantity("5", "万元", "罚款")
    longer = extraction(
        "bing", fine, bureau="丙省生态环境厅", region=("丙省",), period="2021..2025"
    )
    water = extraction("ding", fine, bureau="丁市水利局", region=("某省", "丁市"))
    water = replace(water, report=replace(water.report, bureau_kind=BureauKind.OTHER))
    (found,) = compared(extraction("jia", fine), second(fine), longer, water).quantities
    assert [entry.fact.report for entry in found.entries] == ["jia", "yi-2024"]
    assert compared(extraction("jia", fine), longer).quantities == ()


def test_petitions_of_one_kind_stand_in_the_whole() -> None:
    petition = TallySource.PETITION
    every = tally("2655", "2618", source=petition, subject="群众信访件", start=1)
    part = tally("417", "417", source=petition, subject="涉气投诉", start=2)
    (found,) = compared(extraction("jia", every, part), second(every)).quantities
    assert [entry.value for entry in found.entries] == [2655, 2655]
    (alone,) = compared(extraction("jia", part), second(every)).quantities
    assert [entry.value for entry in alone.entries] == [417, 2655]
