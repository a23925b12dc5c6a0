"""Tables are defined once: what the page has in lines and bands, a sheet has in columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest

from builder.language import Language
from builder.model import Figure, Passage, Run
from builder.model.table import CellKind, LineKind, RowKind
from builder.wording.tables import Tables
from builder.wording.tables.measured import APART, INDICATORS, INSPECTION, SERVICES
from builder.wording.tables.planned import COMMITMENTS, FOLLOWUPS, MATRIX
from builder.wording.tables.sources import COVERAGE, MATERIALS, OTHERS, QUALITY
from builder.wording.tables.spec import (
    OF_TABLE,
    Field,
    PrintedColumn,
    TableSpec,
    on_sheet,
    printed,
)
from tests.samplebriefing import sample_briefing

ZH = Language("zh")
SPECS = (
    APART,
    INDICATORS,
    INSPECTION,
    SERVICES,
    COMMITMENTS,
    FOLLOWUPS,
    MATRIX,
    COVERAGE,
    MATERIALS,
    OTHERS,
    QUALITY,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfall:
    """A record of the tests."""

    river: str
    name: str
    load: Figure


LOAD = Figure(text="12.5 吨", cell="12.5", slack="0", marks=("甲1",), value=Decimal("12.5"))
RECORDS = (
    Outfall(river="清江", name="一号口", load=LOAD),
    Outfall(river="清江", name="二号口", load=Figure(text="未载明")),
    Outfall(river="渔洋河", name="三号口", load=replace(LOAD, computed=True)),
)
RIVER: Field[Outfall] = Field(head="河流", width=10, value=lambda row, _: row.river)
NAME: Field[Outfall] = Field(
    head="排口", width=12, value=lambda row, _: row.name, printed="名称：{value}"
)
AMOUNT: Field[Outfall] = Field(head="负荷", width=8, value=lambda row, _: row.load)
SPEC: TableSpec[Outfall] = TableSpec(
    caption="排污口",
    none="没有排污口。",
    note="只列入河的。",
    band=lambda row, _: row.river,
    columns=(
        PrintedColumn(head="排口", width=100, fields=(NAME,), names_row=True),
        PrintedColumn(head="负荷", width=56, fields=(AMOUNT,), kind=CellKind.NUMBER, unit=OF_TABLE),
    ),
    sheet=(RIVER, NAME, AMOUNT),
)


def test_neighbours_share_a_band_and_fields_are_lines() -> None:
    table = printed(SPEC, RECORDS, ZH, unit="吨")
    assert [(row.kind, [cell.text for cell in row.cells]) for row in table.rows] == [
        (RowKind.BAND, ["清江"]),
        (RowKind.DATA, ["名称：一号口", "12.5\n〔甲1〕"]),
        (RowKind.DATA, ["名称：二号口", "未载明"]),
        (RowKind.BAND, ["渔洋河"]),
        (RowKind.DATA, ["名称：三号口", "12.5\n（计算）〔甲1〕"]),
    ]
    assert [column.head for column in table.columns] == ["排口", "负荷\n（吨）"]
    assert (table.caption, table.note) == ("排污口", "只列入河的。")


def test_marks_are_runs_and_a_number_says_what_it_lacks() -> None:
    number = printed(SPEC, RECORDS[:1], ZH).rows[1].cells[1]
    assert [line.runs for line in number.lines] == [(Run("12.5"),), (Run("〔甲1〕", "甲1"),)]
    assert [line.slack for line in number.lines] == ["0", ""]


def test_a_table_without_rows_says_so_across_its_columns() -> None:
    (row,) = printed(SPEC, (), ZH).rows
    (cell,) = row.cells
    assert (row.kind, cell.text, cell.span) == (RowKind.NONE, "没有排污口。", 2)


def test_the_sheet_has_a_column_a_field_and_repeats_what_rows_share() -> None:
    sheet = on_sheet("排污口", SPEC.sheet, RECORDS, ZH)
    assert (sheet.heads, sheet.widths) == (("河流", "排口", "负荷"), (10, 12, 8))
    assert sheet.rows[1] == ("清江", "二号口", Figure(text="未载明"))


def test_a_new_field_reaches_page_and_sheet_from_one_place() -> None:
    owner: Field[Outfall] = Field(head="责任单位", width=20, value=lambda _, __: "甲局")
    column = PrintedColumn(head="责任单位", width=20, fields=(owner,))
    wider = replace(SPEC, columns=(*SPEC.columns, column), sheet=(*SPEC.sheet, owner))
    assert printed(wider, RECORDS[:1], ZH).rows[1].cells[2].text == "甲局"
    assert on_sheet("", wider.sheet, RECORDS[:1], ZH).rows[0][3] == "甲局"


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.columns[-1].head)
def test_columns_share_the_width_of_the_text(spec: TableSpec[object]) -> None:
    assert sum(column.width for column in spec.columns) == pytest.approx(156)


def test_why_passages_stand_in_a_cell_is_said_behind_the_last_that_shares_it() -> None:
    passages = [
        Passage(text="建厂", marks=("甲1",), why="共有词：总磷"),
        Passage(text="管网", marks=("甲2",), why="共有词：总磷"),
        Passage(text="另有2项", marks=()),
    ]
    field: Field[int] = Field(head="工作", width=9, value=lambda _, __: passages)
    spec = TableSpec(columns=(PrintedColumn(head="工作", width=156, fields=(field,)),))
    (row,) = printed(spec, [1], ZH).rows
    assert row.cells[0].text == "建厂〔甲1〕\n管网〔甲2〕（共有词：总磷）\n另有2项"
    assert [run.quiet for run in row.cells[0].lines[1].runs] == [False, False, True]
    (cells,) = on_sheet("", [field], [1], ZH).rows
    assert cells == (Passage(text="建厂〔甲1〕\n管网〔甲2〕\n另有2项", marks=("甲1",)),)


def test_a_plan_without_a_commitment_is_its_sentence_alone() -> None:
    briefing = sample_briefing()
    plan = replace(briefing.comparison.commitments[0], rows=(), summary="没有计划。")
    view = replace(briefing.comparison, commitments=(plan,), followups=())
    _, alone = Tables(replace(briefing, comparison=view)).commitments
    assert (alone.heading, alone.lead, alone.columns, alone.rows) == (
        "岳阳县",
        "没有计划。",
        (),
        (),
    )


def test_a_report_takes_two_rows_and_a_refused_file_follows() -> None:
    (table,) = Tables(sample_briefing()).materials
    first, second, *_, last = table.rows
    assert (first.kind, second.cells[0].span) == (RowKind.UPPER, 6)
    assert first.cells[0].lines[0].kind is LineKind.TITLE
    assert second.cells[0].text == "使用时须注意：无"
    assert last.cells[1].text.startswith("未能使用：")
