"""All that page 1 may say of a folder of reports, for the office to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from builder.compare import compare
from builder.key_findings import candidates, conclusions, focused
from builder.model.comparison import Conclusion
from builder.pipeline.line import reviewed
from builder.pipeline.request import Request
from builder.pipeline.words import with_its_words
from builder.wording.key_findings import KeyFindings
from builder.wording.key_findings.said import unmarked
from builder.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A finding with its sentence; `place` is its number on page 1, 0 where it isn't printed."""

    place: int
    key: str
    weight: int
    lead: str
    detail: str


@with_its_words
def listed_candidates(request: Request) -> tuple[Candidate, ...]:
    """What is printed, in its order, then the others by weight.

    Raises `NothingToBuild`, and the errors of corrections and configuration.
    """
    read = reviewed(request)
    comparison = compare(read.reports, read.refused, request.config)
    wording = KeyFindings(Wording(request.config.language, comparison.reports))
    printed = conclusions(comparison, request.config)
    keys = {conclusion.finding.key for conclusion in printed}
    found = candidates(comparison, focused(comparison, request.config))
    left = [Conclusion(finding=finding) for finding in found if finding.key not in keys]
    told = []
    for place, conclusion in enumerate((*printed, *left), 1):
        said = wording.said(conclusion)
        told.append(
            Candidate(
                place=place if place <= len(printed) else 0,
                key=conclusion.finding.key,
                weight=conclusion.finding.weight,
                lead=unmarked(said.lead),
                detail=unmarked(said.detail),
            )
        )
    return tuple(told)
