"""Result tables of a text: a header with a column of targets and one of results, and its rows."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.reports import column_words
from builder.vocabulary.words import Words

# Indented lines begin with blanks; only those within a line part its cells.
LINES = re.compile(r"\S[^\n]*")
# What parts cells: without one of these a line has but one.
PARTING = ("  ", "\t", "|")
CELLS = re.compile(r"(?:(?!\s{2}|\t|\s?\|\s?)[^\n])+")
FEWEST_CELLS = 3


class Cell(NamedTuple):
    """A cell of a table where it stands in the source."""

    start: int
    end: int
    text: str


class _Columns(NamedTuple):
    aimed: Words
    former: Words
    result: re.Pattern[str]


class Table(NamedTuple):
    """A table's rows under its header, and the column of the results."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    column: int

    @property
    def span(self) -> tuple[int, int]:
        """Where the table stands in the source."""
        return self.header[0].start, self.rows[-1][-1].end


def tables(plain: str) -> tuple[Table, ...]:
    """The result tables of a text: a header with a column of targets and one of results."""
    found: list[Table] = []
    if _columns().aimed.search(plain) is None:
        return ()
    header: tuple[Cell, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    column: int | None = None
    for line in LINES.finditer(plain):
        parted = any(sign in line[0] for sign in PARTING)
        cells = _cells(plain, *line.span()) if parted else ()
        if column is not None and len(cells) == len(header):
            rows.append(cells)
            continue
        if column is not None and rows:
            found.append(Table(header, tuple(rows), column))
        header, rows, column = cells, [], _result_column(cells)
    if column is not None and rows:
        found.append(Table(header, tuple(rows), column))
    return tuple(found)


def _cells(plain: str, start: int, end: int) -> tuple[Cell, ...]:
    parts = (match for match in CELLS.finditer(plain, start, end))
    trimmed = ((match, match[0].strip()) for match in parts if match[0].strip())
    return tuple(
        Cell(
            match.start() + match[0].index(text),
            match.start() + match[0].index(text) + len(text),
            text,
        )
        for match, text in trimmed
    )


def _result_column(header: tuple[Cell, ...]) -> int | None:
    """The first column of results beside one of targets, or None where this is no header."""
    words = _columns()
    if len(header) < FEWEST_CELLS or not any(words.aimed.search(cell.text) for cell in header[1:]):
        return None
    results = [
        index
        for index, cell in enumerate(header)
        if index
        and words.result.search(cell.text)
        and not words.aimed.search(cell.text)
        and not words.former.search(cell.text)
    ]
    return results[0] if results else None


@cache
def _columns() -> _Columns:
    words = column_words()
    return _Columns(
        aimed=words.aimed,
        former=words.former,
        result=re.compile(rf"{words.result.pattern}|\d月"),
    )
