"""The comparison: all reports side by side as data, in no language.

Nothing here is printed; `wording` makes the view of it in a language.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.comparison.key_findings import (
    CheckablePromises,
    Completion,
    CompletionTopic,
    DoubtfulReport,
    DoubtfulReports,
    GeneralAnswers,
    GroupFinding,
    GroupOrder,
    KeptPromises,
    KeyFinding,
    LimitMet,
    LimitMissed,
    MatchingFinding,
    MaterialFinding,
    MissingValues,
    PartialPeriod,
    PartialPeriods,
    ProgressFinding,
    RatesDiffer,
    SharedProblems,
    SharedTheme,
    SilentTallies,
    UnansweredProblems,
    ValueFinding,
    WithoutProblems,
    Worsened,
)
from builder.model.comparison.material import (
    Caution,
    CitedSentence,
    FindingGroup,
    NumberCoverage,
    PeriodCaution,
    ReportEvidence,
)
from builder.model.comparison.metrics import (
    Better,
    Hindrance,
    Judgement,
    Key,
    MetricComparison,
    MetricGroup,
    MetricValue,
    Obstacle,
    Place,
    Reason,
    StandardLimit,
    StandardVerdict,
    Verdict,
    WaterBody,
    WaterClass,
)
from builder.model.comparison.values import (
    BureauName,
    Dossier,
    Scope,
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
    "CheckablePromises",
    "Cited",
    "CitedSentence",
    "Comparison",
    "Completion",
    "CompletionTopic",
    "Dossier",
    "DoubtfulReport",
    "DoubtfulReports",
    "FindingGroup",
    "FollowedCommitment",
    "GeneralAnswers",
    "GroupFinding",
    "GroupOrder",
    "Hindrance",
    "Join",
    "JoinReason",
    "Judgement",
    "KeptPromises",
    "Key",
    "KeyFinding",
    "LimitMet",
    "LimitMissed",
    "MatchingFinding",
    "MaterialFinding",
    "Measure",
    "MetricComparison",
    "MetricGroup",
    "MetricValue",
    "MissingValues",
    "NumberCoverage",
    "Obstacle",
    "PartialPeriod",
    "PartialPeriods",
    "PeriodCaution",
    "Place",
    "Plan",
    "PlannedCommitment",
    "ProblemMatch",
    "ProgressFinding",
    "QuantityEntry",
    "QuantitySet",
    "RatesDiffer",
    "Reason",
    "ReportEvidence",
    "Scope",
    "SharedProblems",
    "SharedTheme",
    "SilentTallies",
    "SourceSentence",
    "StandardLimit",
    "StandardVerdict",
    "TallyNote",
    "TallyPart",
    "TallyState",
    "TallyStatus",
    "ThemeCount",
    "ThemeCounts",
    "UnansweredProblems",
    "ValueFinding",
    "Verdict",
    "WaterBody",
    "WaterClass",
    "WithoutProblems",
    "Worsened",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All reports side by side: their facts, and what follows from them."""

    reports: tuple[Dossier, ...]
    refused: tuple[Refusal, ...]
    metrics: tuple[MetricComparison, ...]
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
