"""Periods that only the day of the page tells, and how far a time holds."""

from __future__ import annotations

import pytest

from builder.check import check
from builder.extract import extract
from builder.model import Extraction, FlagType, Indicator, Tally
from tests.outlines import outlined

REPORT = "云门县生态环境局2024年工作总结\n一、工作情况\n"


def read(text: str) -> Extraction:
    return extract(outlined(text))


def periods(text: str) -> list[str]:
    return [str(one.period) for one in read(text).facts if isinstance(one, Indicator)]


UNDATED: list[tuple[str, str, str]] = [
    ("今年上半年,全县PM2.5平均浓度25微克/立方米。", "2025-07-11", "2025H1"),
    ("1-6月,全县PM2.5平均浓度25微克/立方米。", "2025-07-11", "2025H1"),
    ("１—６月，全县ＰＭ２．５平均浓度25微克/立方米。", "2025-07-11", "2025H1"),
    ("前三季度,全县PM2.5平均浓度25微克/立方米。", "2024-10-20", "2024-01..2024-09"),
    ("去年,全县PM2.5平均浓度25微克/立方米。", "2025-02-10", "2024"),
    ("上年度,全县PM2.5平均浓度25微克/立方米。", "2025-02-10", "2024"),
    ("12月,全县PM2.5平均浓度55微克/立方米。", "2025-01-10", "2024-12"),
    ("四季度,全县PM2.5平均浓度55微克/立方米。", "2025-01-10", "2024Q4"),
    ("今年1月,全县PM2.5平均浓度55微克/立方米。", "2025-02-10", "2025-01"),
]


@pytest.mark.parametrize(("sentence", "day", "period"), UNDATED)
def test_a_time_without_a_year_is_the_last_before_the_page(
    sentence: str, day: str, period: str
) -> None:
    text = f"云门县生态环境局工作汇报\n发布日期:{day}\n一、工作情况\n{sentence}\n"
    assert periods(text) == [period]


@pytest.mark.parametrize(
    "head",
    [
        "云门县生态环境局20XX年工作总结\n发布日期:2025-07-11\n",
        "范文网 首页\n云门县生态环境局工作总结\n发布日期:2025-07-11\n",
        "云门县生态环境局工作总结\n",
    ],
)
def test_no_page_dates_masked_years_and_essays(head: str) -> None:
    assert periods(f"{head}一、工作情况\n1-6月,全县PM2.5平均浓度25微克/立方米。\n") == ["None"]


TITLES: list[tuple[str, str, str, str]] = [
    ("云门县生态环境局三季度工作总结", "2024-10-12", "空气质量改善。", "2024Q3"),
    ("云门县生态环境局四季度工作总结", "2025-01-12", "空气质量改善。", "2024Q4"),
    ("云门县生态环境局上半年工作总结", "2025-07-02", "空气质量改善。", "2025H1"),
    ("云门县生态环境局工作总结", "2024-12-20", "截至12月10日,立案12起。", "2024"),
    ("云门县生态环境局工作总结", "2025-01-05", "截止12月底,立案12起。", "2024"),
    ("在全县工作会议上的讲话", "2025-08-20", "截至8月15日,立案12起。", "2025-01-01..2025-08-15"),
    ("云门县生态环境局工作总结", "2024-12-20", "3月底前立案12起。", "None"),
    ("云门县生态环境局工作要点", "2024-12-20", "截至12月10日,立案12起。", "None"),
    ("云门县生态环境局XX年工作总结", "2024-12-20", "截至12月10日,立案12起。", "None"),
]


@pytest.mark.parametrize(("title", "day", "sentence", "period"), TITLES)
def test_period_of_a_report_without_a_year(
    title: str, day: str, sentence: str, period: str
) -> None:
    text = f"{title}\n发布日期:{day}\n一、工作情况\n各项工作有序开展。{sentence}\n"
    assert str(read(text).report.period) == period


@pytest.mark.parametrize("until", ["截至11月30日", "截止11月底", "截至2024年11月30日"])
def test_a_day_that_figures_reach_holds_for_its_sentence(until: str) -> None:
    text = f"{REPORT}{until},PM2.5平均浓度28微克/立方米,优良率95%。森林覆盖率61.2%。\n"
    *first, last = periods(text)
    assert (set(first), last) in (
        ({"2024-01..2024-11"}, "2024"),
        ({"2024-01-01..2024-11-30"}, "2024"),
    )


def test_a_range_of_months_holds_for_its_paragraph() -> None:
    text = f"{REPORT}1-11月,PM2.5平均浓度28微克/立方米。优良率95%。\n"
    assert periods(text) == ["2024-01..2024-11"] * 2


RAISED: list[tuple[str, str]] = [
    ("去年省生态环境保护督察反馈问题15个,销号14个。", "2023"),
    ("上年度中央督察交办信访件15件,已办结14件。", "2023"),
    ("前年省级督察反馈问题15个,已完成整改14个。", "2022"),
    ("今年省生态环境保护督察反馈问题15个,销号14个。", "2024"),
    ("受理信访件15件,已办结14件,较去年减少2件。", "2024"),
    ("受理信访件15件,去年同期12件,已办结14件。", "2024"),
]


@pytest.mark.parametrize(("sentence", "period"), RAISED)
def test_items_of_the_year_before(sentence: str, period: str) -> None:
    found = [one for one in read(f"{REPORT}{sentence}\n").facts if isinstance(one, Tally)]
    assert [str(one.period) for one in found] == [period]


@pytest.mark.parametrize("mark", ["5月底前完成治理12家。", "年底前、12月20日前建成2座。"])
def test_a_deadline_is_no_plan_period(mark: str) -> None:
    text = f"{REPORT}空气质量改善。\n二、下一步工作打算\n{mark}\n"
    assert read(text).report.plan_period is None


SOURCE_LINES: list[tuple[str, bool]] = [
    ("发布时间：2026-01-20 来源：云门市人民政府办公室", False),
    ("来源:云门县生态环境局 2025-02-11", False),
    ("发布机构：云门县生态环境局    发布日期：2024年11月4日", False),
    ("发布日期:2025/3/5", False),
    ("来源：云门县生态环境局 发布时间：2025-01-16 09:30", False),
    ("信息来源:云门县水利局", False),
    ("— 3 —", False),
    ("第3页 共5页", False),
    ("来源:云门县生态环境局 2025-02-11 浏览量:88", True),
    ("发布时间:2025-02-11 来源:云门县生态环境局 字体:大 中 小", True),
    ("索引号:0112/2025-1\n发布机构:云门县生态环境局 发文日期:2025-01-09", True),
]


@pytest.mark.parametrize(("line", "flagged"), SOURCE_LINES)
def test_a_plain_line_of_date_and_source_is_no_furniture_in_the_text(
    line: str, flagged: bool
) -> None:
    text = f"云门县生态环境局2024年工作总结\n{line}\n一、工作情况\n空气质量改善,优良率95%。\n"
    found = {one.code for one in check(read(text)).findings}
    assert (FlagType.BOILERPLATE in found) is flagged


PAPERS: list[tuple[str, str | None]] = [
    ("关于开展2025年专项整治工作的通知", "关于开展2025年专项整治工作的通知"),
    ("云门县生态环境局关于加强监管的通告", "云门县生态环境局关于加强监管的通告"),
    ("关于召开座谈会的邀请函", "关于召开座谈会的邀请函"),
    ("通知公告", None),
    ("2023年,我局关于整改的工作有序开展。", None),
]


@pytest.mark.parametrize(("head", "title"), PAPERS)
def test_title_of_what_is_no_report(head: str, title: str | None) -> None:
    assert read(f"{head}\n各有关单位:\n请于5月底前报送材料。\n").report.title == title


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("发布:某某写作网 2025-12-08 人气:56", "某某写作网"),
        ("发布者：云门县生态环境局　2025-12-08", "云门县生态环境局"),
        ("发布人:云门县水利局 日期:2025-12-08", "云门县水利局"),
        ("发布时间:2025-12-08 浏览:12", None),
    ],
)
def test_who_put_a_page_up(line: str, publisher: str | None) -> None:
    found = read(f"云门县生态环境局2025年工作总结\n{line}\n一、工作情况\n空气质量改善。\n").report
    assert (str(found.published), found.publisher) == ("2025-12-08", publisher)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9月单月PM2.5为17微克/立方米。柳河断面水质为Ⅱ类。", ["2024-09", "2024"]),
        ("12月,PM2.5浓度52微克/立方米。优良天数比例90%。", ["2024-12", "2024"]),
        (
            "1—9月,PM2.5浓度28微克/立方米。9月单月PM10为30微克/立方米。优良率90%。",
            ["2024-01..2024-09", "2024-09", "2024-01..2024-09"],
        ),
        # Guard: several months hold for what stands behind them.
        ("1—9月,PM2.5浓度28微克/立方米。优良率90%。", ["2024-01..2024-09", "2024-01..2024-09"]),
    ],
)
def test_a_single_month_holds_for_its_own_sentence(text: str, found: list[str]) -> None:
    assert periods(REPORT + text) == found
