"""The metrics of the contract, as data: a new one is an entry of `metrics.toml`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from builder.model import Level, Theme
from builder.vocabulary.generic.amounts import units
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import AnyWords, Words

# Of no number's unit: a water class, and an index without any.
UNPRINTED = ("class", "1")


def _known_unit(unit: str) -> str:
    """A unit that numbers can have: the canonical form of a measure, or a counter."""
    table = units()
    known = {measure.unit for measure in table.measures}
    known |= {word for counters in table.counters for word in counters.words}
    if unit not in known and unit not in UNPRINTED:
        raise PydanticCustomError("unknown_unit", "units.toml 里没有这个单位")
    return unit


class Metric(Entry):
    """A metric: canonical unit, which way is good, and the words that name it.

    `percent` is the metric that the same words mean where the value is a percentage.
    """

    id: str
    unit: Annotated[str, AfterValidator(_known_unit)]
    better: Literal["lower", "higher"] | None = None
    theme: Theme
    words: AnyWords
    percent: str | None = None


class Meaning(Entry):
    """What a rate means where one of these objects stands before it."""

    id: str
    objects: AnyWords


class Rate(Entry):
    """Words for a rate that several metrics share; the first fitting meaning counts.

    `others` are objects whose rate is none of the metrics.
    """

    words: Words
    meanings: tuple[Meaning, ...]
    others: Words = Words()


class NotMetrics(Entry):
    """Words that hold a metric's word and are none of it."""

    words: Words


class Metrics(Entry):
    """`metrics.toml`."""

    metrics: tuple[Metric, ...]
    rates: tuple[Rate, ...]
    not_metrics: NotMetrics


metrics = reader("environment/metrics", Metrics)


# TOML knows only binary floats; their shortest decimal form is what the table shows.
Exact = Annotated[Decimal, BeforeValidator(str)]


class LimitEntry(Entry):
    """One limit of one metric, valid from `from` to `to` (inclusive, open without `to`)."""

    metric: str
    standard: str
    clause: str
    grade: str
    statistic: str
    value: Exact
    unit: str
    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date, Field(alias="to")] = date.max
    confirmed: bool
    source: str


class WaterClasses(Entry):
    """Upper limits of the five classes of surface water for rivers and for lakes."""

    metric: str
    standard: str
    clause: str
    unit: str
    valid_from: Annotated[date, Field(alias="from")]
    rivers: tuple[Exact, Exact, Exact, Exact, Exact]
    lakes: tuple[Exact, Exact, Exact, Exact, Exact]
    source: str


class WaterBodies(Entry):
    """Words that tell a river from a lake."""

    rivers: Words
    lakes: Words


class Statistic(Entry):
    """What a limit is a limit of; empty `stated_by` means the plain mean of the year."""

    name: str
    stated_by: AnyWords


class Standards(Entry):
    """All limits."""

    limits: tuple[LimitEntry, ...]
    water_classes: tuple[WaterClasses, ...]
    water_bodies: WaterBodies
    statistics: dict[str, Statistic]


standards = reader("environment/standards", Standards)


class Facet(Entry):
    """Words that narrow the same thing (`id`) in the same way (`name`)."""

    id: str
    name: str
    words: Words


class Fillers(Entry):
    """Words of a scope that narrow nothing."""

    words: Words


class Method(Entry):
    """A method of counting that changed with the data of year `since`."""

    metrics: tuple[str, ...]
    since: Annotated[int, Field(alias="from")]
    before: str
    after: str


class Comparability(Entry):
    """All rules."""

    bound: tuple[str, ...]
    weights: dict[str, int]
    facets: tuple[Facet, ...]
    own: dict[Level, AnyWords]
    fillers: Fillers
    methods: tuple[Method, ...]


comparability = reader("environment/comparability", Comparability)


class Day(Entry):
    """A day that is known by name."""

    names: Words
    month: int
    day: int


class Checks(Entry):
    """Words of cut texts, of awards and events, well-known days, and limits by metric."""

    truncated: Words
    cut_endings: Words
    not_figures: Words
    awarded: Words
    held: Words
    planned: Words
    days: tuple[Day, ...]
    limits: dict[str, tuple[Decimal, Decimal]]


checks = reader("environment/checks", Checks)
