"""The metrics of the contract, as data: a new one is an entry of `metrics.toml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from builder.model import Theme
from builder.vocabulary.generic.amounts import units
from builder.vocabulary.loading import Entry, table

# Of no number's unit: a water class, and an index without any.
UNPRINTED = ("class", "1")


def _known_unit(unit: str) -> str:
    """A unit that numbers can have: the canonical form of a measure, or a counter."""
    table = units()
    known = {measure.unit for measure in table.measures}
    known |= {word for counters in table.counters for word in counters.words}
    if unit not in known and unit not in UNPRINTED:
        raise PydanticCustomError("unknown_unit", "No measure or counter of units.toml")
    return unit


class Metric(Entry):
    """A metric: canonical unit, which way is good, and the words that name it.

    `percent` is the metric that the same words mean where the value is a percentage.
    """

    id: str
    unit: Annotated[str, AfterValidator(_known_unit)]
    better: Literal["lower", "higher"] | None = None
    theme: Theme
    words: tuple[str, ...]
    percent: str | None = None


class Meaning(Entry):
    """What a rate means where one of these objects stands before it."""

    id: str
    objects: tuple[str, ...]


class Rate(Entry):
    """Words for a rate that several metrics share; the first fitting meaning counts.

    `others` are objects whose rate is none of the metrics.
    """

    words: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    others: tuple[str, ...] = ()


class NotMetrics(Entry):
    """Words that hold a metric's word and are none of it."""

    words: tuple[str, ...]


class Metrics(Entry):
    """`metrics.toml`."""

    metrics: tuple[Metric, ...]
    rates: tuple[Rate, ...]
    not_metrics: NotMetrics


def metrics() -> Metrics:
    """The metrics and the rates."""
    return table("environment/metrics", Metrics)
