"""Tables that run over pages: broken rows whole, and their head only once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.read.pdfcolumns import Region
from builder.read.pdfglyphs import Line
from builder.read.tables import row_line
from builder.read.wrapping import joined

# A head has no more rows than this.
HIGHEST_HEAD = 3
PAIR = 2
# What is printed above a table that goes on: `续表1`, `表1（续）`.
CONTINUED = re.compile(r"续\s*表.{0,30}|.{0,40}[（(]\s*续\s*表?\s*[)）]")
SENTENCE_END = re.compile(r"[。！？][”’」』）)]?$")


def with_whole_tables(regions: Iterable[Region]) -> list[Region]:
    """The regions with each table as one that goes on at the top of the next page or column."""
    found: list[Region] = []
    rows: list[Line] = []
    for region in regions:
        lines = list(region.lines)
        skipped = 1 if len(lines) > 1 and CONTINUED.fullmatch(lines[0].text) else 0
        if rows and len(lines) > skipped and _is_same(rows[-1], lines[skipped]):
            lines = _without_head(rows, lines[skipped:])
            if lines and _breaks(rows[-1], lines[0]):
                rows[-1] = _whole(rows[-1], lines.pop(0))
                found[-1] = found[-1]._replace(lines=(*found[-1].lines[:-1], rows[-1]))
        else:
            rows = []
        rows = _running(rows, lines)
        if lines or not region.lines:
            found.append(region._replace(lines=tuple(lines)))
    return found


def _is_same(above: Line, line: Line) -> bool:
    """Whether a row may be of the table that ended the page before."""
    return bool(line.cells) and len(above.cells) == len(line.cells)


def _without_head(rows: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The rows of a page without those that only say the table's head again."""
    count = 0
    while count < min(HIGHEST_HEAD, len(rows), len(lines) - 1) and _bare(rows[count]) == _bare(
        lines[count]
    ):
        count += 1
    return list(lines[count:])


def _bare(line: Line) -> tuple[str, ...]:
    return tuple("".join(cell.split()) for cell in line.cells)


def _breaks(above: Line, line: Line) -> bool:
    """Whether a row is the rest of the one that ended the page before.

    Its first cell is empty, and where both rows have words those above were not at their end.
    Under merged cells rows begin with an empty one too; their words begin anew.
    """
    if not line.cells or (line.cells[0] and above.cells[0]):
        return False
    both = [column for column, text in enumerate(line.cells) if text and above.cells[column]]
    if both and all(_is_unfinished(above, column) for column in both):
        return True
    # A row that the page ended in may have some of its cells whole above, and the others below.
    filled = [
        bool(upper) != bool(lower) for upper, lower in zip(above.cells, line.cells, strict=True)
    ]
    if len(line.cells) > PAIR and all(filled):
        return True
    # The last paragraph of a long cell may stand alone on the next page.
    alone = len(both) == 1 and sum(map(bool, line.cells)) == 1 and len(line.cells) > PAIR
    return alone and all(SENTENCE_END.search(row.cells[both[0]]) for row in (above, line))


def _is_unfinished(line: Line, column: int) -> bool:
    return column in line.open and not SENTENCE_END.search(line.cells[column])


def _whole(above: Line, line: Line) -> Line:
    cells = tuple(
        joined((upper, lower)) for upper, lower in zip(above.cells, line.cells, strict=True)
    )
    return replace(above, text=row_line(cells), cells=cells, open=line.open)


def _running(rows: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The rows of the table, from its head on, that is not over at the end of a region."""
    running = list(rows)
    for line in lines:
        if line.cells and (not running or len(line.cells) == len(running[-1].cells)):
            running.append(line)
        else:
            running = [line] if line.cells else []
    return running
