"""Findings, coverage, and all that is known of one report."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.documents import Outline
from builder.model.facts import AnyFact, Link, ReportLine
from builder.model.record import record
from builder.model.words import Fate, Severity


@record
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


@record
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
    """All that is known of one report. `facts` are in text order; `findings` come from `check`."""

    outline: Outline
    report: ReportLine
    facts: tuple[AnyFact, ...]
    links: tuple[Link, ...]
    coverage: Coverage
    findings: tuple[Finding, ...] = ()
