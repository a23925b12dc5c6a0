"""The metrics of the contract, as data: a new one is an entry of `metrics.toml`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from builder.config import in_one_line
from builder.model import Level, Theme
from builder.toml_file import located
from builder.vocabulary.environment.metric_mistakes import metric_mistakes
from builder.vocabulary.generic.amounts import units
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import AnyWords, Words

# Of no number's unit: a water class, and an index without any.
CLASS = "class"
UNPRINTED = (CLASS, "1")

# TOML knows only binary floats; their shortest decimal form is what the table shows.
Exact = Annotated[Decimal, BeforeValidator(str)]
Printed = Annotated[str, AfterValidator(in_one_line)]


class Compares(StrEnum):
    """Which values of a metric are set side by side; nothing is compared unless an entry says so.

    NONE: never. BY_PLACE: those of the same place, 全域 with 全域, 中心城区 with 中心城区.
    BY_NAMED_OBJECT: each is of one section or water, and is never put in an order with another's.
    WHOLE_AREA: only those of the whole jurisdiction.
    """

    NONE = "none"
    BY_PLACE = "by_place"
    BY_NAMED_OBJECT = "by_named_object"
    WHOLE_AREA = "whole_area"


class ScopeGrammar(StrEnum):
    """Where the words stand that say of what a value is.

    PLACE: a place before it. AIR: a place, a season, and what was left out. WATER: sections, waters
    and sources. NOISE: a place with 昼间 or 夜间. RESPONDENTS: who was asked (信访回访). HANDLERS:
    the units that were assessed.
    """

    PLACE = "place"
    AIR = "air"
    WATER = "water"
    NOISE = "noise"
    RESPONDENTS = "respondents"
    HANDLERS = "handlers"


class LimitEntry(Entry):
    """One limit of a metric, valid from `from` to `to` (inclusive, open without `to`)."""

    metric: str = ""
    unit: str = ""
    standard: str
    clause: str
    grade: str
    statistic: str
    value: Exact
    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date, Field(alias="to")] = date.max
    confirmed: bool
    source: str


class WaterClasses(Entry):
    """Upper limits of the five classes of surface water for rivers and for lakes."""

    metric: str = ""
    unit: str = ""
    standard: str
    clause: str
    valid_from: Annotated[date, Field(alias="from")]
    rivers: tuple[Exact, Exact, Exact, Exact, Exact]
    lakes: tuple[Exact, Exact, Exact, Exact, Exact]
    source: str


def _known_unit(unit: str) -> str:
    """A unit that numbers can have: the canonical form of a measure, or a counter."""
    table = units()
    known = {measure.unit for measure in table.measures}
    known |= {word for counters in table.counters for word in counters.words}
    if unit not in known and unit not in UNPRINTED:
        raise PydanticCustomError("unknown_unit", "units.toml 里没有这个单位")
    return unit


def _known_method(method: str) -> str:
    if method not in comparability().methods:
        raise PydanticCustomError("unknown_method", "comparability.toml 里没有这个评价方法")
    return method


class Meaning(Entry):
    """What a rate means where one of these objects stands before it."""

    id: str
    objects: AnyWords


class Metric(Entry):
    """All that is known of a metric; docs/vocabulary.md tells every key.

    `short` is what heads of tables and conclusions call it, where that is not its name: 优良率.
    `percent` is the metric that the same words mean where the value is a percentage; `of_sections`
    what a word means where sections are counted (13个断面中12个优良); `owners` of whose scope the
    value is another metric's; `share_of` the class up to which it is the share of water;
    `quotient` of which two metrics it is the quotient.
    """

    id: str
    name: Printed
    short: Printed = ""
    unit: Annotated[str, AfterValidator(_known_unit)]
    better: Literal["lower", "higher"] | None = None
    theme: Theme
    scope: ScopeGrammar
    compares: Compares
    range: tuple[Decimal, Decimal] | None = None
    method: Annotated[str, AfterValidator(_known_method)] | None = None
    weight: int = 40
    chart: str | None = None
    expected: bool = False
    words: AnyWords
    percent: str | None = None
    of_sections: dict[str, str] = Field(default_factory=dict)
    owners: tuple[Meaning, ...] = ()
    share_of: str | None = None
    quotient: tuple[str, str] | None = None
    limits: tuple[LimitEntry, ...] = ()
    classes: WaterClasses | None = None

    @property
    def brief(self) -> str:
        """Its short name, else its name."""
        return self.short or self.name


class Rate(Entry):
    """Words for a rate that several metrics share; the first fitting meaning counts.

    `others` are objects whose rate is none of the metrics, and `samples` what is looked at of one.
    """

    words: Words
    meanings: tuple[Meaning, ...]
    others: Words = Words()
    samples: Words = Words()


class NotMetrics(Entry):
    """Words that hold a metric's word and are none of it."""

    words: Words


class Metrics(Entry):
    """`metrics.toml`."""

    metrics: tuple[Metric, ...]
    rates: tuple[Rate, ...]
    not_metrics: NotMetrics

    @model_validator(mode="after")
    def _without_mistakes(self) -> Metrics:
        if found := tuple(metric_mistakes(self)):
            raise located(found)
        return self


metrics = reader("environment/metrics", Metrics)


@cache
def _by_id() -> dict[str, Metric]:
    return {metric.id: metric for metric in metrics().metrics}


def metric_of(name: str) -> Metric:
    """The metric of an id."""
    return _by_id()[name]


@cache
def metric_of_unit(unit: str) -> Metric:
    """The first metric of a unit: that of classes of water has its own."""
    return next(metric for metric in metrics().metrics if metric.unit == unit)


class WaterBodies(Entry):
    """Words that tell a river from a lake."""

    rivers: Words
    lakes: Words


class Statistic(Entry):
    """What a limit is a limit of; empty `stated_by` means the plain mean of the year."""

    name: str
    stated_by: AnyWords


class Standards(Entry):
    """`standards.toml`, with the limits of all metrics."""

    water_bodies: WaterBodies
    statistics: dict[str, Statistic]

    @cached_property
    def limits(self) -> tuple[LimitEntry, ...]:
        """The limits of all metrics, in their order."""
        return tuple(
            limit.model_copy(update={"metric": metric.id, "unit": metric.unit})
            for metric in metrics().metrics
            for limit in metric.limits
        )

    @cached_property
    def water_classes(self) -> tuple[WaterClasses, ...]:
        """The classes of all metrics that have some."""
        return tuple(
            metric.classes.model_copy(update={"metric": metric.id, "unit": metric.unit})
            for metric in metrics().metrics
            if metric.classes is not None
        )


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

    since: Annotated[int, Field(alias="from")]
    before: str
    after: str


class Comparability(Entry):
    """All rules that are of no single metric."""

    facets: tuple[Facet, ...]
    own: dict[Level, AnyWords]
    fillers: Fillers
    methods: dict[str, Method]


comparability = reader("environment/comparability", Comparability)
