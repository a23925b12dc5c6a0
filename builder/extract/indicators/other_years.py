"""Values of other years beside a metric's own: 由38降至35, 去年为38, 上年34,今年降至27."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, fits, fitting_unit
from builder.extract.indicators.value_patterns import value_patterns
from builder.text.number_roles import NumberRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.extract.indicators.scope_resolver import Scopes
    from builder.text.number_roles import RoledNumber
    from builder.vocabulary.environment.metrics import Metric

# To look up a member of an enumeration takes as long as a search.
_BASE, _VALUE = NumberRole.BASE, NumberRole.VALUE


def of_another_year(
    text: str,
    group: MentionGroup,
    metrics: Sequence[Metric | None],
    values: Sequence[RoledNumber],
    behind: Sequence[RoledNumber],
    scopes: Scopes,
) -> list[Draft]:
    """A list of the same metrics in another year: …分别为27、46、14,2023年分别为29、50、15."""
    if len(values) != len(metrics):
        return []
    last = behind.index(values[-1]) + 1 if values[-1] in behind else 0
    run = behind[last : last + len(metrics)]
    if len(run) < len(metrics) or run[0].masked or not all(one.listed for one in run[1:]):
        return []
    said = value_patterns().other_year.fullmatch(text, values[-1].end, run[0].start)
    if said is None:
        return []
    return [
        replace(draft, base=True, rule="base")
        for metric, label in zip(metrics, run, strict=True)
        if metric is not None and fits([metric], label, "为")
        for draft in scopes.drafts(group, metric, label, run, 0, base=said["same"] is not None)
    ]


def of_later_year(
    text: str,
    group: MentionGroup,
    metric: Metric,
    values: Sequence[RoledNumber],
    behind: Sequence[RoledNumber],
    drafts: Sequence[Draft],
    scopes: Scopes,
) -> list[Draft]:
    """The value that an earlier year's led to: 上年PM2.5浓度34微克/立方米,今年降至27微克/立方米.

    The metric's name stands only at the first, which then is the base.
    """
    label = next((one for one in behind if values and one.start >= values[-1].end), None)
    if len(values) != 1 or len(drafts) != 1 or label is None or label.role is not _VALUE:
        return []
    led = value_patterns().later_year.fullmatch(text, values[0].end, label.start)
    if led is None or label.masked or not fits([metric], label, "为"):
        return []
    later = scopes.drafts(group, metric, label, [label], 0)
    earlier = drafts[0].period
    if earlier is None or any(
        one.period is None or one.period.start <= earlier.end for one in later
    ):
        return []
    drafts[0].base = True
    return later


def mark_earlier(drafts: Sequence[Draft]) -> None:
    """Mark values of a time before the first one's: 27微克/立方米(2023年为30微克/立方米)."""
    first = drafts[0].period if drafts else None
    for draft in drafts[1:]:
        earlier = first is not None and draft.period is not None and draft.period.end < first.start
        draft.base = draft.base or earlier


def base_drafts(
    group: MentionGroup, metric: Metric, behind: Sequence[RoledNumber], scopes: Scopes
) -> list[Draft]:
    """The drafts of the first bases behind a metric: the 38 of 由38降至35.

    Those of several years are a list: 由2022年的38、2023年的36降至35.
    """
    bases = [label for label in behind if label.role is _BASE]
    several = len(bases) > 1 and all(one.of_list for one in bases[1:])
    return [
        draft
        for base in (bases if several else bases[:1])
        if base.number is not None and fitting_unit(metric, base.number)
        for draft in scopes.drafts(group, metric, base, [base], 0, base=True)
    ]
