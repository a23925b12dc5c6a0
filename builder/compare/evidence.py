"""Every fact with the headings that it stands under."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import Extraction, Fact, ancestors
from builder.model.comparison import Dossier, Located, ReportEvidence


def report_evidence(dossiers: Iterable[Dossier]) -> tuple[ReportEvidence, ...]:
    """The facts of each report in text order, equal ones once."""
    return tuple(
        ReportEvidence(
            report=dossier.line.report,
            facts=tuple(
                Located(fact=fact, headings=_headings(fact, dossier.extraction))
                for fact in dict.fromkeys(dossier.extraction.facts)
            ),
        )
        for dossier in dossiers
    )


def _headings(fact: Fact, extraction: Extraction) -> tuple[str, ...]:
    """The headings above a fact, outermost first."""
    if fact.headings:
        return fact.headings
    sections = extraction.outline.sections
    inside = [
        index for index, section in enumerate(sections) if section.start <= fact.start < section.end
    ]
    deepest = max(inside, key=lambda index: sections[index].level, default=None)
    path = [sections[index].heading for index in ancestors(sections, deepest)]
    return tuple(reversed(path))
