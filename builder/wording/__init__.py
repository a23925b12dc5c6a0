"""Stage `wording`: the comparison in the briefing's language, ready to be printed.

Everything printed leads to its sentence (`evidence`).
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import View
from builder.model.comparison import Comparison, KeyFinding
from builder.wording.bureaus import Bureaus
from builder.wording.columns import indicator_columns, quantity_columns, tally_columns
from builder.wording.commitments import Commitments
from builder.wording.evidence import EvidenceLists
from builder.wording.followups import FollowUps
from builder.wording.grids import Grids
from builder.wording.indicators import Indicators
from builder.wording.key_findings import KeyFindings
from builder.wording.matrix import Matrix
from builder.wording.quality import Quality
from builder.wording.quantities import Quantities
from builder.wording.tallies import Tallies
from builder.wording.wording import Wording

__all__ = ["view"]


def view(comparison: Comparison, findings: Iterable[KeyFinding], code: str) -> View:
    """What the briefing prints of a comparison in a language (zh, en), part by part."""
    reports = comparison.reports
    language = Wording(code, reports)
    matrix, grids = Matrix(language), Grids(language)
    quantities, quality = Quantities(language), Quality(language)
    return View(
        bureaus=Bureaus(language).rows(reports),
        refused=tuple(refusal.said(language) for refusal in comparison.refused),
        findings=KeyFindings(language).rows(findings),
        indicators=indicator_columns(Indicators(language).tables(comparison.metrics)),
        tallies=tally_columns(Tallies(language).rows(comparison.tallies)),
        matrix=matrix.rows(comparison.problems),
        gaps=matrix.gaps(comparison.problems),
        overview=grids.overview(comparison.themes),
        quantities=quantity_columns(quantities.groups(comparison.quantities)),
        commitments=Commitments(language).tables(comparison.plans),
        promises=grids.promises(comparison.themes),
        quality=quality.rows(comparison.quality),
        coverage=quality.coverage(comparison.coverage),
        evidence=EvidenceLists(language).lists(comparison.evidence),
        others=quantities.others(comparison.others),
        followups=FollowUps(language).rows(comparison.followups),
    )
