"""What a sheet says of a record: one field a column, made the same way for every sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.model.sheet import ColumnKind, Sheet, SheetCell, SheetColumn
from builder.wording.sheets.book import Book

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[Item]):
    """A column of records: its head and what it holds (`says`), both msgids; its cells."""

    head: str
    width: int
    value: Callable[[Item, Book], SheetCell]
    kind: ColumnKind = ColumnKind.TEXT
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSpec(Generic[Item]):
    """A sheet of one kind of record; `title` and `says` are msgids, the rest as in `Sheet`."""

    title: str
    says: str
    fields: tuple[Field[Item], ...]
    frozen: int = 1
    printed: int = 0
    wrapped: bool = True


def sheet(spec: SheetSpec[Item], items: Iterable[Item], book: Book) -> Sheet:
    """The records as a sheet, one row each; a text without words is nothing."""
    language = book.language
    return Sheet(
        title=language(spec.title),
        columns=tuple(
            SheetColumn(
                head=language(field.head),
                width=field.width,
                kind=field.kind,
                says=language(field.says),
            )
            for field in spec.fields
        ),
        rows=tuple(
            tuple(_blank(field.value(item, book)) for field in spec.fields) for item in items
        ),
        says=language(spec.says),
        frozen=spec.frozen,
        printed=spec.printed,
        wrapped=spec.wrapped,
    )


def _blank(cell: SheetCell) -> SheetCell:
    return None if cell == "" else cell
