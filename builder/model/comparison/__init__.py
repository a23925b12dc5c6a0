"""The comparison: all reports side by side as data, in no language.

Nothing here is printed; `wording` makes the view of it in a language.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.comparison.material import (
    Caution,
    FindingGroup,
    Located,
    NumberCoverage,
    PeriodCaution,
    ReportEvidence,
)
from builder.model.comparison.values import (
    Better,
    BureauName,
    Cluster,
    Dossier,
    Entry,
    Key,
    MetricValues,
    Scope,
    Span,
)
from builder.model.comparison.work import (
    Amount,
    Answer,
    Cited,
    FollowedCommitment,
    Join,
    JoinReason,
    Measure,
    Plan,
    PlannedCommitment,
    ProblemMatch,
    QuantityEntry,
    QuantitySet,
    SourceSentence,
    TallyNote,
    TallyPart,
    TallyState,
    TallyStatus,
    ThemeCount,
    ThemeCounts,
)
from builder.model.documents import Refusal
from builder.model.facts import Quantity

__all__ = [
    "Amount",
    "Answer",
    "Better",
    "BureauName",
    "Caution",
    "Cited",
    "Cluster",
    "Comparison",
    "Dossier",
    "Entry",
    "FindingGroup",
    "FollowedCommitment",
    "Join",
    "JoinReason",
    "Key",
    "Located",
    "Measure",
    "MetricValues",
    "NumberCoverage",
    "PeriodCaution",
    "Plan",
    "PlannedCommitment",
    "ProblemMatch",
    "QuantityEntry",
    "QuantitySet",
    "ReportEvidence",
    "Scope",
    "SourceSentence",
    "Span",
    "TallyNote",
    "TallyPart",
    "TallyState",
    "TallyStatus",
    "ThemeCount",
    "ThemeCounts",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All reports side by side: their facts, and what follows from them."""

    reports: tuple[Dossier, ...]
    refused: tuple[Refusal, ...]
    metrics: tuple[MetricValues, ...]
    tallies: tuple[TallyStatus, ...]
    problems: tuple[ProblemMatch, ...]
    plans: tuple[Plan, ...]
    themes: tuple[ThemeCounts, ...]
    quantities: tuple[QuantitySet, ...]
    others: tuple[Quantity, ...]
    followups: tuple[FollowedCommitment, ...]
    quality: tuple[FindingGroup, ...]
    coverage: tuple[NumberCoverage, ...]
    evidence: tuple[ReportEvidence, ...]
