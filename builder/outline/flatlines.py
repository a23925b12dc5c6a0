"""Tables of lines, a row each, whose cells are parted by single blanks: 全市 29 -6.5% 91.3%."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.model import TextGrid
from builder.outline.flatwords import (
    BLANK,
    CLAUSE_END,
    FIGURE,
    NAME,
    VOID,
    Cells,
    Word,
    alike,
    cells,
    covered_rows,
    first_of,
    head_rows,
    is_named,
    is_total,
    names_rows,
    odd,
    shape,
    side_by_side,
    unnumbered,
    words,
)
from builder.outline.marks import starts_with_mark
from builder.vocabulary.generic.reports import column_words

# The number of a row, its names, and what is told of it.
ROW = re.compile("(F?)(W{1,3})[FV][FWV]*")
FIGURES = re.compile("[FV]{2}")
# PM2.5 微克/立方米 29.
ONE_FIGURE = re.compile(
    rf"\n{BLANK}*\S{{2,20}}{BLANK}+\S{{1,12}}{BLANK}+\d\S{{0,9}}{BLANK}*(?=\n|$)"
)
FEWEST_CELLS = 3
FEWEST_ROWS = 2
# Part of a name on a line of its own is no longer.
LONGEST_PART = 12
LONGEST_REST = 6
SIGNS = re.compile(r"[|│┃]|\S\t")


class _Line(NamedTuple):
    words: list[Word]
    # A blank line stands above it.
    apart: bool

    @property
    def shape(self) -> str:
        return shape(self.words)

    @property
    def has_figures(self) -> bool:
        return any(word.kind != NAME for word in self.words)


def tables_of_lines(layout: str) -> Iterator[TextGrid]:
    """The tables of a text whose rows are lines, in text order."""
    last = 0
    found = _may_be(layout, 0)
    while found is not None:
        place = layout.rfind("\n", 0, found.end() - 1) + 1
        run, end = _run(layout, max(place, last))
        grid = _table(layout, run) if run else None
        if grid is not None:
            yield grid
            last = end
        found = _may_be(layout, end)


def _may_be(layout: str, start: int) -> re.Match[str] | None:
    """The first place that looks like one in a row."""
    return first_of((side_by_side(), ONE_FIGURE), layout, start, len(layout))


def _run(layout: str, start: int) -> tuple[list[_Line], int]:
    """The lines from a place on that may be rows, and where they end."""
    run: list[_Line] = []
    place = start
    while (found := _line(layout, place)) is not None:
        line, end = found
        if not line.has_figures and not _is_part(layout, line, end):
            break
        run.append(line)
        place = end + 1
    return run, max(place - 1, _end(layout, start))


def _line(layout: str, place: int) -> tuple[_Line, int] | None:
    """The line at a place with its end, None where it can be none of a table."""
    apart = False
    end = _end(layout, place)
    if place < len(layout) and not layout[place:end].strip():
        apart, place = True, end + 1
        end = _end(layout, place)
    row = words(layout, place, end) if place < len(layout) else []
    if not row or CLAUSE_END.search(layout, place, end) or SIGNS.search(layout, place, end):
        return None
    return (_Line(row, apart), end) if not starts_with_mark(layout, row[0].start) else None


def _end(layout: str, place: int) -> int:
    end = layout.find("\n", place)
    return len(layout) if end < 0 else end


def _is_part(layout: str, line: _Line, end: int) -> bool:
    """Whether a line without figures is part of the name of a row below it, or of one above."""
    if len(line.words) > 1 or line.words[0].end - line.words[0].start > LONGEST_PART:
        return False
    below = _line(layout, end + 1)
    return below is not None and below[0].has_figures


def _table(layout: str, run: Sequence[_Line]) -> TextGrid | None:
    """The table that lines are, None where no two rows are alike under heads that fit."""
    usual = _usual(layout, run)
    if usual is None:
        return None
    while run and not alike(run[0].shape, usual):
        run = run[1:]
    rows = _rows(layout, run, usual)
    if _goes_on(layout, run[-1].words[-1].end):
        rows[-1] = _doubted(rows[-1], usual)
    sure = [row for row in rows if len(row) == len(usual)]
    heads = _heads(layout, run[0].words[0].start, len(usual))
    apart = FIGURES.search(usual) is None
    if heads and sure and (not apart or (len(sure) >= FEWEST_ROWS and _names(layout, heads))):
        return TextGrid(rows=tuple(map(tuple, (*heads, *rows))))
    if len(sure) < FEWEST_ROWS or apart:
        return None
    # What its columns hold nobody can tell, and no sentence goes over its rows.
    return TextGrid(rows=tuple(tuple(odd_cells) for odd_cells in rows))


def _usual(layout: str, run: Sequence[_Line]) -> str | None:
    """The kinds of words that most rows have; those numbered have numbers in front."""
    counts: Counter[str] = Counter()
    for line in run:
        found = ROW.fullmatch(line.shape)
        if found is None or len(line.words) < FEWEST_CELLS:
            continue
        numbered = len(found[1])
        names = line.words[numbered : found.end(2)]
        number = layout[slice(*line.words[0].cell)]
        if is_named(layout, names) and (not numbered or number.isdecimal()):
            counts[line.shape.replace(VOID, FIGURE)] += 1
    return counts.most_common(1)[0][0] if counts else None


def _rows(layout: str, run: Sequence[_Line], usual: str) -> list[Cells]:
    """The rows of lines: whole ones, those broken over two lines, and those of no columns."""
    rows: list[Cells] = []
    unsure: list[Word] = []
    at = 0
    while at < len(run):
        line = run[at]
        both = _joined(run, at, usual)
        if not line.has_figures and both is None:
            # A part of a name may belong to the row above it or to that below.
            if rows:
                rows[-1] = _doubted(rows[-1], usual)
            unsure += line.words
            at += 1
            continue
        row = both or line.words
        if not unsure and alike(shape(row), usual):
            rows.append(cells(row))
        elif not unsure and is_total(layout, row, usual):
            rows.append(unnumbered(row))
        else:
            rows.append(odd([*unsure, *row], len(usual)))
        unsure = []
        at += 1 + (both is not None)
    return rows


def _goes_on(layout: str, end: int) -> bool:
    """Whether a line of few letters stands right below, which may be the rest of a name."""
    found = _line(layout, _end(layout, end) + 1)
    if found is None or found[0].apart or len(found[0].words) > 1:
        return False
    (word,) = found[0].words
    return word.end - word.start <= LONGEST_REST


def _doubted(row: Cells, usual: str) -> Cells:
    last = row[-1].end
    return [*row, row[-1]._replace(start=last, end=last)] if len(row) == len(usual) else row


def _joined(run: Sequence[_Line], at: int, usual: str) -> list[Word] | None:
    """The words of a row that was broken over two lines, the second beginning with a figure."""
    if at + 1 == len(run) or run[at + 1].apart or run[at + 1].words[0].kind == NAME:
        return None
    row = [*run[at].words, *run[at + 1].words]
    whole = alike(run[at].shape, usual) or alike(run[at + 1].shape, usual)
    return row if not whole and alike(shape(row), usual) else None


def _heads(layout: str, start: int, width: int) -> list[Cells]:
    """The rows of heads above a place, none where they don't fit so many columns."""
    inner, place = _above(layout, start)
    heads = head_rows(layout, inner, width) if inner else []
    if not inner:
        return []
    outer, _ = _above(layout, place)
    if heads:
        aimed = len(outer) > 1 and any(
            column_words().aimed.within(layout, *word.cell) for word in outer
        )
        return [] if aimed else heads
    if len(outer) > 1 and len(outer) + len(inner) == width and names_rows(layout, outer[0]):
        # They were too long for one line.
        return head_rows(layout, [*outer, *inner], width)
    return covered_rows(layout, outer, inner, width) if outer else []


def _names(layout: str, heads: Sequence[Cells]) -> bool:
    """Whether heads begin with that of the names of rows."""
    return names_rows(layout, Word(*heads[0][0], NAME))


def _above(layout: str, start: int) -> tuple[list[Word], int]:
    """The words of the line above a place that has no figures, and where it begins."""
    end = layout.rfind("\n", 0, start)
    while end > 0:
        begin = layout.rfind("\n", 0, end) + 1
        row = words(layout, begin, end)
        if row:
            told = CLAUSE_END.search(layout, begin, end) or SIGNS.search(layout, begin, end)
            plain = all(word.kind == NAME for word in row)
            marked = starts_with_mark(layout, row[0].start)
            return (row, begin) if plain and not told and not marked else ([], begin)
        end = begin - 1
    return [], 0
