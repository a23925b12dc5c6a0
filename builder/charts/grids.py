"""Heat maps of theme and bureau: how many promises, how many problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import altair as alt

from builder.charts.marks import Row, Spec, Style, chart, spec, width, words, wrapped
from builder.charts.theme import (
    INK,
    LABEL_SIZE,
    LINE,
    MISSING,
    NO_DATA,
    SCALE,
    TEXT_SIZE,
    WIDTH,
    WIDTH_MM,
    millimetres,
)
from builder.language import Language
from builder.model import Chart, Grid, PartName
from builder.wording.words import enumeration

# With more bureaus than this they become the rows, for a page is higher than wide.
MOST_COLUMNS = 9
LONG_ALT = 60
LABEL = 150
EDGE = 4
PLOT = WIDTH - LABEL - EDGE
CELL = 20
LOW_CELL = 15
LEAST_SCALE = 4
CROWDED = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a map counts: its place in the briefing and its words."""

    id: str
    part: PartName
    title: str
    unit: str
    gap: str


PROMISES = Kind(
    id="promises",
    part=PartName.COMMITMENTS,
    title="各单位下一年承诺的主题分布",
    unit="条承诺",
    gap="{bureaus}的报告没有计划部分",
)
PROBLEMS = Kind(
    id="problems",
    part=PartName.MATRIX,
    title="各单位写明问题的主题分布",
    unit="个问题",
    gap="{bureaus}的报告没有写明问题",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """The cells as drawn, with their places in pixels."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]

    @property
    def width(self) -> float:
        """Width of a cell."""
        return PLOT / len(self.columns)

    @property
    def high(self) -> int:
        """Height of a cell."""
        return cell_height(len(self.rows))

    @property
    def bottom(self) -> int:
        """Height of all cells."""
        return self.high * len(self.rows)

    def box(self, row: int, column: int, rows: int, columns: int) -> Style:
        """A rectangle of cells with a white edge, and its middle."""
        left, top = column * self.width, row * self.high
        right, bottom = left + columns * self.width, top + rows * self.high
        return {
            "left": left + 1,
            "right": right - 1,
            "top": top + 1,
            "bottom": bottom - 1,
            "centre": (left + right) / 2,
            "middle": (top + bottom) / 2,
        }


def grid_chart(grid: Grid, kind: Kind, language: Language) -> Chart | None:
    """A map with the themes in order of their total; None where nothing was counted."""
    order = sorted(range(len(grid.rows)), key=lambda i: -_total(grid, i))
    shown = [i for i in order if _total(grid, i)]
    if not shown:
        return None
    field = _field(grid, shown)
    drawing, height = _drawing(field, grid, kind.id)
    return Chart(
        id=kind.id,
        part=kind.part,
        title=language(kind.title),
        caption=_caption(grid, shown, kind, language),
        alt=_alt(grid, shown, kind, language),
        note=_note(grid, shown, language),
        columns=(language("主题"), *grid.columns),
        rows=tuple(_data(grid, i) for i in shown),
        spec=drawing,
        width=WIDTH_MM,
        height=millimetres(height),
        grid=replace(grid, rows=field.rows, columns=field.columns, cells=field.cells, texts=()),
    )


def darkest(cells: Sequence[Sequence[int | None]]) -> int:
    """The count with the darkest colour; with counts of one and two only it would say too much."""
    return max(LEAST_SCALE, *(count or 0 for row in cells for count in row))


def cell_height(rows: int) -> int:
    """The height of a row in pixels; many rows are lower, so that they fit a page."""
    return LOW_CELL if rows > CROWDED else CELL


def heads(columns: Sequence[str]) -> list[tuple[str, ...]]:
    """The lines of every column's head."""
    room = max(1, PLOT / len(columns) / TEXT_SIZE - 0.5)
    return [wrapped(name, room) for name in columns]


def _total(grid: Grid, row: int) -> int:
    return sum(cell or 0 for cell in grid.cells[row])


def _field(grid: Grid, shown: Sequence[int]) -> Field:
    """The cells with bureaus across, or down where there are many."""
    themes = tuple(grid.rows[i] for i in shown)
    cells = tuple(grid.cells[i] for i in shown)
    if len(grid.columns) <= MOST_COLUMNS:
        return Field(rows=themes, columns=grid.columns, cells=cells)
    return Field(rows=grid.columns, columns=themes, cells=tuple(zip(*cells, strict=True)))


def _drawing(field: Field, grid: Grid, identity: str) -> tuple[Spec, int]:
    """The specification and its height."""
    lines = heads(field.columns)
    top = LINE * max(map(len, lines)) + EDGE
    x = alt.Scale(domain=[0, PLOT], nice=False)
    y = alt.Scale(domain=[0, field.bottom], nice=False, reverse=True)
    layers = [
        *_counted(field, x, y),
        *_gaps_drawn(field, grid, x, y),
        *_row_names(field, y),
        *_column_names(field, lines, x),
    ]
    padding = {"left": LABEL, "right": EDGE, "top": top, "bottom": EDGE}
    drawn = spec(identity, layers, width=PLOT, height=field.bottom, padding=padding)
    return drawn, field.bottom + top + EDGE


def _counted(field: Field, x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """Coloured cells with their number."""
    rows = [
        field.box(i, j, 1, 1) | {"count": count, "text": str(count)}
        for i, row in enumerate(field.cells)
        for j, count in enumerate(row)
        if count is not None
    ]
    largest = darkest(field.cells)
    colours = alt.Scale(domain=[0, largest], range=list(SCALE), interpolate="rgb")
    colour = alt.Color("count:Q", scale=colours, legend=None)
    yield chart(rows).mark_rect().encode(**_place(x, y), color=colour)
    for some, ink in (
        ([row for row in rows if row["count"] > largest / 2], "white"),
        ([row for row in rows if 0 < row["count"] <= largest / 2], INK),
        ([row for row in rows if row["count"] == 0], MISSING),
    ):
        if some:
            yield words(some, "text", **_middle(x, y), color=ink)


def _gaps_drawn(field: Field, grid: Grid, x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """One grey field with the word why for each bureau whose report has no such part."""
    rows: list[Row] = []
    for name in _gaps(grid):
        if field.columns is grid.columns:
            lines = wrapped(grid.empty, field.width / TEXT_SIZE - 1)
            box = field.box(0, field.columns.index(name), len(field.rows), 1)
        else:
            lines = (grid.empty,)
            box = field.box(field.rows.index(name), 0, 1, len(field.columns))
        middle = box["middle"] - LINE * (len(lines) - 1) / 2
        rows.append(box | {"text": "\n".join(lines), "middle": middle})
    if rows:
        yield chart(rows).mark_rect(color=NO_DATA).encode(**_place(x, y))
        yield words(rows, "text", **_middle(x, y), color=MISSING)


def _row_names(field: Field, y: alt.Scale) -> Iterator[alt.Chart]:
    rows: list[Row] = [field.box(i, 0, 1, 1) | {"name": name} for i, name in enumerate(field.rows)]
    size = LABEL_SIZE if field.high == CELL else TEXT_SIZE
    middle = alt.Y("middle:Q", scale=y)
    fitting = min(size, (LABEL - EDGE - 8) / max(width(name) for name in field.rows))
    yield words(rows, "name", x=alt.value(-8), y=middle, align="right", fontSize=fitting)


def _column_names(
    field: Field, lines: Sequence[Sequence[str]], x: alt.Scale
) -> Iterator[alt.Chart]:
    """Heads that end right above the cells: those of more lines begin higher."""
    for count in sorted({len(head) for head in lines}):
        rows: list[Row] = [
            field.box(0, j, 1, 1) | {"name": "\n".join(head)}
            for j, head in enumerate(lines)
            if len(head) == count
        ]
        centre, place = alt.X("centre:Q", scale=x), alt.value(-LINE * (count - 0.5))
        yield words(rows, "name", x=centre, y=place, align="center")


def _place(x: alt.Scale, y: alt.Scale) -> Style:
    return {
        "x": alt.X("left:Q", scale=x),
        "x2": "right:Q",
        "y": alt.Y("top:Q", scale=y),
        "y2": "bottom:Q",
    }


def _middle(x: alt.Scale, y: alt.Scale) -> Style:
    centre, middle = alt.X("centre:Q", scale=x), alt.Y("middle:Q", scale=y)
    return {"x": centre, "y": middle, "align": "center"}


def _caption(grid: Grid, shown: Sequence[int], kind: Kind, language: Language) -> str:
    """The point: the theme with most, what all bureaus have in common, who lacks the part."""
    most = _total(grid, shown[0])
    top = [i for i in shown if _total(grid, i) == most]
    bureaus = sum(bool(cell) for cell in grid.cells[top[0]])
    names = enumeration((grid.rows[i] for i in top), language)
    unit = language(kind.unit)
    if len(top) == 1:
        first = language(
            "最集中的主题是{theme}，{bureaus}家单位共{count}{unit}",
            theme=names,
            bureaus=bureaus,
            count=most,
            unit=unit,
        )
    else:
        first = language(
            "最集中的主题是{theme}，各有{count}{unit}", theme=names, count=most, unit=unit
        )
    sentences = [first, *_common(grid, shown, language)]
    gaps = _gaps(grid)
    if gaps:
        sentences.append(language(kind.gap, bureaus=enumeration(gaps, language)))
    return language("；").join(sentences) + language("。")


def _common(grid: Grid, shown: Sequence[int], language: Language) -> Iterator[str]:
    """Themes that every report with such a part has, where there are several reports."""
    parts = [j for j in range(len(grid.columns)) if grid.columns[j] not in _gaps(grid)]
    if len(parts) < 2:  # noqa: PLR2004 -- one report has everything in common with itself
        return
    common = [grid.rows[i] for i in shown if all(grid.cells[i][j] for j in parts)]
    if common:
        themes = enumeration(common, language)
        yield language("{count}家单位都有的主题：{themes}", count=len(parts), themes=themes)
    else:
        yield language("没有一个主题是{count}家单位都有的", count=len(parts))


def _gaps(grid: Grid) -> list[str]:
    """Bureaus whose report has no such part."""
    return [
        name for j, name in enumerate(grid.columns) if all(row[j] is None for row in grid.cells)
    ]


def _alt(grid: Grid, shown: Sequence[int], kind: Kind, language: Language) -> str:
    head = language("热力图：{title}。", title=language(kind.title))
    if len(shown) * len(grid.columns) > LONG_ALT:
        return head + _caption(grid, shown, kind, language) + language("全部数值见附录的数据表。")
    return (
        head + language("；").join(_theme_words(grid, i, language) for i in shown) + language("。")
    )


def _theme_words(grid: Grid, row: int, language: Language) -> str:
    counts = [
        language("{bureau} {count}", bureau=name, count=cell)
        for name, cell in zip(grid.columns, grid.cells[row], strict=True)
        if cell
    ]
    return language("{theme}：{counts}", theme=grid.rows[row], counts=enumeration(counts, language))


def _note(grid: Grid, shown: Sequence[int], language: Language) -> str:
    parts = [language("颜色越深，条数越多；每条按第一主题计一次")]
    if _gaps(grid):
        parts.append(language("灰格：{empty}", empty=grid.empty))
    if len(shown) < len(grid.rows):
        parts.append(language("各单位都没有的主题未列出"))
    return language("；").join(parts) + language("。")


def _data(grid: Grid, row: int) -> tuple[str, ...]:
    return (
        grid.rows[row],
        *(grid.empty if cell is None else str(cell) for cell in grid.cells[row]),
    )
