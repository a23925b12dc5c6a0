"""What the comparison says of an indicator: its group and place, or why it has none; its base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import Indicator, Period
from builder.model.comparison import Comparison, MetricComparison, MetricGroup, MetricValue, Place
from builder.vocabulary.environment.names import names
from builder.wording.obstacles import Obstacles
from builder.wording.periods import period_words
from builder.wording.scopes import scope_label
from builder.wording.wording import Wording
from builder.wording.words import unit_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A value among those of its metric, which is named with its unit: what its group has in common
    (2024年，未限定范围; empty where it stands apart), its place in it, and why it has none.
    """

    metric: str
    value: MetricValue
    group: str
    place: Place | None
    reason: str


def standings(comparison: Comparison, language: Wording) -> tuple[Standing, ...]:
    """All values of metrics: those of groups first, from the first place on, then the others."""
    return tuple(
        standing for metric in comparison.metrics for standing in _of_metric(metric, language)
    )


def metric_name(metric: str, unit: str, language: Wording) -> str:
    """A metric with its unit, so that no two units share a name."""
    name = language.sentence(language(names().metrics[metric]))
    if unit in {"", "1", "class"}:
        return name
    return language("{name}（{unit}）", name=name, unit=unit_words(unit, language))


def _of_metric(metric: MetricComparison, language: Wording) -> Iterator[Standing]:
    for group in metric.groups:
        label = _shared(group, language)
        yield from (_standing(value, label, language) for value in group.ordered)
    yield from (_standing(value, "", language) for value in metric.apart)


def _shared(group: MetricGroup, language: Wording) -> str:
    """What the values of a group have in common: 2024年，未限定范围."""
    return language(
        "{period}，{scope}",
        period=period_words(group.values[0].fact.period, language),
        scope=scope_label(group.key.scope, language),
    )


def _standing(value: MetricValue, group: str, language: Wording) -> Standing:
    return Standing(
        metric=metric_name(value.fact.metric, value.fact.unit, language),
        value=value,
        group=group,
        place=value.place,
        reason=Obstacles(language).words(value),
    )


class Bases:
    """The earlier values that reports print beside a change: 由38降至35."""

    def __init__(self, facts: Iterable[Indicator]) -> None:
        self._found: defaultdict[tuple[object, ...], list[Indicator]] = defaultdict(list)
        for fact in facts:
            if fact.value is not None and fact.period is not None:
                self._found[_kin(fact, fact.period)].append(fact)

    def of(self, fact: Indicator) -> Indicator | None:
        """What a change is against, where the report prints one such value and no other."""
        period = _base_period(fact)
        found = [] if period is None else self._found[_kin(fact, period)]
        return found[0] if len({(base.value, base.qualifier) for base in found}) == 1 else None


def _kin(fact: Indicator, period: Period) -> tuple[object, ...]:
    """What a value and its base share."""
    return fact.report, fact.metric, fact.scope, fact.unit, period


def _base_period(fact: Indicator) -> Period | None:
    """The same part of the year before, or of the year that the change names."""
    if fact.change is None or fact.period is None:
        return None
    basis = fact.change.basis
    if basis is None:
        return fact.period.previous_year()
    return fact.period.in_year(int(basis)) if basis.isdecimal() else None
