"""Tallies of tables, 单位 | 反馈 | 完成 | 正在整改 | 完成率: each row is a set of items."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.extracted import Extracted
from builder.extract.tallies.item_sets import TallyField
from builder.extract.tallies.patterns import tally_words
from builder.model import Role, Tally, TallySource, Theme
from builder.text.calendar import period_of
from builder.text.dates import times
from builder.text.inspections import tally_source
from builder.text.tables import Cell, ColumnKind, Table
from builder.text.tables.cells import figure
from builder.text.themes import themes
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from builder.model import Period
    from builder.text.analysis import TextAnalysis

COUNTED = (TallyField.TOTAL, TallyField.DONE, TallyField.PENDING)
HANDLING = frozenset((TallyField.DONE, TallyField.PENDING, TallyField.RATE))
MAX_SUBJECT_CHARACTERS = 30
# 反馈问题数, 问题总数: the noun without what says that it is counted.
COUNT_ENDS = re.compile(r"(?:总数|数量|个数|数|总量|总|情况)$")


class _Set(NamedTuple):
    """A row with its numbers, what names it, and the stretch that is quoted."""

    values: Mapping[TallyField, Decimal]
    name: str
    unit: str
    start: int
    end: int
    cells: tuple[Cell, ...]
    fields: Mapping[TallyField, int]


def table_tallies(analysis: TextAnalysis, period: Period | None) -> Extracted[Tally]:
    """The tallies of all tables outside problems and plans."""
    found: list[Tally] = []
    used: set[int] = set()
    for table in analysis.tables:
        role, headings = analysis.place_of(table.start)
        groups = _groups(table) if role not in (Role.PLAN, Role.PROBLEMS) else ()
        for one in _sets(table, groups):
            found.append(_tally(analysis, table, one, headings, period))
            used.update(
                start for cell in one.cells for start in analysis.starts_in(cell.start, cell.end)
            )
    return Extracted(facts=tuple(found), used=frozenset(used))


def _groups(table: Table) -> tuple[Mapping[TallyField, int], ...]:
    """The columns of each field, for each of the sets that a row has.

    县区 | 督察问题 | 已完成 | 信访件 | 已办结 has two, which begin where all of them are counted.
    """
    heads = {
        index: column.head
        for index, column in enumerate(table.columns)
        if column.kind not in (ColumnKind.INDEX, ColumnKind.NAME, ColumnKind.UNIT)
    }
    begins = [index for index, head in heads.items() if _field(head) is TallyField.TOTAL]
    whole = _fields(table, heads)
    if whole is not None or not begins:
        return () if whole is None else (whole,)
    ends = [*begins[1:], len(table.columns)]
    parts = [
        {index: head for index, head in heads.items() if begin <= index < end}
        for begin, end in zip(begins, ends, strict=True)
    ]
    found = [
        fields
        for begin, part in zip(begins, parts, strict=True)
        if _names_items(heads[begin]) and (fields := _fields(table, part)) is not None
    ]
    # Where one of them is no set, nobody can tell what the columns of the others count.
    return tuple(found) if len(found) == len(begins) else ()


def _fields(table: Table, heads: Mapping[int, str]) -> Mapping[TallyField, int] | None:
    """The column of each field, none where the heads count no items or leave it open."""
    found: dict[TallyField, int] = {}
    for field in TallyField:
        said = [index for index, head in heads.items() if _field(head) is field]
        sums = [index for index in said if tally_vocabulary().table.total.within(heads[index])]
        if field is TallyField.TOTAL and len(said) > 1:
            said = sums
        if len(said) > 1:
            return None
        found |= dict.fromkeys([field] if said else [], said[0] if said else 0)
    if TallyField.TOTAL not in found or not HANDLING & found.keys() - {TallyField.RATE}:
        return None
    return found if _counts_items(table, heads[found[TallyField.TOTAL]]) else None


def _field(head: str) -> TallyField | None:
    """What a head says of the items below it, by the first of its words that tells."""
    words, own = inspections(), tally_vocabulary().table
    says = (
        (words.rates, TallyField.RATE),
        (own.due, None),
        (column_words().changes, None),
        (own.pending, TallyField.PENDING),
        (words.done.refused, None),
        (own.done, TallyField.DONE),
        (words.raised.verbs, TallyField.TOTAL),
        (words.items.strict, TallyField.TOTAL),
        (own.total, TallyField.TOTAL),
    )
    return next((field for named, field in says if named.within(head)), None)


def _counts_items(table: Table, head: str) -> bool:
    """Whether a table is of items that are raised and settled."""
    about = (head, table.caption, *(column.head for column in table.columns))
    return any(map(_names_items, about))


def _names_items(words: str) -> bool:
    items = inspections().items
    raised = inspections().raised.verbs.within(words)
    return raised or items.strict.within(words) or items.loose.within(words)


def _sets(table: Table, groups: Sequence[Mapping[TallyField, int]]) -> Iterator[_Set]:
    """The sets of all rows; one of several in a row is quoted with all of it."""
    names = table.of_kind(ColumnKind.NAME)
    for row, fields in product(table.rows, groups):
        values: dict[TallyField, Decimal] = {}
        cells: list[Cell] = []
        unit = ""
        for field, index in fields.items():
            number = None if row[index].is_void else figure(row[index].text)
            if number is None or not isinstance(number.value, Decimal):
                continue
            if field is not TallyField.RATE:
                unit = unit or number.unit
            values[field] = number.value
            cells.append(row[index])
        named = [row[index] for index in names if row[index].text]
        whole = all(values[field] % 1 == 0 for field in COUNTED if field in values)
        if not named or not whole or TallyField.TOTAL not in values or not HANDLING & values.keys():
            continue
        end = max(cell.end for cell in (cells if len(groups) == 1 else row))
        if named[0].start < end:
            start, owned = named[0].start, (*named, *cells)
            yield _Set(values, named[-1].text, unit, start, end, owned, fields)


def _tally(
    analysis: TextAnalysis,
    table: Table,
    one: _Set,
    headings: tuple[str, ...],
    period: Period | None,
) -> Tally:
    source = analysis.outline.source
    head = table.columns[one.fields[TallyField.TOTAL]]
    caption = table.caption
    own = one.name + head.head
    raised = tally_source(own, "。".join((*headings[-1:], caption)))
    if raised is TallySource.OTHER:
        raised = tally_source(caption + own, "。".join(headings[-1:]))
    return Tally(
        report=source.report,
        start=one.start,
        end=one.end,
        quote=source.text[one.start : one.end],
        themes=_themes(raised, own + caption, headings),
        headings=headings,
        rule="tally.table",
        subject=_subject(one.name, head.head, caption),
        source=raised,
        total=one.values.get(TallyField.TOTAL),
        done=one.values.get(TallyField.DONE),
        pending=one.values.get(TallyField.PENDING),
        rate=one.values.get(TallyField.RATE),
        period=_period(one.name, caption, period),
        unit=one.unit or head.unit or table.unit or None,
        note=None,
        pending_as=_pending_as(table, one.fields),
    )


def _subject(name: str, head: str, caption: str) -> str:
    """The noun of the items, behind the name of their row; that of all rows has none."""
    items = inspections().items
    noun = COUNT_ENDS.sub("", head.rpartition(",")[2])
    if not items.strict.within(noun) and not items.loose.within(noun):
        # 交办|问题: a head without a noun has that of the caption.
        noun += next((found[0] for found in items.strict.finditer(caption)), "")
    row = "" if column_words().totals.fullmatch(name) else name
    return (row + noun)[:MAX_SUBJECT_CHARACTERS] or head


def _pending_as(table: Table, fields: Mapping[TallyField, int]) -> str | None:
    """What the head of a column calls the items that are left: 阶段性办结(件)."""
    index = fields.get(TallyField.PENDING)
    found = tally_words().staged.search(table.columns[index].head) if index is not None else None
    return found[0] if found else None


def _themes(source: TallySource, own: str, headings: Sequence[str]) -> tuple[Theme, ...]:
    inspected = source.name.endswith("INSPECTION")
    return (Theme.INSPECTION,) if inspected else themes(own, tuple(headings))


def _period(name: str, caption: str, period: Period | None) -> Period | None:
    """The year that a row or the caption tells, else the report's period."""
    if period is None:
        return None
    for time in (*times(name), *times(caption)):
        if time.year and time.first is None and not time.compared:
            return period if time.year == period.start.year else period_of(time, time.year)
    return period
