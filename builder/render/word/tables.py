"""Tables: caption, heads, rows and note, in the styles of the template.

Three rules, thin lines between rows, no verticals but in grids: the table styles 简报表格 and
简报密表 have them. What a style cannot know is set here: widths, bands, the rule under a second row
of heads, and that rows of a short table stay together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from builder.model import Runs
from builder.model.page import Cell, CellKind, Column, Line, LineKind, Row, RowKind, Table
from builder.render.word.kit import Kit
from builder.render.word.look import twips
from builder.render.word.markup import (
    NO_BORDER,
    border,
    cell,
    column_edges,
    field,
    made_run,
    paragraph,
    row,
    run,
    table,
)
from builder.render.word.names import Style

THIN, MIDDLE = 0.4, 0.7
INK = "000000"
BAR_AIR = twips(millimetres=3.2)
"""What a bar leaves of its column."""
LONGEST_DESCRIPTION = 2_000

CELLS: Mapping[CellKind, Style] = MappingProxyType(
    {
        CellKind.TEXT: Style.TEXT,
        CellKind.NUMBER: Style.RIGHT,
        CellKind.MIDDLE: Style.MIDDLE,
    }
)
HEADS: Mapping[CellKind, Style] = MappingProxyType(
    {
        CellKind.TEXT: Style.HEAD,
        CellKind.NUMBER: Style.RIGHT_HEAD,
        CellKind.MIDDLE: Style.MIDDLE_HEAD,
    }
)
SMALL: Mapping[Style, Style] = MappingProxyType(
    {
        Style.TEXT: Style.SMALL,
        Style.BAND: Style.SMALL,
        Style.RIGHT: Style.RIGHT_SMALL,
        Style.MIDDLE: Style.MIDDLE_SMALL,
    }
)
DENSE: Mapping[Style, Style] = MappingProxyType(
    {
        Style.TEXT: Style.DENSE_TEXT,
        Style.RIGHT: Style.DENSE_RIGHT,
        Style.MIDDLE: Style.DENSE_MIDDLE,
        Style.HEAD: Style.DENSE_HEAD,
        Style.RIGHT_HEAD: Style.DENSE_RIGHT_HEAD,
        Style.MIDDLE_HEAD: Style.DENSE_MIDDLE_HEAD,
        Style.BAND: Style.DENSE_BAND,
        Style.TABLE: Style.DENSE_TABLE,
    }
)


def table_markup(made: Table, width: int, kit: Kit) -> str:
    """A table `width` twips wide with its caption and its note."""
    laid = _Laid(made, width, kit)
    rows = (*laid.heads(), *laid.rows())
    body = table(
        laid.style(Style.TABLE),
        laid.edges,
        *rows,
        title=made.caption,
        description=_description(made),
    )
    return _above(made, kit) + body + below(made.note, kit)


def _above(made: Table, kit: Kit) -> str:
    if made.caption and not made.numbered:
        return paragraph(kit.styles[Style.TABLE_CAPTION], run(made.caption))
    return caption(made.caption, kit, chart=made.chart)


def caption(words: str, kit: Kit, *, chart: bool) -> str:
    """表 1 and the words of a table, or 图 1 and those of a picture; nothing without words.

    The number is a field that Word counts; `contents.number_captions` writes its first result.
    """
    if not words:
        return ""
    label, kind = kit.styles[Style.LABEL], "图" if chart else "表"
    numbered = kit.language("图 {number}" if chart else "表 {number}", number="\n")
    before, _, behind = numbered.partition("\n")
    return paragraph(
        kit.styles[Style.FIGURE_CAPTION if chart else Style.TABLE_CAPTION],
        run(before, label),
        field(rf"SEQ {kind} \* ARABIC", "1", label),
        run(f"{behind}\u2002", label),
        run(words),
    )


def below(note: Runs, kit: Kit) -> str:
    """The note under a table or picture, or the air that stands in its place."""
    if note:
        return paragraph(kit.styles[Style.NOTE], kit.runs(note))
    return paragraph(kit.styles[Style.AFTER])


class _Laid:
    """A table with the places of its columns."""

    def __init__(self, made: Table, width: int, kit: Kit) -> None:
        self._made, self._kit = made, kit
        self.edges = column_edges([column.width for column in made.columns], width)

    def style(self, style: Style) -> str:
        """The id of a style, or of the small one in its place."""
        return self._kit.styles[DENSE.get(style, style) if self._made.dense else style]

    def heads(self) -> Iterator[str]:
        """The row of heads, below that of heads over several columns."""
        made = self._made
        if made.groups:
            yield row(*self._groups(), head=True)
        under = {"bottom": border(MIDDLE, INK)} if made.groups else {}
        cells = (
            cell(
                self._width(place, 1),
                *self._head(column),
                borders=self._left(place) | under,
            )
            for place, column in enumerate(made.columns)
        )
        yield row(*cells, head=True)

    def _head(self, column: Column) -> Iterator[str]:
        """The lines of a head, which stays with the first row."""
        style = self.style(HEADS[column.kind])
        return (paragraph(style, run(words), keep=True) for words in column.head)

    def _groups(self) -> Iterator[str]:
        place = 0
        for group in self._made.groups:
            yield cell(
                self._width(place, group.span),
                paragraph(self.style(Style.MIDDLE_HEAD), run(group.head), keep=True),
                columns=group.span,
                borders=self._left(place) | {"bottom": NO_BORDER},
            )
            place += group.span

    def rows(self) -> Iterator[str]:
        """The rows; those of a stretch may keep together, and the last one with its note."""
        left = len(self._made.rows)
        for stretch in self._made.stretches:
            for number, made in enumerate(stretch.rows, 1):
                left -= 1
                inside = stretch.kept and number < len(stretch.rows)
                yield row(*self._cells(made, keep=inside if left else bool(self._made.note)))

    def _cells(self, made: Row, *, keep: bool) -> Iterator[str]:
        place = 0
        for each in made.cells:
            over = {"top": border(MIDDLE, INK)} if made.kind is RowKind.SUM else {}
            yield cell(
                self._width(place, each.span),
                *self._content(each, made.kind, self._width(place, each.span), keep=keep),
                columns=each.span,
                fill=self._kit.look.band[1:] if made.kind is RowKind.BAND else "",
                borders=over | self._left(place),
            )
            place += each.span

    def _content(self, made: Cell, kind: RowKind, width: int, *, keep: bool) -> Iterator[str]:
        if made.share is not None:
            bar = self._kit.pictures.bar(made.share, width - BAR_AIR, self._kit.look.accent)
            yield paragraph(self._kit.styles[Style.BAR], made_run(bar), keep=keep)
            return
        style = Style.BAND if kind is RowKind.BAND else CELLS[made.kind]
        for line in made.lines or (Line(runs=()),):
            yield self._line(line, style, keep=keep)

    def _line(self, line: Line, style: Style, *, keep: bool) -> str:
        if line.kind is LineKind.QUIET:
            style = SMALL[style]
        usual = Style.STRONG if line.kind is LineKind.TITLE else None
        runs = self._kit.runs(line.runs, usual, dense=self._made.dense)
        return paragraph(self.style(style), runs, keep=keep)

    def _width(self, place: int, span: int) -> int:
        return self.edges[min(place + span, len(self.edges) - 1)] - self.edges[place]

    def _left(self, place: int) -> dict[str, str]:
        """The line on the left of a column that begins a group."""
        ruled = place < len(self._made.columns) and self._made.columns[place].ruled
        return {"left": border(THIN, self._kit.look.rule[1:])} if ruled else {}


def _description(made: Table) -> str:
    """What the signs of a table show, row by row: 大气：3句，其中可核查1句."""
    rows = (_row_description(each.cells) for each in made.rows)
    return "；".join(filter(None, rows))[:LONGEST_DESCRIPTION]


def _row_description(cells: Sequence[Cell]) -> str:
    labels = [each.label for each in cells if each.label]
    heads = (run.text for each in cells if each.head for run in each.runs if not run.mark)
    return f"{''.join(heads)}：{'、'.join(labels)}" if labels else ""
