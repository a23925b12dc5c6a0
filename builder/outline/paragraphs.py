"""A text as paragraphs: furniture set aside, lines broken by the page joined again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from builder.model import Furniture, TextGrid
from builder.numerals import TO_TEN
from builder.outline.furniture import (
    ATTACHMENT,
    counter_rule,
    furniture_rule,
    goes_on_list,
    page_furniture,
    tail_rule,
)
from builder.outline.marks import starts_with_mark
from builder.outline.spans import Span
from builder.vocabulary.generic.outline import outline_words

_LINES = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_WORDS = re.compile(r"[^\s|│┃]")
_PAGE_BLOCK = re.compile(r"(\d{1,3})、")
_SENTENCE_ENDS = "。;:!?…”)】》"
_TOP_HEADING = re.compile(f"[{TO_TEN}]{{1,3}}、")

WRAPPED_LINES = 6
WRAPPED_WIDTH = 70
BODY_WIDTH = 20
PREVIEW_LINES = 12
LEAST_CONTENTS = 4


class Paragraphs(NamedTuple):
    """Stretches of the report's own text, and what was set aside.

    `tables` are the stretches that are tables, by where they end.
    """

    texts: tuple[Span, ...]
    furniture: tuple[Furniture, ...]
    tables: Mapping[int, TextGrid]


def paragraphs(
    plain: str, grids: tuple[TextGrid, ...] = (), width: int | None = None
) -> Paragraphs:
    """The paragraphs of a text in order, a table being one; offsets are those of `plain`.

    `width` is that at which lines were broken (0 for whole ones), where it is known.
    """
    lines = [Span(match.start(), match.end()) for match in _LINES.finditer(plain)]
    kept, furniture = _without_furniture(plain, lines)
    kept, contents = _without_contents(plain, kept)
    kept, block_marks = _without_page_blocks(plain, kept)
    kept = _parted(plain, kept, grids)
    joined, tables = _with_grids(plain, kept, block_marks, grids, width)
    furniture += [
        Furniture(start=start, end=end, rule="page_block_mark") for start, end in block_marks
    ]
    furniture += [Furniture(start=line.start, end=line.end, rule="contents") for line in contents]
    aside = tuple(sorted(furniture, key=lambda item: item.start))
    return Paragraphs(tuple(joined), aside, tables)


def _without_furniture(plain: str, lines: list[Span]) -> tuple[list[Span], list[Furniture]]:
    stop, rule = _report_end(plain, lines)
    kept: list[Span] = []
    furniture: list[Furniture] = []
    words = [plain[line.start : line.end] for line in lines[:stop]]
    labelled, above = False, None
    for at, (line, text, of_page) in enumerate(
        zip(lines[:stop], words, page_furniture(words), strict=True)
    ):
        why = of_page or (counter_rule(text) if labelled else None) or furniture_rule(text)
        if why is None and above == ATTACHMENT and goes_on_list(words[at - 1], text):
            why = ATTACHMENT
        labelled, above = why is not None and text.endswith(":"), why
        if why is None:
            kept.append(line)
        else:
            furniture.append(Furniture(start=line.start, end=line.end, rule=why))
    furniture += [Furniture(start=line.start, end=line.end, rule=rule) for line in lines[stop:]]
    return kept, furniture


def _report_end(plain: str, lines: list[Span]) -> tuple[int, str]:
    """Index of the first line after the report, and why it ends there.

    A line of links that is followed by numbered headings stands inside the report.
    """
    last_heading = 0
    for index in range(len(lines) - 1, -1, -1):
        if _TOP_HEADING.match(plain, lines[index].start):
            last_heading = index
            break
    for index in range(last_heading, len(lines)):
        if index == 0:
            continue
        line = lines[index]
        rule = (
            tail_rule(plain[line.start : line.end])
            if line.end - line.start < WRAPPED_WIDTH
            else None
        )
        if rule is not None:
            return index, rule
    return len(lines), ""


def _without_contents(plain: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    """Lines without a table of contents: headings that all stand in the text once more."""
    first = next((i for i, line in enumerate(lines) if _TOP_HEADING.match(plain, line.start)), 0)
    stop = first
    while stop < len(lines) and _is_entry(plain, lines[stop]):
        stop += 1
    listed = lines[first:stop]
    later = {plain[line.start : line.end] for line in lines[stop:]}
    again = sum(plain[line.start : line.end] in later for line in listed)
    if len(listed) < LEAST_CONTENTS or again * 2 < len(listed):
        return lines, []
    return lines[:first] + lines[stop:], listed


def _is_entry(plain: str, line: Span) -> bool:
    """Whether a line may stand in a table of contents: a mark, a few words, no end mark."""
    return (
        line.end - line.start <= WRAPPED_WIDTH
        and plain[line.end - 1] not in "。;:!?"
        and starts_with_mark(plain, line.start)
    )


def _without_page_blocks(plain: str, lines: list[Span]) -> tuple[list[Span], list[tuple[int, int]]]:
    """Lines without the page numbers that document-sharing sites put before each page's text.

    The first of them stands before the title: `1、某市生态环境局2021年上半年工作总结`.
    """
    first = next(
        (
            i
            for i, line in enumerate(lines[:PREVIEW_LINES])
            if _title_block().match(plain[line.start : line.end])
        ),
        None,
    )
    if first is None:
        return lines, []
    kept = lines[:first]
    marks: list[tuple[int, int]] = []
    for line in lines[first:]:
        match = _PAGE_BLOCK.match(plain, line.start)
        if match and int(match[1]) == len(marks) + 1:
            marks.append((line.start, match.end()))
            kept.append(Span(match.end(), line.end))
        else:
            kept.append(line)
    return kept, marks


@cache
def _title_block() -> re.Pattern[str]:
    titles = outline_words().titles.numbered.group
    return re.compile(rf"1、(?=.{{4,60}}?{titles}(?:\s*$|[一二]、|\s))")


def wrap_width(plain: str) -> int:
    """The width at which the page broke the lines of a text, 0 where they are paragraphs."""
    lines = [Span(match.start(), match.end()) for match in _LINES.finditer(plain)]
    return _wrap_width(plain, _without_furniture(plain, lines)[0])


def _parted(plain: str, lines: list[Span], grids: tuple[TextGrid, ...]) -> list[Span]:
    """The lines, those cut on which a row of a table stands beside other rows or beside text."""
    edges = sorted({edge for grid in grids for edge in (*_starts(grid), grid.end)})
    found: list[Span] = []
    for line in lines:
        start = line.start
        for edge in edges[bisect_right(edges, line.start) : bisect_left(edges, line.end)]:
            # The bars around a row are no text.
            if _WORDS.search(plain, start, edge) and _WORDS.search(plain, edge, line.end):
                found.append(Span(start, start + len(plain[start:edge].rstrip())))
                start = edge + len(plain[edge : line.end]) - len(plain[edge : line.end].lstrip())
        found.append(Span(start, line.end))
    return found


def _starts(grid: TextGrid) -> Iterator[int]:
    return (row[0].start for row in grid.rows)


def _with_grids(
    plain: str,
    lines: list[Span],
    block_marks: list[tuple[int, int]],
    grids: tuple[TextGrid, ...],
    width: int | None,
) -> tuple[list[Span], dict[int, TextGrid]]:
    """The lines joined to paragraphs between the tables, and the tables by where they end."""
    pieces: list[list[Span]] = []
    kept: dict[int, TextGrid] = {}
    first = 0
    for grid in grids:
        at = bisect_right(lines, grid.start, first, key=lambda line: line.end)
        stop = bisect_left(lines, grid.end, at, key=lambda line: line.start)
        # One that page furniture runs through lays out the page.
        if stop - at >= len(grid.rows):
            pieces += [lines[first:at], [Span(lines[at].start, lines[stop - 1].end)]]
            kept[lines[stop - 1].end] = grid
            first = stop
    pieces.append(lines[first:])
    if width is None:
        width = _wrap_width(plain, [line for piece in pieces[::2] for line in piece])
    found: list[Span] = []
    for index, piece in enumerate(pieces):
        found += piece if index % 2 else _joined(plain, piece, block_marks, width)
    return found, kept


def _joined(
    plain: str, lines: list[Span], block_marks: list[tuple[int, int]], width: int
) -> list[Span]:
    after_mark = {end for _, end in block_marks}
    joined: list[Span] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and _continues(
            plain, before, line, width, cut=line.start in after_mark
        ):
            joined[-1] = Span(before.start, line.end)
        else:
            joined.append(line)
    return joined


def _wrap_width(plain: str, lines: list[Span]) -> int:
    """The width at which the page broke its lines, or 0 where lines are whole paragraphs."""
    bodies = [line for line in lines if line.end - line.start >= BODY_WIDTH]
    if len(bodies) < WRAPPED_LINES:
        return 0
    cut = sum(plain[line.end - 1] not in _SENTENCE_ENDS for line in bodies)
    widths = sorted(_width(plain, line) for line in bodies)
    typical = widths[len(widths) * 3 // 4]
    return typical if cut * 2 >= len(bodies) and typical <= WRAPPED_WIDTH else 0


def _width(plain: str, line: Span) -> int:
    return line.end - line.start - plain.count(" ", line.start, line.end) // 2


def _continues(plain: str, before: Span, line: Span, width: int, *, cut: bool) -> bool:
    """Whether `line` goes on with the paragraph that `before` broke off.

    After the end of a sentence only a full line goes on, and only with one that is no heading.
    """
    last = plain[before.end - 1]
    if cut:
        return last not in "。!?:" and before.end - before.start >= BODY_WIDTH
    if not width or last in "!?:" or starts_with_mark(plain, line.start):
        return False
    begin = plain.rfind("\n", before.start, before.end) + 1 or before.start
    if last in "。;":
        going_on = line.end - line.start >= BODY_WIDTH or plain[line.end - 1] in "。;"
        return going_on and before.end - begin >= width * 0.9
    return before.end - begin >= width * 0.7
