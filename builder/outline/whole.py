r"""The text that the rules read: nothing in it that nobody sees, and its broken lines whole.

`二\n是…` at the edge of a page is 二是…, and 6 and 3 with a zero-width space between are 63. Only
lines that fill the width are joined, so a text whose lines are its paragraphs stays as it is.
What is found in it is led back to the source (`Places`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from builder.model import Outline, Section, Source, TextCell, TextGrid
from builder.outline.furniture import furniture_rule
from builder.outline.grids import grids
from builder.outline.marks import ItemMark, inline_marks, opening_mark
from builder.outline.paragraphs import wrap_width
from builder.read.unseen import NOTHING
from builder.widths import columns

# How many lines have the width at which a program broke them all, and how wide they are at least.
FEWEST_FULL = 3
SHORTEST_FULL = 20
# Paragraphs have two lines or more; the widest of whole lines is wide by chance.
SHARE = 0.3
# How many lines may be wider: a title, an address of the web.
STRAY = 0.05
# How a line is measured, its least width, and how far the width may vary: signs may hang over.
MEASURES: tuple[tuple[Callable[[str], int], int, int, int], ...] = (
    (len, SHORTEST_FULL, 0, 0),
    (columns, 2 * SHORTEST_FULL, 1, 3),
)
# A line that ends so is the last of its paragraph, may be, or is not.
WHOLE = frozenset("。;:!?")
NEVER = frozenset(":!?")
SENTENCE_ENDS = frozenset("。;")
GOES_ON = frozenset(",、(“《/")
# Behind a whole name a number begins: PM10 at the end of a line, 55 on the next.
WHOLE_NAME = re.compile(r"(?:PM2\.5|PM10|[SN]O2|(?<![A-Za-z])O3)$")
# What follows the end of a sentence in one paragraph is no heading.
BODY_WIDTH = 20
# Of so many short lines one may stand above another, as the lines of a signature do.
ALL = 0.9


class Places(NamedTuple):
    """Where the letters of a text stand in its source, which has `length` letters."""

    offsets: Sequence[int]
    length: int

    def start(self, offset: int) -> int:
        """Where in the source what begins here begins."""
        return self.offsets[offset] if offset < len(self.offsets) else self.length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the source."""
        if start >= end:
            return self.start(start), self.start(start)
        return self.offsets[start], self.offsets[end - 1] + 1


def whole_source(source: Source) -> tuple[Source, Places, int | None] | None:
    """The source of the text that the rules read; None where it is the text itself.

    With it comes the width of its other lines: lines of equal letters were all broken by force,
    those of a page are not all as wide.
    """
    plain = source.plain
    kept = [at for at, sign in enumerate(plain) if sign != NOTHING] if NOTHING in plain else None
    lean = plain if kept is None else "".join([plain[at] for at in kept])
    full, exact = full_lines(lean)
    tabled = frozenset(_tabled(source if kept is None else _lean(source, kept))) if full else full
    breaks = frozenset(_breaks(lean, full, tabled))
    if kept is None and not breaks:
        return None
    apart = {at for at in breaks if WHOLE_NAME.search(lean, max(0, at - 6), at)}
    places = range(len(plain)) if kept is None else kept
    offsets = [offset for at, offset in enumerate(places) if at not in breaks or at in apart]
    parted = {places[at] for at in apart}
    text = "".join([" " if at in parted else source.text[at] for at in offsets])
    read = "".join([" " if at in parted else plain[at] for at in offsets])
    width = None if not breaks else 0 if exact else wrap_width(lean)
    return replace(source, text=text, plain=read), Places(offsets, len(plain)), width


def _lean(source: Source, kept: Sequence[int]) -> Source:
    """The source with no letters but those that are kept."""
    return replace(
        source,
        text="".join([source.text[at] for at in kept]),
        plain="".join([source.plain[at] for at in kept]),
    )


def _tabled(source: Source) -> Iterator[int]:
    """The line ends above, in and below tables: rows of equal width are no broken lines."""
    for grid in grids(source):
        end = max(0, source.plain.rfind("\n", 0, grid.start))
        while 0 <= end <= grid.end:
            yield end
            end = source.plain.find("\n", end + 1)
        yield end


def in_source(found: Outline, places: Places, source: Source) -> Outline:
    """The outline of a source in its own offsets."""
    return Outline(
        source=source,
        title=found.title and places.span(*found.title),
        sections=tuple(_section(section, places) for section in found.sections),
        sentences=tuple(
            replace(
                sentence,
                start=places.span(sentence.start, sentence.end)[0],
                end=places.span(sentence.start, sentence.end)[1],
                item=None if sentence.item is None else places.start(sentence.item),
            )
            for sentence in found.sentences
        ),
        furniture=tuple(
            replace(item, start=span[0], end=span[1])
            for item in found.furniture
            for span in (places.span(item.start, item.end),)
        ),
        grids=tuple(
            TextGrid(
                rows=tuple(
                    tuple(TextCell(*places.span(cell.start, cell.end)) for cell in row)
                    for row in grid.rows
                )
            )
            for grid in found.grids
        ),
    )


def _section(section: Section, places: Places) -> Section:
    start, end = places.span(section.start, section.end)
    body = places.start(section.body) if section.body < section.end else end
    return replace(section, start=start, body=body, end=end)


def full_lines(plain: str) -> tuple[frozenset[int], bool]:
    """The ends of the lines that a program broke at its width, and whether it counted letters."""
    if plain.count("\n") < FEWEST_FULL:
        return frozenset(), False
    lines = plain.split("\n")
    ends = list(accumulate((len(line) + 1 for line in lines), initial=-1))[1:]
    for measure, least, less, more in MEASURES:
        widths = [measure(line) for line in lines]
        counts = Counter(width for width in widths if width >= least)
        usual = max(counts, key=lambda width: (counts[width], width), default=0)
        full = [at for at, width in enumerate(widths) if usual - less <= width <= usual + more]
        # A line that ends as a sentence may be whole, and wide by chance.
        broken = sum(lines[at][-1:] not in WHOLE for at in full)
        long = sum(width * 2 >= usual for width in widths)
        wider = sum(width > usual + more for width in widths)
        if usual and broken >= max(FEWEST_FULL, long * SHARE) and wider <= long * STRAY:
            return frozenset(ends[at] for at in full), measure is len
    return frozenset(), False


def _breaks(plain: str, full: frozenset[int], tabled: frozenset[int]) -> Iterator[int]:
    """The line ends inside paragraphs."""
    set_off = bool(full) and _set_off(plain, full)
    paragraph = start = 0
    for end in _line_ends(plain):
        if (
            end in full
            and end not in tabled
            and end + 1 < len(plain)
            and not _is_cell(plain, start, end)
            and (set_off or _goes_on(plain, paragraph, end))
        ):
            yield end
        else:
            paragraph = end + 1
        start = end + 1


def _line_ends(plain: str) -> Iterator[int]:
    end = plain.find("\n")
    while end >= 0:
        yield end
        end = plain.find("\n", end + 1)


def _set_off(plain: str, full: frozenset[int]) -> bool:
    """Whether blank lines or blanks before the first line part all paragraphs from each other."""
    ends = [end for end in _line_ends(plain) if end not in full and not plain[end - 1].isspace()]
    parted = sum(plain[end + 1 : end + 2].isspace() or end + 1 == len(plain) for end in ends)
    return len(ends) > FEWEST_FULL and parted >= len(ends) * ALL


def _is_cell(plain: str, start: int, end: int) -> bool:
    """Whether a line ends no word: at a blank, or in a table."""
    edges = plain[end - 1] + plain[end + 1]
    return edges.strip() != edges or edges[1] in "|#>" or any(s in plain[start:end] for s in "|\t")


def _goes_on(plain: str, paragraph: int, end: int) -> bool:
    """Whether a full line is none of the last of its paragraph, which began at `paragraph`."""
    last = plain[end - 1]
    stop = plain.find("\n", end + 1)
    stop = len(plain) if stop < 0 else stop
    if last in NEVER or furniture_rule(plain[end + 1 : stop].strip()) is not None:
        return False
    mark = opening_mark(plain, end + 1, len(plain))
    if mark is not None and last not in GOES_ON:
        return _runs_on(plain, paragraph, end, mark)
    if last not in SENTENCE_ENDS:
        return True
    return stop - end > BODY_WIDTH or plain[stop - 1] in SENTENCE_ENDS


def _runs_on(plain: str, paragraph: int, end: int, mark: ItemMark) -> bool:
    """Whether a mark at the start of a line stands in a paragraph: so does the one before it.

    A heading may fill its line by chance; what follows it has a mark of another style.
    """
    opened = opening_mark(plain, paragraph, end)
    if opened is not None and opened.style >= mark.style:
        return False
    return any(inner.style is mark.style for inner in inline_marks(plain, paragraph + 1, end))
