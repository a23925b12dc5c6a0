"""What the columns of a table hold, by their heads."""

from __future__ import annotations

import pytest

from builder.text.tables import ColumnKind, Table, tables
from builder.text.tables.cells import figure, is_figure, is_time, water_class
from builder.text.tables.columns import without_unit
from tests.extract.reports import HEAD, outlined


def found(text: str) -> tuple[Table, ...]:
    """The tables of a text."""
    return tables(outlined(HEAD + text))


@pytest.mark.parametrize(
    ("heads", "row", "kinds"),
    [
        ("指标 | 2024年 | 同比 | 排名", "PM2.5 | 32 | -3% | 5", "name value change rank"),
        ("序号 | 指标 | 单位 | 目标", "1 | PM2.5 | μg/m³ | 35", "index name unit aimed"),
        ("单位 | 反馈 | 完成 | 完成率", "东镇 | 12 | 10 | 83%", "name value value remark"),
        ("名次 | 区县 | PM2.5 | 备注", "1 | 东区 | 32 | —", "rank name value remark"),
        ("县区 | 断面 | 功能类别 | 现状", "东区 | 青石 | Ⅲ | Ⅱ", "name name aimed value"),
        ("重点任务 | 完成数 | 较上年", "巡河 | 12 | 3%", "name value change"),
        ("指标 | 目标完成值 | 年度计划", "PM2.5 | 32 | 35", "name value aimed"),
        ("指标 | 环比 | 降幅 | 位次", "PM2.5 | 3% | 2% | 第3", "name remark change rank"),
    ],
)
def test_heads_say_what_columns_hold(heads: str, row: str, kinds: str) -> None:
    (table,) = found(f"{heads}\n{row}")
    assert [column.kind for column in table.columns] == [ColumnKind(kind) for kind in kinds.split()]


def test_heads_above_heads_are_joined() -> None:
    (table,) = found("县区 | PM2.5（μg/m³） | \n | 2024年 | 2023年\n东区 | 32 | 35")
    assert [(one.head, one.unit) for one in table.columns] == [
        ("县区", ""),
        ("PM2.5,2024年", "μg/m³"),
        ("PM2.5,2023年", "μg/m³"),
    ]


def test_a_table_has_its_caption_and_the_unit_of_all() -> None:
    (table,) = found("各县区PM2.5浓度\n单位：微克/立方米\n县区 | 2024年 | 2023年\n东区 | 32 | 35")
    assert (table.caption, table.unit) == ("各县区PM2.5浓度,单位:微克/立方米", "微克/立方米")


def test_new_heads_begin_another_table() -> None:
    both = found("指标 | 2024年 | 同比\nPM2.5 | 32 | 3%\n县区 | 立案 | 罚款\n东区 | 12 | 30")
    assert [[one.head for one in table.columns] for table in both] == [
        ["指标", "2024年", "同比"],
        ["县区", "立案", "罚款"],
    ]


@pytest.mark.parametrize(
    ("words", "name", "unit"),
    [
        ("PM2.5(微克/立方米)", "PM2.5", "微克/立方米"),
        ("优良天数比例(%)", "优良天数比例", "%"),
        ("立案数(单位:件)", "立案数", "件"),
        ("PM2.5μg/m³", "PM2.5", "μg/m³"),
        ("各乡镇(街道)", "各乡镇(街道)", ""),
        ("细颗粒物(PM2.5)", "细颗粒物(PM2.5)", ""),
    ],
)
def test_the_unit_of_a_head(words: str, name: str, unit: str) -> None:
    assert without_unit(words) == (name, unit)


def test_what_a_cell_holds() -> None:
    assert all(map(is_figure, ("32", "≥85%", "12件", "Ⅱ类", "↓3", "-8.6%", "第3")))
    assert not any(map(is_figure, ("2024", "2024年", "1-9月", "东区", "1-9月完成值", "", "一")))
    assert is_time("1-11月")
    assert not is_time("1-11月均值")
    assert [water_class(text) for text in ("Ⅱ", "III类", "劣V类", "二类", "优")] == [
        "Ⅱ",
        "Ⅲ",
        "劣Ⅴ",
        "Ⅱ",
        None,
    ]
    assert [figure(text) is None for text in ("32*", "32微克/立方米", "32-35", "约定", "*")] == [
        False,
        False,
        True,
        True,
        True,
    ]
