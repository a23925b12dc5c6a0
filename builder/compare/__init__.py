"""Sets all reports side by side, in the parts of the briefing.

Values are compared only where they may be (`groups`), everything printed leads to its sentence
(`dossiers`, `evidence`), and the key findings (`findings`) say no more than the tables show.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.bureaus import dossiers
from builder.compare.columns import indicator_columns, quantity_columns, tally_columns
from builder.compare.commitments import commitment_tables
from builder.compare.evidence import evidence_lists
from builder.compare.findings import key_findings
from builder.compare.followups import followups
from builder.compare.grids import overview, promises
from builder.compare.groups import metric_values
from builder.compare.indicators import indicator_tables
from builder.compare.matrix import gaps, matrix_rows
from builder.compare.quality import coverage_rows, quality_rows
from builder.compare.quantities import others, quantity_groups
from builder.compare.tallies import tally_rows
from builder.config import Config
from builder.language import Language
from builder.model import Comparison, Extraction, Refusal

__all__ = ["compare"]


def compare(
    extractions: Iterable[Extraction],
    refused: Iterable[Refusal],
    config: Config,
    language: Language,
) -> Comparison:
    """All reports side by side; `refused` are the files that could not be used."""
    reports = dossiers(extractions, config, language)
    values = metric_values(reports)
    return Comparison(
        bureaus=tuple(report.bureau for report in reports),
        refused=tuple(refusal.said(language) for refusal in refused),
        findings=key_findings(reports, values, config, language),
        indicators=indicator_columns(indicator_tables(values, reports, language)),
        tallies=tally_columns(tally_rows(reports, language)),
        matrix=matrix_rows(reports, language),
        gaps=gaps(reports, language),
        overview=overview(reports, language),
        quantities=quantity_columns(quantity_groups(reports, language)),
        commitments=commitment_tables(reports, language),
        promises=promises(reports, language),
        quality=quality_rows(reports, config, language),
        coverage=coverage_rows(reports, language),
        evidence=evidence_lists(reports, language),
        others=others(reports, language),
        followups=followups(reports, language),
    )
