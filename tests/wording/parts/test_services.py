from __future__ import annotations

from dataclasses import replace

from builder.model import PartName, RunStyle, Sureness
from tests.printedparts import heads, made, paragraphs, said, seed_part, table_rows, tables
from tests.smallreports import extraction, quantity, second


def test_numbers_of_two_bureaus_stand_side_by_side_as_printed() -> None:
    (part,) = made(
        PartName.SERVICES,
        extraction("jia", quantity("29", "起", "立案查处环境违法案件")),
        second(quantity("18", "起", "立案查处环境违法案件")),
    )
    (table,) = tables(part)
    assert heads(table) == ["事项", "甲市（2024年）", "乙市（2024年）"]
    assert table_rows(table) == [["立案查处环境违法案件", "29起〔甲1〕", "18起〔乙1〕"]]


def test_what_a_number_is_of_stands_under_it_where_it_is_not_the_kind_itself() -> None:
    (part,) = made(
        PartName.SERVICES,
        extraction("jia", quantity("596", "家次", "现场帮扶企业")),
        second(quantity("54", "家次", "通过非现场执法方式检查企业")),
    )
    assert table_rows(tables(part)[0]) == [
        [
            "检查、帮扶企业",
            "596家次〔甲1〕 / 现场帮扶企业",
            "54家次〔乙1〕 / 通过非现场执法方式检查企业",
        ]
    ]


def test_a_number_of_another_time_is_grey_and_the_note_says_so() -> None:
    (part,) = made(
        PartName.SERVICES,
        extraction("jia", quantity("29", "起", "立案查处环境违法案件")),
        extraction(
            "bing",
            quantity("20", "起", "立案查处环境违法案件"),
            bureau="丙市生态环境局",
            region=("某省", "丙市"),
        ),
        second(quantity("18", "起", "立案查处环境违法案件"), period="2024Q1"),
    )
    (table,) = tables(part)
    assert [cell.runs[0].style for cell in table.rows[0].cells[1:]] == [
        RunStyle.PLAIN,
        RunStyle.PLAIN,
        RunStyle.APART,
    ]
    assert said(table.note) == (
        "只列两家以上写明的数量，不排序；只有一家写明的见 briefing.xlsx“全部数据”。"
        "数据期不同，只作参考。"
    )


def test_a_table_with_many_empty_cells_lists_the_bureaus_instead() -> None:
    part = seed_part(PartName.SERVICES)
    (table,) = tables(part)
    assert heads(table) == ["事项", "单位和数量"]
    rows = {row[0]: row[1] for row in table_rows(table)}
    assert rows["环评审批"].startswith("潜江市82个〔潜33〕；岳阳县36件〔岳20〕；某区26件〔区12〕")
    assert "—" not in "".join(rows.values())
    assert paragraphs(part) == ["衡南县没有写到两家以上共有的这类数量，不列。"]


def test_what_one_bureau_alone_reports_makes_no_part() -> None:
    assert (
        made(
            PartName.SERVICES,
            extraction("jia", quantity("29", "起", "立案查处环境违法案件")),
            second(),
        )
        == ()
    )


def test_nobody_is_said_to_lack_a_number_that_is_only_unsure() -> None:
    label = "立案查处环境违法案件"
    unsure = replace(quantity("7", "起", label), sureness=Sureness.UNSURE)
    (part,) = made(
        PartName.SERVICES,
        extraction("jia", quantity("29", "起", label)),
        second(quantity("18", "起", label)),
        extraction("bing", unsure, bureau="丙市生态环境局", region=("某省", "丙市")),
    )
    assert paragraphs(part) == []
    assert "丙市" not in heads(tables(part)[0])[-1]
