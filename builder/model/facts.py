"""Facts and the report line: the records of the contract, made by `extract`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from builder.model.period import Period
from builder.model.record import record
from builder.model.words import (
    BureauFrom,
    BureauKind,
    Cue,
    Direction,
    Document,
    Level,
    Qualifier,
    Script,
    SourceKind,
    Strength,
    Sureness,
    TallySource,
    Theme,
)

# The first half of a year is so many days shorter than the second, at most twice.
_HALVES_DIFFER = 4


@record
class Change:
    """A change against the year before, or against `basis` where another one is printed."""

    value: Decimal | None
    unit: str | None
    direction: Direction
    better: bool | None
    basis: str | None = None


@record
class Rank:
    """A printed place in an order of `of` members of `area`; the last is 1 `from_bottom`."""

    position: int
    of: int | None
    area: str | None
    tied: bool
    from_bottom: bool = False


@record
class Target:
    """A number to be reached; `start`, `end` and `quote` as in a fact."""

    value: Decimal | str
    unit: str
    qualifier: Qualifier
    start: int
    end: int
    quote: str


@record
class Fact:
    """What every fact carries: where it stands, and which rule or correction made it.

    `quote` is in the source's own characters, every other text in Simplified Chinese.
    `themes` has the main one first. `correction` is the reason of a correction that set it.
    `cues` are those that speak for the fact, in the order of `Cue`; where too few do it is unsure.
    """

    report: str
    start: int
    end: int
    quote: str
    themes: tuple[Theme, ...]
    headings: tuple[str, ...]
    rule: str
    correction: str | None = None
    sureness: Sureness = Sureness.SURE
    cues: tuple[Cue, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it may be said without a word of doubt."""
        return self.sureness is Sureness.SURE


@record
class Indicator(Fact):
    """A measured value of a known metric. `value` is a Decimal, a water class (Ⅱ), or None
    where only a change is printed; `unit` is the canonical one of the contract.
    """

    metric: str
    value: Decimal | str | None
    unit: str
    qualifier: Qualifier
    scope: str | None
    period: Period | None
    change: Change | None
    rank: Rank | None


@record
class Tally(Fact):
    """A set of items raised and how many of them are settled, as printed and never computed.

    `unit` is what the items are counted in (件, 个, 起), None where only a rate is told. `note` are
    the words that limit the settlement (县级销号). `pending_as` is what the text calls those left
    where it doesn't call them unfinished (阶段性办结, 达到序时进度).
    """

    subject: str
    source: TallySource
    total: Decimal | None
    done: Decimal | None
    pending: Decimal | None
    rate: Decimal | None
    period: Period | None
    unit: str | None = None
    note: str | None = None
    pending_as: str | None = None


@record
class Quantity(Fact):
    """Any other number with a unit that says how much was done, spent, found or built."""

    value: Decimal
    unit: str
    qualifier: Qualifier
    label: str


@record
class Rectification(Fact):
    """What was done about problems raised or found."""

    source: TallySource | None


@record
class Problem(Fact):
    """A problem that the bureau itself names. `cause` is a stretch of the quote (Simplified)."""

    title: str
    cause: str | None


@record
class Commitment(Fact):
    """A sentence of the plan that says what will be done; its headings are `headings`.

    `product` is the clause that promises a named document or finished work. `horizon` is None for
    the next year's promises, and the years of one that reaches further (十五五).
    """

    targets: tuple[Target, ...]
    deadline: str | None
    product: str | None = None
    horizon: Period | None = None


AnyFact = Indicator | Tally | Quantity | Rectification | Problem | Commitment
"""A fact of any kind; `builder.kinds` says the rest of each."""


@record
class Link:
    """Which commitments of a report (by `start`) answer its problem (by `start`).

    `shared` are the words that problem and commitments have in common: why they were joined.
    `correction` is the reason of a correction that set it.
    """

    report: str
    problem: int
    commitments: tuple[int, ...]
    strength: Strength
    shared: tuple[str, ...]
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """What a report is: the contract's `report` line. Periods as in the contract.

    `reason` says of a refused text what it is (会议纪要), and is None of any other. `dated` is the
    day of its signature or under its title, `published` that of its page.
    """

    report: str
    title: str | None
    bureau: str | None
    region: tuple[str, ...]
    level: Level
    period: Period | None
    plan_period: Period | None
    as_of: date | None
    published: date | None
    publisher: str | None
    source_kind: SourceKind
    script: Script
    document: Document = Document.WORK_REPORT
    bureau_kind: BureauKind = BureauKind.ENVIRONMENT
    bureau_from: BureauFrom | None = None
    province: str | None = None
    year: int | None = None
    region_code: str | None = None
    reason: str | None = None
    dated: date | None = None

    @property
    def day(self) -> date | None:
        """The day on which the text was there: that of its page, else the one it is signed with."""
        return self.published or self.dated

    @property
    def covered(self) -> Period | None:
        """The report's time as far as its figures go: 2024 to 20 November."""
        if self.period is None or self.as_of is None:
            return self.period
        inside = self.period.start <= self.as_of < self.period.end
        return Period.between(self.period.start, self.as_of) if inside else self.period

    @property
    def spans_years(self) -> bool:
        """Whether it covers more than a year: the report of five years."""
        return self.period is not None and self.period.end.year > self.period.start.year

    def is_mostly(self, period: Period | None) -> bool:
        """Whether a time is half of the report's or more: a month tells nothing of its year."""
        own = self.covered
        if own is None or period is None:
            return True
        days = (min(own.end, period.end) - max(own.start, period.start)).days + 1
        return 2 * days >= (own.end - own.start).days + 1 - _HALVES_DIFFER

    @property
    def owes_indicators(self) -> bool:
        """Whether it is to state the usual indicators: the work report of an environment bureau."""
        ours = self.bureau_kind is BureauKind.ENVIRONMENT
        return ours and self.document is Document.WORK_REPORT
