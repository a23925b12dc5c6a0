"""Columns that hold their figures in whatever type a machine has."""

from __future__ import annotations

import pytest

from builder.model import Run, RunStyle
from builder.model.page import BriefingPart, Cell, Column, Table
from builder.model.parts import PartName
from builder.wording.cells import cell, middle, number, row
from builder.wording.parts.fitting import fitted


def fit(widths: tuple[float, ...], *cells: Cell, wide: bool = False, dense: bool = False) -> Table:
    table = Table(
        columns=tuple(Column(head=("",), width=width) for width in widths),
        rows=(row(*cells),),
        dense=dense,
    )
    part = BriefingPart(name=PartName.OVERVIEW, title="一览", blocks=(table,), wide=wide)
    (made,) = fitted(part).blocks
    assert isinstance(made, Table)
    return made


def widths_of(table: Table) -> list[float]:
    return [column.width for column in table.columns]


@pytest.mark.parametrize(
    ("narrow", "room"),
    [
        (cell("21\u2060（1）"), 16.52),
        (number("131/166项"), 22.36),
        (middle("100.00%"), 18.74),
        (cell("1,234.56"), 18.9),
        (cell((Run("88.0%", style=RunStyle.STRONG),)), 15.06),
    ],
    ids=["count", "share", "rate", "amount", "strong"],
)
def test_a_narrow_column_gets_the_room_of_its_figure(narrow: Cell, room: float) -> None:
    first, second = widths_of(
        fit((10, 152), narrow, cell("完成情况见说明，各项任务均按时间要求推进。"))
    )
    assert first == room
    assert first + second == pytest.approx(162, abs=0.02)


def test_a_table_whose_figures_have_room_stays_as_it_is() -> None:
    table = fit((20, 142), cell("21\u2060（1）"), cell("21"))
    assert widths_of(table) == [20, 142]
    assert not table.dense


def test_figures_alone_give_no_room_to_words() -> None:
    assert widths_of(fit((10, 152), cell("生态保护与创建"), cell("说明"))) == [10, 152]


def test_a_short_name_gives_nothing_away() -> None:
    first, second, third = widths_of(
        fit((13, 10, 139), cell("潜江市"), cell("131/166"), cell("见说明"))
    )
    assert first == 13
    assert second > 17
    assert third < 133


def test_pages_on_their_side_and_small_tables_have_more_room() -> None:
    def room(*, wide: bool, dense: bool) -> float:
        cells = (cell("1,131/1,166"), cell("按期推进"))
        return widths_of(fit((6, 156), *cells, wide=wide, dense=dense))[0]

    usual = room(wide=False, dense=False)
    assert room(wide=True, dense=False) < 0.7 * usual
    assert room(wide=False, dense=True) < 0.9 * usual


def test_figures_that_find_no_room_are_set_small() -> None:
    figures = [cell("131/166.5")] * 8
    assert fit((20.25,) * 8, *figures).dense
    assert not fit((20.25,) * 8, *figures, wide=True).dense
