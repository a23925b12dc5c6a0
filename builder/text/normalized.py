"""The report's own words without the accidents of their layout.

Pages and PDF files break lines and put spaces anywhere, even inside numbers and units. Rules see
a copy without them (`NormalizedText.text`) and give their results in its offsets;
`NormalizedText.source_span` leads back to the source.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from builder.text.gaps import Gaps

if TYPE_CHECKING:
    from builder.model import Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalizedText:
    """Text without layout; `starts[i]` in it stands at `sources[i]` in the source.

    `sentences` are the places in `text` of the outline's sentences.
    """

    text: str
    starts: tuple[int, ...]
    sources: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `text` stands in the source, without blanks at its edges."""
        starts, sources = self.starts, self.sources
        first = bisect_right(starts, start) - 1
        last = first
        if first + 1 < len(starts) and starts[first + 1] < end:
            last = bisect_right(starts, end - 1, first) - 1
        return sources[first] + start - starts[first], sources[last] + end - starts[last]

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Where in `text` a stretch of the source stands that ends with no blank."""
        return self.offset_of(start), self.offset_of(end)

    def offset_of(self, source: int) -> int:
        """Where in `text` a place of the source stands, or what follows it."""
        piece = bisect_right(self.sources, source) - 1
        if piece < 0:
            return 0
        after = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        place = self.starts[piece] + source - self.sources[piece]
        return place if place < after else after  # noqa: FURB136 -- asked a thousand times a report


def normalized_text(outline: Outline) -> NormalizedText:
    r"""A report's text without page furniture, and with no blank but where it parts something.

    A line end stays ("\\n") unless it stands inside a sentence of the outline, and so does the
    border between cells of a table.
    """
    if outline.whole is not None:
        return _spread(normalized_text(outline.whole.outline), outline.whole.offsets)
    plain = outline.source.plain
    furniture = [(item.start, item.end) for item in outline.furniture]
    sentences = [(sentence.start, sentence.end) for sentence in outline.sentences]
    cells = frozenset(cell.end for grid in outline.grids for row in grid.rows for cell in row)
    found = _joined(plain, list(Gaps(plain, furniture, sentences, cells)))
    place = found.offset_of
    spans = [(place(start), place(end)) for start, end in sentences]
    return replace(found, sentences=tuple(spans))


def _joined(plain: str, gaps: list[tuple[int, int, str]]) -> NormalizedText:
    """The text between the gaps, with its map."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    length = 0
    edges = [(0, 0, ""), *gaps, (len(plain), len(plain), "")]
    for (gap_start, gap_end, filler), (following, _, _) in pairwise(edges):
        if filler:
            starts.append(length)
            sources.append(gap_start)
            parts.append(filler)
            length += 1
        if following > gap_end:
            starts.append(length)
            sources.append(gap_end)
            parts.append(plain[gap_end:following])
            length += following - gap_end
    return NormalizedText(text="".join(parts), starts=tuple(starts), sources=tuple(sources))


def _spread(found: NormalizedText, offsets: tuple[int, ...]) -> NormalizedText:
    """The same text with the way back to a source that has more letters between."""
    starts: list[int] = []
    sources: list[int] = []
    for (start, source), (stop, _) in pairwise(
        [*zip(found.starts, found.sources, strict=True), (len(found.text), 0)]
    ):
        # A gap at the end of a text has no letter behind it.
        places = offsets[source : source + stop - start] or offsets[-1:]
        for at, place in enumerate(places):
            if at == 0 or place != places[at - 1] + 1:
                starts.append(start + at)
                sources.append(place)
    return replace(found, starts=tuple(starts), sources=tuple(sources))
