"""Facts as a table: the columns of `facts.csv` and of the frames, from the keys of each kind.

A nested key becomes several columns (`change_value`, `rank_position`), a list one with `；` between
its items, and a period has its two days beside it. `number` is `value` where it is a number.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, get_args, get_origin

from typing_extensions import get_type_hints, is_typeddict

from builder.facts_file import fact_line
from builder.kinds import KINDS, FactKind
from builder.model import AnyFact, Extraction, Period

BOM = "\ufeff"
# A spreadsheet would take a text that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Of these a cell besides tells what they are as days, or as a number.
MANY_CELLS = frozenset(("period", "value"))
Cell = str | int | bool | date | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column with the type of its cells: str, int, bool, date or Decimal; any may be None."""

    name: str
    type: type


_FIRST = (
    Column("kind", str),
    Column("report", str),
    Column("bureau", str),
)
_LAST = (
    Column("themes", str),
    Column("quote", str),
    Column("start", int),
    Column("end", int),
    Column("section", str),
    Column("rule", str),
    Column("sureness", str),
    Column("cues", str),
    Column("corrected", str),
)


@cache
def columns(kind: FactKind[Any] | None = None) -> tuple[Column, ...]:
    """The columns of a kind's table, or of that of all facts, always in the same order."""
    kinds = KINDS if kind is None else (kind,)
    own = (column for one in kinds for column in _of_keys(one.keys))
    by_name = {column.name: column for column in own}
    return (*_FIRST, *by_name.values(), *_LAST)


def rows(
    extractions: Iterable[Extraction], kind: FactKind[Any] | None = None
) -> Iterator[dict[str, Cell]]:
    """The facts of a kind, or all, by report and in text order, as cells by column.

    A cell that is None is left out.
    """
    for extraction in sorted(extractions, key=lambda one: one.report.report):
        for fact in extraction.facts:
            if kind is None or isinstance(fact, kind.record):
                yield _row(fact, extraction)


def facts_csv(extractions: Iterable[Extraction]) -> str:
    """The table of all facts, for a spreadsheet: it begins with a BOM, lines end with CRLF."""
    target = io.StringIO()
    names = [column.name for column in columns()]
    writer = csv.DictWriter(target, names, lineterminator="\r\n")
    writer.writeheader()
    for row in rows(extractions):
        writer.writerow({name: _written(row[name]) for name in names if name in row})
    return BOM + target.getvalue()


def _row(fact: AnyFact, extraction: Extraction) -> dict[str, Cell]:
    line = fact_line(fact)
    cells: dict[str, Cell] = {"bureau": extraction.report.bureau}
    for key, value in line.items():
        # Most values are one cell.
        if key in MANY_CELLS or isinstance(value, (dict, list)):
            cells |= _cells(key, value)
        else:
            cells[key] = value
    return {name: cell for name, cell in cells.items() if cell is not None}


def _cells(key: str, value: Any) -> dict[str, Cell]:  # noqa: ANN401 -- a value of JSON
    """A key of the facts file as cells."""
    if isinstance(value, dict):
        return {f"{key}_{name}": item for name, item in value.items()}
    if isinstance(value, list):
        return {key: "；".join(item["quote"] if isinstance(item, dict) else item for item in value)}
    if key == "period" and value is not None:
        period = Period.parse(value)
        return {key: value, "period_start": period.start, "period_end": period.end}
    if key == "value" and value is not None:
        digits = value.replace(".", "").removeprefix("-")
        return {key: value, "number": Decimal(value) if digits.isdecimal() else None}
    return {key: value}


def _of_keys(keys: type) -> Iterator[Column]:
    for key, hint in get_type_hints(keys).items():
        origin: object = get_origin(hint)
        part = next((one for one in (hint, *get_args(hint)) if is_typeddict(one)), None)
        if key == "period":
            yield from (Column(key, str), Column("period_start", date), Column("period_end", date))
        elif key == "value":
            yield from (Column(key, str), Column("number", Decimal))
        elif part is not None and origin is not list:
            for name, inner in get_type_hints(part).items():
                yield Column(f"{key}_{name}", _plain_type(inner))
        else:
            yield Column(key, _plain_type(hint))


def _plain_type(hint: Any) -> type:  # noqa: ANN401 -- a type as it is annotated
    """Int or bool where a key has it, else text."""
    types = {hint, *get_args(hint)}
    return next((one for one in (bool, int) if one in types), str)


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, str):
        return f"'{cell}" if len(cell) > 1 and cell.startswith(FORMULA) else cell
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def by_plural(name: str) -> FactKind[Any]:
    """The kind with this table: `indicators`, `tallies`. `KeyError` says which there are."""
    kinds: Mapping[str, FactKind[Any]] = {kind.plural: kind for kind in KINDS}
    if name not in kinds:
        raise KeyError(f"{name}: no table of facts; there are {', '.join(kinds)}")
    return kinds[name]
