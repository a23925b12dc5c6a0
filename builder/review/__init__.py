"""What people found wrong, applied at every build: facts set, dropped or added.

A correction names its fact by report, kind and quoted words, so it outlives new rules and a new
reading of the file; one whose words are gone is reported, never silently dropped.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from builder.model import Extraction, Finding, Refusal, Severity
from builder.review.applying import Outcome, State, applied
from builder.review.corrections import (
    Correction,
    Corrections,
    read_corrections,
)
from builder.review.template import corrections_template

CORRECTIONS = "corrections.toml"
# A name is near enough from here on.
_ALIKE = 0.4

__all__ = [
    "CORRECTIONS",
    "Correction",
    "Corrections",
    "Outcome",
    "Review",
    "State",
    "corrections_template",
    "read_corrections",
    "review",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Reports with their corrections, and what became of each, in the order of the file."""

    reports: tuple[Extraction, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def strays(self) -> tuple[Refusal, ...]:
        """Corrections of reports that are not there, as what could not be used."""
        names = {extraction.report.report for extraction in self.reports}
        return tuple(
            _stray(number, outcome)
            for number, outcome in enumerate(self.outcomes, 1)
            if outcome.correction.report not in names
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """A line for each correction that fits nothing in its report."""
        names = {extraction.report.report for extraction in self.reports}
        return tuple(
            f"{CORRECTIONS} 第 {number} 条（{outcome.correction.report}）没有照改：{outcome.text}。"
            for number, outcome in enumerate(self.outcomes, 1)
            if outcome.state is State.STALE and outcome.correction.report in names
        )


def review(extractions: Iterable[Extraction], corrections: Corrections) -> Review:
    """The reports corrected, with a finding for each correction: applied, unneeded or stale.

    A correction of a report that is not there is stale, with the nearest report's name.
    """
    reviewed = [_reviewed(extraction, corrections) for extraction in extractions]
    names = [extraction.report.report for extraction, _ in reviewed]
    absent = [
        _absent(correction, names)
        for correction in corrections.correction
        if correction.report not in names
    ]
    found = [outcome for _, outcomes in reviewed for outcome in outcomes] + absent
    order = list(corrections.correction)
    return Review(
        reports=tuple(
            replace(extraction, findings=(*extraction.findings, *map(_finding, outcomes)))
            for extraction, outcomes in reviewed
        ),
        outcomes=tuple(sorted(found, key=lambda outcome: order.index(outcome.correction))),
    )


def _reviewed(extraction: Extraction, corrections: Corrections) -> tuple[Extraction, list[Outcome]]:
    found = []
    for correction in corrections.correction:
        if correction.report == extraction.report.report:
            extraction, outcome = applied(extraction, correction)
            found.append(outcome)
    return extraction, found


def _absent(correction: Correction, reports: list[str]) -> Outcome:
    """What becomes of a correction whose report is not there: the name may have its suffix."""
    name = unicodedata.normalize("NFC", correction.report)
    near = difflib.get_close_matches(name, reports, n=1, cutoff=_ALIKE)
    message = "没有这份报告；最接近的是 {near}" if near else "没有这份报告"
    values = (("near", near[0]),) if near else ()
    return Outcome(correction=correction, state=State.STALE, message=message, values=values)


def _stray(number: int, outcome: Outcome) -> Refusal:
    values = (("number", str(number)), ("report", outcome.correction.report), *outcome.values)
    reason = "第 {number} 条更正没有用上：没有名为“{report}”的报告"
    if outcome.values:
        reason = "第 {number} 条更正没有用上：没有名为“{report}”的报告，最接近的是“{near}”"
    advice = "请把 report 改成报告的文件名（不带扩展名），或删去这一条。"
    return Refusal(file=CORRECTIONS, reason=reason, advice=advice, values=values)


def _finding(outcome: Outcome) -> Finding:
    return Finding(
        code=f"correction_{outcome.state.value}",
        severity=Severity.WARNING if outcome.state is State.STALE else Severity.NOTE,
        report=outcome.correction.report,
        message=outcome.message,
        values=outcome.values,
        quote=outcome.correction.quote,
    )
