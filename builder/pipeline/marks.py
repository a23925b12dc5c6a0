"""The marks of a briefing: which sentence of which report 岳22 is."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare import arranged_reports
from builder.compare.evidence import cited_sentences
from builder.config import Config
from builder.model import Extraction
from builder.review.marked import MarkedSentence
from builder.wording.wording import Wording


def marked_sentences(
    extractions: Iterable[Extraction], *, config: Config
) -> dict[str, MarkedSentence]:
    """The sentences that a briefing of these reports cites, by their marks."""
    reports = arranged_reports(extractions, config)
    wording = Wording(config.language, reports)
    return {
        f"{wording.letter(report.line.report)}{sentence.number}": MarkedSentence(
            report=report.line.report, stretch=(sentence.start, sentence.end)
        )
        for report in reports
        for sentence in cited_sentences(report.extraction)
    }
