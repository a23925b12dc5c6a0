"""Grids of counts fit a page for any number of bureaus, with words of one size."""

from __future__ import annotations

import dataclasses

import pytest

from builder.language import Language
from builder.model import Grid
from builder.model.table import CellKind, Table
from builder.wording.tables.grids import AIR, LANDSCAPE, UPRIGHT, fitted
from tests.render.test_docx import CHART
from tests.samplebriefing import figure

ZH = Language("zh")
THEMES = (
    *("大气", "水", "土壤", "农村环境", "固废与新污染物", "生态保护与创建", "低碳", "督察整改"),
    *("执法监管", "监测预警", "环境风险", "信访", "环评与许可", "体制机制", "宣传教育"),
    *("项目资金", "党建", "队伍能力", "统筹与责任"),
)


def grid(bureaus: int, themes: int = 19, cell: str = "1/2/3") -> Grid:
    names = tuple(f"青{chr(0x4E00 + number)}市" for number in range(bureaus))
    return Grid(
        title="各主题的承诺数",
        rows=THEMES[:themes],
        columns=names,
        cells=tuple((6,) * bureaus for _ in range(themes)),
        texts=tuple((cell,) * bureaus for _ in range(themes)),
        empty="无计划",
        note="",
    )


def widths(table: Table) -> list[float]:
    return [column.width for column in table.columns]


def room(table: Table) -> float:
    return sum(widths(table)) + AIR * len(table.columns)


@pytest.mark.parametrize(
    ("bureaus", "themes", "corner", "wide"),
    [
        (1, 19, "主题", False),
        (5, 19, "主题", False),
        (8, 19, "主题", False),
        (12, 19, "主题", True),
        (12, 7, "单位", False),
        (40, 7, "单位", False),
        (40, 19, "单位", True),
    ],
)
def test_many_columns_are_turned_or_lie_on_their_side(
    bureaus: int, themes: int, corner: str, *, wide: bool
) -> None:
    spread = fitted(grid(bureaus, themes), ZH)
    assert (spread.columns[0].head, spread.wide) == (corner, wide)
    assert room(spread) <= (LANDSCAPE if wide else UPRIGHT)


def test_turned_grid_holds_the_same_cells() -> None:
    table = fitted(grid(40, 7), ZH)
    assert tuple(column.head for column in table.columns[1:]) == THEMES[:7]
    assert [row.cells[0].text for row in table.rows[:2]] == ["青一市", "青丁市"]
    cells = {tuple(cell.text for cell in row.cells[1:]) for row in table.rows}
    assert cells == {("1/2/3",) * 7}


def test_short_names_stay_whole_and_long_heads_break() -> None:
    assert set(widths(fitted(grid(12), ZH))[1:]) == {6}
    assert set(widths(fitted(grid(40), ZH))[1:]) == {5}


def test_numbers_never_break() -> None:
    assert set(widths(fitted(grid(12, cell="12/345/678"), ZH))[1:]) == {10}


def test_figures_need_no_room_for_marks_and_units() -> None:
    rows = (("潜江市", figure("131 μg/m³", "潜48", value="131", unit="μg/m³"), "可以比较"),)
    chart = dataclasses.replace(CHART, columns=("单位", "数值", "可比性"), rows=rows)
    table = fitted(chart, ZH)
    assert widths(table) == [9, 9, 9]
    name, number, words = table.rows[0].cells
    assert (name.head, number.text, words.text) == (True, "131\n〔潜48〕", "可以比较")
    assert (number.kind, words.kind) == (CellKind.NUMBER, CellKind.WORD)
