from __future__ import annotations

from builder.read.tables import table_lines


def test_row_is_a_line() -> None:
    rows = [[["指标"], ["目标"], ["完成"]], [["PM2.5"], ["35"], ["31"]]]
    assert table_lines(rows) == ["指标 | 目标 | 完成", "PM2.5 | 35 | 31"]


def test_column_without_value_stays() -> None:
    rows = [[["PM2.5"], ["35"], []], [[], ["94%"], ["95%"]]]
    assert table_lines(rows) == ["PM2.5 | 35 |", "| 94% | 95%"]


def test_paragraphs_of_a_cell_run_on() -> None:
    assert table_lines([[["完成", "情况"], ["31\n微克"]]]) == ["完成情况 | 31微克"]


def test_label_takes_its_value() -> None:
    rows = [[["索 引 号："], ["0113/2024-1"], ["发布机构:"], ["某市生态环境局"]]]
    assert table_lines(rows) == ["索 引 号：0113/2024-1 | 发布机构:某市生态环境局"]


def test_lone_cell_and_empty_rows() -> None:
    rows = [[["一、大气"], [], []], [[], [" "], []], [["甲"], ["1"], ["2"]]]
    assert table_lines(rows) == ["一、大气", "甲 | 1 | 2"]


def test_table_of_one_column_is_layout() -> None:
    assert table_lines([[["第一段。", "第二段。"]], [["第三段。"]]]) == [
        "第一段。",
        "第二段。",
        "第三段。",
    ]


def test_table_around_a_whole_page_is_layout() -> None:
    page = ["长" * 300 + "。", "文" * 300 + "。"]
    assert table_lines([[["首页"], page]]) == ["首页", *page]


def test_table_without_words_gives_nothing() -> None:
    assert table_lines([[[], []], [[""], [" "]]]) == []
