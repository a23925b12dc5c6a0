"""Key findings on what was raised and settled, on problems and on promises."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.model.comparison.finding import Finding
from builder.model.comparison.work import FollowedCommitment, Plan, ProblemMatch, TallyStatus
from builder.model.facts import Fact
from builder.model.period import Period
from builder.model.words import Checkability, Followed, Strength, Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWork(Finding):
    """The problems and the promises of our own bureau, where none of its values compares."""

    code = "own"
    problems: tuple[ProblemMatch, ...]
    plan: Plan | None

    @property
    def about(self) -> str:
        """Our report."""
        return self.reports[0]

    @property
    def unanswered(self) -> tuple[ProblemMatch, ...]:
        """The problems that the plan does not answer."""
        return tuple(match for match in self.problems if match.unanswered)

    @property
    def promises(self) -> int:
        """How many promises it makes."""
        return len(self.plan.sure) if self.plan else 0

    @property
    def checkable(self) -> int:
        """How many of its promises can be checked."""
        return self.plan.checkable if self.plan else 0

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The problems and the promises."""
        promises = self.plan.sure if self.plan else ()
        return (*(m.fact for m in self.problems), *(promise.fact for promise in promises))

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """Problems, unanswered ones, promises, and those that can be checked."""
        return len(self.problems), len(self.unanswered), self.promises, self.checkable


class TallyTopic(StrEnum):
    """What sets of items are about, as keys and sentences have it."""

    INSPECTION = "督察"
    LETTERS = "督察信访件"
    PETITION = "信访"
    OUTFALL = "排污口"
    CAMPAIGN = "专项行动"

    @property
    def subject(self) -> TallyTopic:
        """What it is told as: letters are petitions, whoever handed them over."""
        return TallyTopic.PETITION if self is TallyTopic.LETTERS else self


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsLeft(Finding):
    """A bureau's set of items with most left of a topic."""

    code = "left"
    topic: TallyTopic
    status: TallyStatus
    left: Decimal

    @property
    def about(self) -> str:
        """The report and the topic."""
        return f"{self.status.fact.report}:{self.topic}"

    @property
    def kind(self) -> str:
        """Topics are of different kinds."""
        return f"{self.code}:{self.topic}"

    @property
    def matter(self) -> str:
        """A topic is told of once."""
        return self.kind

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The set."""
        return (self.status.fact,)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """What is left, and the rate."""
        rate = () if self.status.rate is None else (self.status.rate.value,)
        return (self.left, *rate)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The time of the set."""
        return () if self.status.fact.period is None else (self.status.fact.period,)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicProgress(Finding):
    """A topic in several bureaus, one set each: which are done, nearly done, and most left."""

    code = "progress"
    topic: TallyTopic
    done: tuple[TallyStatus, ...]
    nearly: tuple[TallyStatus, ...]
    open: tuple[TallyStatus, ...]

    @property
    def about(self) -> str:
        """The topic."""
        return self.topic

    @property
    def kind(self) -> str:
        """It stands for what is left of the topic."""
        return f"left:{self.topic.subject}"

    @property
    def matter(self) -> str:
        """A topic is told of once."""
        return self.kind

    @property
    def all(self) -> tuple[TallyStatus, ...]:
        """All sets."""
        return (*self.open, *self.nearly, *self.done)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The sets."""
        return tuple(status.fact for status in self.all)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many bureaus have done all, nearly all, less; and what each has left."""
        left = (status.pending.value for status in self.all if status.pending is not None)
        return len(self.done), len(self.nearly), len(self.open), len(self.all), *left

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times of the sets."""
        return tuple(s.fact.period for s in self.all if s.fact.period is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedProblems(Finding):
    """The problems of the reports that have a plan, and how the plans answer them.

    `reports` are those that name any, `unplanned` how many name some and have no plan, `doubtful`
    how many problems do not count, for they or their lack of an answer are to be checked.
    """

    code = "problems"
    problems: tuple[ProblemMatch, ...]
    unplanned: int
    doubtful: int = 0

    @property
    def unanswered(self) -> tuple[ProblemMatch, ...]:
        """Those without a promise, those first that nothing was done about either."""
        found = [match for match in self.problems if match.unanswered]
        return tuple(sorted(found, key=lambda match: bool(match.measures)))

    @property
    def general(self) -> tuple[ProblemMatch, ...]:
        """Those of whose theme the plan speaks, and not of them."""
        return tuple(match for match in self.problems if match.strength is Strength.GENERAL)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The problems."""
        return tuple(match.fact for match in self.problems)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """Bureaus, problems, those unanswered and answered, and those of each bureau."""
        of_each = (sum(f.report == one for f in self.facts) for one in self.reports)
        answered = len(self.problems) - len(self.unanswered)
        given = len(self.reports), len(self.problems), len(self.unanswered), len(self.general)
        return *given, self.unplanned, self.doubtful, answered, *of_each


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedProblems(Finding):
    """Problems of one theme that several bureaus name."""

    code = "shared"
    theme: Theme
    problems: tuple[ProblemMatch, ...]

    @property
    def about(self) -> str:
        """The theme."""
        return self.theme.value

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The problems."""
        return tuple(match.fact for match in self.problems)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many problems, and bureaus."""
        return len(self.problems), len(self.reports)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckablePromises(Finding):
    """The plans with how many of their promises can be checked; `all_plan` where all reports do."""

    code = "checkable"
    plans: tuple[Plan, ...]
    all_plan: bool

    @property
    def total(self) -> int:
        """How many promises there are."""
        return sum(len(plan.sure) for plan in self.plans)

    @property
    def checkable(self) -> int:
        """How many of them can be checked."""
        return sum(plan.checkable for plan in self.plans)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The promises."""
        return tuple(promise.fact for plan in self.plans for promise in plan.sure)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """Promises, those that can be checked and in which way, in all and by bureau."""
        each = (number for p in self.plans for number in (len(p.sure), p.checkable))
        ways = (sum(plan.count(way) for plan in self.plans) for way in Checkability)
        without = sum(not plan.checkable for plan in self.plans)
        return self.total, self.checkable, len(self.plans), without, *each, *ways


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPromises(Finding):
    """What later reports tell of the checkable promises of the finding's reports."""

    code = "kept"
    promises: tuple[FollowedCommitment, ...]

    def count(self, followed: Followed) -> int:
        """How many of the promises went so."""
        return sum(promise.followed is followed for promise in self.promises)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The earlier promises."""
        return tuple(followed.promise.fact for followed in self.promises)

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """How many promises, bureaus, and how the promises went."""
        return len(self.promises), len(self.reports), *map(self.count, Followed)
