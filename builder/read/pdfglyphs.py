"""The letters of a PDF page with their edges, in reading order, and the lines they make."""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from builder.widths import is_wide

# pdfium's signs for a hyphen at a line end, where 2023-2024 may be broken as well as a word.
HYPHENS = {"\x02": "-", "\ufffe": "-"}
LINE_ENDS = "\r\n"


class Glyph(NamedTuple):
    """A letter and its box in points from the page's lower left; no box where pdfium made it up."""

    letter: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def placed(self) -> bool:
        """Whether it stands on the page: spaces and line ends that pdfium adds do not."""
        return self.right > self.left and not self.letter.isspace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it is printed. `lone` lines (rows of tables) never join with others.

    `size` is the usual width of its Chinese letters, which is their font size, or 0 without any:
    the height of a letter's box is another for each font.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    lone: bool = False


def glyphs(textpage: Any) -> tuple[Glyph, ...]:  # noqa: ANN401 -- pypdfium2 has no types
    """All letters of a page as pdfium orders them."""
    raw, count = textpage.raw, textpage.count_chars()
    box = pdfium.FS_RECTF()
    return tuple(_glyph(raw, index, box) for index in range(count))


def _glyph(raw: Any, index: int, box: Any) -> Glyph:  # noqa: ANN401
    code = pdfium.FPDFText_GetUnicode(raw, index)
    letter = HYPHENS.get(chr(code), chr(code)) if 0 < code <= sys.maxunicode else "\ufffd"
    placed = pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(box))
    edges = (box.left, box.bottom, box.right, box.top) if placed else (0.0, 0.0, 0.0, 0.0)
    if not all(map(math.isfinite, edges)):
        edges = (0.0, 0.0, 0.0, 0.0)
    return Glyph(letter, *edges)


def lines(found: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that the letters make; lines without a letter are left out."""
    row: list[Glyph] = []
    for glyph in found:
        if glyph.letter in LINE_ENDS:
            yield from _line(row)
            row = []
        else:
            row.append(glyph)
    yield from _line(row)


def _line(row: Sequence[Glyph]) -> Iterator[Line]:
    placed = [glyph for glyph in row if glyph.placed]
    text = _text(row).strip()
    if placed and text:
        yield Line(
            text=text,
            left=min(glyph.left for glyph in placed),
            right=max(glyph.right for glyph in placed),
            bottom=min(glyph.bottom for glyph in placed),
            size=median(
                [glyph.right - glyph.left for glyph in placed if is_wide(glyph.letter)] or [0.0]
            ),
        )


def _text(row: Iterable[Glyph]) -> str:
    """The letters of a line; pdfium gives those beyond U+FFFF in two halves."""
    halves = "".join(glyph.letter for glyph in row).encode("utf-16", errors="surrogatepass")
    return halves.decode("utf-16", errors="replace")
