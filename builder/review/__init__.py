"""What people found wrong, applied at every build: facts set, dropped or added.

A correction names its fact by report, kind and quoted words, so it outlives new rules and a new
reading of the file; one whose words are gone is reported, never silently dropped.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace

from builder.model import Extraction, Finding, Severity
from builder.review.applying import Outcome, State, applied
from builder.review.corrections import (
    Correction,
    Corrections,
    read_corrections,
)
from builder.review.template import corrections_template

__all__ = [
    "Correction",
    "Corrections",
    "Outcome",
    "State",
    "corrections_template",
    "outcomes",
    "read_corrections",
    "review",
]


def review(extraction: Extraction, corrections: Corrections) -> Extraction:
    """The report with its corrections, and a finding for each: applied, unneeded or stale."""
    reviewed, found = _reviewed(extraction, corrections)
    return replace(reviewed, findings=(*reviewed.findings, *map(_finding, found)))


def outcomes(extractions: Iterable[Extraction], corrections: Corrections) -> tuple[Outcome, ...]:
    """What became of every correction, in the order of the file; for unreviewed reports.

    A correction of a report that is not there is stale, with the nearest report's name.
    """
    by_report = {extraction.report.report: extraction for extraction in extractions}
    found = [
        outcome
        for extraction in by_report.values()
        for outcome in _reviewed(extraction, corrections)[1]
    ]
    absent = [
        _absent(correction, list(by_report))
        for correction in corrections.correction
        if correction.report not in by_report
    ]
    order = list(corrections.correction)
    return tuple(sorted([*found, *absent], key=lambda item: order.index(item.correction)))


def _reviewed(extraction: Extraction, corrections: Corrections) -> tuple[Extraction, list[Outcome]]:
    found = []
    for correction in corrections.correction:
        if correction.report == extraction.report.report:
            extraction, outcome = applied(extraction, correction)
            found.append(outcome)
    return extraction, found


def _absent(correction: Correction, reports: list[str]) -> Outcome:
    near = difflib.get_close_matches(correction.report, reports, n=1)
    message = "没有这份报告；最接近的是 {near}" if near else "没有这份报告"
    values = (("near", near[0]),) if near else ()
    return Outcome(correction=correction, state=State.STALE, message=message, values=values)


def _finding(outcome: Outcome) -> Finding:
    return Finding(
        code=f"correction_{outcome.state.value}",
        severity=Severity.WARNING if outcome.state is State.STALE else Severity.NOTE,
        report=outcome.correction.report,
        message=outcome.message,
        values=outcome.values,
        quote=outcome.correction.quote,
    )
