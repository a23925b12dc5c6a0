r"""The text that the rules read: nothing in it that nobody sees, and its broken lines whole.

`二\n是…` at the edge of a page is 二是…, and 6 and 3 with a zero-width space between are 63. Only
lines that fill the width are joined, so a text whose lines are its paragraphs stays as it is.
What is found in it is led back to the source (`Places`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from builder.model import Furniture, Outline, Section, Source, TextCell, TextGrid
from builder.outline.brokenlines import broken_lines
from builder.read.unseen import NOTHING

# Behind a whole name a number begins: PM10 at the end of a line, 55 on the next.
WHOLE_NAME = re.compile(r"(?:PM2\.5|PM10|[SN]O2|(?<![A-Za-z])O3)$")


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


class WholeText(NamedTuple):
    """A source as the rules read it, and the furniture of pages that was left out of it.

    `width` is 0 where its broken lines are known and joined, None where none was seen.
    """

    source: Source
    places: Places
    width: int | None
    furniture: tuple[Furniture, ...]


def whole_source(source: Source) -> WholeText | None:
    """The source of the text that the rules read; None where it is the text itself."""
    plain = source.plain
    kept = [at for at, sign in enumerate(plain) if sign != NOTHING] if NOTHING in plain else None
    lean = source if kept is None else _lean(source, kept)
    broken = broken_lines(lean)
    if kept is None and not broken.gaps:
        return None
    starts = [gap.start for gap in broken.gaps]
    apart = {at for at in starts if WHOLE_NAME.search(lean.plain, max(0, at - 6), at)}
    left_out = {at for gap in broken.gaps for at in range(*gap)}
    places = range(len(plain)) if kept is None else kept
    offsets = [offset for at, offset in enumerate(places) if at not in left_out or at in apart]
    parted = {places[at] for at in apart}
    text = "".join([" " if at in parted else source.text[at] for at in offsets])
    read = "".join([" " if at in parted else plain[at] for at in offsets])
    furniture = (
        Furniture(start=places[span.start], end=places[span.end - 1] + 1, rule=rule)
        for span, rule in broken.furniture
    )
    whole = replace(source, text=text, plain=read)
    width = 0 if broken.lines else None
    return WholeText(whole, Places(offsets, len(plain)), width, tuple(furniture))


def _lean(source: Source, kept: Sequence[int]) -> Source:
    """The source with no letters but those that are kept."""
    return replace(
        source,
        text="".join([source.text[at] for at in kept]),
        plain="".join([source.plain[at] for at in kept]),
    )


def in_source(found: Outline, whole: WholeText, source: Source) -> Outline:
    """The outline of a source in its own offsets."""
    places = whole.places
    furniture = tuple(
        replace(item, start=span[0], end=span[1])
        for item in found.furniture
        for span in (places.span(item.start, item.end),)
    )
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
        furniture=tuple(sorted((*furniture, *whole.furniture), key=lambda item: item.start)),
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
