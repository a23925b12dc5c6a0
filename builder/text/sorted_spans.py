"""Items of a text in their order, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar, overload


class Located(Protocol):
    """What begins at an offset."""

    @property
    def start(self) -> int:
        """Where it begins."""


Item = TypeVar("Item", bound=Located)


class SortedSpans(Sequence[Item]):
    """Items in text order; `within` a stretch they are found without looking at the others."""

    __slots__ = ("_items", "_starts")

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]

    def within(self, start: int, end: int) -> Sequence[Item]:
        """The items that begin in a stretch."""
        first = bisect_left(self._starts, start)
        return self._items[first : bisect_left(self._starts, end, first)]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        return self._items[index]
