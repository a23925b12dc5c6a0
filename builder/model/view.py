"""The view: from here on every text is in the briefing's language and ready to be printed.

Quotes stay as they stand in their source. Renderers lay these records out and compute nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from builder.model.documents import Refusal
from builder.model.printed import Figure, Passage, Runs
from builder.model.words import Checkability, Followed, Severity, Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """One report's row in 材料与可比性. `short` names it in tables, `mark` begins its marks."""

    report: str
    file: str
    name: str
    short: str
    mark: str
    title: str
    level: str
    region: str
    period: str
    plan_period: str
    as_of: str
    published: str
    publisher: str
    source_kind: str
    cautions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFinding:
    """A sentence of 要点; its marks are runs at the figures they prove."""

    runs: Runs
    code: str
    weight: int
    bureaus: tuple[str, ...]
    marks: tuple[str, ...]
    computed: bool

    @property
    def text(self) -> str:
        """The sentence with its marks as printed, e.g. 岳阳县32.86 μg/m³〔岳21〕。"""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit of a standard that was valid in a year, e.g. GB 3095-2012 二级 年平均 35 μg/m³."""

    standard: str
    grade: str
    statistic: str
    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """One bureau's value of one metric. `place` is its order in the group, or why it has none;
    `reason` says why it stands apart ("" where it is comparable).
    """

    bureau: str
    scope: str
    period: str
    figure: Figure
    change: str
    rank: str
    standard: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """Values that may be set side by side: same metric, period kind and year, scope and basis."""

    label: str
    limit: Limit | None
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTable:
    """One metric: comparable groups, then the values that stand apart, then who is missing."""

    metric: str
    name: str
    unit: str
    groups: tuple[IndicatorGroup, ...]
    apart: tuple[IndicatorRow, ...]
    missing: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyRow:
    """One set of items; `computed_rate` is done/total where both are printed."""

    bureau: str
    source: str
    subject: str
    total: Figure
    done: Figure
    pending: Figure
    printed_rate: Figure
    computed_rate: Figure
    period: str
    state: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """A named problem, its cause, what was done on the same matter, and what is promised."""

    bureau: str
    number: int
    themes: tuple[str, ...]
    title: str
    problem: Passage
    cause: str
    measures: tuple[Passage, ...]
    commitments: tuple[Passage, ...]
    strength: Strength
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixGap:
    """A report that names no problem of its own, and the words that say so."""

    bureau: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Counts by row and column, e.g. theme × bureau; `cells[i][j]` belongs to rows[i], columns[j].

    None means that the report has no such part, and `empty` is the word printed there.
    """

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[int | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    empty: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """One bureau's figure under a label of several bureaus; `unit` as printed beside it."""

    bureau: str
    label: str
    figure: Figure
    unit: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityGroup:
    """Quantities of the same kind that two or more bureaus report."""

    title: str
    unit: str
    rows: tuple[QuantityRow, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRow:
    """One sentence of a plan. `goal` is targets and deadline in one; `answers` names the problems
    (岳-问1) that it answers; `horizon` is the band of one for more years than the next.
    """

    number: int
    heading: str
    themes: tuple[str, ...]
    passage: Passage
    targets: str
    deadline: str
    goal: str
    checkability: Checkability
    checkable: str
    answers: str
    horizon: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentTable:
    """All commitments of one bureau, and a sentence that counts how many can be checked."""

    bureau: str
    title: str
    summary: str
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A promise of an earlier plan and what the bureau's later report tells of it."""

    bureau: str
    number: int
    promise: Passage
    target: str
    reported: tuple[Passage, ...]
    followed: Followed
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRow:
    """A finding as printed in 数据质量."""

    bureau: str
    severity: Severity
    level: str
    kind: str
    message: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How many numbers of a text went into facts, are known to be none, or were not understood."""

    bureau: str
    numbers: int
    in_facts: int
    none: int
    unread: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A fact as the appendix of the Excel file has it, with the mark of its sentence.

    `correction` is the reason of the correction that set it; "" for what the program found.
    `doubt` says that it is to be checked; "" where it is sure.
    """

    mark: str
    kind: str
    label: str
    quote: str
    section: str
    start: int
    end: int
    correction: str
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPlace:
    """A place to which marks lead: the mark 岳3, and an ASCII id for links."""

    mark: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSentence:
    """A sentence of the appendix: its marks, its words with the cited figures set off.

    It has two marks where some of its facts were corrected. `remarks` say which, and which are to
    be checked.
    """

    places: tuple[MarkPlace, ...]
    section: str
    runs: Runs
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList:
    """The evidence of one bureau in text order: the sentences, and the facts one by one."""

    bureau: str
    sentences: tuple[EvidenceSentence, ...]
    entries: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFigure:
    """A quantity that no table of the briefing shows."""

    bureau: str
    label: str
    figure: Figure
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """All reports side by side, in the ten parts of the briefing."""

    bureaus: tuple[Bureau, ...]
    refused: tuple[Refusal, ...]
    findings: tuple[KeyFinding, ...]
    indicators: tuple[IndicatorTable, ...]
    tallies: tuple[TallyRow, ...]
    matrix: tuple[MatrixRow, ...]
    gaps: tuple[MatrixGap, ...]
    overview: Grid
    quantities: tuple[QuantityGroup, ...]
    commitments: tuple[CommitmentTable, ...]
    promises: Grid
    quality: tuple[QualityRow, ...]
    coverage: tuple[CoverageRow, ...]
    evidence: tuple[EvidenceList, ...]
    others: tuple[OtherFigure, ...]
    followups: tuple[FollowUp, ...] = ()
