"""The lines of a text, with the furniture of pages among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from builder.model import Source
from builder.outline.furniture import page_furniture


class Line(NamedTuple):
    """A line of a text, as the source has it and plain; `aside` names the rule of furniture."""

    start: int
    text: str
    plain: str
    aside: str | None

    @property
    def end(self) -> int:
        """Where its line end stands."""
        return self.start + len(self.plain)


def lines_of(source: Source, plains: Sequence[str]) -> list[Line]:
    """The lines of a source, whose plain text they are."""
    texts = []
    start = 0
    for plain in plains:
        texts.append(source.text[start : start + len(plain)])
        start += len(plain) + 1
    rules = page_furniture([plain.strip() for plain in plains])
    found, start = [], 0
    for text, plain, rule in zip(texts, plains, rules, strict=True):
        found.append(Line(start, text, plain, rule))
        start += len(plain) + 1
    return found


def nexts_of(lines: Sequence[Line]) -> list[int]:
    """For each line the one below it, or the one that follows behind the furniture of a page."""
    found = list(range(1, len(lines) + 1))
    text, crossed = len(lines), False
    for at in range(len(lines) - 1, -1, -1):
        if crossed:
            found[at] = text
        if lines[at].aside is not None:
            crossed = True
        elif lines[at].plain.strip():
            text, crossed = at, False
    return found


def is_parted(text: str) -> bool:
    """Whether a line has signs that part cells; tabs before its first word only set it in."""
    return "|" in text or "\t" in text.strip()
