"""Findings by report and code, and what became of every number."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.levels import severity
from builder.config import Config
from builder.model import Fate, Finding, NumberUse, Severity
from builder.model.comparison import Dossier, FindingGroup, NumberCoverage

_EXAMPLES = 5
_AROUND = 8
_ORDER = tuple(Severity)


def finding_groups(dossiers: Iterable[Dossier], config: Config) -> tuple[FindingGroup, ...]:
    """One group for each code of each report, the gravest first."""
    return tuple(group for dossier in dossiers for group in _groups(dossier, config))


def _groups(dossier: Dossier, config: Config) -> list[FindingGroup]:
    by_code: dict[str, list[Finding]] = {}
    for finding in dossier.extraction.findings:
        if severity(finding, config) is not Severity.OFF:
            by_code.setdefault(finding.code, []).append(finding)
    groups = [
        FindingGroup(
            report=dossier.line.report,
            code=code,
            severity=min((severity(finding, config) for finding in found), key=_ORDER.index),
            findings=tuple(found),
        )
        for code, found in by_code.items()
    ]
    return sorted(groups, key=lambda group: _ORDER.index(group.severity))


def number_coverages(dossiers: Iterable[Dossier]) -> tuple[NumberCoverage, ...]:
    """One record a report; examples are numbers that no rule understood, with the text around."""
    return tuple(_coverage(dossier) for dossier in dossiers)


def _coverage(dossier: Dossier) -> NumberCoverage:
    coverage = dossier.extraction.coverage
    text = dossier.extraction.outline.source.text
    unread = [use for use in coverage.uses if use.fate is Fate.UNREAD]
    return NumberCoverage(
        report=dossier.line.report,
        numbers=len(coverage.uses),
        in_facts=coverage.count(Fate.FACT),
        none=coverage.count(Fate.NONE),
        unread=len(unread),
        examples=tuple(with_surroundings(text, use) for use in unread[:_EXAMPLES]),
    )


def with_surroundings(text: str, use: NumberUse) -> str:
    """A number with some words on either side, no other number of them cut in two."""
    start, end = max(0, use.start - _AROUND), min(len(text), use.end + _AROUND)
    while start > 0 and text[start - 1].isdigit():
        start -= 1
    while end < len(text) and text[end].isdigit():
        end += 1
    return " ".join(text[start:end].split())
