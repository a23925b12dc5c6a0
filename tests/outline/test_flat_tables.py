"""Tables whose cells are parted by single blanks: rows on lines, and all rows on one."""

from __future__ import annotations

import pytest

from tests.extract.reports import HEAD, outlined

LINES = "区域 PM2.5 同比\n全市 29 -6.5%\n东区 31 持平"
ROWS = [["区域", "PM2.5", "同比"], ["全市", "29", "-6.5%"], ["东区", "31", "持平"]]


def cells(text: str) -> list[list[list[str]]]:
    """The words of the cells of all tables of a text."""
    found = outlined(HEAD + text)
    plain = found.source.plain
    return [[[plain[slice(*cell)] for cell in row] for row in grid.rows] for grid in found.grids]


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    found = outlined(HEAD + text)
    return [found.source.text[one.start : one.end] for one in found.sentences]


@pytest.mark.parametrize(
    "text",
    [
        LINES,
        LINES.replace(" ", "\u3000"),
        LINES.replace("全市 29", "全市   29"),
        LINES.replace("\n", "\n\n"),
        LINES.replace("\n", " "),
        f"表1 各区空气质量\n（单位：微克/立方米）\n{LINES}",
        f"全年总体改善。表1 各区空气质量 {LINES}".replace("\n", " "),
        f"{LINES}\n二、其他工作\n检查企业30家。",
        f"{LINES}（二）其他工作 检查企业30家。".replace("\n", " "),
        f"{LINES}\n全市PM10平均浓度50微克/立方米，同比下降2%。",
        f"{LINES} 全市PM10平均浓度50微克/立方米，同比下降2%。".replace("\n", " "),
        LINES.replace("PM2.5 同比\n", "PM2.5\n同比\n").replace(
            "区域 PM2.5\n同比", "区域 PM2.5 同比"
        ),
        LINES.replace("东区 31 持平", "东区 31\n持平"),
    ],
)
def test_blanks_part_cells(text: str) -> None:
    assert cells(text) == [ROWS]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Heads over heads, on lines and on one.
        (
            (
                "县区 PM2.5 优良率\n2024年 2023年 2024年 2023年\n"
                "东区 31 33 88% 87%\n西区 28 29 90% 91%"
            ),
            [["县区", "PM2.5", "", "优良率", ""], ["", "2024年", "2023年", "2024年", "2023年"]],
        ),
        (
            "县区 PM2.5 优良率 2024年 2023年 2024年 2023年 东区 31 33 88% 87% 西区 28 29 90% 91%",
            [["县区", "PM2.5", "", "优良率", ""], ["", "2024年", "2023年", "2024年", "2023年"]],
        ),
        (
            (
                "序号 县区 PM2.5 优良率\n2024年 2023年 2024年 2023年\n"
                "1 东区 31 33 88% 87%\n2 西区 28 29 90% 91%"
            ),
            [
                ["序号", "县区", "PM2.5", "", "优良率", ""],
                ["", "", "2024年", "2023年", "2024年", "2023年"],
            ],
        ),
        # Heads too long for a line, and units that a blank parts from them.
        (
            "县区 PM2.5 同比\n优良率 同比\n东区 31 -3% 88% +1.2%\n西区 28 -2% 90% -0.4%",
            [["县区", "PM2.5", "同比", "优良率", "同比"]],
        ),
        (
            "县区 PM2.5 （微克/立方米） 优良率\n东区 31 88%\n西区 28 90%",
            [["县区", "PM2.5 (微克/立方米)", "优良率"]],
        ),
    ],
)
def test_heads(text: str, found: list[list[str]]) -> None:
    (table,) = cells(text)
    assert table[: len(found)] == found
    assert len(table) == len(found) + 2
    assert {len(row) for row in table} == {len(found[0])}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # One lacks a cell, or has one too many.
        ("区域 PM2.5 同比\n全市 29 -6.5%\n东区 31\n西区 28 持平", ["东区", "31"]),
        ("区域 PM2.5 同比 全市 29 -6.5% 南区 30 -3% 东区 31 2 -3% 西区 28 1%", None),
        # A blank in a name.
        ("区域 PM2.5 同比\n全市 29 -6.5%\n东 区 31 -2%\n西区 28 持平", ["东", "区", "31", "-2%"]),
    ],
)
def test_rows_that_fit_no_columns_are_none(text: str, row: list[str] | None) -> None:
    (table,) = cells(text)
    odd = [one for one in table if len(one) != len(ROWS[0])]
    assert odd == [row or ["东区", "31", "2", "-3%"]]
    assert table[0] == ROWS[0]


def test_part_of_a_name_makes_the_rows_beside_it_unsure() -> None:
    text = "来源 交办 完成 在办\n省级督察 9 8 1\n中央生态环境\n督察 7 5 2\n信访 4 4 0\n巡查 3 2 1"
    (table,) = cells(text)
    assert [row[0] for row in table if len(row) == 4] == ["来源", "信访", "巡查"]
    (behind,) = cells("来源 交办 完成 在办\n信访 4 4 0\n巡查 3 2 1\n省级生态环境 9 8 1\n督察")
    assert [row[0] for row in behind if len(row) == 4] == ["来源", "信访", "巡查"]


def test_a_total_has_no_number() -> None:
    lines = "序号 单位 交办 完成\n1 东区 9 8\n2 西区 7 5\n合计 16 13"
    assert cells(lines)[0][-1] == ["", "合计", "16", "13"]
    assert cells(lines) == cells(lines.replace("\n", " "))


@pytest.mark.parametrize(
    "text",
    [
        # Two years over the same heads, no head of the rows' names, heads that are too few.
        "2024年 2023年\n县区 PM2.5 优良率 PM2.5 优良率\n东区 31 88% 33 87%\n西区 28 90% 29 91%",
        "2024年 2023年 县区 PM2.5 优良率 PM2.5 优良率 东区 31 88% 33 87% 西区 28 90% 29 91%",
        "甲 乙 丙 东区 31 88% 西区 28 90%",
        "情况如下\n东区 31 88%\n西区 28 90%",
    ],
)
def test_rows_under_no_heads_are_no_sentences(text: str) -> None:
    (table,) = cells(text)
    assert [row[0] for row in table] == ["东区", "西区"]
    assert not [one for one in sentences(text) if "88%" in one]


@pytest.mark.parametrize(
    "text",
    [
        "全年检查企业 260家 立案 15件 罚款 83万元 移送 2件",
        "PM2.5平均浓度 30微克/立方米 同比下降 5.1%\n优良天数 338天 同比增加 6天",
        "共 检 查 企 业 1 2 0 家 立 案 3 5 件\n共 检 查 企 业 1 3 0 家 立 案 2 5 件",
        "联系人 张三 电话 0700 6123456",
        "检查单位 260家 发现问题 15个 完成整改 12个",
    ],
)
def test_prose_with_blanks_is_no_table(text: str) -> None:
    assert cells(text) == []
    assert sentences(text) == text.split("\n")


def test_words_among_the_figures_of_a_row() -> None:
    text = (
        "来源 交办数 牵头单位 已完成 省级督察 9项 东区 8项 中央督察 7项 西区 5项 信访 4件 南区 4件"
    )
    (table,) = cells(text)
    assert [row[0] for row in table] == ["来源", "省级督察", "中央督察", "信访"]
    assert {len(row) for row in table} == {4}


def test_text_beside_a_table_keeps_its_place() -> None:
    text = "（一）空气质量。区域 PM2.5 同比 全市 29 -6.5% 东区 31 持平（二）执法。检查企业30家。"
    found = outlined(HEAD + text)
    assert [one.heading for one in found.sections][1:] == ["空气质量", "执法"]
    assert sentences(text) == ["检查企业30家。"]


@pytest.mark.parametrize(
    "text",
    [
        # A blank in the first name moves the heads by one, to where others could begin.
        "来源 反馈问题 已完成 推进中 中央 督察组 23 21 2 省级督察组 9 8 1 信访举报 4 4 0",
        "断面 河流 目标 现状 渡口 大桥 棠江 Ⅲ Ⅱ 石门 棠江 Ⅱ Ⅱ 柳堡 白渚河 Ⅲ Ⅳ",
        "责任方 交办问题 已完成 推进中 城东 街道 23 21 2 城西街道 9 8 1 城南街道 4 4 0",
    ],
)
def test_heads_end_with_heads(text: str) -> None:
    assert all(row[0] not in text.split()[:4] for (table) in cells(text) for row in table)
