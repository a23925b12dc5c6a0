"""Tables of values: what heads and rows say, a cell a value, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.reports import measured


def values(table: str) -> list[tuple[str, str, str | None, str | None]]:
    """Metric, value, scope and period of the indicators of a table."""
    return [
        (one.metric, str(one.value), one.scope, str(one.period) if one.period else None)
        for one in measured(table).facts
    ]


PM, DAYS = "air.pm25", "air.good_days_ratio"


@pytest.mark.parametrize(
    "table",
    [
        "指标 | 2024年 | 2023年\nPM2.5 | 32 | 35\n优良天数比例 | 88.5% | 86%",
        "项目|2023年|2024年\nPM2.5（微克/立方米）|35|32\n优良天数比例（%）|86|88.5",
        (
            "| 指标名称 | 2024年 | 上年 |\n"
            "| --- | ---: | ---: |\n"
            "| PM2.5浓度 | 32 | 35 |\n"
            "| 空气优良率 | 88.5 | 86 |"
        ),
        (
            "序号\t指标\t单位\t2024年度\t2023年度\n"
            "1\tPM2.5\tμg/m³\t32\t35\n"
            "2\t优良天数比例\t%\t88.5\t86"
        ),
        (
            "指标      单位      今年      去年\n"
            "PM2.5    微克/立方米   32   35\n"
            "优良天数比例   %   88.5   86"
        ),
        (
            "指 标 ｜ ２０２４年 ｜ ２０２３年\n"
            "细颗粒物 ｜ ３２ ｜ ３５\n"
            "优良天数比例 ｜ ８８．５ ｜ ８６"
        ),
        (
            "指标 | 完成值 | 上年同期\n"
            "其中：PM2.5均值 | 32微克/立方米 | 35微克/立方米\n"
            "优良天数比例 | 88.5% | 86%"
        ),
        "类别 | 指标 | 本年实际 | 去年同期值\n空气 | PM2.5 | 32 | 35\n | 优良天数比例 | 88.5 | 86",
        (
            "2024年空气质量情况（单位：微克/立方米）\n"
            "指标\t2024年均值\t2023年均值\n"
            "PM2.5\t32\t35\n"
            "优良天数比例（%）\t88.5\t86"
        ),
    ],
)
def test_years_as_columns(table: str) -> None:
    assert sorted(values(table)) == [
        (DAYS, "86", None, "2023"),
        (DAYS, "88.5", None, "2024"),
        (PM, "32", None, "2024"),
        (PM, "35", None, "2023"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        (
            "指标 | 年度目标 | 1-9月完成值\n"
            "PM2.5浓度(微克/立方米) | 43 | 39\n"
            "优良天数比例(%) | 68.5 | 73.4"
        ),
        "指标   单位   目标值   1-9月实际\nPM2.5   μg/m3   43   39\n优良率   %   68.5   73.4",
        (
            "序号\t指标名称\t计划\t1—9月完成\t完成率\n"
            "1\tPM2.5\t43\t39\t110%\n"
            "2\t优良天数比例\t68.5%\t73.4%\t107%"
        ),
        "指标|考核要求|1-9月现状|是否达标\nPM2.5|≤43|39|是\n优良天数比例|≥68.5%|73.4%|是",
        (
            "主要指标 | 计量单位 | 任务 | 1-9月累计 | 责任单位\n"
            "PM2.5均值 | 微克/立方米 | 43 | 39 | 大气科\n"
            "优良天数比例 | % | 68.5 | 73.4 | 大气科"
        ),
        (
            "指标 | 省定目标 | 1—9月监测值 | 与目标差距\n"
            "PM2.5 | 43 | 39 | -4\n"
            "优良天数比例 | 68.5 | 73.4 | 4.9"
        ),
        "|指标|目标|1至9月监测结果|备注|\n|PM2.5|43|39|/|\n|优良天数比例|68.5|73.4%|/|",
        (
            "项目 | 标准限值 | 1-9月均值 | 达标情况\n"
            "PM2.5 | 43 | 39 | 达标\n"
            "优良天数比例 | 68.5 | 73.4 | 达标"
        ),
    ],
)
def test_targets_beside_results(table: str) -> None:
    found = measured(table)
    assert [(one.metric, one.value, str(one.period)) for one in found.facts] == [
        (PM, Decimal(39), "2024-01..2024-09"),
        (DAYS, Decimal("73.4"), "2024-01..2024-09"),
    ]
    assert found.targets


@pytest.mark.parametrize(
    "table",
    [
        "县区 | PM2.5 | 优良天数比例\n东河县 | 32 | 88.5\n西河区 | 35 | 86",
        "县（市、区）\tPM2.5（微克/立方米）\t优良天数比例（%）\n东河县\t32\t88.5\n西河区\t35\t86",
        "序号  地区  PM2.5浓度  优良天数比例\n1  东河县  32  88.5%\n2  西河区  35  86%",
        (
            "| 名次 | 区县 | PM2.5均值 μg/m3 | 优良率（%） |\n"
            "| 1 | 东河县 | 32 | 88.5 |\n"
            "| 2 | 西河区 | 35 | 86 |"
        ),
        (
            "2024年各县区空气质量\n"
            "地区|细颗粒物|优良天数比例|首要污染物\n"
            "东河县|32|88.5|PM2.5\n"
            "西河区|35|86|O3"
        ),
        "指标 | 东河县 | 西河区\nPM2.5 | 32 | 35\n优良天数比例 | 88.5 | 86",
        (
            "城市 | PM2.5（微克/立方米） | 空气质量优良天数比例（%） | 备注\n"
            "东河县 | 32 | 88.5 | —\n"
            "西河区 | 35 | 86 | —"
        ),
        (
            "县区 | 指标 | 2024年\n"
            "东河县 | PM2.5 | 32\n"
            " | 优良天数比例 | 88.5\n"
            "西河区 | PM2.5 | 35\n"
            " | 优良天数比例 | 86"
        ),
    ],
)
def test_places_as_rows_or_columns(table: str) -> None:
    assert sorted(values(table)) == [
        (DAYS, "86", "西河区", "2024"),
        (DAYS, "88.5", "东河县", "2024"),
        (PM, "32", "东河县", "2024"),
        (PM, "35", "西河区", "2024"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "月份 | PM2.5 | 优良天数比例\n1月 | 62 | 61.3\n2月 | 48 | 75",
        "时间\tPM2.5（μg/m³）\t优良天数比例（%）\n1月份\t62\t61.3\n2月份\t48\t75",
        "指标 | 1月 | 2月\nPM2.5 | 62 | 48\n优良天数比例 | 61.3 | 75",
        "指标  单位  1月  2月\nPM2.5  微克/立方米  62  48\n优良天数比例  %  61.3  75",
        "|月份|PM2.5均值|优良率（%）|\n|:-:|:-:|:-:|\n|2024年1月|62|61.3|\n|2024年2月|48|75|",
        (
            "2024年逐月空气质量\n"
            "月份 | PM2.5浓度 | 空气优良天数比例 | 综合评价\n"
            "1月 | 62 | 61.3 | 差\n"
            "2月 | 48 | 75 | 良"
        ),
        "指标 | 1月均值 | 2月均值\nPM2.5（微克/立方米） | 62 | 48\n优良天数比例（%） | 61.3 | 75",
        "序号 | 月份 | PM2.5 | 优良天数比例\n1 | １月 | 62 | 61.3%\n2 | ２月 | 48 | 75%",
    ],
)
def test_months_as_rows_or_columns(table: str) -> None:
    assert sorted(values(table)) == [
        (DAYS, "61.3", None, "2024-01"),
        (DAYS, "75", None, "2024-02"),
        (PM, "48", None, "2024-02"),
        (PM, "62", None, "2024-01"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "断面名称 | 水质目标 | 水质类别\n青石断面 | Ⅲ类 | Ⅱ类\n龙口断面 | Ⅲ类 | 劣Ⅴ类",
        "断面\t考核目标\t现状\n青石断面\tⅢ\tⅡ\n龙口断面\tⅢ\t劣Ⅴ",
        "序号  断面名称  控制级别  水质类别\n1  青石断面  国控  II类\n2  龙口断面  省控  劣V类",
        (
            "| 河流 | 断面 | 2024年水质 | 2024年目标 |\n"
            "| 清水河 | 青石断面 | Ⅱ | Ⅲ |\n"
            "| 清水河 | 龙口断面 | 劣Ⅴ | Ⅲ |"
        ),
        "断面 | 水质现状 | 是否达标\n青石断面 | Ⅱ类 | 是\n龙口断面 | 劣Ⅴ类 | 否",
        (
            "断面名称 | 功能类别 | 实测类别 | 超标项目\n"
            "青石断面 | Ⅲ类 | Ⅱ类 | /\n"
            "龙口断面 | Ⅲ类 | 劣Ⅴ类 | 总磷"
        ),
        "指标 | 目标 | 完成\n青石断面水质类别 | Ⅲ类 | Ⅱ类\n龙口断面水质类别 | Ⅲ类 | 劣Ⅴ类",
        "断面   2024年水质类别\n青石断面   Ⅱ类\n龙口断面   劣Ⅴ类\n".replace("   ", " | "),
    ],
)
def test_sections_have_their_class(table: str) -> None:
    assert values(table) == [
        ("water.class", "Ⅱ", "青石断面", "2024"),
        ("water.class", "劣Ⅴ", "龙口断面", "2024"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        (
            "县区 | PM2.5 | | 优良天数比例（%） |\n"
            " | 2024年 | 2023年 | 2024年 | 2023年\n"
            "东河县 | 32 | 35 | 88.5 | 86"
        ),
        (
            "县区\tPM2.5（μg/m³）\t\t优良天数比例\t\n"
            "\t2024年\t2023年\t2024年\t2023年\n"
            "东河县\t32\t35\t88.5%\t86%"
        ),
        (
            "县区   PM2.5   优良天数比例\n"
            "2024年   2023年   2024年   2023年\n"
            "东河县   32   35   88.5   86\n"
            "南区   —   —   —   —"
        ),
        (
            "| 序号 | 县区 | PM2.5 | | 优良率（%） | |\n"
            "| | | 2024年 | 上年 | 2024年 | 上年 |\n"
            "|-|-|-|-|-|-|\n"
            "| 1 | 东河县 | 32 | 35 | 88.5 | 86 |"
        ),
        (
            "县区 | 2024年 | | 2023年 |\n"
            " | PM2.5 | 优良天数比例 | PM2.5 | 优良天数比例\n"
            "东河县 | 32 | 88.5 | 35 | 86"
        ),
        (
            "县区 | 环境空气质量 | | |\n"
            " | PM2.5 | | 优良天数比例 |\n"
            " | 2024年 | 2023年 | 2024年 | 2023年\n"
            "东河县 | 32 | 35 | 88.5 | 86"
        ),
        (
            "地区 | PM2.5浓度（微克/立方米） | | 优良天数比例（%） | | 备注\n"
            " | 今年 | 去年同期 | 今年 | 去年同期 |\n"
            "东河县 | 32 | 35 | 88.5 | 86 | —"
        ),
        (
            "单位 | PM2.5 | | 优良天数比例 |\n"
            " | 2024年均值 | 2023年均值 | 2024年 | 2023年\n"
            "东河县 | 32 | 35 | 88.5 | 86"
        ),
    ],
)
def test_heads_above_heads(table: str) -> None:
    assert sorted(values(table)) == [
        (DAYS, "86", "东河县", "2023"),
        (DAYS, "88.5", "东河县", "2024"),
        (PM, "32", "东河县", "2024"),
        (PM, "35", "东河县", "2023"),
    ]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("指标 | 2024年 | 2023年 | 同比\nPM2.5 | 32 | 35 | -8.6%", ("8.6", "%", "down", True)),
        ("指标 | 2024年 | 2023年 | 同比\nPM2.5 | 32 | 35 | 下降8.6%", ("8.6", "%", "down", True)),
        (
            "指标 | 2024年 | 2023年 | 同比变化（%）\nPM2.5 | 32 | 35 | ↓8.6",
            ("8.6", "%", "down", True),
        ),
        ("指标 | 2024年 | 2023年 | 降幅\nPM2.5 | 32 | 35 | 8.6%", ("8.6", "%", "down", True)),
        ("指标 | 2024年 | 2023年 | 增减\nPM2.5 | 32 | 35 | 3", ("3", "μg/m³", "down", True)),
        ("指标 | 2024年 | 2023年 | 同比变化\nPM2.5 | 32 | 32 | 持平", (None, None, "flat", None)),
        ("指标 | 2024年 | 同比\nPM2.5 | 35 | 上升9.4%", ("9.4", "%", "up", False)),
        ("指标 | 2024年 | 同比\n优良天数比例 | 88% | +1.2个百分点", ("1.2", "pp", "up", True)),
        (
            "指标 | 2023年 | 2024年 | 较上年变化\n优良天数比例 | 86 | 88.5 | 2.5",
            ("2.5", "pp", "up", True),
        ),
        (
            "县区 | PM2.5 | 同比（%） | 优良率 | 同比（百分点）\n东河县 | 32 | -8.6 | 88 | 1",
            ("8.6", "%", "down", True),
        ),
        ("指标 | 2024年 | 2023年 | 同比\nPM2.5 | 32 | 35 | +8.6%", None),
        ("指标 | 2024年 | 同比\nPM2.5 | 32 | 8.6%", None),
        ("指标 | 2024年 | 2023年 | 同比\nPM2.5 | 32 | 35 | —", None),
        ("县区 | PM2.5 | 优良天数比例 | 同比\n东河县 | 32 | 88 | -8.6%", None),
        ("指标 | 2024年 | 环比\nPM2.5 | 32 | -8.6%", None),
    ],
)
def test_the_change_of_a_value(table: str, change: tuple[object, ...] | None) -> None:
    found = next(one for one in measured(table).facts if str(one.period) == "2024").change
    told = found and (
        found.value and str(found.value),
        found.unit,
        found.direction.value,
        found.better,
    )
    assert told == change


@pytest.mark.parametrize(
    ("table", "rank"),
    [
        ("指标 | 2024年 | 全省排名\nPM2.5 | 32 | 3", (3, "全省")),
        ("指标 | 2024年 | 2023年 | 同比 | 全市排名\nPM2.5 | 32 | 35 | -8.6% | 第3", (3, "全市")),
        ("县区 | PM2.5 | 排名 | 优良率 | 排名\n东河县 | 32 | 3 | 88 | 5", (3, None)),
        ("县区 | PM2.5均值 | PM2.5排名 | 优良率\n东河县 | 32 | 3 | 88", (3, None)),
        ("指标\t2024年\t名次\nPM2.5\t32\t第三位", (3, None)),
        ("序号 | 县区 | PM2.5 | 位次\n1 | 东河县 | 32 | 3", (3, None)),
        ("县区 | PM2.5 | | \n | 2024年 | 排名 | 同比\n东河县 | 32 | 3 | -1%", (3, None)),
        ("县区  PM2.5浓度  全市排名\n东河县  32  3名", (3, "全市")),
        ("指标 | 2024年 | 同比 | 改善幅度排名\nPM2.5 | 32 | -1% | 3", None),
        ("指标 | 2024年 | 全省排名\nPM2.5 | 32 | —", None),
        ("县区 | PM2.5 | 优良率 | 排名\n东河县 | 32 | 88 | 3", None),
    ],
)
def test_the_rank_of_a_value(table: str, rank: tuple[int, str | None] | None) -> None:
    found = measured(table).facts[0].rank
    assert (found and (found.position, found.area)) == rank


@pytest.mark.parametrize(
    ("table", "found"),
    [
        # The country's, the plan's, what is asked for, and cells that hold nothing.
        ("指标 | 2024年 | 2025年\nPM2.5 | 32 | 31", ["32"]),
        ("指标 | 2024年目标\nPM2.5 | 32", []),
        ("指标 | 2024年 | 2023年\nPM2.5 | — | /\n优良天数比例 | | *", []),
        ("指标 | 权重 | 得分\nPM2.5 | 10 | 9.5", []),
        ("指标 | 甲 | 乙\nPM2.5 | 32 | 35", []),
        ("县区 | PM2.5\n标准限值 | 35\n最大值 | 80\n平均 | 40", []),
        ("县区 | PM2.5 | 优良率\n东河县 | 停测 | 88", ["88"]),
        ("PM2.5 | 32 | 35\nPM10 | 50 | 55", []),
        ("指标 | 2024年\nPM2.5（%） | 32\n优良天数比例 | 188", []),
        ("断面 | 水质目标\n青石断面 | Ⅲ类\n龙口断面 | Ⅱ类", []),
        ("指标 | 2024年完成率 | 2024年\nPM2.5 | 98% | 32", ["32"]),
    ],
)
def test_what_is_no_value(table: str, found: list[str]) -> None:
    assert [value for _, value, _, _ in values(table)] == found


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 新闻 | 联系\n机构 | 政务 | 服务",
        "一、环境质量........................3\n二、环境执法........................5",
        "办公室    张三    0571-88888888\n大气科    李四    0571-88888889",
        "字号：大 | 中 | 小\n打印 | 关闭 | 分享",
        "当前位置：首页 > 政务公开 | 工作总结 | 2024\n索引号 | 000-35 | 公开",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert values(text) == []


def test_a_table_of_the_plan_has_no_results() -> None:
    table = "指标 | 2024年 | 2025年目标\nPM2.5 | 32 | 31"
    head = "某市生态环境局2024年工作总结和2025年计划\n一、2024年工作情况\n立案6件。\n"
    assert measured(table, head=f"{head}二、2025年工作计划\n").facts == ()


def test_a_row_is_quoted_from_its_name_to_the_value() -> None:
    found = measured("序号 | 县区 | PM2.5 | 优良率\n1 | 东河县 | 32 | 88.5%").facts
    assert [one.quote for one in found] == ["东河县 | 32", "东河县 | 32 | 88.5%"]


@pytest.mark.parametrize(
    "head", ["断面 | 河流", "断面名称 | 水体", "河流 | 考核断面", "断面 | 所在河流"]
)
def test_a_river_beside_a_section_only_says_where_it_lies(head: str) -> None:
    section, river = ("石门", "棠江") if head.startswith("断面") else ("棠江", "石门")
    found = measured(f"{head} | 水质类别\n{section} | {river} | Ⅱ类").facts
    assert [(one.scope, one.value) for one in found] == [("石门", "Ⅱ")]


def test_a_river_that_a_row_is_of_is_its_scope() -> None:
    found = measured("河流 | 水质类别\n棠江 | Ⅱ类").facts
    assert [(one.scope, one.value) for one in found] == [("棠江", "Ⅱ")]
