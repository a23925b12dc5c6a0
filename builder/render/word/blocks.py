"""Tables as WordprocessingML: caption, heads, rows and note, in the styles of the template.

A tag of the template asks for the tables of a part; what they look like is the template's, by the
styles 表题, 表头, 表格文字, 表格数字, 表格短语, 表内分组 and 表注 that a user changes in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from builder.model.table import CellKind, RowKind
from builder.render.word.carried import carried_run
from builder.render.word.look import BAND, GBT9704, twips
from builder.render.word.markup import caption, cell, paragraph, row, tables_element, text
from builder.render.word.sections import turning_point
from builder.render.word.template import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from builder.language import Language
    from builder.model.table import Cell, Line, Row, Table

STYLES = {
    CellKind.TEXT: "TableText",
    CellKind.NUMBER: "TableNumber",
    CellKind.WORD: "TableWord",
}
AIR = twips(millimetres=0.3)
"""What is left at the sides of a cell in a crowded table, so that 1/2/3 stays in one line."""


def tables_markup(tables: Iterable[Table], language: Language) -> Markup:
    """The tables of a part, each with its heading and the sentence that leads to it."""
    return Markup("".join(_block(table, language) for table in tables))  # noqa: S704 -- escaped


def _block(table: Table, language: Language) -> str:
    above = (_words("Heading2", table.heading), _words("Lead", table.lead))
    if not table.columns:
        return "".join(above)
    named = caption("TableCaption", language("表"), printable(table.caption), counter="表")
    block = named + _table(table) + _words("Note", table.note)
    if table.wide:
        block = turning_point(turned=False) + block + turning_point(turned=True)
    return "".join(above) + block


def _words(style: str, words: str) -> str:
    return text(style, printable(words)) if words else ""


def _table(table: Table) -> str:
    """A table as wide as the text of an upright page; `sections` fits it to the page it is on."""
    whole = sum(column.width for column in table.columns)
    share = GBT9704.page.text_width / whole
    widths = [column.width * share for column in table.columns]
    heads = (column.head.split("\n") for column in table.columns)
    head = row(
        *(
            cell(width, *(text("TableHead", printable(words)) for words in lines))
            for width, lines in zip(widths, heads, strict=True)
        ),
        head=True,
    )
    rows = (_row(each, widths) for each in table.rows)
    return tables_element(widths, head, *rows, air=AIR if table.crowded else None)


def _row(made: Row, widths: Sequence[float]) -> str:
    cells, first = [], 0
    for each in made.cells:
        width = sum(widths[first : first + each.span])
        first += each.span
        fill = BAND if made.kind is RowKind.BAND else ""
        lines = (_line(line, _style(each, made.kind)) for line in each.lines)
        cells.append(cell(width, *lines, columns=each.span, fill=fill))
    return row(*cells)


def _style(made: Cell, kind: RowKind) -> str:
    return "TableGroup" if kind is RowKind.BAND else STYLES[made.kind]


def _line(line: Line, style: str) -> str:
    """A paragraph of a cell; what its number lacks is carried to `figures.align_points`."""
    runs = (
        carried_run(each.text, link=each.mark, lacking=line.slack, quiet=each.quiet)
        for each in line.runs
    )
    return paragraph(style, *runs)
