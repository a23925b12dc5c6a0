"""What bureaus did and promise, as data: sets of items, quantities, problems, plans, themes.

No text here is ready to be printed. Facts stand as the records they are: their marks, and every
word around them, are given by `wording`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.model.facts import Commitment, Fact, Problem, Quantity, Tally
from builder.model.words import Checkability, Followed, Strength, Theme


class TallyState(StrEnum):
    """How far a set of items is settled, by its printed numbers."""

    DONE_UNKNOWN = "done_unknown"
    TOTAL_UNKNOWN = "total_unknown"
    DONE_ABOVE_TOTAL = "done_above_total"
    COMPLETE = "complete"
    UNDER_WAY = "under_way"


class TallyNote(StrEnum):
    """What a careful reader must know of a set's numbers."""

    RATE_DIFFERS = "rate_differs"
    PARTS_DIFFER = "parts_differ"
    DATED = "dated"
    UNDATED = "undated"


class RaisedItems(StrEnum):
    """What the items of an inspection are: all that it raised, the letters that it handed over,
    or a part and what else an inspection has counted (涉水问题, 警示片问题).
    """

    WHOLE = "whole"
    LETTERS = "letters"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as printed, or as computed from printed ones."""

    value: Decimal
    computed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyStatus:
    """A set of items with what follows from its numbers; None where nothing can be said.

    `pending` is the printed number, else total less done; `rate` is done in percent of total,
    rounded half up to two places. `raised` is None where no inspection raised the items; `on_time`
    says that those left are not due yet or go on as planned, `set_aside` that another set is
    the sum of it and of those beside it, or that it is a year's plan before the year is over.
    """

    fact: Tally
    pending: Amount | None
    rate: Amount | None
    state: TallyState
    notes: tuple[TallyNote, ...]
    raised: RaisedItems | None
    on_time: bool
    set_aside: bool = False

    @property
    def left(self) -> Decimal:
        """How many items are left, by which sets are ordered; 0 where nothing can be said."""
        return Decimal() if self.pending is None else self.pending.value


class TallyPart(StrEnum):
    """Which number of a tally stands beside quantities."""

    TOTAL = "total"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityEntry:
    """A figure of a kind; `part` says which number of a tally it is, `themed` that the bureau has
    another one of the same label, so that only the theme tells them apart.
    """

    fact: Quantity | Tally
    value: Decimal
    part: TallyPart | None
    themed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantitySet:
    """Figures of a kind (its title in the vocabulary) that two or more bureaus report."""

    kind: str
    entries: tuple[QuantityEntry, ...]
    periods_differ: bool
    units_differ: bool


class JoinReason(StrEnum):
    """Why a measure or a promise was joined to a problem."""

    INSIDE = "inside"
    CORRECTION = "correction"
    WORDS = "words"
    MATTER = "matter"
    THEME = "theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why two things were joined: the words or matters that they share, or a correction's reason.

    `words` is empty where the reason says all: the main theme of the fact, or the problem's text.
    """

    reason: JoinReason
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A fact to be quoted; `label` is what its quote is short of: a quantity's noun."""

    fact: Fact
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Overlapping facts on one piece of work, quoted by the longest, and why it was joined."""

    facts: tuple[Fact, ...]
    cited: Cited
    join: Join


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A commitment that answers a problem."""

    fact: Commitment
    join: Join


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemMatch:
    """A named problem with what was done on its matter and what is promised.

    `number` counts the problems of its report from 1; `body` is the quote after its title, or all
    of it where there is no more. `measures` are the strongest in text order, `further` is how many
    are left out. `told` says that the summary speaks of its matter, though no number and no
    settlement stand there; `planned` whether the report has any commitment, `spoken` whether its
    plan speaks of a problem that no promise answers. `heads` are the subjects that it has side by
    side (大气、水环境质量).
    """

    number: int
    fact: Problem
    body: str
    measures: tuple[Measure, ...]
    further: int
    told: bool
    answers: tuple[Answer, ...]
    strength: Strength
    planned: bool
    spoken: bool = False
    heads: tuple[Theme, ...] = ()

    @property
    def subjects(self) -> tuple[Theme, ...]:
        """What it is told to be of: its main theme, or all of its heads, the main one first."""
        main = self.fact.themes[:1]
        if not set(main) <= set(self.heads):
            return main
        return (*main, *(theme for theme in self.heads if theme not in main))

    @property
    def is_sure(self) -> bool:
        """Whether it counts: it is surely a problem, and surely passed over where it is open."""
        return self.fact.is_sure and not (self._is_open and self.spoken)

    @property
    def unanswered(self) -> bool:
        """Whether there is a plan, and surely no promise of it speaks of the problem."""
        return self.is_sure and self._is_open

    @property
    def _is_open(self) -> bool:
        return self.planned and self.strength is Strength.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedCommitment:
    """A commitment and how it can be checked; `answers` are the numbers of the problems that it
    answers.
    """

    number: int
    fact: Commitment
    checkability: Checkability
    answers: tuple[int, ...]

    @property
    def checkable(self) -> bool:
        """Whether a reader can tell next year that it was kept."""
        return self.checkability is not Checkability.GENERAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The commitments of a report in text order; none where it has no plan.

    `commitments` are the next year's. `further` are those of more years (十五五), numbered on,
    which never count among them.
    """

    report: str
    commitments: tuple[PlannedCommitment, ...]
    further: tuple[PlannedCommitment, ...] = ()

    @property
    def sure(self) -> tuple[PlannedCommitment, ...]:
        """The next year's that count; the others are listed with a word of doubt."""
        return tuple(item for item in self.commitments if item.fact.is_sure)

    @property
    def doubtful(self) -> int:
        """How many do not count."""
        return len(self.commitments) - len(self.sure)

    @property
    def checkable(self) -> int:
        """How many of those that count can be checked."""
        return sum(item.checkable for item in self.sure)

    def count(self, kind: Checkability) -> int:
        """How many that count can be checked in this way, each counted by its strongest."""
        return sum(item.checkability is kind for item in self.sure)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSentence:
    """A sentence of a report's text that no fact covers."""

    report: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedCommitment:
    """A checkable promise of an earlier plan and what the bureau's later report tells of it."""

    promise: PlannedCommitment
    reported: tuple[Cited | SourceSentence, ...]
    followed: Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCount:
    """What a report says on a theme, each fact counted by its main theme.

    `problems` and `commitments` are None where the report has none of any theme; `measures` are
    pieces of work with a rectification or a tally.
    """

    report: str
    problems: int | None
    measures: int
    commitments: int | None
    checkable: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeCounts:
    """One theme in all reports, in their order."""

    theme: Theme
    counts: tuple[ThemeCount, ...]
