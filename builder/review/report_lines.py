"""Corrections of what a report is: whose, of which place and period, or that it is one at all.

Its facts follow from it: of another period their times are dated anew, and a text that was refused
has none yet. So these corrections come before all others, and their reports are extracted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from builder.extract import extract
from builder.model import Extraction
from builder.review.corrections import Correction, Corrections
from builder.review.outcomes import Outcome, State
from builder.review.values import REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """Reports as people say that they are, and what became of each such correction, by its place

    in the file.
    """

    reports: tuple[Extraction, ...]
    outcomes: Mapping[int, Outcome] = field(default_factory=dict)


def restated(extractions: Iterable[Extraction], corrections: Corrections) -> Restated:
    """The reports with the corrections of their report lines; those without any as they were."""
    reports = {extraction.report.report: extraction for extraction in extractions}
    stated: dict[str, dict[str, object]] = {}
    outcomes = {}
    for number, correction in enumerate(corrections.correction):
        if correction.kind != REPORT or correction.report not in reports:
            continue
        found = reports[correction.report]
        given = stated.setdefault(correction.report, {})
        given |= correction.checked_values().given
        made = extract(found.outline, given)
        reports[correction.report] = made
        outcomes[number] = _outcome(correction, found, made)
    return Restated(reports=tuple(reports.values()), outcomes=outcomes)


def _outcome(correction: Correction, found: Extraction, made: Extraction) -> Outcome:
    if made.report == found.report:
        return Outcome(
            correction=correction,
            state=State.UNNEEDED,
            message="更正已不需要：规则的结果与更正相同",
            report=correction.report,
        )
    return Outcome(
        correction=correction,
        state=State.APPLIED,
        message="已按更正表更改：{reason}",
        values=(("reason", correction.signed),),
        report=correction.report,
        before=found.report,
        after=made.report,
    )
