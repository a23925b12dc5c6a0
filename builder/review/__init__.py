"""What people found wrong, applied at every build: facts set, dropped or added.

A correction names its fact by report, kind and quoted words, so it outlives new rules and a new
reading of the file; one whose words are gone is reported, never silently dropped.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from builder.model import Extraction, Finding, Refusal, Severity
from builder.review.applying import applied
from builder.review.corrections import (
    Correction,
    Corrections,
    read_corrections,
)
from builder.review.doubts import Doubted, doubted
from builder.review.files import CORRECTIONS, corrections_file
from builder.review.marked import MarkedSentences, Marks, without_marks
from builder.review.outcomes import Outcome, State
from builder.review.report_lines import Restated, restated
from builder.review.template import corrections_template

# A name is near enough from here on.
_ALIKE = 0.4

__all__ = [
    "CORRECTIONS",
    "Correction",
    "Corrections",
    "Doubted",
    "Outcome",
    "Restated",
    "Review",
    "State",
    "corrections_file",
    "corrections_template",
    "doubted",
    "read_corrections",
    "restated",
    "review",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Reports with their corrections, and what became of each, in the order of the file."""

    reports: tuple[Extraction, ...]
    outcomes: tuple[Outcome, ...]

    @property
    def strays(self) -> tuple[Refusal, ...]:
        """Corrections that lead to no report, as what could not be used."""
        return tuple(
            _stray(number, outcome)
            for number, outcome in enumerate(self.outcomes, 1)
            if not outcome.report
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """A line for each correction that fits nothing in its report."""
        return tuple(
            f"{CORRECTIONS} 第 {number} 条（{outcome.report}）没有照改：{outcome.text}。"
            for number, outcome in enumerate(self.outcomes, 1)
            if outcome.state is State.STALE and outcome.report
        )


def review(
    extractions: Iterable[Extraction],
    corrections: Corrections,
    marked: MarkedSentences = without_marks,
    known: Mapping[int, Outcome] | None = None,
) -> Review:
    """The reports corrected, with a finding for each correction: applied, unneeded or stale.

    Corrections are applied in the order of the file. `marked` says which sentences have which
    marks in a briefing of given reports, for those that name their fact by its mark. `known` is
    what became of those that `restated` has applied before, by their places in the file.
    """
    if known is None:
        stated = restated(extractions, corrections)
        extractions, known = stated.reports, stated.outcomes
    reports = {extraction.report.report: extraction for extraction in extractions}
    marks = Marks(marked)
    outcomes = []
    for number, correction in enumerate(corrections.correction):
        outcome = known.get(number) or _outcome(correction, reports, marks)
        outcomes.append(outcome)
        if outcome.report in reports:
            corrected = reports[outcome.report]
            findings = (*corrected.findings, _finding(outcome))
            reports[outcome.report] = replace(corrected, findings=findings)
    return Review(reports=tuple(reports.values()), outcomes=tuple(outcomes))


def _outcome(correction: Correction, reports: dict[str, Extraction], marks: Marks) -> Outcome:
    """What becomes of a correction; its report among `reports` is replaced by the corrected one."""
    name, within = correction.report, None
    if correction.mark:
        place = marks.place(correction.mark, reports.values())
        if place is None:
            message = "简报里没有出处“{mark}”"
            values = (("mark", correction.mark),)
            return Outcome(correction=correction, state=State.STALE, message=message, values=values)
        name, within = place.report, place.stretch
    if name not in reports:
        return _absent(correction, list(reports))
    reports[name], outcome = applied(reports[name], correction, within)
    marks.note(outcome)
    return outcome


def _absent(correction: Correction, reports: list[str]) -> Outcome:
    """What becomes of a correction whose report is not there: the name may have its suffix."""
    name = unicodedata.normalize("NFC", correction.report)
    near = difflib.get_close_matches(name, reports, n=1, cutoff=_ALIKE)
    message = "没有这份报告；最接近的是 {near}" if near else "没有这份报告"
    values = (("near", near[0]),) if near else ()
    return Outcome(correction=correction, state=State.STALE, message=message, values=values)


def _stray(number: int, outcome: Outcome) -> Refusal:
    values = (("number", str(number)), *outcome.values)
    if outcome.correction.mark:
        return Refusal(
            file=CORRECTIONS,
            reason="第 {number} 条更正没有用上：简报里没有出处“{mark}”",
            advice="请改成简报里的出处标记，或改用 report 和 quote，或删去这一条。",
            values=values,
        )
    reason = "第 {number} 条更正没有用上：没有名为“{report}”的报告"
    if outcome.values:
        reason = "第 {number} 条更正没有用上：没有名为“{report}”的报告，最接近的是“{near}”"
    advice = "请把 report 改成报告的文件名（不带扩展名），或删去这一条。"
    values = (*values, ("report", outcome.correction.report))
    return Refusal(file=CORRECTIONS, reason=reason, advice=advice, values=values)


def _finding(outcome: Outcome) -> Finding:
    return Finding(
        code=f"correction_{outcome.state.value}",
        severity=Severity.WARNING if outcome.state is State.STALE else Severity.NOTE,
        report=outcome.report,
        message=outcome.message,
        values=outcome.values,
        quote=outcome.correction.quote or outcome.correction.mark,
    )
