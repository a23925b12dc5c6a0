"""Report lines of news, of bureaus in zones and of other trades, and of titles over two lines."""

from __future__ import annotations

import datetime as dt

import pytest

from builder.extract import extract
from builder.model import Commitment, Level, ReportLine
from tests.outlines import outlined

NEWS = "{path}\n洛枫：绘就山清水秀新画卷\n2025-09-18 08:32　来源：洛枫县融媒体中心\n本报讯 {text}\n"
PATH = "洛枫新闻网 > 要闻 > 正文"


def line(text: str) -> ReportLine:
    return extract(outlined(text)).report


@pytest.mark.parametrize(
    ("text", "bureau"),
    [
        ("记者9月16日从洛枫县生态环境局获悉,全县优良天数236天。", "洛枫县生态环境局"),
        ("全县优良天数236天。洛枫县生态环境局负责人表示,成绩来之不易。", "洛枫县生态环境局"),
        ("据洛枫县生态环境局介绍,全县优良天数236天。", "洛枫县生态环境局"),
        # Guards: a name of any place, and two bureaus.
        ("记者从市生态环境局获悉,全县优良天数236天。", None),
        ("检查由洛枫县生态环境局会同青坪县生态环境局开展。", None),
    ],
)
def test_news_are_of_the_one_bureau_that_they_cite_in_full(text: str, bureau: str | None) -> None:
    assert line(NEWS.format(path=PATH, text=text)).bureau == bureau


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年1至8月,全县优良天数236天。", "2025-01..2025-08"),
        ("今年一季度,全县优良天数66天。", "2025Q1"),
        ("今年上半年,全县优良天数166天。", "2025H1"),
        ("4月10日,全县优良天数66天。", "None"),
        ("去年全县优良天数66天。", "None"),
    ],
)
def test_news_cover_the_months_of_this_year_that_they_name(text: str, period: str) -> None:
    assert str(line(NEWS.format(path=PATH, text=text)).period) == period


@pytest.mark.parametrize("path", [PATH, "县政府网 >> 部门 >> 环保局", "新闻 › 本地 › 正文"])
def test_the_way_to_a_page_is_no_headline(path: str) -> None:
    found = line(NEWS.format(path=path, text="全县优良天数236天。"))
    assert found.title == "洛枫：绘就山清水秀新画卷"


@pytest.mark.parametrize(
    ("title", "level", "region"),
    [
        ("镜湖市城市管理局2024年工作总结", Level.CITY, ("镜湖市",)),
        (
            "嘎绒藏族自治州生态环境局措雪县分局2024年工作总结",
            Level.COUNTY,
            ("嘎绒藏族自治州", "措雪县"),
        ),
        ("禾坪县水利局2024年工作总结", Level.COUNTY, ("禾坪县",)),
    ],
)
def test_level_and_region_by_a_bureaus_own_name(
    title: str, level: Level, region: tuple[str, ...]
) -> None:
    found = line(f"{title}\n一、工作情况\n检查企业12家。\n")
    assert (found.level, found.region) == (level, region)


def test_the_bureau_of_a_zone_has_its_whole_name() -> None:
    found = line("滨澜经济技术开发区生态环境局2025年工作总结\n一、工作情况\n检查企业12家。\n")
    assert found.bureau == "滨澜经济技术开发区生态环境局"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("关于禾溪县2024年度环境状况和环境保护目标", "完成情况的报告"),
        ("关于禾溪县2024年污染防治攻坚战目标任务", "落实情况的汇报"),
        ("关于禾溪县第三轮督察反馈问题整改任务", "推进情况报告"),
    ],
)
def test_a_title_that_its_second_line_completes(first: str, second: str) -> None:
    found = line(f"{first}\n{second}\n一、工作情况\n检查企业12家。\n")
    assert found.title == first + second


def test_under_the_title_stands_how_far_the_figures_reach() -> None:
    text = "宁谷市2024年督察整改报告\n(截至2024年11月30日)\n一、工作情况\n检查企业12家。\n"
    assert line(text).as_of == dt.date(2024, 11, 30)


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        (
            "“下一步，我们将持续巩固成果，年底前完成3个排污口整治，让群众获得感更足。”局负责人表示。",
            True,
        ),
        ("县生态环境局负责人表示，该县还将争创国家生态文明建设示范区。", True),
        ("局长介绍，接下来将新建管网9公里。", True),
        ("局负责人表示，今年已完成3个排污口整治。", False),
        ("群众获得感更足，优良天数236天。", False),
    ],
)
def test_what_is_promised_in_quoted_speech(said: str, *, promised: bool) -> None:
    found = extract(outlined(NEWS.format(path=PATH, text=f"全县优良天数236天。\n{said}"))).facts
    assert any(isinstance(fact, Commitment) for fact in found) is promised


@pytest.mark.parametrize(
    ("opening", "region"),
    [
        ("我代表县人民政府就石龙潭县2024年生态环境保护工作情况作简要汇报", ("石龙潭县",)),
        ("现将云坪区2024年环境保护工作情况汇报如下", ("云坪区",)),
        ("受委托，就麻渡市2024年污染防治工作作如下报告", ("麻渡市",)),
        ("现将我县2024年环境保护工作情况汇报如下", ()),
        ("现将全市2024年工作情况汇报如下", ()),
    ],
)
def test_the_place_that_a_speech_is_on(opening: str, region: tuple[str, ...]) -> None:
    text = f"关于2024年生态环境保护工作情况的汇报\n{opening}。\n一、工作情况\n检查企业12家。\n"
    assert line(text).region == region
