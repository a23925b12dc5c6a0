"""The records that the stages hand to each other.

The data goes one way: `read` gives a `Source`, `outline` an `Outline`, `extract` an `Extraction`,
`review` and `check` complete it, `compare` sets all of them side by side in a `Comparison`,
`charts` draws it, and `render` lays out the resulting `Briefing`. Every record is frozen,
sequences are tuples, numbers are `Decimal` and never `float`.

Offsets are Unicode code points of `Source.text`, end exclusive: for every fact
`source.text[fact.start:fact.end] == fact.quote`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

# --------------------------------------------------------------------------- words with one meaning


class Theme(StrEnum):
    """The nineteen subjects of the contract."""

    AIR = "air"
    WATER = "water"
    SOIL = "soil"
    RURAL = "rural"
    WASTE = "waste"
    ECOLOGY = "ecology"
    CLIMATE = "climate"
    INSPECTION = "inspection"
    ENFORCEMENT = "enforcement"
    MONITORING = "monitoring"
    RISK = "risk"
    PETITION = "petition"
    PERMITTING = "permitting"
    REFORM = "reform"
    EDUCATION = "education"
    PROJECTS = "projects"
    PARTY = "party"
    TEAM = "team"
    GOVERNANCE = "governance"


class Role(StrEnum):
    """What a section of a report is for."""

    DONE = "done"
    PROBLEMS = "problems"
    PLAN = "plan"
    OTHER = "other"


class Qualifier(StrEnum):
    """How a printed number bounds the true one (余、近、约 are ≈, 以上 is ≥, 超过 is >)."""

    EQUAL = "="
    AT_LEAST = "≥"
    AT_MOST = "≤"
    MORE = ">"
    LESS = "<"
    ABOUT = "≈"


class Direction(StrEnum):
    """Which way a value went."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Level(StrEnum):
    """Administrative level of the bureau."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """Who put the page up."""

    OFFICIAL = "official"
    TEMPLATE_SITE = "template_site"
    UNKNOWN = "unknown"


class Script(StrEnum):
    """Script of the source's text."""

    HANS = "hans"
    HANT = "hant"


class TallySource(StrEnum):
    """Where the items of a tally or a rectification were raised."""

    CENTRAL_INSPECTION = "central_inspection"
    PROVINCIAL_INSPECTION = "provincial_inspection"
    MIXED_INSPECTION = "mixed_inspection"
    CAMPAIGN = "campaign"
    PETITION = "petition"
    OUTFALL = "outfall"
    DISCIPLINE = "discipline"
    OTHER = "other"


class Strength(StrEnum):
    """How well the plan answers a problem."""

    DIRECT = "direct"
    GENERAL = "general"
    NONE = "none"


class FlagType(StrEnum):
    """What a careful reader must know before using a report; the contract's `flag` types."""

    PLACEHOLDER = "placeholder"
    ARITHMETIC = "arithmetic"
    PARTIAL_PERIOD = "partial_period"
    MIXED_PERIOD = "mixed_period"
    AMBIGUOUS_PERIOD = "ambiguous_period"
    MISSING_SECTION = "missing_section"
    TRUNCATED = "truncated"
    SCRIPT_CONVERTED = "script_converted"
    UNOFFICIAL_SOURCE = "unofficial_source"
    NO_TITLE = "no_title"
    NO_BUREAU = "no_bureau"
    IMPLAUSIBLE = "implausible"
    BOILERPLATE = "boilerplate"


OTHER_CODES = ("broken_bytes", "reader_remark", "correction_stale", "correction_unneeded")
"""Codes of findings that the contract does not know: of reading and of corrections."""


class Severity(StrEnum):
    """How much a finding matters; the configuration may set it by code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Fate(StrEnum):
    """What became of a number of the source text."""

    FACT = "fact"
    NONE = "none"
    UNREAD = "unread"


class Followed(StrEnum):
    """What a later report tells of an earlier promise; silence is not a failure."""

    DONE = "done"
    PARTLY = "partly"
    UNMENTIONED = "unmentioned"


class Checkability(StrEnum):
    """Whether a reader can tell next year that a commitment was kept, strongest first."""

    QUANTIFIED = "quantified"
    DATED = "dated"
    PRODUCT = "product"
    GENERAL = "general"


# --------------------------------------------------------------------------- read, outline


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a file's own fields (HTML meta, index block, document properties) say of it."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader could not read of a file: a msgid, one sentence, whose fields `values` fill."""

    message: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One report's text as read.

    `text` is what offsets mean. `plain` is a copy of exactly the same length in Simplified
    Chinese, half-width digits and letters, which is what the rules look at. `remarks` are the
    reader's own: what of the file could not be read.
    """

    report: str
    file: str
    text: str
    plain: str
    script: Script
    converted: bool
    media_type: str
    encoding: str
    replaced_bytes: int
    sha256: str
    metadata: PageMetadata
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input file that could not be used, and what its owner can do about it.

    `reason` (without 。) and `advice` are msgids with named fields, `values` fill them.
    """

    file: str
    reason: str
    advice: str
    values: tuple[tuple[str, str], ...] = ()

    def said(self, language: Callable[..., str] = str.format) -> Refusal:
        """The refusal ready to be printed: in Chinese, or in the `Language` of a briefing."""
        values = dict(self.values)
        reason, advice = language(self.reason, **values), language(self.advice, **values)
        return Refusal(file=self.file, reason=reason, advice=advice)

    def __str__(self) -> str:
        """The file, the reason and the advice, as a terminal shows them."""
        said = self.said()
        return f"{said.file}：{said.reason}。{said.advice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """A stretch that belongs to the web page and not to the report."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it, up to the next heading of its level or above.

    `heading` is Simplified, bare of number and final 。; `start` is where the heading's number
    begins, `body` where the text under it begins. `parent` is an index into `Outline.sections`.
    """

    heading: str
    level: int
    role: Role
    start: int
    body: int
    end: int
    parent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the report's own text, without the item mark (一是, （1）) before it.

    `headings` are those above it, outermost first; `item` is where its enumerated item begins
    (equal for all sentences of one item), or None outside an enumeration.
    """

    start: int
    end: int
    section: int | None
    headings: tuple[str, ...]
    role: Role
    item: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A report cut up: sections in text order (parents before children), sentences, furniture."""

    source: Source
    title: tuple[int, int] | None
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]


# --------------------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change against the year before, or against `basis` where another one is printed."""

    value: Decimal | None
    unit: str | None
    direction: Direction
    better: bool | None
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """A printed place in an order of `of` members of `area`."""

    position: int
    of: int | None
    area: str | None
    tied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A number to be reached; `start`, `end` and `quote` as in a fact."""

    value: Decimal | str
    unit: str
    qualifier: Qualifier
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact carries: where it stands, and which rule or correction made it.

    `quote` is in the source's own characters, every other text in Simplified Chinese.
    `themes` has the main one first. `correction` is the reason of a correction that set it.
    """

    report: str
    start: int
    end: int
    quote: str
    themes: tuple[Theme, ...]
    headings: tuple[str, ...]
    rule: str
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    """A measured value of a known metric. `value` is a Decimal, a water class (Ⅱ), or None
    where only a change is printed; `unit` is the canonical one of the contract.
    """

    metric: str
    value: Decimal | str | None
    unit: str
    qualifier: Qualifier
    scope: str | None
    period: str | None
    change: Change | None
    rank: Rank | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Fact):
    """A set of items raised and how many of them are settled, as printed and never computed."""

    subject: str
    source: TallySource
    total: Decimal | None
    done: Decimal | None
    pending: Decimal | None
    rate: Decimal | None
    period: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Fact):
    """Any other number with a unit that says how much was done, spent, found or built."""

    value: Decimal
    unit: str
    qualifier: Qualifier
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectification(Fact):
    """What was done about problems raised or found."""

    source: TallySource | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem(Fact):
    """A problem that the bureau itself names. `cause` is a stretch of the quote (Simplified)."""

    title: str
    cause: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Fact):
    """A sentence of the plan that says what will be done; its headings are `headings`."""

    targets: tuple[Target, ...]
    deadline: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """What a report is: the contract's `report` line. Periods as in the contract."""

    report: str
    title: str | None
    bureau: str | None
    region: tuple[str, ...]
    level: Level
    period: str | None
    plan_period: str | None
    as_of: str | None
    published: str | None
    publisher: str | None
    source_kind: SourceKind
    script: Script


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberUse:
    """A number of the text, what became of it, and the rule that decided."""

    start: int
    end: int
    fate: Fate
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Every number of a report's text; the three fates add up to all of them."""

    uses: tuple[NumberUse, ...]

    def count(self, fate: Fate) -> int:
        """How many numbers met this fate."""
        return sum(use.fate is fate for use in self.uses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a careful reader must know. `code` is a `FlagType` value or a code of ours.

    `message` is a gettext msgid with named fields, `values` fill them. `start` and `end` are
    None where the finding is about the whole text; `report` is None where it is about no report.
    """

    code: str
    severity: Severity
    report: str | None
    message: str
    values: tuple[tuple[str, str], ...] = ()
    start: int | None = None
    end: int | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that is known of one report. `facts` are in text order; `findings` come from `check`.

    `clocked` is the text that the facts were found in, as `builder.extract.clocked` has it, so that
    `check` need not read it anew; `check` takes it off, and None stands where it must be read.
    """

    outline: Outline
    report: ReportLine
    facts: tuple[Fact, ...]
    links: tuple[Link, ...]
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
    clocked: Any = field(default=None, compare=False, repr=False)


# --------------------------------------------------------------------------- compare: the view
#
# From here on every text is in the briefing's language and ready to be printed; quotes stay
# as they stand in their source. Renderers lay these records out and compute nothing.


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A printed figure with the marks that lead to its sentence, e.g. "≥92 %" and ("岳31",).

    `value` is what charts and spreadsheets take, in `unit`; None where there is none to take.
    A figure that the program computed has `computed` set, and says so where it is printed.
    `text` is never empty: a missing figure says 未载明 or why it is missing. `cell` is what stands
    in a column whose head says the unit, e.g. "≥92"; empty where that is the text. `slack` is what
    the number lacks behind its last digit for the decimal points of its column to stand under each
    other, e.g. ".00" for 94 above 32.86.
    """

    text: str
    marks: tuple[str, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    computed: bool = False
    cell: str = ""
    slack: str = ""

    def __str__(self) -> str:
        """The printed figure, so that a template that names it without a filter prints it."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a source with their marks; `why` says what joined them to where they stand."""

    text: str
    marks: tuple[str, ...]
    why: str = ""


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
    """A sentence of 要点; its marks stand inside `text` as 〔岳3〕 at the figures they prove."""

    text: str
    code: str
    weight: int
    bureaus: tuple[str, ...]
    marks: tuple[str, ...]
    computed: bool


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
    (岳-问1) that it answers.
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
    """A fact's entry in the appendix. `mark` is 岳3, `anchor` an ASCII id for links.

    `correction` is the reason of the correction that set it; "" for what the program found.
    """

    mark: str
    anchor: str
    kind: str
    label: str
    quote: str
    section: str
    start: int
    end: int
    correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceList:
    """The evidence of one bureau in text order."""

    bureau: str
    entries: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherFigure:
    """A quantity that no table of the briefing shows."""

    bureau: str
    label: str
    figure: Figure
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlotBar:
    """One bar of a chart for programs that draw it themselves, such as Word.

    `value` is None where there is no number, and `text` says why; `full` is what a share is of.
    `head` is what this bar and the following ones have in common, `remark` what is said of it.
    """

    name: str
    text: str
    value: Decimal | None
    apart: bool
    full: Decimal | None
    limit: Decimal | None
    limit_name: str
    head: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with everything that a reader without it needs.

    `caption` says the point, `alt` describes it from its data, `columns` and `rows` are its data
    table for the appendix. `spec` is the Vega-Lite specification; sizes are millimetres. `bars` or
    `grid` is what is drawn, for programs that draw it themselves, such as Word.
    """

    id: str
    part: str
    title: str
    caption: str
    alt: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | Figure, ...], ...]
    spec: Mapping[str, Any]
    width: int
    height: int
    bars: tuple[PlotBar, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart as drawn: the SVG for PDF and HTML, the PNG made from it as Word's fallback.

    `png` is empty until it is made: the PDF does not wait for it.
    """

    chart: str
    svg: str
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The one view that both templates get: the head from the configuration, the comparison,
    the charts, and the parts to print in their order.
    """

    title: str
    subtitle: str
    issuer: str
    issue: str
    date: str
    recipients: str
    language: str
    profile: str
    fonts: Mapping[str, str]
    parts: tuple[str, ...]
    comparison: Comparison
    charts: tuple[Chart, ...]
    native_charts: bool = False
