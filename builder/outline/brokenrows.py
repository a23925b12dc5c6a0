"""Where the rows of tables were broken, at a program's width or at the end of a page.

`1<tab>大气治理<tab>完成改造41台，淘汰老旧柴` and `油货车60辆。<tab>9月底前完成15台` are one row
under a head of four cells: the planned 15 never stands in a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from builder.outline.lines import Line, is_parted, nexts_of
from builder.outline.marks import opening_mark
from builder.outline.spans import Span

# A table has two whole rows at least.
FEWEST_ROWS = 2
# A line of so many letters, or one that ends so, is prose; a tab before it only sets it in.
BODY_WIDTH = 20
WHOLE = frozenset("。;:!?")
# In lines: no row is longer.
LONGEST_ROW = 50
# The rest of a figure or of a unit is no longer.
LONGEST_REST = 10
_HAN = re.compile(r"[\u4e00-\u9fff]")
_CELL_EDGE = re.compile(r"[\t|]")


class Rows(NamedTuple):
    """The gaps inside rows, and the stretches of the tables whose rows they are."""

    gaps: tuple[Span, ...]
    tables: tuple[Span, ...]


def broken_rows(lines: Sequence[Line], full: frozenset[int]) -> Rows:
    """The gaps inside rows of tables whose cells are parted by tabs or bars, and between pages.

    Lines that have together as many cells as a whole row are one row; the last cell may go on.
    """
    lines = _with_digits(lines, full)
    gaps: list[Span] = []
    tables: list[Span] = []
    for run in _runs(lines, full):
        place = 0
        while place < len(run):
            rows = _rows(lines, run, place, full)
            if len(rows) >= FEWEST_ROWS:
                gaps += _gaps(lines, rows)
                tables.append(Span(lines[rows[0][0]].start, lines[rows[-1][-1]].end))
                place += sum(map(len, rows))
            else:
                place += 1
    return Rows(tuple(gaps), tuple(tables))


def _with_digits(lines: Sequence[Line], full: frozenset[int]) -> Sequence[Line]:
    """The lines; digits alone below a broken row are the rest of its figure and number no page.

    Pages are numbered one after the other, and nobody sees 14 and 3 as one row of them.
    """
    digits = [at for at, line in enumerate(lines) if line.aside and line.plain.strip().isdecimal()]
    numbers = [int(lines[at].plain) for at in digits]
    if not digits or (len(numbers) > 1 and all(b - a == 1 for a, b in pairwise(numbers))):
        return lines
    rests = {at for at in digits if at - 1 in full and is_parted(lines[at - 1].text)}
    return [line._replace(aside=None) if at in rests else line for at, line in enumerate(lines)]


def _begins_row(line: Line) -> bool:
    return line.aside is None and is_parted(line.text)


def _rows(
    lines: Sequence[Line], run: Sequence[int], first: int, full: frozenset[int]
) -> list[list[int]]:
    """The rows from a place of a run on, each with its lines, as far as they come together.

    A row has as many cells as one of the lines near; of all ways the one that takes most lines.
    """
    if not _begins_row(lines[run[first]]):
        return []
    near = run[first : first + LONGEST_ROW]
    counts = {_signs(lines[at]) for at in near if is_parted(lines[at].text)}
    ways = [_rows_of(lines, run, first, full, count) for count in sorted(counts)]
    return max(ways, key=lambda rows: sum(map(len, rows)))


def _rows_of(
    lines: Sequence[Line], run: Sequence[int], first: int, full: frozenset[int], usual: int
) -> list[list[int]]:
    """The rows whose cells so many signs part."""
    rows: list[list[int]] = []
    place = first
    while place < len(run) and _begins_row(lines[run[place]]):
        row, signs = [run[place]], _signs(lines[run[place]])
        place += 1
        while signs < usual and place < len(run) and len(row) < LONGEST_ROW:
            row.append(run[place])
            signs += _signs(lines[run[place]])
            place += 1
        while signs == usual and place < len(run) and row[-1] in full:
            following = run[place + 1 : place + LONGEST_ROW]
            sure = any(_begins_row(lines[at]) for at in following)
            if not _is_rest(lines, rows, row, run[place], sure=sure):
                break
            row.append(run[place])
            place += 1
        if signs != usual:
            break
        rows.append(row)
    return rows


def _runs(lines: Sequence[Line], full: frozenset[int]) -> Iterator[list[int]]:
    """Lines one below the other that may be of the rows of a table; blank ones part them."""
    nexts = nexts_of(lines)
    at = 0
    while at < len(lines):
        run = [at]
        at = nexts[at]
        if not _begins_row(lines[run[0]]):
            continue
        while at < len(lines) and _may_go_on(lines[at], broken=run[-1] in full):
            run.append(at)
            at = nexts[at]
        yield run


def _may_go_on(line: Line, *, broken: bool) -> bool:
    """Whether a line may be of the table above it, whose last line was `broken`."""
    if line.aside is not None or not line.plain.strip():
        return False
    return is_parted(line.text) or (not _is_item(line) and (broken or not _is_prose(line)))


def _signs(line: Line) -> int:
    """How many signs part the cells of a line; a tab before its first word ends a cell above."""
    return max(line.text.strip(" \u3000").count("\t"), line.text.count("|"))


def _is_prose(line: Line) -> bool:
    """Whether a line is no cell: it has no sign of one, or is long, or ends as a sentence."""
    words = line.plain.strip()
    return not _signs(line) or len(words) >= BODY_WIDTH or words[-1:] in WHOLE


def _is_item(line: Line) -> bool:
    words = line.plain.strip()
    return opening_mark(words, 0, len(words)) is not None


def _is_rest(
    lines: Sequence[Line],
    rows: Sequence[Sequence[int]],
    row: Sequence[int],
    rest: int,
    *,
    sure: bool,
) -> bool:
    """Whether a line is the rest of the last cell of a row, which filled its line.

    Between rows nothing else stands (`sure`). Behind the last one a figure is followed by a few
    letters, unless its column has sentences; a sentence and the edge of a frame by none.
    """
    words = lines[rest].plain.strip()
    if _signs(lines[rest]):
        return False
    cell = _last_cell(lines, row)
    if sure or not cell:
        return not lines[row[0]].text.lstrip().startswith("|")
    if _HAN.search(cell):
        return cell[-1] not in WHOLE
    prose = any(len(_last_cell(lines, above)) > LONGEST_REST for above in rows[1:])
    return prose or (len(words) <= LONGEST_REST and words[-1] not in WHOLE)


def _last_cell(lines: Sequence[Line], row: Sequence[int]) -> str:
    return _CELL_EDGE.split("".join(lines[at].text for at in row))[-1].strip()


def _gaps(lines: Sequence[Line], rows: Sequence[Sequence[int]]) -> Iterator[Span]:
    for before, after in pairwise(at for row in rows for at in row):
        start, end = lines[before].end, lines[after].start
        inside = any(before in row and after in row for row in rows)
        # Between rows the line end stays, and what stands on the edges of pages goes.
        if inside or end > start + 1:
            yield Span(start if inside else start + 1, end)
