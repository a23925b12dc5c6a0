"""Stage 8, `wording`: the comparison in the briefing's language, ready to be printed.

Everything printed leads to its sentence (`evidence`), and the key findings (`findings`) say no
more than the tables show.
"""

from __future__ import annotations

from builder.config import Config
from builder.model import View
from builder.model.comparison import Comparison
from builder.wording.bureaus import bureau_rows
from builder.wording.columns import indicator_columns, quantity_columns, tally_columns
from builder.wording.commitments import commitment_tables
from builder.wording.evidence import evidence_lists
from builder.wording.findings import key_findings
from builder.wording.followups import followups
from builder.wording.grids import overview, promises
from builder.wording.indicators import indicator_tables
from builder.wording.matrix import gaps, matrix_rows
from builder.wording.quality import coverage_rows, quality_rows
from builder.wording.quantities import others, quantity_groups
from builder.wording.tallies import tally_rows
from builder.wording.wording import Wording

__all__ = ["view"]


def view(comparison: Comparison, config: Config) -> View:
    """What the briefing prints of a comparison, in the parts of the briefing."""
    reports = comparison.reports
    language = Wording(config.language, reports)
    return View(
        bureaus=bureau_rows(reports, config, language),
        refused=tuple(refusal.said(language) for refusal in comparison.refused),
        findings=key_findings(reports, comparison.metrics, config, language),
        indicators=indicator_columns(indicator_tables(comparison.metrics, reports, language)),
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
