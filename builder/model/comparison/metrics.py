"""Values of metrics side by side: which compare, in what order, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from builder.model.comparison.values import Scope
from builder.model.facts import Indicator
from builder.model.period import Period

Better = Literal["lower", "higher"] | None
"""Which end of a metric is first; None where it has none."""


class Verdict(StrEnum):
    """Whether a value has a place beside others, none that can be told, or stands apart."""

    COMPARED = "compared"
    NOT_JUDGED = "not_judged"
    APART = "apart"


class Reason(StrEnum):
    """Why a value is not compared. The first two are of values in a group."""

    HEDGED = "hedged"
    UNORDERED = "unordered"
    NEVER = "never"
    BY_OBJECT = "by_object"
    NO_VALUE = "no_value"
    MASKED_YEAR = "masked_year"
    NO_PERIOD = "no_period"
    MASKED_OBJECT = "masked_object"
    EARLIER = "earlier"
    PART_OF_AREA = "part_of_area"
    UNSURE = "unsure"
    SEVERAL_VALUES = "several_values"
    SAME_BUREAU = "same_bureau"
    ONLY_BUREAU = "only_bureau"
    ONLY_RESULT = "only_result"
    NO_PARTNER = "no_partner"
    UNSURE_PARTNER = "unsure_partner"
    OTHER_LEVEL = "other_level"
    OTHER_PERIOD = "other_period"
    OTHER_SCOPE = "other_scope"
    OTHER_METHOD = "other_method"
    OTHER_UNIT = "other_unit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What two values must have in common to be compared.

    `of_province` is true for a whole province, which is not set beside cities and counties; `but`
    is what the value leaves out (总磷).
    """

    period: Period | None
    scope: Scope
    method: str
    unit: str
    of_province: bool = False
    but: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A reason with what a value differs from: another value, or the key of the largest group."""

    reason: Reason
    other: Indicator | None = None
    key: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a value stands in its group, 1 is the best; `tied` where others stand there too."""

    position: int
    tied: bool


class StandardVerdict(StrEnum):
    """How a value stands to the standard of its time."""

    MET = "met"
    EXCEEDED = "exceeded"
    CLASSED = "classed"
    NOT_JUDGED = "not_judged"
    NO_STANDARD = "no_standard"


class Hindrance(StrEnum):
    """Why a value is not held against a limit, though its metric has one."""

    NO_LIMIT_THEN = "no_limit_then"
    UNCONFIRMED = "unconfirmed"
    NO_NUMBER = "no_number"
    OTHER_UNIT = "other_unit"
    NO_WHOLE_YEAR = "no_whole_year"
    WIDER_AREA = "wider_area"
    ONE_OBJECT = "one_object"
    STATISTIC_UNSTATED = "statistic_unstated"
    WATER_BODY_UNSTATED = "water_body_unstated"
    HEDGED = "hedged"


class WaterBody(StrEnum):
    """For what a limit of a water class is."""

    RIVER = "river"
    LAKE = "lake"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardLimit:
    """A limit of a standard that was valid in a time, e.g. GB 3095-2012 二级 35 μg/m³.

    `statistic` is its id in the vocabulary, `grade` as the standard has it.
    """

    standard: str
    grade: str
    statistic: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterClass:
    """The class of a concentration by the upper limits of Ⅰ to Ⅴ for rivers and for lakes.

    `grade` is 1 for Ⅰ to 5 for Ⅴ, 6 for 劣Ⅴ; None, as `body` is, where the text does not tell what
    water it is.
    """

    standard: str
    unit: str
    rivers: tuple[Decimal, ...]
    lakes: tuple[Decimal, ...]
    body: WaterBody | None = None
    grade: int | None = None

    @property
    def limit(self) -> Decimal | None:
        """The upper limit of the class; None for 劣Ⅴ and where there is no class."""
        limits = self.rivers if self.body is WaterBody.RIVER else self.lakes
        return None if self.grade is None or self.grade > len(limits) else limits[self.grade - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A value held against the standard of its time, or what hinders it."""

    verdict: StandardVerdict
    hindrance: Hindrance | None = None
    limit: StandardLimit | None = None
    water: WaterClass | None = None

    @property
    def applied(self) -> StandardLimit | None:
        """The limit, where it is one for such a value; a hedge leaves but the verdict open."""
        return self.limit if self.hindrance in {None, Hindrance.HEDGED} else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricValue:
    """A value of a metric. `printings` are all facts in which its report prints it, and `fact` is
    the one that says most.

    `place` is set where it is compared, `obstacles` say why it is not.
    """

    fact: Indicator
    printings: tuple[Indicator, ...]
    key: Key
    year_masked: bool
    judgement: Judgement
    verdict: Verdict = Verdict.APART
    place: Place | None = None
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricGroup:
    """Values that may be set side by side, one a bureau and two or more, as the reports stand."""

    key: Key
    limit: StandardLimit | None
    values: tuple[MetricValue, ...]

    @property
    def ordered(self) -> tuple[MetricValue, ...]:
        """The values from the first place to the last, then those without one."""
        places = len(self.values)
        return tuple(sorted(self.values, key=lambda v: v.place.position if v.place else places + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricComparison:
    """All values of a metric: groups first, the largest before the others, then the rest.

    `levels_differ` where bureaus of several administrative levels stand in its groups; `missing`
    are the reports that give no value.
    """

    metric: str
    better: Better
    groups: tuple[MetricGroup, ...]
    apart: tuple[MetricValue, ...]
    levels_differ: bool
    missing: tuple[str, ...]

    @property
    def values(self) -> tuple[MetricValue, ...]:
        """All values, those in groups first."""
        return (*(value for group in self.groups for value in group.values), *self.apart)
