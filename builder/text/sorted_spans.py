"""Things of a text in their order, found by where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar, overload


class Standing(Protocol):
    """What begins at a place."""

    @property
    def start(self) -> int:
        """Where it begins."""


Thing = TypeVar("Thing", bound=Standing)


class SortedSpans(Sequence[Thing]):
    """Things in text order; `within` a stretch they are found without looking at the others."""

    __slots__ = ("_starts", "_things")

    def __init__(self, things: Sequence[Thing]) -> None:
        self._things = things
        self._starts = [thing.start for thing in things]

    def within(self, start: int, end: int) -> Sequence[Thing]:
        """The things that begin in a stretch."""
        return self._things[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def __len__(self) -> int:
        return len(self._things)

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._things)

    @overload
    def __getitem__(self, place: int) -> Thing: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Thing]: ...
    def __getitem__(self, place: int | slice) -> Thing | Sequence[Thing]:
        return self._things[place]
