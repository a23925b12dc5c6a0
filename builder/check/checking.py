"""All checks of one report, their findings in text order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.check.arithmetic import disagreements
from builder.check.completeness import gaps
from builder.check.findings import checked
from builder.check.pages import page_findings
from builder.check.periods import period_findings
from builder.check.placeholders import placeholders
from builder.check.plausibility import impossibilities
from builder.check.sections import section_findings
from builder.check.unclear import unclear_numbers
from builder.model import Document

if TYPE_CHECKING:
    from builder.model import Extraction

CHECKS = (
    page_findings,
    gaps,
    placeholders,
    period_findings,
    disagreements,
    impossibilities,
    unclear_numbers,
    section_findings,
)


def check(extraction: Extraction) -> Extraction:
    """The extraction with its findings beside those of its corrections.

    Those whose code is a `FlagType` are the contract's.
    """
    if extraction.report.document is Document.REFUSED:
        return extraction
    report = checked(extraction)
    found = [*extraction.findings, *(finding for one in CHECKS for finding in one(report))]
    found.sort(key=lambda finding: (-1 if finding.start is None else finding.start, finding.code))
    return replace(extraction, findings=tuple(dict.fromkeys(found)))
