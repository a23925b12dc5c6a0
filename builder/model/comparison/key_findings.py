"""Key findings as data: what a rule found, with the facts and reports that prove it.

A finding's `key` is what briefing.toml calls it. It holds no number and no word of the sentence, so
that it is the same in the next build: `left:qianjiang-2024:督察`, `within:air.pm25`.
"""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.comparison.metric_findings import (
    GroupOrder,
    Improved,
    LimitMet,
    LimitMissed,
    OwnPlace,
    Stated,
    Worsened,
)
from builder.model.comparison.work_findings import (
    CheckablePromises,
    ItemsLeft,
    KeptPromises,
    NamedProblems,
    OwnWork,
    SharedProblems,
    TopicProgress,
)

MetricFinding = LimitMissed | LimitMet | Worsened | Improved | Stated | GroupOrder | OwnPlace
ProgressFinding = ItemsLeft | TopicProgress
MatchingFinding = NamedProblems | SharedProblems | CheckablePromises | KeptPromises | OwnWork
KeyFinding = MetricFinding | ProgressFinding | MatchingFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A finding that page 1 prints; `lead` and `detail` where the office has words of its own."""

    finding: KeyFinding
    lead: str = ""
    detail: str = ""
