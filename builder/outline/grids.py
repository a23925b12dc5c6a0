"""Lines that stand as a table: cells parted by bars, tabs, or two and more blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from builder.clauses import EVERY_END
from builder.model import Source, TextCell, TextGrid
from builder.numerals import TO_TEN
from builder.outline.flatlines import tables_of_lines
from builder.outline.flatruns import tables_of_runs

# What a line of a table has somewhere, and most others nowhere.
HINT = re.compile(r"[|│┃\t ](?:(?<=[|│┃])|(?<=\S\t)|(?<=\S ) )")
BAR, TAB, BLANKS = re.compile(r"[|│┃]"), re.compile(r"\t"), re.compile(r" {2,}")
TABS = re.compile(r"\t+")
# Markdown's line between head and rows, |---|:--:|, and the rules of tables drawn with letters.
RULE = re.compile(r"[\s|│┃:+\-=─━┄┼├┤┌┐└┘┬┴]+")
# 一、  总体情况 is a heading.
HEADING = re.compile(rf"[{TO_TEN}]{{1,3}}、|\([{TO_TEN}]{{1,3}}\)")
# 一、总体情况……………1 is a line of contents.
LEADERS = re.compile(r"[.…·．]{4,}|…{2,}")
# Blanks stand in prose, too: such cells are short, have no end of a clause, and below the heads
# some are figures, classes or dashes.
CLAUSE_END = re.compile(f"[{EVERY_END}]")
FILLED = re.compile(r"[≤≥<>+\-↑↓(]*\d|[—/*-]+$|劣?[ⅠⅡⅢⅣⅤIV]")
# A sentence with a tab before its number: …平均浓度为<tab>28微克/立方米，同比下降9.7%。
IN_SENTENCE = re.compile(f"[^\n]*[\u4e00-\u9fff]\t+\\d[^\t\n]*[{EVERY_END}][^\n]*[。;]")
LONGEST_BLANK_PARTED = 30
FEWEST_ROWS = 2
FEWEST_CELLS = 2
# Blanks part a name from a telephone number, and tabs indent.
FEWEST_BLANK_PARTED = 3


class _Line(NamedTuple):
    start: int
    end: int
    sign: re.Pattern[str]


def grids(source: Source) -> tuple[TextGrid, ...]:
    """All that stands as a table in a text, in text order."""
    layout = _layout(source)
    found = [grid for run in _runs(layout) if (grid := _grid(layout, run)) is not None]
    for flat in (*tables_of_lines(layout), *tables_of_runs(layout)):
        over = [grid for grid in found if grid.start < flat.end and flat.start < grid.end]
        # A wider gap in some of its rows makes no other table of them.
        if all(_is_part(grid, flat) for grid in over):
            found = [grid for grid in found if grid not in over] + [flat]
    return tuple(sorted(found, key=attrgetter("start")))


def _is_part(grid: TextGrid, whole: TextGrid) -> bool:
    """Whether a table stands in a larger one."""
    inside = whole.start <= grid.start and grid.end <= whole.end
    return inside and (whole.start, whole.end) != (grid.start, grid.end)


def _layout(source: Source) -> str:
    """The plain text with the tabs of the source, which part cells."""
    if "\t" not in source.text:
        return source.plain
    pieces, start = [], 0
    for cell in source.text.split("\t"):
        pieces.append(source.plain[start : start + len(cell)])
        start += len(cell) + 1
    return "\t".join(pieces)


def _runs(layout: str) -> Iterator[list[_Line]]:
    """Lines one below the other whose cells are parted by the same sign."""
    run: list[_Line] = []
    last = 0
    for start, end in _parted_lines(layout):
        sign = _sign(layout, start, end)
        between = layout[last:start]
        if run and (sign is not run[-1].sign or _is_parted(layout, run, between)):
            yield run
            run = []
        if sign is not None:
            run.append(_Line(start, end, sign))
        last = end
    if run:
        yield run


def _parted_lines(layout: str) -> Iterator[tuple[int, int]]:
    """The lines that have a sign that parts cells, without the rules between them."""
    found = HINT.search(layout)
    while found is not None:
        start = layout.rfind("\n", 0, found.start()) + 1
        end = layout.find("\n", found.end())
        end = len(layout) if end < 0 else end
        if RULE.fullmatch(layout, start, end) is None:
            yield start, end
        found = HINT.search(layout, end)


def _is_parted(layout: str, run: Sequence[_Line], between: str) -> bool:
    """Whether words stand between two lines, or more blank lines than between those above."""
    if between and RULE.fullmatch(between) is None:
        return True
    usual = _blank_lines(layout[run[0].end : run[1].start]) if len(run) > 1 else None
    return usual is not None and _blank_lines(between) > usual


def _blank_lines(between: str) -> int:
    return sum(not line.strip() for line in between.split("\n")[1:-1])


def _sign(layout: str, start: int, end: int) -> re.Pattern[str] | None:
    """What parts the cells of a line; None where it is no row of a table."""
    if BAR.search(layout, start, end):
        return BAR
    first = next(place for place in range(start, end) if not layout[place].isspace())
    last = len(layout[first:end].rstrip()) + first
    if LEADERS.search(layout, first, last) or HEADING.match(layout, first):
        return None
    if TAB.search(layout, first, last):
        return None if IN_SENTENCE.fullmatch(layout, first, last) else TAB
    if not BLANKS.search(layout, first, last) or CLAUSE_END.search(layout, first, last):
        return None
    return BLANKS


def _grid(layout: str, run: Sequence[_Line]) -> TextGrid | None:
    if len(run) < FEWEST_ROWS:
        return None
    sign = run[0].sign
    if sign is BAR:
        rows = _without_edges([_split(layout, line, BAR) for line in run])
    elif sign is TAB:
        sentences = sum(
            IN_SENTENCE.search(layout, line.start, line.end) is not None for line in run
        )
        if sentences * 2 > len(run):
            return None
        rows = _most_alike(
            [_split(layout, _trimmed(layout, line), TABS) for line in run],
            _without_indents([_split(layout, line, TAB) for line in run]),
        )
    else:
        rows = [_split(layout, _trimmed(layout, line), BLANKS) for line in run]
        if not _holds_figures(layout, rows):
            return None
    fewest = FEWEST_BLANK_PARTED if sign is BLANKS else FEWEST_CELLS
    count, times = Counter(map(len, rows)).most_common(1)[0]
    if count < fewest or times < FEWEST_ROWS:
        return None
    return TextGrid(rows=tuple(map(tuple, rows)))


def _holds_figures(layout: str, rows: list[list[TextCell]]) -> bool:
    """Whether short cells have figures in each row below the heads."""
    short = all(cell.end - cell.start <= LONGEST_BLANK_PARTED for row in rows for cell in row)
    filled = [any(FILLED.match(layout, *cell) for cell in row[1:]) for row in rows]
    # Heads, then rows: what goes back and forth is prose.
    return short and any(filled) and sorted(filled) == filled


def _split(layout: str, line: _Line, sign: re.Pattern[str]) -> list[TextCell]:
    cells: list[TextCell] = []
    begin = line.start
    for match in sign.finditer(layout, line.start, line.end):
        cells.append(_cell(layout, begin, match.start()))
        begin = match.end()
    cells.append(_cell(layout, begin, line.end))
    return cells


def _cell(layout: str, start: int, end: int) -> TextCell:
    while start < end and layout[start].isspace():
        start += 1
    while end > start and layout[end - 1].isspace():
        end -= 1
    return TextCell(start, end)


def _trimmed(layout: str, line: _Line) -> _Line:
    return line._replace(**_cell(layout, line.start, line.end)._asdict())


def _without_edges(rows: list[list[TextCell]]) -> list[list[TextCell]]:
    """Rows without the bars around them, where all have them."""
    if all(_is_empty(row[0]) for row in rows):
        rows = [row[1:] for row in rows]
    if all(row and _is_empty(row[-1]) for row in rows):
        rows = [row[:-1] for row in rows]
    return rows


def _without_indents(rows: list[list[TextCell]]) -> list[list[TextCell]]:
    while all(len(row) > 1 and _is_empty(row[0]) for row in rows):
        rows = [row[1:] for row in rows]
    return rows


def _most_alike(*ways: list[list[TextCell]]) -> list[list[TextCell]]:
    """The way to part rows by which most have equally many cells."""
    return max(ways, key=lambda rows: Counter(map(len, rows)).most_common(1)[0][1])


def _is_empty(cell: TextCell) -> bool:
    return cell.start == cell.end
