"""The letters of a PDF page with their edges, in reading order, and the lines they make."""

from __future__ import annotations

import ctypes
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from builder.read.raised import raised, settled
from builder.widths import is_wide

# pdfium's signs for a hyphen at a line end, where 2023-2024 may be broken as well as a word.
HYPHENS = {"\x02": "-", "\ufffe": "-"}
LINE_ENDS = "\r\n"
FULL_TURN = 360
QUARTERS = (90, 180, 270)
# Letters of slanted scans lean a little; those of watermarks lean much more.
MOST_SLANT = 5
# Watermarks are so much higher than the other letters, and so light (of 255) or transparent.
LARGE = 2.0
PALE, WHITE, NEUTRAL, HALF = 160, 248, 24, 128
# In font sizes: a gap in a line that parts columns, and no space between words.
GAP = 0.9
# In heights of a letter: how near one stands that comes next in its line.
NEXT = 0.4
# Raised digits, in heights of the letter before.
SMALL, HIGHER = 0.8, 0.15


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
    the height of a letter's box is another for each font. `parts` are its pieces between wide
    gaps, if it has any. A row of a table has its `cells`, and the columns that are `open`, whose
    last printed line is full.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    lone: bool = False
    parts: tuple[Line, ...] = ()
    cells: tuple[str, ...] = ()
    open: frozenset[int] = frozenset()


class Letters(NamedTuple):
    """A page's letters, placed as when it is turned so that they stand upright.

    `turn` is how far it is to be turned for that, clockwise in degrees: 90 for a wide table.
    """

    glyphs: tuple[Glyph, ...]
    turn: int


def letters(page: Any) -> Letters:  # noqa: ANN401 -- pypdfium2 has no types
    """All letters of a page as pdfium orders them, without those of watermarks.

    A watermark lies slant over the text, or stands in it large and pale.
    """
    textpage = page.get_textpage()
    raw, count = textpage.raw, textpage.count_chars()
    box = pdfium.FS_RECTF()
    found = [_glyph(raw, index, box) for index in range(count)]
    angles = [_angle(raw, index) if glyph.placed else None for index, glyph in enumerate(found)]
    usual = Counter(angle for angle in angles if angle is not None).most_common(1)
    if not usual:
        return Letters(tuple(found), page.get_rotation())
    turn = -usual[0][0] % FULL_TURN
    turned = [_turned(glyph, turn, page.get_mediabox()) for glyph in found]
    large = LARGE * median([glyph.top - glyph.bottom for glyph in turned if glyph.placed])
    kept = (
        glyph
        for index, (glyph, angle) in enumerate(zip(turned, angles, strict=True))
        if angle is None
        or not (
            _differs(angle, usual[0][0])
            or (glyph.top - glyph.bottom > large and _is_pale(raw, index))
        )
    )
    return Letters(tuple(kept), turn if turn in QUARTERS else 0)


def _turned(glyph: Glyph, turn: int, page: tuple[float, float, float, float]) -> Glyph:
    """A letter as it stands on its page after a turn."""
    if turn not in QUARTERS or glyph.right <= glyph.left:
        return glyph
    x0, y0, x1, y1 = page
    letter, left, bottom, right, top = glyph
    if turn == QUARTERS[0]:
        return Glyph(letter, bottom - y0, x1 - right, top - y0, x1 - left)
    if turn == QUARTERS[1]:
        return Glyph(letter, x1 - right, y1 - top, x1 - left, y1 - bottom)
    return Glyph(letter, y1 - top, left - x0, y1 - bottom, right - x0)


def _glyph(raw: Any, index: int, box: Any) -> Glyph:  # noqa: ANN401
    code = pdfium.FPDFText_GetUnicode(raw, index)
    letter = HYPHENS.get(chr(code), chr(code)) if 0 < code <= sys.maxunicode else "\ufffd"
    placed = pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(box))
    edges = (box.left, box.bottom, box.right, box.top) if placed else (0.0, 0.0, 0.0, 0.0)
    if not all(map(math.isfinite, edges)):
        edges = (0.0, 0.0, 0.0, 0.0)
    return Glyph(letter, *edges)


def _angle(raw: Any, index: int) -> int:  # noqa: ANN401
    """How far a letter's line is turned, clockwise in whole degrees; italics only lean."""
    if pdfium.FPDFText_GetCharAngle(raw, index) == 0:
        return 0
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix)):
        return 0
    angle = math.degrees(math.atan2(-matrix.b, matrix.a))
    return round(angle) % FULL_TURN if math.isfinite(angle) else 0


def _differs(angle: int, usual: int) -> bool:
    turn = (angle - usual) % FULL_TURN
    return min(turn, FULL_TURN - turn) > MOST_SLANT


def _is_pale(raw: Any, index: int) -> bool:  # noqa: ANN401
    """Whether a letter is light grey or half transparent; white letters stand on a dark ground."""
    colour = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(raw, index, *map(ctypes.byref, colour)):
        return False
    red, green, blue, opacity = (part.value for part in colour)
    grey = max(red, green, blue) - min(red, green, blue) <= NEUTRAL
    return opacity <= HALF or (grey and PALE <= min(red, green, blue) < WHITE)


def lines(found: Iterable[Glyph]) -> Iterator[Line]:
    """The lines that the letters make; lines without a letter are left out.

    Pdfium ends a line before and after a letter that stands raised; the line goes on all the same.
    """
    row: list[Glyph] = []
    last: Glyph | None = None
    ended = False
    for glyph in found:
        if glyph.letter in LINE_ENDS:
            ended = True
            continue
        if ended and glyph.placed:
            if last is None or not _is_next(last, glyph):
                yield from _line(row)
                row = []
            ended = False
        row.append(glyph)
        last = glyph if glyph.placed else last
    yield from _line(row)


def _is_next(last: Glyph, glyph: Glyph) -> bool:
    """Whether a letter stands just behind another one, on its line or raised over it."""
    height = max(last.top - last.bottom, glyph.top - glyph.bottom)
    gap = glyph.left - last.right
    return abs(gap) < NEXT * height and abs(glyph.bottom - last.bottom) < NEXT * height


def _line(row: Sequence[Glyph]) -> Iterator[Line]:
    line = _piece(row)
    if line is not None:
        parts = tuple(filter(None, map(_piece, _parted(row, line.size))))
        yield replace(line, parts=parts) if len(parts) > 1 else line


def _piece(row: Sequence[Glyph]) -> Line | None:
    placed = [glyph for glyph in row if glyph.placed]
    text = settled(_text(_raised(row))).strip()
    if not placed or not text:
        return None
    return Line(
        text=text,
        left=min(glyph.left for glyph in placed),
        right=max(glyph.right for glyph in placed),
        bottom=min(glyph.bottom for glyph in placed),
        size=median(
            [glyph.right - glyph.left for glyph in placed if is_wide(glyph.letter)] or [0.0]
        ),
    )


def _parted(row: Sequence[Glyph], size: float) -> Iterator[list[Glyph]]:
    """The letters of a line between gaps that are as wide as a letter."""
    part: list[Glyph] = []
    right: float | None = None
    for glyph in row:
        if glyph.placed:
            gap = GAP * (size or (glyph.top - glyph.bottom) / 1.4)
            if right is not None and (glyph.left - right > gap or right - glyph.right > gap):
                yield part
                part = []
            right = glyph.right
        part.append(glyph)
    yield part


def _raised(row: Sequence[Glyph]) -> Iterator[str]:
    """The letters of a line, small digits that stand higher than a Latin one before as raised.

    The boxes of Chinese letters are of another height, so that none can be told behind those alone.
    """
    before: Glyph | None = None
    for glyph in row:
        small = glyph.placed and glyph.letter.isascii() and before is not None
        if small and before is not None and _is_above(glyph, before):
            yield raised(glyph.letter)
            continue
        if glyph.placed and glyph.letter.isascii():
            before = glyph
        yield glyph.letter


def _is_above(glyph: Glyph, before: Glyph) -> bool:
    """Whether a letter is smaller and stands higher than one of the same font before it."""
    height = before.top - before.bottom
    return (
        glyph.letter in "0123456789-[]"
        and glyph.top - glyph.bottom < SMALL * height
        and glyph.bottom > before.bottom + HIGHER * height
    )


def _text(letters: Iterable[str]) -> str:
    """The letters of a line; pdfium gives those beyond U+FFFF in two halves."""
    halves = "".join(letters).encode("utf-16", errors="surrogatepass")
    return halves.decode("utf-16", errors="replace")
