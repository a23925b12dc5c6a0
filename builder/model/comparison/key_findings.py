"""Key findings as data: what a rule found, with the facts and reports that prove it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from builder.model.comparison.material import Caution
from builder.model.comparison.metrics import Better, MetricGroup, MetricValue, StandardLimit
from builder.model.comparison.work import FollowedCommitment, Plan, TallyStatus
from builder.model.facts import Indicator, Problem
from builder.model.words import Checkability, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What all key findings have: how much one weighs (0 to 100) and the reports it is about.

    `computed` says that the sentence holds numbers that no source prints.
    """

    code: ClassVar[str]
    weight: int
    reports: tuple[str, ...]

    @property
    def computed(self) -> bool:
        """Whether it holds numbers of our own."""
        return False


class GroupOrder(StrEnum):
    """What can be said of the order in a group."""

    RANKED = "ranked"
    EQUAL = "equal"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFinding(_Finding):
    """The order of a comparable group; `left_out` are the reports whose values stand apart."""

    code = "comparison"
    metric: str
    better: Better
    order: GroupOrder
    group: MetricGroup
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMissed(_Finding):
    """Values above a limit, of so many that can be held against it."""

    code = "limit_missed"
    metric: str
    limit: StandardLimit
    values: tuple[MetricValue, ...]
    judged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitMet(_Finding):
    """Values of which none is above a limit."""

    code = "limit_met"
    metric: str
    limit: StandardLimit
    values: tuple[MetricValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worsened(_Finding):
    """Values that the reports print as worse than before."""

    code = "worsened"
    values: tuple[MetricValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingValues(_Finding):
    """A metric that its reports lack though others give it."""

    code = "missing"
    metric: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialPeriod:
    """Values of a report that cover this part of a year."""

    report: str
    facts: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialPeriods(_Finding):
    """Values of the leading metrics that do not cover a whole year."""

    code = "partial"
    periods: tuple[PartialPeriod, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatesDiffer(_Finding):
    """Printed rates that do not follow from the printed numbers."""

    code = "rate_differs"
    tallies: tuple[TallyStatus, ...]

    @property
    def computed(self) -> bool:
        """The rates by the printed numbers are ours."""
        return True


class CompletionTopic(StrEnum):
    """Whose completion is told."""

    INSPECTIONS = "inspections"
    OUTFALLS = "outfalls"


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion(_Finding):
    """Sets of items that are settled, and those of which some are left."""

    code = "completion"
    topic: CompletionTopic
    left: tuple[TallyStatus, ...]
    done: tuple[TallyStatus, ...]

    @property
    def computed(self) -> bool:
        """The rates of what is left are ours."""
        return bool(self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentTallies(_Finding):
    """Inspectors' items of which only the number is printed, not how many are settled."""

    code = "silent_tally"
    tallies: tuple[TallyStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTheme:
    """Problems of one theme that two or more bureaus name."""

    theme: Theme
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProblems(_Finding):
    """Themes in which two or more bureaus name a problem, those of most bureaus first."""

    code = "shared_problems"
    themes: tuple[SharedTheme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnansweredProblems(_Finding):
    """Problems that no promise of the plan answers; `idle` are those without a measure too."""

    code = "unanswered"
    problems: tuple[Problem, ...]
    idle: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralAnswers(_Finding):
    """Problems to which the plan has only promises of the same theme."""

    code = "general_answer"
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckablePromises(_Finding):
    """The plans with how many of their promises can be checked."""

    code = "checkable"
    plans: tuple[Plan, ...]

    @property
    def total(self) -> int:
        """How many promises there are."""
        return sum(len(plan.commitments) for plan in self.plans)

    @property
    def checkable(self) -> int:
        """How many of them can be checked."""
        return self.total - sum(plan.count(Checkability.GENERAL) for plan in self.plans)

    @property
    def computed(self) -> bool:
        """The counts and their share are ours."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPromises(_Finding):
    """What later reports tell of the checkable promises of the finding's reports."""

    code = "kept"
    promises: tuple[FollowedCommitment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulReport:
    """A report with what makes it doubtful."""

    report: str
    doubts: tuple[Caution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulReports(_Finding):
    """Reports of unofficial pages, without a bureau, or with masked names and numbers."""

    code = "doubtful"
    doubtful: tuple[DoubtfulReport, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutProblems(_Finding):
    """Reports without a part on problems; `problems` are those that they name elsewhere."""

    code = "no_problems"
    problems: tuple[Problem, ...]


ValueFinding = GroupFinding | LimitMissed | LimitMet | Worsened
ProgressFinding = RatesDiffer | Completion | SilentTallies
MatchingFinding = (
    SharedProblems | UnansweredProblems | GeneralAnswers | CheckablePromises | KeptPromises
)
MaterialFinding = DoubtfulReports | WithoutProblems | PartialPeriods | MissingValues
KeyFinding = ValueFinding | ProgressFinding | MatchingFinding | MaterialFinding
