"""Tables that stand with all their rows on one line: 区域 PM2.5 同比 全市 29 -6.5% 东区 31 持平.

Rows begin where figures end. All have as many names and figures, and the heads before the first are
as many as the cells of a row, beginning with the head of its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.model import TextGrid
from builder.numerals import TO_TEN
from builder.outline.flatwords import (
    BLANK,
    CLAUSE_END,
    FIGURE,
    MOST_NAMES,
    NAME,
    VOID,
    Cells,
    Word,
    alike,
    cells,
    covered_rows,
    first_of,
    head_rows,
    heads_figures,
    is_named,
    is_total,
    names_rows,
    odd,
    shape,
    side_by_side,
    unnumbered,
    with_units,
    words,
)
from builder.vocabulary.generic.reports import column_words

# Behind a table's last cell the text goes on: 4个(五)执法与监测.
MARK = re.compile(rf"\([{TO_TEN}]{{1,3}}\)|(?<![{TO_TEN}])[{TO_TEN}]{{1,3}}、|[①-⑳]")
# Three figures that stand alone, with few words between them.
_WORDS = rf"(?:{BLANK}+[^\s\d]\S{{0,24}}){{0,3}}{BLANK}+"
FIGURES_APART = re.compile(rf"{BLANK}\d\S{{0,9}}{_WORDS}\d\S{{0,9}}{_WORDS}\d\S{{0,9}}(?!\S)")
# Names, and what is told of them.
ROW = re.compile("(W{1,3})[FV][FWV]*")
# Longer than any table on one line; no table has more columns.
LONGEST, MOST_CELLS = 5000, 20
PAIR = 2
FEWEST_PAIRS = 3
FEWEST_FIGURES = 2
FEWEST_ROWS = 2
# On one line heads over heads show in those that come again: 2024年 2023年 2024年 2023年.
FEWEST_COVERING = 2


class _Group(NamedTuple):
    """Words and the figures behind them, by where the words, the figures and what follows begin."""

    start: int
    figures: int
    end: int

    @property
    def named(self) -> int:
        return self.figures - self.start

    @property
    def counted(self) -> int:
        return self.end - self.figures


def tables_of_runs(layout: str) -> Iterator[TextGrid]:
    """The tables of a text each of which stands on one line, in text order."""
    found = _may_be(layout, 0, len(layout))
    while found is not None:
        start = layout.rfind("\n", 0, found.start()) + 1
        end = layout.find("\n", found.end())
        end = len(layout) if end < 0 else end
        for stretch in _stretches(layout, start, end):
            yield from _tables(layout, stretch)
        found = _may_be(layout, end, len(layout))


def _may_be(layout: str, start: int, end: int) -> re.Match[str] | None:
    """The first place of a stretch that looks like one in a table."""
    return first_of((side_by_side(), FIGURES_APART), layout, start, end)


def _stretches(layout: str, start: int, end: int) -> Iterator[list[Word]]:
    """The words of a line between the ends of clauses and the marks of items."""
    cuts = [*CLAUSE_END.finditer(layout, start, end), *MARK.finditer(layout, start, end)]
    begin = start
    for stop, following in (*sorted(cut.span() for cut in cuts), (end, end)):
        if begin < stop and stop - begin <= LONGEST and _may_be(layout, begin, stop):
            yield words(layout, begin, stop)
        begin = max(begin, following)


def _tables(layout: str, row: list[Word]) -> Iterator[TextGrid]:
    """The tables in a stretch, one behind the other."""
    found = _numbered(layout, row) or _headed(layout, row)
    if found is None:
        yield from _grouped(layout, row)
        return
    yield from _grouped(layout, [word for word in row if word.end <= found.start])
    yield found
    yield from _tables(layout, [word for word in row if word.start >= found.end])


def _headed(layout: str, row: list[Word]) -> TextGrid | None:
    """The table under the one set of heads that each of its rows fits, whatever their order."""
    found: list[tuple[int, int, int]] = []
    for first, word in enumerate(row):
        if word.kind == NAME and names_rows(layout, word):
            near = range(first, min(first + MOST_CELLS * 2, len(row)))
            body = next((at for at in near if row[at].kind != NAME), first)
            for width in range(PAIR, min(body - first, MOST_CELLS) + 1):
                stop = _last_row(layout, row, first + width, width)
                count = (stop - first) // width - 1
                if stop and (width > PAIR or _is_pair(layout, row[first + 1], count)):
                    found.append((first, width, stop))
    # 牵头单位 已完成 may be the last two heads of four.
    widest = [one for one in found if one[1] > PAIR] or found
    if len(widest) != 1:
        return None
    first, width, stop = widest[0]
    heads = _heads(layout, row[: first + width], width)
    rows = [cells(row[at : at + width]) for at in range(first + width, stop, width)]
    return TextGrid(rows=tuple(map(tuple, (*heads, *rows)))) if heads else None


def _is_pair(layout: str, head: Word, rows: int) -> bool:
    """Whether rows of a name and a figure are a table: their head counts, and they are many."""
    return rows >= FEWEST_PAIRS and heads_figures(layout, head)


def _last_row(layout: str, row: Sequence[Word], first: int, width: int) -> int:
    """Where rows of one kind end that begin at a place; 0 where they are too few or more follow."""
    usual = shape(row[first : first + width]).replace(VOID, FIGURE)
    stop = first
    while stop + width <= len(row) and alike(shape(row[stop : stop + width]), usual):
        stop += width
    named = ROW.fullmatch(usual)
    if stop - first < FEWEST_ROWS * width or named is None:
        return 0
    if not is_named(layout, row[first : first + named.end(1)]):
        return 0
    rest = shape(row[stop:])
    heads = re.match("W*", rest)
    # What follows is text, or another table with its own heads.
    alone = heads is not None and heads.end() in (len(rest), *range(width, len(rest)))
    return stop if alone else 0


def _grouped(layout: str, row: Sequence[Word]) -> Iterator[TextGrid]:
    """The tables of rows that end with their figures, though some may be of no columns."""
    groups = list(_groups(row))
    at = 0
    while at < len(groups):
        stop = _stop(groups, at)
        table = _table(layout, row, groups[at:stop])
        if table is not None:
            yield table
        at = stop if table is not None else at + 1


def _groups(row: Sequence[Word]) -> Iterator[_Group]:
    kinds = re.sub("[FV]", "F", shape(row))
    for found in re.finditer("(W+)(F+)", kinds):
        yield _Group(found.start(), found.start(2), found.end())


def _stop(groups: Sequence[_Group], at: int) -> int:
    """Where groups end that begin at one and may be rows; more words are heads again."""
    stop = at + 1
    while stop < len(groups) and groups[stop].named <= MOST_NAMES:
        stop += 1
    # One figure behind words is text again.
    while stop > at and groups[stop - 1].counted < FEWEST_FIGURES:
        stop -= 1
    return stop


def _table(layout: str, row: Sequence[Word], groups: Sequence[_Group]) -> TextGrid | None:
    """The table of groups; what its columns hold nobody can tell where the heads don't fit."""
    usual = _usual(layout, row, groups)
    if usual is None:
        return None
    width, start = len(usual), groups[0].figures - usual.count(NAME)
    rows: list[Cells] = []
    for begin, stop in ((start, groups[0].end), *((one.start, one.end) for one in groups[1:])):
        own = row[begin:stop]
        rows.append(cells(own) if alike(shape(own), usual) else odd(own, width))
    heads = _heads(layout, with_units(layout, row[groups[0].start : start]), width)
    return TextGrid(rows=tuple(map(tuple, (*heads, *rows))))


def _usual(layout: str, row: Sequence[Word], groups: Sequence[_Group]) -> str | None:
    """The kinds of words that most groups behind the first have; None where no two are alike."""
    kinds = Counter(
        NAME * one.named + FIGURE * one.counted
        for one in groups[1:]
        if one.counted >= FEWEST_FIGURES and is_named(layout, row[one.start : one.figures])
    )
    if not kinds or groups[0].counted < FEWEST_FIGURES:
        return None
    # Of the names of the first nothing is known, for heads stand before them.
    for kind in kinds:
        kinds[kind] += groups[0].counted == kind.count(FIGURE)
    usual, times = kinds.most_common(1)[0]
    whole = times >= FEWEST_ROWS and groups[0].named >= usual.count(NAME)
    return usual if whole else None


def _heads(layout: str, before: Sequence[Word], width: int) -> list[Cells]:
    """The heads that end before the first row, none where they don't fit its columns."""
    if len(before) < width:
        return []
    own = before[-width:]
    if names_rows(layout, own[0]):
        return head_rows(layout, own, width) if _end_there(layout, before, width) else []
    for first in range(len(before) - width):
        if names_rows(layout, before[first]):
            covering = len(before) - first - width
            stop = first + 1 + covering
            if FEWEST_COVERING <= covering < width - 1:
                return covered_rows(layout, before[first:stop], before[stop:], width)
    return []


def _end_there(layout: str, before: Sequence[Word], width: int) -> bool:
    """Whether the last of so many heads are heads, and no part of the first row's name.

    In 来源 反馈问题 已完成 推进中 中央 督察 23 21 2 they would begin with 反馈问题 else.
    """
    outer = before[-width - MOST_NAMES : -width][::-1]
    late = [at for at, word in enumerate(outer, 1) if names_rows(layout, word)]
    return all(heads_figures(layout, word) for word in before[-max([1, *late]) :])


def _numbered(layout: str, row: Sequence[Word]) -> TextGrid | None:
    """The table whose rows are numbered under 序号: they begin at 1, 2, 3 before a word."""
    texts = [layout[slice(*word.cell)] for word in row]
    index = column_words().index
    first = next((at for at, text in enumerate(texts) if index.fullmatch(text)), len(row))
    starts = _counted_from(texts, row, first)
    if len(starts) < FEWEST_ROWS:
        return None
    heads = with_units(layout, row[first : starts[0]])
    width = len(heads)
    usual = shape(row[starts[0] : starts[0] + width]).replace(VOID, FIGURE)
    last = starts[-1] + width
    rows: list[Cells] = []
    for start, stop in pairwise((*starts, last)):
        own = row[start:stop]
        # A figure too many is of the last row, too.
        whole = stop < last or shape(row[last : last + 1]) != FIGURE
        sure = whole and alike(shape(own), usual)
        rows.append(cells(own) if sure else odd(own, width))
    total = row[last : last + width - 1]
    if total and is_total(layout, total, usual):
        rows.append(unnumbered(total))
    return TextGrid(rows=tuple(map(tuple, (*head_rows(layout, heads, width), *rows))))


def _counted_from(texts: Sequence[str], row: Sequence[Word], first: int) -> list[int]:
    """Where the words 1, 2, 3 stand behind a place, each before a name."""
    starts: list[int] = []
    for at in range(first + 1, len(row) - 1):
        if texts[at] == str(len(starts) + 1) and row[at + 1].kind == NAME:
            starts.append(at)
    return starts
