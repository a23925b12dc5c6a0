"""The tables of a dataset and what stands in their rows.

`facts/kind=indicator/….parquet` has what `facts.csv` has, one file a part; `reports/….parquet` one
row a report with its line of the facts file, its sum and its source, or why it could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from builder.dataset.parquet import pyarrow
from builder.fact_table import Cell, Column, columns
from builder.facts_file import report_line
from builder.model import Extraction, Refusal, Source
from builder.records import packed

# In the order in which they are said of a report; what a report line has besides is text.
TYPES: dict[str, type] = {
    "as_of": date,
    "published": date,
    "period_start": date,
    "period_end": date,
    "year": int,
    "facts": int,
    "may_pass": bool,
}
REPORT_COLUMNS = tuple(
    Column(name, TYPES.get(name, str))
    for name in (
        *("report", "file", "title", "bureau", "province", "region", "region_code", "level"),
        *("year", "period", "period_start", "period_end", "plan_period", "as_of", "published"),
        *("publisher", "source_kind", "script", "document", "bureau_kind", "bureau_from", "reason"),
        *("facts", "refused", "advice", "may_pass", "sha256", "rules", "source", "refusal"),
    )
)
CONVERTED = frozenset((Decimal, date))
# What a question may be about: all but the dataset's own marks.
FIELDS = tuple(column for column in REPORT_COLUMNS if column.name not in {"source", "refusal"})


def fact_columns() -> tuple[Column, ...]:
    """The columns of a file of facts; its kind is the name of its folder."""
    return tuple(column for column in columns() if column.name != "kind")


@cache
def schema(shape: tuple[Column, ...]) -> Any:  # noqa: ANN401 -- of pyarrow
    """The types of columns, and what pandas makes of them: those of `builder.frames`."""
    from builder.frames import empty_frame  # noqa: PLC0415 -- pandas only where a table is

    return pyarrow().Schema.from_pandas(empty_frame(shape), preserve_index=False)


def table(rows: list[dict[str, Cell]], shape: tuple[Column, ...]) -> Any:  # noqa: ANN401
    """Rows as a table; a cell that is None or left out is empty."""
    types = schema(shape)
    filled = {name for row in rows for name in row}
    arrays = [
        _array(rows, column, types.field(place).type)
        if column.name in filled
        else pyarrow().nulls(len(rows), types.field(place).type)
        for place, column in enumerate(shape)
    ]
    return pyarrow().Table.from_arrays(arrays, schema=types)


def _array(rows: list[dict[str, Cell]], column: Column, kind: Any) -> Any:  # noqa: ANN401
    """A column of a table; numbers and days as pyarrow takes them."""
    cells = [row.get(column.name) for row in rows]
    return pyarrow().array(map(_cell, cells) if column.type in CONVERTED else cells, kind)


def report_row(extraction: Extraction, facts: int, rules: str) -> dict[str, Cell]:
    """A report that was read."""
    source, line = extraction.outline.source, report_line(extraction.report)
    return {
        **{name: value for name, value in line.items() if name not in {"kind", *TYPES, "region"}},
        **dict(_typed(extraction)),
        "region": "；".join(line["region"]),
        "file": source.file,
        "facts": facts,
        "sha256": source.sha256,
        "rules": rules,
        "source": packed(Source, source),
    }


def refused_row(refusal: Refusal, report: str, total: str | None, rules: str) -> dict[str, Cell]:
    """A file that could not be read, with its reason."""
    said = refusal.said()
    return {
        "report": report,
        "file": refusal.file,
        "refused": said.reason,
        "advice": said.advice,
        "may_pass": refusal.may_pass,
        "sha256": total,
        "rules": rules,
        "refusal": packed(Refusal, refusal),
    }


def _typed(extraction: Extraction) -> Iterator[tuple[str, Cell]]:
    line = extraction.report
    yield from (("as_of", line.as_of), ("published", line.published), ("year", line.year))
    if line.period is not None:
        yield from (("period_start", line.period.start), ("period_end", line.period.end))


def _cell(cell: Cell) -> object:
    """A cell as pyarrow takes it: pandas has moments, no days."""
    match cell:
        case Decimal():
            return float(cell)
        case date():
            return datetime.combine(cell, time.min)
        case _:
            return cell
