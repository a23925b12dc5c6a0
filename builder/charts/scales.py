"""Axes: where a value stands on one, and where its numbers are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
_MOST = 5


def ticks(start: Decimal, end: Decimal) -> tuple[Decimal, ...]:
    """Round numbers of an axis from its start to its end, six at most: 0, 20, 40, 60, 80."""
    step = next(step for step in _rounded(end - start) if (end - start) / step <= _MOST)
    count = int((end - start) / step)
    return tuple(start + step * number for number in range(count + 1))


def _rounded(span: Decimal) -> Iterator[Decimal]:
    """Steps that may divide a span, the smallest first: 1, 2, 2.5, 5, 10 …"""
    unit = Decimal(1).scaleb(span.adjusted() - 1)
    while True:
        yield from (step * unit for step in _STEPS)
        unit *= 10


def tick_words(value: Decimal) -> str:
    """A number of an axis: 0, 20, 2.5."""
    return format(value.normalize(), "f")
