"""Stage `compare`: sets all reports side by side as data, in no language.

Values are compared only where they may be (`groups`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from builder.compare.commitments import plans
from builder.compare.dossiers import arranged, dossiers
from builder.compare.evidence import report_evidence
from builder.compare.followups import followed_commitments
from builder.compare.groups import metric_comparisons
from builder.compare.matrix import problem_matches
from builder.compare.named_order import check_order
from builder.compare.quality import finding_groups, number_coverages
from builder.compare.quantities import other_quantities, quantity_sets
from builder.compare.tallies import tally_statuses
from builder.compare.themes import theme_counts
from builder.compare.years import bureau_years
from builder.config import Config
from builder.model import Extraction, Refusal
from builder.model.comparison import Comparison, Dossier, MetricComparison
from builder.vocabulary.environment.metrics import metric_of

__all__ = ["arranged_reports", "compare"]


def compare(
    extractions: Iterable[Extraction], refused: Iterable[Refusal], config: Config
) -> Comparison:
    """All reports side by side; `refused` are the files that could not be used.

    Raises `TomlError` where the configuration's `order` names none of them.
    """
    refused = tuple(refused)
    reports = arranged_reports(extractions, config)
    check_order(reports, refused, config)
    planned = plans(reports)
    metrics = metric_comparisons(reports)
    return Comparison(
        reports=reports,
        refused=refused,
        metrics=metrics,
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
        years=bureau_years(reports, metrics),
    )


def arranged_reports(extractions: Iterable[Extraction], config: Config) -> tuple[Dossier, ...]:
    """The reports with their bureaus' names, in the briefing's order."""
    unordered = dossiers(extractions, config)
    return arranged(unordered, _compared(metric_comparisons(unordered)), config)


def _compared(metrics: Iterable[MetricComparison]) -> Counter[str]:
    """How many leading metrics of each report compare, each in its largest group."""
    return Counter(
        value.fact.report
        for item in metrics
        if metric_of(item.metric).expected
        for group in item.groups[:1]
        for value in group.values
    )
