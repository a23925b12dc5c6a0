"""Cells of tables that state something by themselves: 已完成整改11个, 6月底前完成剩余4个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.clauses import EVERY_END
from builder.model import Role, TextCell, TextGrid
from builder.outline.roles import Roles
from builder.outline.sentences import sentence_spans
from builder.outline.shortcomings import ends_wrong
from builder.vocabulary.generic.amounts import deeds
from builder.vocabulary.generic.reports import column_words

# To look up a member of an enumeration takes as long as a search.
_DONE, _PLAN, _PROBLEMS = Role.DONE, Role.PLAN, Role.PROBLEMS

CLAUSE_END = re.compile(f"[{EVERY_END}]")
HAN = re.compile(r"[\u4e00-\u9fff]")
DIGIT = re.compile(r"\d")
# Units and formulas are no statement: PM2.5(微克/立方米).
ASIDE = re.compile(r"\([^()]*\)|[A-Za-z_]+[\d._]*")
# Nor is an amount: 35微克/立方米.
AMOUNT = re.compile(r"[^\d,;。]{0,2}\d[\d.]*[^\d,;。]{0,6}")
# So many letters beside a number, or alone, are more than a name.
STATING, LONG = 4, 16
LONGEST_HEAD = 30
ALREADY = "已"
# A name and its value: two cells of a row read on.
PAIR = 2


class Stated(NamedTuple):
    """A sentence of a cell with its role, and where its cell begins, which is as an item."""

    start: int
    end: int
    role: Role
    item: int | None


def stated_cells(plain: str, grid: TextGrid, roles: Roles, above: Role) -> Iterator[Stated]:
    """The sentences of a table with their roles, `above` being that of its section.

    A column's head may say what its cells are: 下一步工作, 存在问题. Those of tasks and targets say
    what was asked for, and are sentences in a plan only.
    """
    heads = grid.rows[0]
    if any(_is_no_head(plain, cell) for cell in heads):
        heads = ()
    tasks = above is _PLAN and any(column_words().of_tasks.within(plain, *cell) for cell in heads)
    for row in grid.rows[1:] if heads else grid.rows:
        whole = "。" in plain[row[0].start : row[-1].end]
        if tasks and len(row) == len(heads) and not whole:
            # A row of tasks, with its time and money, is one promise; a whole sentence is its own.
            yield Stated(row[0].start, row[-1].end, above, row[0].start)
            continue
        if len(row) == PAIR and not _states(plain, row[1]):
            if len(heads) > PAIR:
                # Of which of the columns its one value is nobody can tell.
                continue
            for start, end in sentence_spans(plain, row[0].start, max(cell.end for cell in row)):
                yield Stated(start, end, above, None)
            continue
        for index, cell in enumerate(row):
            named = len(heads) == len(row)
            head = plain[slice(*heads[index])] if named else ""
            coming = _is_coming(head, roles)
            role = _role(head, above, coming=coming) if named else above
            told = coming or column_words().told.within(head)
            wrong = role is _PROBLEMS and named and ends_wrong(plain[slice(*cell)])
            if role is not None and (
                wrong or _states(plain, cell) or (told and _is_deed(plain, cell))
            ):
                yield from _sentences(plain, cell, roles, role)


def _sentences(plain: str, cell: TextCell, roles: Roles, role: Role) -> Iterator[Stated]:
    """The sentences of a cell; one of them may turn to the plan, for this cell alone."""
    for start, end in sentence_spans(plain, *cell):
        role = roles.of_lead(plain[start:end], role) or role
        yield Stated(start, end, role, cell.start)


def _states(plain: str, cell: TextCell) -> bool:
    """Whether a cell is more than a name, a number or a time."""
    text = ASIDE.sub("", plain[slice(*cell)])
    if AMOUNT.fullmatch(text):
        return False
    letters = len(HAN.findall(text))
    if CLAUSE_END.search(text) and letters > STATING:
        return True
    return letters >= LONG or (letters > STATING and DIGIT.search(text) is not None)


def tells_by_heads(table: str) -> bool:
    """Whether a table's heads say what was or will be done: `任务|进展|后续措施`."""
    heads, words = table.partition("\n")[0], column_words()
    return words.told.within(heads) or words.coming.within(heads)


def _is_deed(plain: str, cell: TextCell) -> bool:
    """Whether a cell is a deed with its number: 建成8座, 已建成8座."""
    start = cell.start + plain.startswith(ALREADY, cell.start)
    deed = deeds().with_object.match(plain, start, cell.end)
    return deed is not None and DIGIT.search(plain, *cell) is not None


def _is_coming(head: str, roles: Roles) -> bool:
    """Whether a column's head says that its cells are to come: 下一步工作, 2025年计划."""
    return column_words().coming.within(head) or roles.is_next_year(head)


def _is_no_head(plain: str, cell: TextCell) -> bool:
    text = plain[slice(*cell)]
    return len(text) > LONGEST_HEAD or CLAUSE_END.search(text) is not None


def _role(head: str, above: Role, *, coming: bool) -> Role | None:
    """The role of a column's cells, None where they are none of the report's own statements."""
    words = column_words()
    found = {
        role
        for role, named in (
            (_PLAN, coming),
            (_PROBLEMS, words.problems.within(head)),
            (_DONE, words.told.within(head)),
        )
        if named
    }
    if len(found) == 1:
        return found.pop()
    if found == {_DONE, _PLAN}:
        # 进展及下步计划: a cell tells first what was done, and turns by itself.
        return _DONE
    if not found and above is not _PLAN and words.aimed.within(head):
        return None
    return above
