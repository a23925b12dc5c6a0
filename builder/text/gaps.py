r"""What a blank or a line end between two parts of a text is: nothing, a gap, or the end of a line.

A number that the layout broke (`6\n3微克` at the edge of a page, `9 2 . 6 %` set apart) is one
where the text joins it. Where that isn't sure a blank stays, and no value is made of it
(`numbers/unclear.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from builder.read.raised import IN_LETTERS, note_marks

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

# A class of characters comes first, here and below, so that most places are passed over at once.
BLANKS = re.compile(r"\s\s*")
# A blank between two of these parts them: "43 39" are two numbers, "PM10 55" is a name and one.
PARTED = frozenset("0123456789.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
IN_NUMBER = frozenset("0123456789.")

# Stands for a gap inside what may be one number: 6 3微克.
SPLIT = "\u2009"
# The blank of PM 2.5 and SO 2 parts nothing.
FORMULA_HEAD = re.compile(r"(?:PM|SO|NO|(?<![A-Za-z])O)$", re.IGNORECASE)
FORMULA = re.compile(r"(?:2\.5|10|[23])(?![\d.])")
# 32 .86 and 32. 86 in running text; 1. 86 at its start is a heading, 92. 2024年 two numbers.
POINT_AHEAD = re.compile(r"\.\d+(?![\d.])")
POINT_BEHIND = re.compile(r"(?<=[^\s\d.。;:!?)])\d{1,4}\.$")
DECIMALS = re.compile(
    r"\d{1,4}(?=\s?(?:[%‰μmu]|微克|毫克|[个百]|[\u4e00-\u9fff]))(?!\s?[年月日号])"
)
# 9 2 . 6 %, and 优 良 率 9 3 %: set apart are all letters around it.
APART = re.compile(r"\d(?<![^\s\u4e00-\u9fff]\d)(?:[ \u00a0][\d.])+(?![\d.])")
LETTERS_APART = re.compile(r"(?:[\u4e00-\u9fff] ){2}$")
# A row of columns has three cells at least, and no sign of a sentence.
CLAUSE = re.compile(r"[,。;:!?、]")
FEWEST_CELLS = 3


class Gaps:
    """The stretches of a text that its normalised copy leaves out or has but a sign for.

    The border between cells of a table, which `cells` are the ends of, is a line end.
    """

    def __init__(
        self,
        plain: str,
        furniture: Sequence[tuple[int, int]],
        sentences: Sequence[tuple[int, int]],
        cells: Container[int] = (),
    ) -> None:
        self._plain = plain
        self._sentences = sentences
        self._cells = cells
        self._ends = [end for _, end in sentences]
        self._stretches = _left_out(plain, furniture)
        self._apart = set(_set_apart(plain))

    def __iter__(self) -> Iterator[tuple[int, int, str]]:
        """Start and end of every gap, and what stands in its place."""
        for start, end in self._stretches:
            yield start, end, self._filler(start, end)

    def _filler(self, start: int, end: int) -> str:
        plain = self._plain
        before, after = plain[start - 1 : start], plain[end : end + 1]
        broken = "\n" in plain[start:end]
        if (broken or start in self._cells) and not self._inside(start):
            return "\n"
        if before not in PARTED or after not in PARTED or start in self._apart:
            return ""
        if IN_LETTERS.fullmatch(plain, start, end) or self._is_one(start, end):
            return ""
        if before not in IN_NUMBER or after not in IN_NUMBER:
            return " "
        return " " if not broken and self._in_row(start, end) else SPLIT

    def _is_one(self, start: int, end: int) -> bool:
        """Whether what stands on both sides of a gap is one word or one number."""
        plain = self._plain
        if FORMULA.match(plain, end) and FORMULA_HEAD.search(plain, max(0, start - 3), start):
            return True
        if POINT_AHEAD.match(plain, end):
            return plain[start - 1].isdecimal()
        behind = POINT_BEHIND.search(plain, max(0, start - 8), start)
        return behind is not None and DECIMALS.match(plain, end) is not None

    def _inside(self, offset: int) -> bool:
        at = bisect_right(self._ends, offset)
        return at < len(self._sentences) and self._sentences[at][0] < offset

    def _in_row(self, start: int, end: int) -> bool:
        plain = self._plain
        stop = plain.find("\n", end)
        line = plain[plain.rfind("\n", 0, start) + 1 : len(plain) if stop < 0 else stop]
        return len(line.split()) >= FEWEST_CELLS and CLAUSE.search(line) is None


def _left_out(plain: str, furniture: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Blanks, marks of notes and furniture, those that touch as one."""
    spans = [match.span() for match in BLANKS.finditer(plain)]
    spans = sorted([*spans, *note_marks(plain), *furniture])
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _set_apart(plain: str) -> Iterator[int]:
    """Where blanks stand inside numbers whose digits are set apart, as all letters around are."""
    for match in APART.finditer(plain):
        pieces = match[0].replace("\u00a0", " ")
        whole = " . " in pieces and pieces.count(".") == 1
        if whole or LETTERS_APART.search(plain, max(0, match.start() - 4), match.start()):
            yield from (match.start() + at for at, sign in enumerate(pieces) if sign == " ")
