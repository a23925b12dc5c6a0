"""What the columns of a table hold, by their heads and by what stands in them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.text.tables.cells import is_figure, unit_of
from builder.text.tables.table import Cell, Column, ColumnKind
from builder.vocabulary.generic.amounts import UnitKind
from builder.vocabulary.generic.reports import column_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Before and among the names of rows; 名次 | 区县 begins a table in the order of ranks.
LEADING = (ColumnKind.INDEX, ColumnKind.NAME, ColumnKind.RANK)
IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)?)\)")
# Behind a name without brackets: PM2.5μg/m³, PM2.5浓度:μg/m³.
BEHIND = re.compile(r"[,:/]?((?:[μu]g|mg|微克|毫克)[^\u4e00-\u9fff]*(?:立方米|升)?)$")


def columns(heads: Sequence[Sequence[str]], rows: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """The columns of a table in order."""
    found: list[Column] = []
    leading = True
    for index, words in enumerate(heads):
        parts = [without_unit(word) for word in words]
        head = ",".join(dict.fromkeys(text for text, _ in parts if text))
        unit = next((unit for _, unit in reversed(parts) if unit), "")
        cells = [row[index] for row in rows if not row[index].is_void]
        kind = _kind(head, cells, leading=leading)
        if kind is ColumnKind.CHANGE:
            # The unit of the values is not that of their changes.
            unit = parts[-1][1] if parts else ""
        leading = leading and kind in LEADING
        found.append(Column(kind=kind, head=head, unit=unit))
    return tuple(found)


def without_unit(words: str) -> tuple[str, str]:
    """Words without the unit in brackets or behind them, and that unit: PM2.5(微克/立方米)."""
    for match in IN_BRACKETS.finditer(words):
        inner = match[1].removeprefix("单位").lstrip(":")
        one = unit_of(inner)
        # The 街道 of 各乡镇(街道) are no unit.
        if one is not None and one.unit_kind is not UnitKind.PLACE:
            return words[: match.start()] + words[match.end() :], inner
    behind = BEHIND.search(words)
    if behind and behind.start() and unit_of(behind[1]):
        return words[: behind.start()], behind[1]
    return words, ""


def unit_above(caption: str) -> str:
    """The unit that a line above a table says for all of it: 单位:微克/立方米."""
    found = _unit_label().search(caption)
    return found["unit"] if found and unit_of(found["unit"]) else ""


@cache
def _unit_label() -> re.Pattern[str]:
    return re.compile(f"{column_words().unit_labels.group}:(?P<unit>[^,:()]+)\\)?$")


def _kind(head: str, cells: Sequence[Cell], *, leading: bool) -> ColumnKind:
    words = column_words()
    if words.index.fullmatch(head) or (not head and _counts(cells)):
        return ColumnKind.INDEX
    if words.units.fullmatch(head) and cells and all(unit_of(cell.text) for cell in cells):
        return ColumnKind.UNIT
    figures = sum(is_figure(cell.text) for cell in cells)
    figured = figures * 2 > len(cells)
    for kind in _said(head):
        # 重点任务 names a row, where no figures stand below it.
        return ColumnKind.NAME if leading and not figured else kind
    if figured:
        return ColumnKind.VALUE
    return ColumnKind.NAME if leading else ColumnKind.REMARK


def _said(head: str) -> Iterator[ColumnKind]:
    """What a head says by its words, the plainest first."""
    words = column_words()
    if words.reached.search(head) and not words.remarks.within(head):
        return
    for kind, named in (
        (ColumnKind.REMARK, words.remarks),
        (ColumnKind.RANK, words.ranks),
        (ColumnKind.CHANGE, words.changes),
        (ColumnKind.AIMED, words.aimed),
    ):
        if named.within(head):
            yield kind


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether cells number the rows: 1, 2, 3."""
    return bool(cells) and [cell.text for cell in cells] == list(map(str, range(1, len(cells) + 1)))
