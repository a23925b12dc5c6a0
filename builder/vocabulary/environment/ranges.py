"""What values a fact can have at all: those in the range of its metric, rates from 0 to 100."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from builder.model import Fact, Indicator, Tally
from builder.vocabulary.environment.metrics import metric_of

SHARE = (Decimal(0), Decimal(100))


class OutOfRange(NamedTuple):
    """A value that its metric can't have, and the range that it is outside of."""

    value: Decimal
    low: Decimal
    high: Decimal


def out_of_range(fact: Fact) -> OutOfRange | None:
    """The value of an indicator or the rate of a tally where it can't be: 优良率101.1%."""
    value: Decimal | str | None = None
    possible = None
    if isinstance(fact, Indicator):
        value, possible = fact.value, metric_of(fact.metric).range
    elif isinstance(fact, Tally):
        value, possible = fact.rate, SHARE
    if not isinstance(value, Decimal) or possible is None or possible[0] <= value <= possible[1]:
        return None
    return OutOfRange(value, *possible)
