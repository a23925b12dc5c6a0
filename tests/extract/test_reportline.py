from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.reportline import report_line
from builder.model import Level, ReportLine, SourceKind
from tests.outlines import outlined

BODY = (
    "一、工作开展情况\n(一)大气环境。全市PM2.5平均浓度30微克/立方米,同比下降3%。\n"
    "二、存在问题\n空气质量改善压力较大,治理任务仍然艰巨。\n"
    "三、下一步工作打算\n持续打好污染防治攻坚战,加强执法监管。\n"
)


def line(head: str, tail: str = "", body: str = BODY) -> ReportLine:
    return report_line(outlined(f"{head}\n{body}{tail}"))


PLACES: list[tuple[str, str | None, tuple[str, ...], Level]] = [
    (
        "岳阳市生态环境局岳阳县分局2024年工作总结",
        "岳阳市生态环境局岳阳县分局",
        ("湖南省", "岳阳市", "岳阳县"),
        Level.COUNTY,
    ),
    (
        "晋城市生态环境局泽州分局2020年工作总结",
        "晋城市生态环境局泽州分局",
        ("山西省", "晋城市", "泽州县"),
        Level.COUNTY,
    ),
    (
        "合肥市肥东县生态环境分局2023年工作总结",
        "合肥市肥东县生态环境分局",
        ("安徽省", "合肥市", "肥东县"),
        Level.COUNTY,
    ),
    (
        "苏州市昆山生态环境局2021年工作总结",
        "苏州市昆山生态环境局",
        ("江苏省", "苏州市", "昆山市"),
        Level.COUNTY,
    ),
    (
        "南京市鼓楼区生态环境局2023年工作总结",
        "南京市鼓楼区生态环境局",
        ("江苏省", "南京市", "鼓楼区"),
        Level.COUNTY,
    ),
    (
        "重庆市北碚区环境保护局2018年工作总结",
        "重庆市北碚区环境保护局",
        ("重庆市", "北碚区"),
        Level.COUNTY,
    ),
    ("潜江市生态环境局2024年工作总结", "潜江市生态环境局", ("湖北省", "潜江市"), Level.CITY),
    ("赣州市生态环境局2024年工作总结", "赣州市生态环境局", ("江西省", "赣州市"), Level.CITY),
    (
        "恩施州生态环境局2023年工作总结",
        "恩施州生态环境局",
        ("湖北省", "恩施土家族苗族自治州"),
        Level.CITY,
    ),
    (
        "昆山市生态环境局2021年工作总结",
        "昆山市生态环境局",
        ("江苏省", "苏州市", "昆山市"),
        Level.COUNTY,
    ),
    ("四川省生态环境厅2023年工作总结", "四川省生态环境厅", ("四川省",), Level.PROVINCE),
    ("重庆市生态环境局2023年工作总结", "重庆市生态环境局", ("重庆市",), Level.PROVINCE),
    ("鼓楼区生态环境局2023年工作总结", "鼓楼区生态环境局", (), Level.COUNTY),
    ("达县环境保护局2012年工作总结", "达县环境保护局", (), Level.COUNTY),
    ("区生态环境分局2024年一季度工作总结", None, (), Level.COUNTY),
    ("市生态环境局X分局2022年工作总结", None, (), Level.COUNTY),
    ("XX县生态环境局2023年工作总结", None, (), Level.COUNTY),
    ("市生态环境局2023年工作总结", None, (), Level.CITY),
]


@pytest.mark.parametrize(("title", "bureau", "region", "level"), PLACES)
def test_bureau_region_and_level(
    title: str, bureau: str | None, region: tuple[str, ...], level: Level
) -> None:
    found = line(title)
    assert (found.bureau, found.region, found.level) == (bureau, region, level)


def test_a_fuller_name_of_the_page_completes_the_title() -> None:
    head = (
        "当前页面: 首页 > 衡阳市生态环境局衡南分局 > 政务公开\n市生态环境局衡南分局2023年工作总结"
    )
    assert line(head).bureau == "衡阳市生态环境局衡南分局"


def test_an_ambiguous_name_is_placed_by_the_city_that_the_page_names() -> None:
    head = "鼓楼区生态环境局2023年工作总结\n来源:徐州市人民政府 2024-01-03"
    assert line(head).region == ("江苏省", "徐州市", "鼓楼区")


def test_without_a_title_the_bureau_that_acts_in_the_first_sentence_counts() -> None:
    head = "2024年,在省生态环境厅指导下,赣州市生态环境局深入学习贯彻上级部署,工作再上新台阶。"
    found = line(head)
    assert (found.title, found.bureau, found.period) == (None, "赣州市生态环境局", "2024")


PERIODS: list[tuple[str, str | None, str | None]] = [
    ("某局2024年工作总结", "2024", None),
    ("某局2024年度工作总结及2025年工作思路", "2024", "2025"),
    ("某局关于2017年工作总结及2018年工作安排的报告", "2017", "2018"),
    ("某局2021年上半年工作总结及下半年工作打算", "2021H1", "2021H2"),
    ("某局2024年一季度工作总结", "2024Q1", None),
    ("某局2020 年前三季度工作总结及第四季度工作安排", "2020-01..2020-09", "2020Q4"),
    ("某局2021年1-11月工作总结", "2021-01..2021-11", None),
    ("某局二〇二三年工作总结", "2023", None),
    ("某局2023年工作情况和2024年工作计划", "2023", "2024"),
    ("某局2023年工作总结暨明年工作思路", "2023", "2024"),
    ("某局2024年工作要点", None, "2024"),
    ("某局202x年工作总结", None, None),
]


@pytest.mark.parametrize(("title", "period", "plan"), PERIODS)
def test_periods_of_a_title(title: str, period: str | None, plan: str | None) -> None:
    found = line(title)
    assert (found.period, found.plan_period) == (period, plan)


def test_periods_of_headings_where_the_title_has_none() -> None:
    body = BODY.replace("工作开展", "2024年工作开展").replace("下一步", "2025年")
    found = line("某局工作总结", body=body)
    assert (found.period, found.plan_period) == ("2024", "2025")


AS_OF: list[tuple[str, str, str | None]] = [
    ("2023年", "截止12月5日,全县优良率95.6%。", "2023-12-05"),
    ("2022年", "截至2022年12月底,完成整改43个。", "2022-12-31"),
    ("2023年", "1-11月份,PM2.5均值31微克/立方米。", "2023-11-30"),
    ("2024年一季度", "今年截至3月31日,优良天数比例65.9%。", "2024-03-31"),
    ("2020年前三季度", "1-9月,优良天数201天。1-8月,断面水质为Ⅱ类。", None),
    ("2021年上半年", "截至6月17日,优良天数154天。1—5月,断面优良比例96%。", "2021-06-17"),
    ("2024年", "截至目前,已完成整改131项。", None),
    ("2024年", "11月底前完成整改,优良天数比上年增加。", None),
]


@pytest.mark.parametrize(("period", "sentence", "as_of"), AS_OF)
def test_last_date_of_the_figures(period: str, sentence: str, as_of: str | None) -> None:
    assert (
        line(f"某局{period}工作总结", body="一、工作情况\n各项工作推进有力。" + sentence).as_of
        == as_of
    )


PAGES: list[tuple[str, str | None, SourceKind]] = [
    ("来源:岳阳市生态环境局岳阳县分局   2025-02-11", "2025-02-11", SourceKind.OFFICIAL),
    (
        "发布时间:2024-01-08 15:21  来源:肥东县生态环境分局  阅读次数:216次",
        "2024-01-08",
        SourceKind.OFFICIAL,
    ),
    (
        "索 引 号: 011396186 发布机构: 潜江市生态环境局 发文日期: 2024年12月31日 15:34:46",
        "2024-12-31",
        SourceKind.OFFICIAL,
    ),
    ("2024-12-09 华博范文网", "2024-12-09", SourceKind.TEMPLATE_SITE),
    (
        "上传者:秘书小王 发布时间:2023-02-16 字数:3102 需要积分:10",
        "2023-02-16",
        SourceKind.TEMPLATE_SITE,
    ),
    ("(2020 年 10 月 9 日)", "2020-10-09", SourceKind.UNKNOWN),
    ("发 布 日 期:2021/3/5 浏览量:10", "2021-03-05", SourceKind.UNKNOWN),
    ("二〇二四年一月五日", "2024-01-05", SourceKind.UNKNOWN),
]


@pytest.mark.parametrize(("page", "published", "kind"), PAGES)
def test_publication(page: str, published: str | None, kind: SourceKind) -> None:
    found = line(f"某局工作总结\n{page}")
    assert (found.published, found.source_kind) == (published, kind)


def test_a_signature_dates_what_nothing_else_dates() -> None:
    assert (
        line("达州市环境保护局工作总结", tail="达州市环境保护局\n2017年12月20日\n").published
        == "2017-12-20"
    )


TITLES: list[tuple[str, str | None]] = [
    ("1、抚州市生态环境局2021年上半年工作总结", "抚州市生态环境局2021年上半年工作总结"),
    ("抚州市生态环境局2021年上半年工作总结.docx", "抚州市生态环境局2021年上半年工作总结"),
    (
        "晋城市生态环境局泽州分局\n2020 年前三季度工作总结",
        "晋城市生态环境局泽州分局2020年前三季度工作总结",
    ),
    (
        "区生态环境分局2024年一季度工作总结(20240412)",
        "区生态环境分局2024年一季度工作总结(20240412)",
    ),
]


@pytest.mark.parametrize(("head", "title"), TITLES)
def test_title_in_one_line(head: str, title: str | None) -> None:
    assert line(head).title == title


@given(
    st.text(
        alphabet="市县区省生态环境局分2024年月日工作总结计划首页>:-\n 。,潜江衡南来源发布时间",
        max_size=200,
    )
)
def test_no_text_raises(text: str) -> None:
    assert report_line(outlined(text)).report == "report"
