"""Which findings page 1 prints: the weightiest, each matter once, and of many kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from builder.key_findings import matching, progress, values
from builder.key_findings.current import Current
from builder.key_findings.focus import own_findings
from builder.model.comparison import Comparison, KeyFinding

# Every rule. The weights decide the order of the findings, this order only ties.
RULES: tuple[Callable[[Current], Iterator[KeyFinding]], ...] = (
    values.limits,
    values.changes,
    values.group_orders,
    values.stated,
    progress.items_left,
    matching.named_problems,
    matching.kept_promises,
    matching.checkable_promises,
    matching.shared_problems,
)
ENOUGH = 4
"""So many are printed even where some are of one kind."""


def candidates(comparison: Comparison, focus: str = "") -> tuple[KeyFinding, ...]:
    """All that may be said, the weightiest first; `focus` is our own bureau's report."""
    current = Current(comparison)
    found = [finding for rule in RULES for finding in rule(current)]
    if focus:
        found += own_findings(current, focus)
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def chosen(
    found: Sequence[KeyFinding], most: int, pinned: Iterable[str] = ()
) -> tuple[KeyFinding, ...]:
    """At most so many findings, the weightiest first; those that are pinned are among them."""
    kept = [finding for key in dict.fromkeys(pinned) for finding in found if finding.key == key]
    for new in (_is_new_kind, _is_new_matter):
        least = most if new is _is_new_kind else min(most, ENOUGH)
        for finding in found:
            if len(kept) < least and new(finding, kept):
                kept.append(finding)
    return tuple(sorted(kept, key=found.index))


def _is_new_kind(finding: KeyFinding, kept: Sequence[KeyFinding]) -> bool:
    kinds = {each.kind for each in kept}
    return finding.kind not in kinds and _is_new_matter(finding, kept)


def _is_new_matter(finding: KeyFinding, kept: Sequence[KeyFinding]) -> bool:
    return finding.matter not in {each.matter for each in kept}
