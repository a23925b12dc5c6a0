"""A stretch of text without the line breaks of its page, and the way back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Unbroken(NamedTuple):
    """`text` without line breaks; `text[i]` stands at `offsets[i]` in the source."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the source; `end` is after `start`."""
        return self.offsets[start], self.offsets[end - 1] + 1


def unbroken(plain: str, start: int, end: int) -> Unbroken:
    """The stretch from `start` to `end`; where a line breaks, all blanks go, even inside words."""
    text = plain[start:end]
    if "\n" not in text:
        return Unbroken(text, range(start, end))
    kept = [offset for offset, char in enumerate(text, start) if not char.isspace()]
    return Unbroken("".join(plain[offset] for offset in kept), kept)
