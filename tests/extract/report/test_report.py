from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.extract.report import report_line
from builder.model import Level, ReportLine, SourceKind
from tests.outlines import outlined
from tests.periods import printed

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
    ("鼓楼区生态环境局2023年工作总结", "鼓楼区生态环境局", ("鼓楼区",), Level.COUNTY),
    ("达县环境保护局2012年工作总结", "达县环境保护局", ("达县",), Level.COUNTY),
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
    assert (found.title, found.bureau, str(found.period)) == (None, "赣州市生态环境局", "2024")


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
    ("某县生态环境局2024年12月工作总结", "2024-12", None),
    ("某县生态环境局2024年10—12月工作总结", "2024Q4", None),
]


@pytest.mark.parametrize(("title", "period", "plan"), PERIODS)
def test_periods_of_a_title(title: str, period: str | None, plan: str | None) -> None:
    found = line(title)
    assert (printed(found.period), printed(found.plan_period)) == (period, plan)


def test_periods_of_headings_where_the_title_has_none() -> None:
    body = BODY.replace("工作开展", "2024年工作开展").replace("下一步", "2025年")
    found = line("某局工作总结", body=body)
    assert (str(found.period), str(found.plan_period)) == ("2024", "2025")


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
    found = line(f"某局{period}工作总结", body="一、工作情况\n各项工作推进有力。" + sentence)
    assert printed(found.as_of) == as_of


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
    ("(2020 年 10 月 9 日)", None, SourceKind.UNKNOWN),
    ("2025-01-10", "2025-01-10", SourceKind.UNKNOWN),
    ("2024年9月5日至25日，督察组进驻", None, SourceKind.UNKNOWN),
    (
        "信息来源:某县财政局   2024-12-26   责任编辑:管理员",
        "2024-12-26",
        SourceKind.OFFICIAL,
    ),
    ("来源:某县水利局 浏览量:227次\n上一篇:无\n下一篇:某县开展督查", None, SourceKind.OFFICIAL),
    (
        "发布:小王 2025-12-08 浏览:5632\n上一篇:无\n下一篇:无",
        "2025-12-08",
        SourceKind.TEMPLATE_SITE,
    ),
    ("上一篇:无\n下一篇:无\n相关文章", None, SourceKind.TEMPLATE_SITE),
    ("发 布 日 期:2021/3/5 浏览量:10", "2021-03-05", SourceKind.UNKNOWN),
    ("二〇二四年一月五日", None, SourceKind.UNKNOWN),
]


@pytest.mark.parametrize(("page", "published", "kind"), PAGES)
def test_publication(page: str, published: str | None, kind: SourceKind) -> None:
    found = line(f"某局工作总结\n{page}")
    assert (printed(found.published), found.source_kind) == (published, kind)


def test_a_title_keeps_the_signs_of_its_source() -> None:
    title = "某市2023年生态环境状况公报（摘录）"
    assert line(title).title == title


# The day that a text itself is of; when its page was put up nobody says.
DATED: list[tuple[str, str, date]] = [
    ("达州市环境保护局工作总结", "达州市环境保护局\n2017年12月20日\n", date(2017, 12, 20)),
    ("某局工作总结\n(2020 年 10 月 9 日)", "", date(2020, 10, 9)),
    ("某局工作总结\n二〇二四年一月五日", "", date(2024, 1, 5)),
]


@pytest.mark.parametrize(("head", "tail", "day"), DATED)
def test_a_signature_is_the_day_of_the_text_and_not_of_its_page(
    head: str, tail: str, day: date
) -> None:
    found = line(head, tail=tail)
    assert (found.published, found.dated, found.day) == (None, day, day)


def test_the_day_of_the_page_goes_before_that_of_the_signature() -> None:
    found = line("某局工作总结\n发布时间:2025-01-06", tail="某县环境保护局\n2024年12月20日\n")
    assert (printed(found.published), found.day) == ("2025-01-06", date(2025, 1, 6))


# A place that no table has, of a title that names no bureau, and of a branch.
UNKNOWN_PLACES: list[tuple[str, str, tuple[str, ...]]] = [
    ("岚屏区2025年生态环境保护工作要点", "", ("岚屏区",)),
    ("2024年澜东省生态环境状况公报", "", ("澜东省",)),
    ("清茗市：上半年空气质量情况", "", ("清茗市",)),
    ("云杉省生态环境厅2024年工作总结", "", ("云杉省",)),
    ("寒江市生态环境局寒北分局2024年工作总结", "区委、区政府高度重视。", ("寒江市", "寒北区")),
    ("澜江市生态环境局松口分局2024年工作汇报", "我县环境稳定。", ("澜江市", "松口县")),
    ("中共星河市委 星河市人民政府关于督察整改情况的报告", "", ("星河市",)),
    ("建成区2024年空气质量情况", "", ()),
    ("全省2024年生态环境状况公报", "", ()),
    ("自然保护区生态环境工作总结", "", ()),
]


@pytest.mark.parametrize(("title", "text", "region"), UNKNOWN_PLACES)
def test_region_of_a_place_that_the_table_lacks(
    title: str, text: str, region: tuple[str, ...]
) -> None:
    assert line(title, tail=text).region == region


BROKEN_TITLES: list[tuple[str, str]] = [
    (
        "岱云市生态环境局2025年上半年\n工作情况和下半年重点工作安排",
        "岱云市生态环境局2025年上半年工作情况和下半年重点工作安排",
    ),
    (
        "中共星河市委　星河市人民政府关于第三轮\n省级生态环境保护督察反馈意见整改情况的报告",
        "中共星河市委 星河市人民政府关于第三轮省级生态环境保护督察反馈意见整改情况的报告",
    ),
    (
        "在全市秋冬季大气污染防治暨突出问题\n整改推进会上的讲话",
        "在全市秋冬季大气污染防治暨突出问题整改推进会上的讲话",
    ),
    (
        "工作总结\n某县环境保护局2019年度\n总结及2020年度计划",
        "某县环境保护局2019年度总结及2020年度计划",
    ),
    ("关于我们\n某县环境保护局2019年工作总结", "某县环境保护局2019年工作总结"),
    ("在线访谈\n某县环境保护局2019年工作总结", "某县环境保护局2019年工作总结"),
    (
        "汇川市：一季度空气质量“开门红” 群众身边问题加快解决\n2025-04-11 17:42 来源：汇川日报",
        "汇川市：一季度空气质量“开门红” 群众身边问题加快解决",
    ),
]


@pytest.mark.parametrize(("head", "title"), BROKEN_TITLES)
def test_title_over_two_lines_and_above_the_day_of_the_page(head: str, title: str) -> None:
    assert line(head).title == title


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


# Pages that no public body is named on, told by their furniture alone.
FURNITURE: list[tuple[str, str, SourceKind]] = [
    ("时间:2023-12-01 点击:1523次 网友投稿", "", SourceKind.TEMPLATE_SITE),
    ("", "本文来源于网络,仅供参考。", SourceKind.TEMPLATE_SITE),
    ("点击:1523次", "上一篇:乡镇工作总结\n下一篇:党建工作总结", SourceKind.TEMPLATE_SITE),
    ("", "上一篇:乡镇工作总结\n下一篇:党建工作总结", SourceKind.TEMPLATE_SITE),
    ("作者:admin 点击:223次", "下一篇:述职报告", SourceKind.TEMPLATE_SITE),
    ("", "声明:本文内容来自网友分享,版权归原作者所有", SourceKind.TEMPLATE_SITE),
    ("32.5KB\n3 页\n侵权举报", "", SourceKind.TEMPLATE_SITE),
    ("", "推荐阅读:\n猜你喜欢:", SourceKind.TEMPLATE_SITE),
    ("来源:县生态环境局 点击:15次", "上一篇:无\n下一篇:公示", SourceKind.OFFICIAL),
    ("发布机构:某某县人民政府 索引号:123", "", SourceKind.OFFICIAL),
    ("", "相关文章", SourceKind.UNKNOWN),
    ("", "", SourceKind.UNKNOWN),
]


@pytest.mark.parametrize(("under", "tail", "kind"), FURNITURE)
def test_kind_of_source_by_its_furniture(under: str, tail: str, kind: SourceKind) -> None:
    assert line(f"2023年工作总结\n{under}", tail).source_kind is kind


ADDRESSES: list[tuple[str, str, str, str, str | None]] = [
    ("2026年政府工作报告", "一、过去一年工作回顾", "二、今年工作安排", "2025", "2026"),
    ("2026年某省政府工作报告", "一、2025年工作回顾", "二、2026年重点工作", "2025", "2026"),
    (
        "政府工作报告(2026年1月26日在省第十四届人民代表大会第四次会议上)",
        "一、2025年及“十四五”工作回顾",
        "二、“十五五”时期目标任务和2026年重点工作",
        "2025",
        "2026",
    ),
    (
        "政府工作报告——2026年1月20日在县第十八届人民代表大会上",
        "一、“十四五”时期和2025年工作回顾",
        "二、2026年重点工作",
        "2025",
        "2026",
    ),
    ("某市生态环境局2024年工作报告", "一、2024年工作", "二、2025年计划", "2024", "2025"),
    ("某市生态环境局2025年工作报告", "一、2024年工作", "二、2025年计划", "2024", "2025"),
    ("2024年工作总结", "一、主要工作", "二、“十五五”时期打算", "2024", "2026..2030"),
    ("“十四五”工作总结", "一、主要工作", "二、2026年打算", "2021..2025", "2026"),
    ("2017年上半年工作总结", "一、主要工作", "二、下半年工作打算", "2017H1", "2017H2"),
]


@pytest.mark.parametrize(("title", "done", "plan", "period", "plan_period"), ADDRESSES)
def test_periods_of_addresses_and_of_five_years(
    title: str, done: str, plan: str, period: str, plan_period: str | None
) -> None:
    body = f"{done}\n完成各项任务,空气质量改善。\n{plan}\n加强大气污染防治,抓好执法监管。\n"
    found = line(title, body=body)
    assert (printed(found.period), printed(found.plan_period)) == (period, plan_period)


LEVELS: list[tuple[str, Level]] = [
    ("县污水处理厂进水浓度68mg/L,处理污水462万吨。", Level.COUNTY),
    ("县监测站完成实验室搬迁,新购置设备2台。", Level.COUNTY),
    ("县控以上断面全部达标,监测断面12个。", Level.COUNTY),
    ("县城空气优良率为89.6%,同比下降2.7个百分点。", Level.COUNTY),
    ("全区摸排企业643家,整治完成率100%。", Level.COUNTY),
    ("乡镇街道网格员开展巡查286次,发现问题12个。", Level.COUNTY),
    ("县环境监测站出具报告286份,完成监测任务。", Level.COUNTY),
    ("县域内河流水质稳定达标,断面优良比例100%。", Level.COUNTY),
    ("全市13个县区开展检查286次,发现问题12个。", Level.CITY),
    ("组织开展培训286人次,发放宣传资料12份。", Level.UNKNOWN),
    ("全国重点区域空气质量改善,全国碳市场启动,全区统筹推进。", Level.UNKNOWN),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_level_of_a_text_that_names_nobody(text: str, level: Level) -> None:
    assert line("2023年工作总结", body=f"一、主要工作\n{text}\n").level is level


REACHED: list[tuple[str, str | None]] = [
    ("2022年1月1日至9月12日,PM2.5浓度43微克/立方米。", "2022-09-12"),
    ("1月1日-9月12日,PM2.5浓度43微克/立方米。", "2022-09-12"),
    ("1至8月,PM2.5浓度43微克/立方米。", "2022-08-31"),
    ("截至9月12日,PM2.5浓度43微克/立方米。", "2022-09-12"),
    ("9月1日至12日,PM2.5浓度43微克/立方米。", None),
]


@pytest.mark.parametrize(("text", "day"), REACHED)
def test_last_day_of_the_figures(text: str, day: str | None) -> None:
    found = line("2022年前三季度工作总结", body=f"一、主要工作\n各项工作有序开展。{text}\n")
    assert printed(found.as_of) == day


def test_a_masked_county_is_no_bureau() -> None:
    found = line("某县环保局20XX年工作总结")
    assert (found.bureau, found.level, found.period) == (None, Level.COUNTY, None)


@pytest.mark.parametrize(
    ("first", "period"),
    [
        (
            "2025年1月15日,省生态环境厅召开新闻发布会。2024年,全省PM2.5平均浓度31微克/立方米。",
            "2024",
        ),
        ("1月8日上午,全市生态环境工作会议召开。2024年,全市优良率91%。", "2024"),
        ("2024年,全市生态环境质量持续改善,优良天数比例为91%。", "2024"),
        ("2024年1—11月,全市优良率91%。", "2024-01..2024-11"),
    ],
)
def test_the_day_of_a_dateline_is_no_period(first: str, period: str) -> None:
    text = f"青岭市生态环境保护工作新闻通稿\n{first}国考断面优良比例95.1%。\n"
    assert str(report_line(outlined(text)).period) == period
