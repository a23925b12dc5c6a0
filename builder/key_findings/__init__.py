"""Key findings: what of a comparison is worth saying first, as data.

Rules look at the comparison alone and say no more than its tables prove; `wording` has the
sentence of each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from builder.key_findings import doubts, matching, progress, values
from builder.model.comparison import Comparison, KeyFinding

__all__ = ["RULES", "key_findings"]

# Every rule. The weights decide the order of the findings, this order only ties.
RULES: tuple[Callable[[Comparison], Iterator[KeyFinding]], ...] = (
    values.comparisons,
    values.limits,
    values.worsened,
    progress.differing_rates,
    progress.inspections,
    progress.outfalls,
    progress.silent,
    matching.unanswered_problems,
    matching.kept_promises,
    matching.checkable_promises,
    matching.shared_problems,
    matching.generally_answered,
    doubts.doubtful_reports,
    doubts.without_problems,
    doubts.partial_periods,
    doubts.missing_values,
)


def key_findings(comparison: Comparison, most: int) -> tuple[KeyFinding, ...]:
    """At most so many findings, the weightiest first."""
    found = [finding for rule in RULES for finding in rule(comparison)]
    return tuple(sorted(found, key=lambda finding: -finding.weight)[:most])
