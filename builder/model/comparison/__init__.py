"""The comparison: all reports side by side as data, in no language.

Nothing here is printed; `wording` makes the view of it in a language.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.comparison.key_findings import (
    Conclusion,
    KeyFinding,
    MatchingFinding,
    MetricFinding,
    ProgressFinding,
)
from builder.model.comparison.material import (
    Caution,
    CitedSentence,
    FindingGroup,
    Masked,
    NumberCoverage,
    PeriodCaution,
    ReportEvidence,
)
from builder.model.comparison.metric_findings import (
    GroupOrder,
    Improved,
    LimitMet,
    LimitMissed,
    OwnPlace,
    Stated,
    Worsened,
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
    RaisedItems,
    SourceSentence,
    TallyNote,
    TallyPart,
    TallyState,
    TallyStatus,
    ThemeCount,
    ThemeCounts,
)
from builder.model.comparison.work_findings import (
    CheckablePromises,
    ItemsLeft,
    KeptPromises,
    NamedProblems,
    OwnWork,
    SharedProblems,
    TallyTopic,
    TopicProgress,
)
from builder.model.comparison.years import BureauYears, MetricYears, YearValue
from builder.model.documents import Refusal
from builder.model.facts import Quantity

__all__ = [
    "Amount",
    "Answer",
    "Better",
    "BureauName",
    "BureauYears",
    "Caution",
    "CheckablePromises",
    "Cited",
    "CitedSentence",
    "Comparison",
    "Conclusion",
    "Dossier",
    "FindingGroup",
    "FollowedCommitment",
    "GroupOrder",
    "Hindrance",
    "Improved",
    "ItemsLeft",
    "Join",
    "JoinReason",
    "Judgement",
    "KeptPromises",
    "Key",
    "KeyFinding",
    "LimitMet",
    "LimitMissed",
    "Masked",
    "MatchingFinding",
    "Measure",
    "MetricComparison",
    "MetricFinding",
    "MetricGroup",
    "MetricValue",
    "MetricYears",
    "MissingValues",
    "NamedProblems",
    "NumberCoverage",
    "Obstacle",
    "OwnPlace",
    "OwnWork",
    "PeriodCaution",
    "Place",
    "Plan",
    "PlannedCommitment",
    "ProblemMatch",
    "ProgressFinding",
    "QuantityEntry",
    "QuantitySet",
    "RaisedItems",
    "Reason",
    "ReportEvidence",
    "Scope",
    "SharedProblems",
    "SourceSentence",
    "StandardLimit",
    "StandardVerdict",
    "Stated",
    "TallyNote",
    "TallyPart",
    "TallyState",
    "TallyStatus",
    "TallyTopic",
    "ThemeCount",
    "ThemeCounts",
    "TopicProgress",
    "Verdict",
    "WaterBody",
    "WaterClass",
    "Worsened",
    "YearValue",
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
    years: tuple[BureauYears, ...] = ()
