"""How wide the columns of a table are: as wide as their words ask, as wide as the page in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.widths import columns

# A Chinese character of a table's 10.5 pt, and what a cell keeps free beside its words.
_CHARACTER, _BESIDE = 3.75, 1.6
_LEAST, _MOST = 15.0, 34.0
# A longer cell asks for no more than this many characters; shorter than that has a head to hold.
_SHORT, _LONG = 7, 30


def name_width(names: Iterable[str]) -> float:
    """Millimetres for the names of bureaus in one line, or in two where they are very long."""
    longest = max((columns(name) / 2 for name in names), default=0)
    return round(min(max(longest * _CHARACTER + _BESIDE, _LEAST), _MOST), 1)


def shared_widths(texts: Sequence[Sequence[str]], room: float) -> tuple[float, ...]:
    """Millimetres of columns by the longest text in each, shared out of some room."""
    asked = [min(max(_SHORT, *(columns(text) / 2 for text in column)), _LONG) for column in texts]
    return tuple(round(room * each / sum(asked), 2) for each in asked)
