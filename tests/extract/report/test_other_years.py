"""Periods that a text tells only beside another one: of addresses, of plans, of five years."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Indicator, ReportLine
from tests.outlines import outlined

SPEECH = """在全市生态环境工作会议上的讲话
(2025年2月18日)
同志们:
{done}
{figures}
三、2025年工作安排
今年PM2.5浓度控制在33微克/立方米以内。
"""


def line(text: str) -> ReportLine:
    return extract(outlined(text)).report


def printed(period: object) -> str | None:
    return None if period is None else str(period)


@pytest.mark.parametrize(
    ("done", "period"),
    [
        ("一、过去一年,我们干成了一些难事", "2024"),
        ("一、去年工作回顾", "2024"),
        ("一、主要成绩\n去年这一年很不容易。", "2024"),
        # Guards: what a change counts from is no year that is looked back on, nor is 今年.
        ("一、主要成绩\nPM2.5浓度比去年下降3%。", None),
        ("一、今年以来的工作", None),
    ],
)
def test_an_address_looks_back_on_the_year_before_its_plan(done: str, period: str | None) -> None:
    text = SPEECH.format(done=done, figures="各项工作有序推进。").replace("(2025年2月18日)\n", "")
    assert printed(line(text).period) == period
    assert printed(line(text).plan_period) == "2025"


@pytest.mark.parametrize(
    ("figures", "periods"),
    [
        ("去年,全市PM2.5平均浓度35微克/立方米。", ["2024"]),
        ("优良天数比例79.8%,重污染天数从上年的9天压减到4天。", ["2024", "2023", "2024"]),
        ("1月份PM2.5浓度同比反弹17.3%,全年PM2.5浓度33.8微克/立方米。", ["2024-01", "2024"]),
    ],
)
def test_what_an_address_calls_last_year_is_its_period(figures: str, periods: list[str]) -> None:
    text = SPEECH.format(done="一、过去一年,我们干成了一些难事", figures=figures)
    facts = extract(outlined(text)).facts
    assert [str(one.period) for one in facts if isinstance(one, Indicator)] == periods


def test_last_year_of_a_report_is_the_one_before_its_own() -> None:
    text = "某市生态环境局2024年工作总结\n一、工作情况\n去年PM2.5浓度35微克/立方米。\n"
    facts = extract(outlined(text)).facts
    assert [str(one.period) for one in facts if isinstance(one, Indicator)] == ["2023"]


BULLETIN = """云桐区2025年第三季度环境质量季报
一、空气质量
优良率91.2%。
二、下阶段工作
{lead}
1.建成拦截沟3处。
"""


@pytest.mark.parametrize(
    ("lead", "plan"),
    [
        ("针对臭氧上升等情况,四季度将重点开展以下工作:", "2025Q4"),
        ("对照年度目标,我局第四季度要做好以下几方面工作:", "2025Q4"),
        ("结合秋冬季特点,10—12月将推进如下工作:", "2025Q4"),
        # Guard: a time that is over is none of the plan.
        ("针对三季度臭氧上升等情况,将重点开展以下工作:", None),
    ],
)
def test_a_plan_is_for_the_time_that_it_announces(lead: str, plan: str | None) -> None:
    assert printed(line(BULLETIN.format(lead=lead)).plan_period) == plan


FIVE_YEARS = "棠河市生态环境局“十四五”工作回顾\n一、五年工作回顾\n{figures}\n{plan}\n"
YEARS_TO_COME = """三、“十五五”总体考虑
力争PM2.5浓度降到28微克/立方米以下。
四、2026年重点工作
确保整治排污口3处。"""


@pytest.mark.parametrize(
    ("plan", "period"),
    [
        (YEARS_TO_COME, "2026..2030"),
        (
            "三、2026年重点工作\n确保整治排污口3处。\n四、“十五五”时期打算\n力争PM2.5浓度降到28微克/立方米以下。",
            "2026..2030",
        ),
        ("三、2026年打算\n确保整治排污口3处。", "2026"),
    ],
)
def test_plans_of_five_years_hold_the_first_of_them(plan: str, period: str) -> None:
    text = FIVE_YEARS.format(figures="森林覆盖率34.7%。", plan=plan)
    assert printed(line(text).plan_period) == period


@pytest.mark.parametrize(
    ("figures", "day"),
    [
        ("2025年1—10月PM2.5浓度31微克/立方米。", None),
        ("截至2025年10月20日,PM2.5浓度31微克/立方米。", "2025-10-20"),
    ],
)
def test_months_of_the_last_of_five_years_are_no_end_of_all_figures(
    figures: str, day: str | None
) -> None:
    found = line(FIVE_YEARS.format(figures=figures, plan=YEARS_TO_COME)).as_of
    assert printed(found) == day


def test_last_year_of_a_government_report_is_the_one_it_reviews() -> None:
    text = (
        "临江市2025年政府工作报告\n一、2024年工作回顾\n"
        "过去一年,PM2.5平均浓度33微克/立方米。去年优良天数比例88.1%。今年1月PM2.5浓度60微克/立方米。\n"
        "二、2025年重点工作\n今年优良天数比例达到89%。\n"
    )
    facts = extract(outlined(text)).facts
    found = [(str(one.value), str(one.period)) for one in facts if isinstance(one, Indicator)]
    assert found == [("33", "2024"), ("88.1", "2024")]
