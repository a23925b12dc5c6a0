"""Key findings on measured values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from builder.model.comparison.finding import Finding
from builder.model.comparison.metrics import Better, MetricGroup, MetricValue, StandardLimit
from builder.model.facts import Fact
from builder.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class _OfMetric(Finding):
    """A finding on one metric."""

    metric: str
    values: tuple[MetricValue, ...]

    @property
    def about(self) -> str:
        """The metric."""
        return self.metric

    @property
    def matter(self) -> str:
        """A metric is told of once."""
        return self.metric

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All printings of the values."""
        return tuple(fact for value in self.values for fact in value.printings)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus."""
        return (len(self.values),)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times of the values."""
        return tuple(value.fact.period for value in self.values if value.fact.period is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMissed(_OfMetric):
    """Values above a limit, one a bureau, of so many bureaus that can be held against it."""

    code = "above"
    limit: StandardLimit
    judged: int

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus, of how many, and the limit."""
        return len(self.values), self.judged, self.limit.value


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMet(_OfMetric):
    """Values, one a bureau, none above a limit; `compared` where they are a comparable group."""

    code = "within"
    limit: StandardLimit
    compared: bool

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus, and the limit."""
        return len(self.values), self.limit.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Worsened(_OfMetric):
    """Values of a metric that their reports print as worse than before, one a bureau.

    `others` are how many more values of other metrics are so printed, `sole` says that no report
    speaks of anything else that got worse.
    """

    code = "worse"
    others: int
    sole: bool

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus, and how many other values."""
        return len(self.values), self.others


@dataclass(frozen=True, slots=True, kw_only=True)
class Improved(_OfMetric):
    """Values of a metric that their reports print as better than before, one a bureau."""

    code = "better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(_OfMetric):
    """A value of the one bureau there is, where no other finding tells of it."""

    code = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOrder(_OfMetric):
    """A comparable group from the first place to the last.

    `first` and `last` say whether the ends may be named: not where a value that stands apart lies
    beyond them.
    """

    code = "order"
    better: Better
    group: MetricGroup
    first: bool
    last: bool

    @property
    def equal(self) -> bool:
        """Whether all values are the same."""
        return len({value.fact.value for value in self.values}) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace(Finding):
    """Where the value of our own bureau (`focus`) stands in a comparable group."""

    code = "own"
    metric: str
    value: MetricValue
    better: Better
    group: MetricGroup

    @property
    def about(self) -> str:
        """Our report."""
        return self.reports[0]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All printings of the group's values."""
        return tuple(fact for value in self.group.values for fact in value.printings)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus, and the place."""
        place = self.value.place
        return (len(self.group.values), *(() if place is None else (place.position,)))

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time of the group."""
        return () if self.group.key.period is None else (self.group.key.period,)
