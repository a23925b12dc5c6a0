"""The report's own words without the accidents of their layout.

Pages and PDF files break lines and put spaces anywhere, even inside numbers and units. Rules see
a copy without them (`NormalizedText.text`) and give their results in its offsets;
`NormalizedText.source_span` leads back to the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from builder.model import Outline

BLANKS = re.compile(r"\s+")
# A blank between two of these parts them: "43 39" are two numbers, "PM10 55" is a name and one.
PARTED = frozenset("0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

# The blank of PM 2.5 and SO 2 parts nothing.
FORMULA_HEAD = re.compile(r"(?:PM|SO|NO|(?<![A-Za-z])O)$", re.IGNORECASE)
FORMULA = re.compile(r"(?:2\.5|10|[23])(?![\d.])")


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
        return self._source(start), self._source(end - 1) + 1

    def span_of(self, start: int, end: int) -> tuple[int, int]:
        """Where in `text` a stretch of the source stands that ends with no blank."""
        return self.offset_of(start), self.offset_of(end - 1) + 1

    def offset_of(self, source: int) -> int:
        """Where in `text` a place of the source stands, or what follows it."""
        piece = bisect_right(self.sources, source) - 1
        if piece < 0:
            return 0
        after = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + source - self.sources[piece], after)

    def _source(self, position: int) -> int:
        piece = bisect_right(self.starts, position) - 1
        return self.sources[piece] + position - self.starts[piece]


def normalized_text(outline: Outline) -> NormalizedText:
    r"""A report's text without page furniture, and with no blank but where it parts something.

    A line end stays ("\\n") unless it stands inside a sentence of the outline, and so does the
    border between cells of a table.
    """
    plain = outline.source.plain
    furniture = [(item.start, item.end) for item in outline.furniture]
    sentences = [(sentence.start, sentence.end) for sentence in outline.sentences]
    cells = {cell.end for grid in outline.grids for row in grid.rows for cell in row}
    found = _joined(plain, list(_gaps(plain, furniture, sentences, cells)))
    return replace(found, sentences=tuple(found.span_of(*span) for span in sentences))


def _gaps(
    plain: str,
    furniture: list[tuple[int, int]],
    sentences: list[tuple[int, int]],
    cells: Container[int],
) -> Iterator[tuple[int, int, str]]:
    """Stretches to leave out, and what stands in their place."""
    stops = [end for _, end in sentences]
    for start, end in _left_out(plain, furniture):
        before, after = plain[start - 1 : start], plain[end : end + 1]
        formula = FORMULA.match(plain, end) and FORMULA_HEAD.search(plain, max(0, start - 3), start)
        ends = "\n" in plain[start:end] or start in cells
        if ends and not _inside(start, sentences, stops):
            yield start, end, "\n"
        elif not formula and before in PARTED and after in PARTED:
            yield start, end, " "
        else:
            yield start, end, ""


def _left_out(plain: str, furniture: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blanks and furniture, those that touch as one."""
    spans = sorted([match.span() for match in BLANKS.finditer(plain)] + furniture)
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _inside(offset: int, sentences: list[tuple[int, int]], ends: list[int]) -> bool:
    at = bisect_right(ends, offset)
    return at < len(sentences) and sentences[at][0] < offset


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
