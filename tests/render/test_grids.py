"""Grids of counts fit a page for any number of bureaus, with words of one size."""

from __future__ import annotations

import dataclasses

import pytest

from builder.language import Language
from builder.model import Figure, Grid
from builder.render.grids import AIR, LANDSCAPE, UPRIGHT, Spread, fitted
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


def room(spread: Spread) -> float:
    return sum(spread.widths) + AIR * len(spread.widths)


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
    assert (spread.corner, spread.wide) == (corner, wide)
    assert room(spread) <= (LANDSCAPE if wide else UPRIGHT)


def test_turned_grid_holds_the_same_cells() -> None:
    spread = fitted(grid(40, 7), ZH)
    assert spread.columns == THEMES[:7]
    assert [line.head for line in spread.lines[:2]] == ["青一市", "青丁市"]
    assert {tuple(cell.text for cell in line.cells) for line in spread.lines} == {("1/2/3",) * 7}


def test_short_names_stay_whole_and_long_heads_break() -> None:
    assert set(fitted(grid(12), ZH).widths[1:]) == {6}
    assert set(fitted(grid(40), ZH).widths[1:]) == {5}


def test_numbers_never_break() -> None:
    assert set(fitted(grid(12, cell="12/345/678"), ZH).widths[1:]) == {10}


def test_figures_need_no_room_for_marks_and_units() -> None:
    rows = (("潜江市", figure("131 μg/m³", "潜48", value="131", unit="μg/m³"), "可以比较"),)
    chart = dataclasses.replace(CHART, columns=("单位", "数值", "可比性"), rows=rows)
    spread = fitted(chart, ZH)
    assert spread.widths == (9, 9, 9)
    assert spread.lines[0].cells[0].cell == "131"
    assert spread.lines[0].cells[1] == Figure(text="可以比较")
