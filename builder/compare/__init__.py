"""Stage `compare`: sets all reports side by side as data, in no language.

Values are compared only where they may be (`groups`).
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.commitments import plans
from builder.compare.dossiers import dossiers
from builder.compare.evidence import report_evidence
from builder.compare.followups import followed_commitments
from builder.compare.groups import metric_comparisons
from builder.compare.matrix import problem_matches
from builder.compare.quality import finding_groups, number_coverages
from builder.compare.quantities import other_quantities, quantity_sets
from builder.compare.tallies import tally_statuses
from builder.compare.themes import theme_counts
from builder.config import Config
from builder.model import Extraction, Refusal
from builder.model.comparison import Comparison

__all__ = ["compare"]


def compare(
    extractions: Iterable[Extraction], refused: Iterable[Refusal], config: Config
) -> Comparison:
    """All reports side by side; `refused` are the files that could not be used."""
    reports = dossiers(extractions, config)
    planned = plans(reports)
    return Comparison(
        reports=reports,
        refused=tuple(refused),
        metrics=metric_comparisons(reports),
        tallies=tally_statuses(reports),
        problems=problem_matches(reports),
        plans=planned,
        themes=theme_counts(reports, planned),
        quantities=quantity_sets(reports),
        others=other_quantities(reports),
        quality=finding_groups(reports, config),
        coverage=number_coverages(reports),
        evidence=report_evidence(reports),
        followups=followed_commitments(reports, planned),
    )
