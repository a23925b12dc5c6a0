"""How a table of the briefing is defined: its fields once, and how page and sheet show them.

A field is what a table says of a record. The page puts several into one column, a line each, and
says what rows share in a band above them; a sheet has a column a field and repeats what is shared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from builder.language import Language
from builder.model import Figure, Passage, Run, Runs
from builder.model.table import (
    Cell,
    CellKind,
    Column,
    Line,
    LineKind,
    Row,
    RowKind,
    Sheet,
    SheetCell,
    Table,
)
from builder.wording.runs import cited

Item = TypeVar("Item")
Value = SheetCell | Line | list[Passage]
"""What a field gives: what a sheet can hold, a finished line, or several passages of one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Item]):
    """What a table says of a record: its value, and its column on the sheet.

    `width` is in characters; 0 keeps it off the sheet. `printed` is how the page says it, a msgid
    with {value}; `uncited` leaves a figure's marks to another field.
    """

    value: Callable[[Item, Language], Value]
    head: str = ""
    width: int = 0
    printed: str = "{value}"
    line: LineKind = LineKind.PLAIN
    uncited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedColumn(Generic[Item]):
    """A column on the page: its head, its width in millimetres of 156, the fields of its cells.

    `unit` stands under the head; OF_TABLE is the unit that all rows of a table share.
    """

    head: str
    width: float
    fields: tuple[Field[Item], ...]
    kind: CellKind = CellKind.TEXT
    names_row: bool = False
    unit: str = ""


OF_TABLE = "{unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSpec(Generic[Item]):
    """A table of one kind of record.

    `caption` is empty where each table has its own; `none` is what a table without rows says,
    `note` what a reader must know of all. `band` is what neighbouring rows share, `below` what
    stands under a row across the table. `sheet` are the fields of the sheet in order.
    """

    columns: tuple[PrintedColumn[Item], ...] = ()
    caption: str = ""
    none: str = ""
    note: str = ""
    tall: bool = False
    band: Callable[[Item, Language], str] | None = None
    below: Callable[[Item, Language], str] | None = None
    sheet: tuple[Field[Item], ...] = ()


def printed(
    spec: TableSpec[Item],
    items: Iterable[Item],
    language: Language,
    *,
    caption: str = "",
    heading: str = "",
    lead: str = "",
    unit: str = "",
    note: str = "",
) -> Table:
    """The table of some records as the page has it; `unit` is what its rows share."""
    rows = tuple(_rows(spec, tuple(items), language))
    if not rows and spec.none:
        rows = (across(spec, language(spec.none), RowKind.NONE),)
    return Table(
        caption=caption or language(spec.caption),
        columns=tuple(
            Column(head=_head(each, unit, language), width=each.width) for each in spec.columns
        ),
        rows=rows,
        heading=heading,
        lead=lead,
        note=note or language(spec.note),
        tall=spec.tall,
    )


def across(spec: TableSpec[Item], words: str, kind: RowKind = RowKind.DATA) -> Row:
    """A row of one cell as wide as the table."""
    band = kind is RowKind.BAND
    return Row(cells=(Cell(lines=(line(words),), head=band, span=len(spec.columns)),), kind=kind)


def line(words: str | Runs, kind: LineKind = LineKind.PLAIN) -> Line:
    """A line of a cell."""
    return Line(runs=words if isinstance(words, tuple) else (Run(words),), kind=kind)


def on_sheet(
    title: str, fields: Iterable[Field[Item]], items: Iterable[Item], language: Language
) -> Sheet:
    """The records as a sheet of the Excel file, one row each."""
    fields = tuple(field for field in fields if field.width)
    return Sheet(
        title=title,
        heads=tuple(language(field.head) for field in fields),
        widths=tuple(field.width for field in fields),
        rows=tuple(
            tuple(_sheet_cell(field.value(item, language), language) for field in fields)
            for item in items
        ),
    )


def _rows(spec: TableSpec[Item], items: tuple[Item, ...], language: Language) -> Iterator[Row]:
    """The rows, those that share something under its band."""
    if spec.band is None:
        for item in items:
            yield from _item_rows(spec, item, language)
        return
    banded = ((spec.band(item, language), item) for item in items)
    for words, some in groupby(banded, key=lambda pair: pair[0]):
        yield across(spec, words, RowKind.BAND)
        for _, item in some:
            yield from _item_rows(spec, item, language)


def _item_rows(spec: TableSpec[Item], item: Item, language: Language) -> Iterator[Row]:
    cells = tuple(_cell(column, item, language) for column in spec.columns)
    if spec.below is None:
        yield Row(cells=cells)
        return
    yield Row(cells=cells, kind=RowKind.UPPER)
    yield across(spec, spec.below(item, language))


def _cell(column: PrintedColumn[Item], item: Item, language: Language) -> Cell:
    return Cell(
        lines=tuple(
            each
            for field in column.fields
            for each in _lines(field, field.value(item, language), language)
        ),
        kind=column.kind,
        head=column.names_row,
    )


def _lines(field: Field[Item], value: Value, language: Language) -> Iterator[Line]:
    """The lines of a field on the page: a figure has its marks under it, passages a line each."""
    match value:
        case Figure():
            yield from figure_lines(value, language, uncited=field.uncited)
        case Passage():
            yield Line(runs=cited(value.text, value.marks))
        case str() | int():
            words = str(value)
            said = words if field.printed == "{value}" else language(field.printed, value=words)
            if said:
                yield Line(runs=(Run(said),), kind=field.line)
        case Line():
            yield value
        case list():
            yield from _passage_lines(value, language)
        case _:
            yield Line(runs=cited("", value))


def figure_lines(figure: Figure, language: Language, *, uncited: bool = False) -> Iterator[Line]:
    """A figure in its column, and under it where it comes from: its marks, whether computed."""
    yield Line(runs=(Run(figure.cell or figure.text),), slack=figure.slack)
    behind = cited(language("（计算）") if figure.computed else "", figure.marks)
    if behind and not uncited:
        yield Line(runs=behind)


def _passage_lines(passages: list[Passage], language: Language) -> Iterator[Line]:
    """Passages, a line each; why they are there is said behind the last of those that share it."""
    if not passages:
        yield line(language("未载明"))
    for why, some in groupby(passages, key=lambda passage: passage.why):
        *others, last = some
        for passage in others:
            yield Line(runs=cited(passage.text, passage.marks))
        said = (Run(language("（{why}）", why=why), quiet=True),) if why else ()
        yield Line(runs=(*cited(last.text, last.marks), *said))


def _sheet_cell(value: Value, language: Language) -> SheetCell:
    """Several passages become one; its link leads to the first."""
    if isinstance(value, Line):
        return "".join(run.text for run in value.runs)
    if not isinstance(value, list):
        return value
    if not value:
        return language("未载明")
    return Passage(text="\n".join(_cited(each, language) for each in value), marks=value[0].marks)


def _cited(passage: Passage, language: Language) -> str:
    return passage.text + (f"〔{language('、').join(passage.marks)}〕" if passage.marks else "")


def _head(column: PrintedColumn[Item], unit: str, language: Language) -> str:
    """A head, and its unit as a second line."""
    head = language(column.head)
    shown = unit if column.unit == OF_TABLE else column.unit
    return f"{head}\n{language('（{unit}）', unit=shown)}" if shown else head
