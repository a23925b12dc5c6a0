from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import (
    Change,
    Direction,
    Extraction,
    Indicator,
    Level,
    PartName,
    RunStyle,
    Sureness,
    TallySource,
)
from builder.model.page import Table
from builder.wording.parts import MAKERS
from tests.printedparts import bare, context, heads, made, said, seed_part, table_rows, tables
from tests.smallreports import compared, extraction, indicator, second, tally


def overview(*extractions: Extraction) -> Table:
    (part,) = made(PartName.OVERVIEW, *extractions)
    (table,) = tables(part)
    return table


def column(table: Table, head: str) -> list[str]:
    at = next(index for index, name in enumerate(heads(table)) if name.startswith(head))
    return [row[at] for row in table_rows(table)]


def test_the_five_seeds_stand_in_one_table() -> None:
    (table,) = tables(seed_part(PartName.OVERVIEW))
    assert column(table, "单位") == ["潜江市", "岳阳县", "赣州市", "衡南县", "某区"]
    assert [bare_value(cell) for cell in column(table, "PM2.5")] == [
        "31",
        "32.86",
        "22a",
        "—",
        "69.6e",
    ]
    assert column(table, "问题") == ["1（0）", "3（0）", "—", "4（3）", "4（0）"]
    assert column(table, "承诺") == ["21（1）", "8（0）", "29（9）", "4（1）", "16（0）"]


def bare_value(cell: str) -> str:
    return cell.split("〔", maxsplit=1)[0].split(" ", maxsplit=1)[0]


def test_the_base_of_a_change_is_no_result_of_its_report() -> None:
    base = indicator("39", period="2020")
    table = overview(extraction("jia", base, tally("10", "9")), second(indicator("31")))
    assert [bare_value(value) for value in column(table, "PM2.5")] == ["—", "31"]


def test_columns_that_nobody_fills_are_left_out() -> None:
    table = overview(extraction("jia", indicator("30")), second(indicator("31")))
    assert heads(table) == ["单位", "数据期", "PM2.5（μg/m³）"]


def test_values_that_do_not_compare_are_grey_with_a_letter_that_the_note_explains() -> None:
    table = overview(
        extraction("jia", indicator("30")),
        second(indicator("31")),
        extraction(
            "bing",
            indicator("20", scope="中心城区"),
            bureau="丙市生态环境局",
            region=("某省", "丙市"),
        ),
    )
    cell = table.rows[2].cells[2]
    assert [(run.text, run.style) for run in cell.runs][:2] == [
        ("20", RunStyle.APART),
        ("a", RunStyle.LETTER),
    ]
    assert said(table.note) == (
        "浅色带字母的值口径不同，不并列：a\u00a0中心城区。断面、问题、承诺的个数由本简报清点，括号内为未见承诺、可核查的。"
    )


def test_values_of_a_smaller_group_stand_apart_too() -> None:
    """Two values of town centres compare with each other, not with the column."""
    reports = [
        extraction(
            name,
            indicator(value, scope=scope),
            bureau=f"{place}市生态环境局",
            region=("某省", f"{place}市"),
        )
        for name, place, value, scope in (
            ("a", "甲", "30", None),
            ("b", "乙", "31", None),
            ("c", "丙", "32", None),
            ("d", "丁", "20", "中心城区"),
            ("e", "戊", "21", "中心城区"),
        )
    ]
    values = column(overview(*reports), "PM2.5")
    assert [bare_value(value) for value in values] == ["30", "31", "32", "20a", "21a"]


def test_a_change_is_marked_only_where_it_is_for_the_worse() -> None:
    def change(direction: Direction, *, better: bool) -> Change:
        return Change(
            direction=direction, value=Decimal("3.2"), unit="%", basis=None, better=better
        )

    table = overview(
        extraction("jia", indicator("30", change=change(Direction.DOWN, better=True))),
        second(indicator("31", change=change(Direction.UP, better=False))),
    )
    assert [cell.split(" / ")[1] for cell in column(table, "PM2.5")] == ["↓3.2%", "↑3.2% 变差"]


def test_only_what_inspections_raised_stands_in_their_column() -> None:
    """Petitions of the bureau, letters and one category of problems are other objects."""
    own = tally("99", "1", source=TallySource.PETITION, subject="群众信访件", start=4)
    table = overview(
        extraction(
            "jia",
            tally("10", "9", subject="中央督察反馈我市问题", start=1),
            tally("20", "5", subject="督察组交办信访件", start=2),
            tally("30", "3", subject="纳入整改清单的矿山", start=3),
            own,
            tally("40", "8", subject="中央督察反馈涉水问题", start=5),
            tally("50", "7", subject="省级生态环境警示片披露问题", start=6),
        ),
        second(own),
    )
    assert list(column(table, "督察整改")) == ["中央9/10〔甲1〕", "—"]


def test_of_each_level_of_inspection_the_set_with_most_left() -> None:
    provincial = TallySource.PROVINCIAL_INSPECTION
    table = overview(
        extraction(
            "jia",
            tally("18", "18", subject="2017年中央环保督察反馈问题", start=1),
            tally("21", "19", subject="第二轮中央生态环境保护督察反馈任务", start=2),
            tally("22", "12", subject="省级督察交办我市整改任务", source=provincial, start=3),
        ),
        second(
            tally("73", "61", subject="各级督察反馈", source=TallySource.MIXED_INSPECTION, start=1),
            tally("22", "12", subject="省级督察反馈问题", source=provincial, start=2),
        ),
    )
    assert list(column(table, "督察整改")) == [
        "省12/22〔甲3〕 / 中央19/21〔甲2〕",
        "61/73〔乙1〕",
    ]


def test_letters_stand_apart_where_a_bureau_tells_of_nothing_else() -> None:
    letters = tally("256", "246", subject="中央、省督察及“回头看”交办信访件")
    table = overview(extraction("jia", letters), second(tally("30", "30")))
    assert list(column(table, "督察整改")) == ["信访件246/256a〔甲1〕", "中央30/30〔乙1〕"]
    runs = table.rows[0].cells[2].runs
    assert [(run.text, run.style) for run in runs][:2] == [
        ("信访件246/256", RunStyle.APART),
        ("a", RunStyle.LETTER),
    ]
    assert "a\u00a0督察交办的信访件" in said(table.note)


@pytest.mark.parametrize(
    "told",
    [
        "中央督察反馈问题12个,整改9个,其余3个达到序时进度",
        "中央督察反馈问题12个,整改9个,剩余3个均未到整改时限",
        "中央督察反馈问题12个,整改9个,3个按计划推进",
        "中央督察反馈问题12个,整改9个,达到序时进度3个,无逾期",
    ],
)
def test_what_is_not_due_yet_is_called_on_time(told: str) -> None:
    items = replace(tally("12", "9", pending="3", subject="反馈问题"), unit="个", end=len(told))
    table = overview(extraction("jia", items, text=told + "。"))
    assert list(column(table, "督察整改")) == ["中央9/12〔甲1〕 / 余按期"]


@pytest.mark.parametrize(
    "told",
    [
        "中央督察反馈问题12个,整改9个,其余3个正在整改",
        "中央督察反馈问题12个,整改9个,其余3个未达到序时进度",
        "中央督察反馈问题12个,整改9个,其余3个滞后于序时进度",
        "中央督察反馈问题12个,按期整改9个,其余3个正在整改,信访件按期办结",
    ],
)
def test_what_is_behind_or_only_in_hand_is_not_called_on_time(told: str) -> None:
    items = replace(tally("12", "9", pending="3", subject="反馈问题"), unit="个", end=len(told))
    table = overview(extraction("jia", items, text=told + "。"))
    assert list(column(table, "督察整改")) == ["中央9/12〔甲1〕"]


def test_from_eight_bureaus_on_it_lies_on_its_side_with_a_line_a_bureau() -> None:
    reports = [
        extraction(
            f"r{number}",
            indicator(str(30 + number)),
            bureau=f"{letter}市生态环境局",
            region=("某省", f"{letter}市"),
            level=Level.CITY,
        )
        for number, letter in enumerate("甲乙丙丁戊己庚辛")
    ]
    (part,) = made(PartName.OVERVIEW, *reports)
    assert part.wide
    assert all(len(cell.lines) == 1 for row in tables(part)[0].rows for cell in row.cells)
    (seven,) = made(PartName.OVERVIEW, *reports[:7])
    assert not seven.wide


def test_an_unsure_value_is_not_in_the_table() -> None:
    sure, unsure = indicator("30"), indicator("31")
    table = overview(extraction("jia", sure), second(replace(unsure, sureness=Sureness.UNSURE)))
    assert [bare_value(value) for value in column(table, "PM2.5")] == ["30", "—"]
    assert bare(table.note).startswith("“—”为没有可列入的数。")


def test_our_own_bureau_stands_out() -> None:
    comparison = compared(extraction("jia", indicator("30")), second(indicator("31")))
    (part,) = MAKERS[PartName.OVERVIEW](replace(context(comparison), focus="yi-2024"))
    (table,) = tables(part)
    assert [row.cells[0].runs[0].style for row in table.rows] == [RunStyle.PLAIN, RunStyle.STRONG]
    assert said(table.note).endswith("加粗的是本单位。")


@pytest.mark.parametrize("scope", ["青屏县", "区内两个空气自动站", "高新区", "南门站点"])
def test_a_value_of_a_named_part_is_not_the_bureaus(scope: str) -> None:
    table = overview(extraction("jia", indicator("20", scope=scope)), second(indicator("31")))
    assert [bare_value(value) for value in column(table, "PM2.5")] == ["—", "31a"]


def test_a_value_of_one_month_is_not_the_bureaus_either() -> None:
    month = indicator("48", period="2024-11")
    table = overview(extraction("jia", month), second(indicator("31")))
    assert [bare_value(value) for value in column(table, "PM2.5")] == ["—", "31a"]


def water(value: str, scope: str, period: str = "2024", start: int = 0) -> Indicator:
    return indicator(
        value, metric="water.class", unit="class", scope=scope, period=period, start=start
    )


def test_a_water_is_counted_once_with_the_class_of_most_of_the_time() -> None:
    table = overview(
        extraction(
            "jia",
            water("Ⅲ", "南门断面", "2024-01..2024-09", 1),
            water("Ⅱ", "南门断面", "2024Q4", 2),
            water("Ⅱ", "北门断面", start=3),
        )
    )
    assert column(table, "地表水") == ["Ⅱ类1处〔甲3〕 / Ⅲ类1处〔甲1〕"]


def test_what_a_class_leaves_out_is_said_with_it() -> None:
    text = "3个国控断面除总磷外达到Ⅲ类。"
    value = replace(water("Ⅲ", "3个国控断面"), end=len(text) - 1)
    table = overview(extraction("jia", value, text=text))
    assert column(table, "地表水") == ["Ⅲ类3处（总磷除外）〔甲1〕"]


def test_the_data_period_ends_where_the_figures_do() -> None:
    early = indicator("30", period="2024-01..2024-10")
    month = indicator("48", period="2024-03")
    table = overview(extraction("jia", early, month), second(early, indicator("31", period="2024")))
    assert column(table, "数据期") == ["2024年1—10月", "2024年"]
