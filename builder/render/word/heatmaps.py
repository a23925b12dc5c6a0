"""Heat maps that can be edited in Word: bars without gaps, a coloured cell for each count.

The workbook shows the counts alone. Hidden formulas beside them say which colour a cell has: each
column of the map has a bar for every count that may stand in it, one unit long where it does and
nothing elsewhere. So a cell takes the colour and the figure of a count that somebody changes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from builder.charts.grids import LABEL, PLOT, cell_height, darkest, heads
from builder.charts.theme import INK, LINE, MISSING, NO_DATA, SCALE
from builder.model import Grid
from builder.render.word.drawingml import (
    NOTHING,
    SMALL,
    TEXT,
    Plot,
    Series,
    chart_space,
    every_label,
    filled,
    label,
    sheet,
)

WHITE = "#FFFFFF"
BLANK = "\N{NO-BREAK SPACE}"
EDGE = f'<a:ln w="19050">{filled(WHITE)}</a:ln>'
MOST = 255
"""So many series a chart of Word may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Bars of one look in one column of the map.

    `formula` says of a cell of the counts whether they are one unit long there; it may name the
    bars of the `others` that stand right before these.
    """

    series: Series
    column: int
    formula: str
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap:
    """A grid as Word is to draw it; `above` are the rows that the heads take."""

    grid: Grid
    above: int
    height: int
    layers: tuple[Layer, ...]

    @property
    def names(self) -> list[str]:
        """The names of all rows, those of the heads included."""
        return [" "] * self.above + list(self.grid.rows)

    def workbook(self) -> bytes:
        """The counts, and hidden beside and above them what draws the map."""
        first = len(self.grid.columns) + 1
        stream = io.BytesIO()
        with sheet(stream) as page:
            for column, name in enumerate(self.grid.columns, 1):
                page.write_string(0, column, name)
            for row, name in enumerate(self.names, 1):
                page.write_string(row, 0, name)
            for row, cells in enumerate(self.grid.cells, self.above + 1):
                for column, count in enumerate(cells, 1):
                    page.write(row, column, self.grid.empty if count is None else count)
            for column, layer in enumerate(self.layers, first):
                page.write_string(0, column, layer.series.name)
                for row, value in enumerate(layer.series.values, 1):
                    if row <= self.above or not layer.formula:
                        page.write(row, column, value)
                    else:
                        formula = layer.formula.format(
                            cell=xl_rowcol_to_cell(row, layer.column),
                            others=xl_range(row, column - layer.others, row, column - 1),
                        )
                        page.write_formula(row, column, formula, value=value or 0)
            page.set_column(first, first + len(self.layers) - 1, options={"hidden": True})
            for row in range(1, self.above + 1):
                page.set_row(row, options={"hidden": True})
        return stream.getvalue()

    def part(self, data: str) -> str:
        """The chart's own part; `data` is the relationship to its workbook."""
        plot = Plot(
            left=LABEL,
            width=PLOT,
            gap=0,
            stacked=True,
            end=len(self.grid.columns),
            first=len(self.grid.columns) + 1,
        )
        return chart_space(self.names, [layer.series for layer in self.layers], plot, data)


def heat_map(grid: Grid) -> HeatMap | None:
    """A grid of counts as Word is to draw it; None where that takes more series than Word has."""
    height = cell_height(len(grid.rows))
    lines = heads(grid.columns)
    most = max(map(len, lines))
    # An odd number has a middle, where the labels stand.
    above = -(-LINE * most // height) // 2 * 2 + 1 if most > 1 else 1
    counts = _counts(grid)
    if counts is None:
        return None
    layers = tuple(
        layer
        for column, (head, drawn) in enumerate(zip(lines, counts, strict=True), 1)
        for layer in (
            _head(grid, column, [BLANK] * (most - len(head)) + list(head), above),
            *(_cells(grid, column, count, above) for count in drawn),
            _more(grid, column, drawn, above),
            *([_gap(grid, column, above)] if _gaps(grid) else []),
        )
    )
    return HeatMap(grid=grid, above=above, height=height, layers=layers)


def _counts(grid: Grid) -> list[list[int]] | None:
    """The counts that each column can show: all of it, and as many others as Word has series for.

    None where it has too few for even those.
    """
    beside = 3 if _gaps(grid) else 2
    for top in range(darkest(grid.cells), 0, -1):
        columns = [
            sorted({*range(top + 1), *(count for count in column if count is not None)})
            for column in zip(*grid.cells, strict=True)
        ]
        if sum(len(column) + beside for column in columns) <= MOST:
            return columns
    return None


def _gaps(grid: Grid) -> bool:
    return any(None in row for row in grid.cells)


def _head(grid: Grid, column: int, head: Sequence[str], above: int) -> Layer:
    """A clear cell over the column with its name, which ends right above the cells."""
    at = above // 2
    values = tuple(1 if row == at else None for row in range(above + len(grid.rows)))
    series = Series(
        name=grid.columns[column - 1],
        values=values,
        look=NOTHING,
        labels=(label(at, "ctr", said="\n".join(head), size=TEXT if len(head) == 1 else SMALL),),
    )
    return Layer(series=series, column=column, formula="")


def _cells(grid: Grid, column: int, count: int, above: int) -> Layer:
    """The cells of the column with this count."""
    largest = darkest(grid.cells)
    here = (1 if row[column - 1] == count else None for row in grid.cells)
    series = Series(
        name=f"{grid.columns[column - 1]} {count}",
        values=((None,) * above + tuple(here)),
        look=filled(cell_colour(count / largest)) + EDGE,
        label=every_label("ctr", _ink(count, largest), f'"{count}";;'),
    )
    return Layer(series=series, column=column, formula=f"=IF({{cell}}={count},1,0)")


def _more(grid: Grid, column: int, drawn: Sequence[int], above: int) -> Layer:
    """Cells that get a count for which there are no bars: more than all those below it."""
    top = next(count for count in drawn if count + 1 not in drawn)
    series = Series(
        name=f"{grid.columns[column - 1]} >{top}",
        values=(None,) * (above + len(grid.rows)),
        look=filled(SCALE[-1]) + EDGE,
        label=every_label("ctr", WHITE, f'">{top}";;'),
    )
    formula = f"=IF(ISNUMBER({{cell}}),IF({{cell}}>{top},1-SUM({{others}}),0),0)"
    return Layer(series=series, column=column, formula=formula, others=len(drawn))


def _gap(grid: Grid, column: int, above: int) -> Layer:
    """Grey cells of a bureau without the part, with the word why in the middle one."""
    empty = [row[column - 1] is None for row in grid.cells]
    if all(empty):
        said = [above + len(empty) // 2]
    elif column == len(grid.columns) // 2 + 1:
        said = [above + row for row, cells in enumerate(grid.cells) if set(cells) == {None}]
    else:
        said = []
    return Layer(
        series=Series(
            name=f"{grid.columns[column - 1]} {grid.empty}",
            values=(None,) * above + tuple(1 if none else None for none in empty),
            look=f"{filled(NO_DATA)}<a:ln><a:noFill/></a:ln>",
            labels=tuple(label(row, "ctr", colour=MISSING, said=grid.empty) for row in said),
        ),
        column=column,
        formula="=IF(ISNUMBER({cell}),0,1)",
    )


def cell_colour(share: float) -> str:
    """The colour of a count as a share of the one with the darkest."""
    place = share * (len(SCALE) - 1)
    start = min(int(place), len(SCALE) - 2)
    pairs = zip(_parts(SCALE[start]), _parts(SCALE[start + 1]), strict=True)
    mixed = (round(low + (high - low) * (place - start)) for low, high in pairs)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _ink(count: int, largest: int) -> str:
    """The colour of a count's figure, as in the picture."""
    if count == 0:
        return MISSING
    return WHITE if count > largest / 2 else INK
