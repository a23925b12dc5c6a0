"""An order of hedged values that claims no more than the hedges allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.model import Qualifier
from builder.model.comparison import Better, Place

_UNBOUNDED = Decimal("Infinity")
_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE})
_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS})
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """A printed value with its hedge and unit."""

    value: Decimal
    qualifier: Qualifier
    unit: str

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Between which values the true one lies; ≈ tells nothing certain."""
        if self.qualifier is Qualifier.EQUAL:
            return self.value, self.value
        top = max(self.value, _HUNDRED) if self.unit == "%" else _UNBOUNDED
        if self.qualifier in _LOWER:
            return self.value, top
        if self.qualifier in _UPPER:
            return -_UNBOUNDED, self.value
        return -_UNBOUNDED, _UNBOUNDED


def places(values: Sequence[Valued], better: Better) -> tuple[Place | None, ...]:
    """The place of each value, 1 is the best; None where the hedges leave its place open."""
    if better is None:
        return (None,) * len(values)
    return tuple(_place(index, values, better) for index in range(len(values)))


def _place(index: int, values: Sequence[Valued], better: Better) -> Place | None:
    own, ahead, tied = values[index], 0, False
    for position, other in enumerate(values):
        if position == index:
            continue
        if _same(own, other):
            tied = True
        elif _before(other, own, better):
            ahead += 1
        elif not _before(own, other, better):
            return None
    return Place(position=ahead + 1, tied=tied)


def _same(one: Valued, other: Valued) -> bool:
    exact = one.qualifier is Qualifier.EQUAL and other.qualifier is Qualifier.EQUAL
    return exact and one.value == other.value


def _before(one: Valued, other: Valued, better: Better) -> bool:
    """Whether one is surely better than the other."""
    if better == "higher":
        one, other = other, one
    edge, low = one.bounds[1], other.bounds[0]
    strict = one.qualifier is Qualifier.LESS or other.qualifier is Qualifier.MORE
    return edge < low or (strict and edge == low)
