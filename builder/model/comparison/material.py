"""What a reader must know of the reports themselves: cautions, evidence, findings, coverage."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model.facts import AnyFact
from builder.model.findings import Finding
from builder.model.words import FlagType, Severity


class PeriodCaution(StrEnum):
    """What to beware of in the period that a report covers."""

    UNKNOWN = "unknown"
    NO_WHOLE_YEAR = "no_whole_year"


class Masked(StrEnum):
    """What was masked before a text was published, in the order in which it is told."""

    YEAR = "year"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What to beware of in a report, and how often it was found there."""

    kind: FlagType | PeriodCaution
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSentence:
    """The whole sentences in which facts stand, and the headings above them, outermost first.

    `number` counts those of a report from 1; `start` and `end` are places in the source. `cited`
    are the places of the figures that the facts hold, in text order.
    """

    number: int
    start: int
    end: int
    text: str
    headings: tuple[str, ...]
    facts: tuple[AnyFact, ...]
    cited: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEvidence:
    """The sentences of a report in which facts stand, in text order."""

    report: str
    sentences: tuple[CitedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingGroup:
    """The findings of one code in one report; the gravest gives the severity."""

    report: str
    code: str
    severity: Severity
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberCoverage:
    """How many numbers of a text went into facts, are known to be none, or were not understood.

    `examples` are the first of those that were not, with the text around them.
    """

    report: str
    numbers: int
    in_facts: int
    none: int
    unread: int
    examples: tuple[str, ...]
