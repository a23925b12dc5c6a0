"""Which values of a metric may be set side by side: same period, scope, method and unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.compare.order import Valued, places
from builder.compare.periods import span
from builder.compare.scopes import scope
from builder.model import Indicator
from builder.model.comparison import Better, Cluster, Dossier, Entry, Key, MetricValues, Span
from builder.vocabulary.environment.metrics import Compares, comparability, metric_of
from builder.vocabulary.environment.names import names


def metric_values(dossiers: Sequence[Dossier]) -> tuple[MetricValues, ...]:
    """Every metric that some report gives, in the order of the table of names."""
    entries = [entry for dossier in dossiers for entry in _entries(dossier)]
    return tuple(
        _values(metric, [entry for entry in entries if entry.fact.metric == metric])
        for metric in names().metrics
        if any(entry.fact.metric == metric for entry in entries)
    )


def _entries(dossier: Dossier) -> list[Entry]:
    """A report's values; one that it prints twice is one entry with both marks."""
    found: dict[tuple[object, ...], list[Indicator]] = {}
    for fact in dossier.of(Indicator):
        same = (fact.metric, fact.value, fact.qualifier, fact.scope, fact.period, fact.unit)
        found.setdefault((*same, fact.start) if fact.value is None else same, []).append(fact)
    return [
        Entry(
            dossier=dossier,
            fact=_fullest(facts),
            marks=tuple(dict.fromkeys(dossier.marks[fact] for fact in facts)),
            key=_key(facts[0], dossier),
        )
        for facts in found.values()
    ]


def _fullest(facts: Sequence[Indicator]) -> Indicator:
    """The printing that says most: with change and rank before one without."""
    return max(facts, key=lambda fact: (fact.change is not None) + (fact.rank is not None))


def _key(fact: Indicator, dossier: Dossier) -> Key:
    days = span(fact.period)
    return Key(
        days=days,
        scope=scope(fact.scope, dossier.homes),
        method=_method(fact.metric, days),
        unit=fact.unit,
    )


def _method(metric: str, days: Span | None) -> str:
    """The method of counting of the data's year; empty where it never changed."""
    name = metric_of(metric).method
    if days is None or name is None:
        return ""
    rule = comparability().methods[name]
    return rule.after if days.last.year >= rule.since else rule.before


def _values(metric: str, entries: Sequence[Entry]) -> MetricValues:
    keys = dict.fromkeys(entry.key for entry in entries)
    found = [_cluster(metric, key, entries) for key in keys]
    clusters = sorted(
        (cluster for cluster in found if cluster is not None), key=lambda item: -len(item.entries)
    )
    inside = [entry for cluster in clusters for entry in cluster.entries]
    return MetricValues(
        metric=metric,
        better=better_end(metric),
        clusters=tuple(clusters),
        apart=tuple(entry for entry in entries if entry not in inside),
    )


def better_end(metric: str | None) -> Better:
    """Which end of a metric is first; None where it has none."""
    return None if metric is None else metric_of(metric).better


def compares(metric: str, key: Key) -> bool:
    """Whether values of a metric are set side by side where they have this key."""
    match metric_of(metric).compares:
        case Compares.BY_PLACE:
            return True
        case Compares.WHOLE_AREA:
            return key.scope.whole
        case Compares.BY_NAMED_OBJECT | Compares.NONE:
            return False


def _cluster(metric: str, key: Key, entries: Sequence[Entry]) -> Cluster | None:
    """The comparable values of a key: of two bureaus or more, each with one value of its own."""
    if not compares(metric, key) or key.days is None or key.scope.masked:
        return None
    valued = [entry for entry in entries if entry.key == key and entry.fact.value is not None]
    single = [entry for entry in valued if _count(entry, valued) == 1]
    first = {entry.dossier.identity: entry for entry in reversed(single)}
    members = tuple(entry for entry in single if first[entry.dossier.identity] is entry)
    return Cluster(key=key, entries=members) if len(members) > 1 else None


def _count(entry: Entry, entries: Sequence[Entry]) -> int:
    return sum(other.dossier is entry.dossier for other in entries)


def ordered(cluster: Cluster, better: Better) -> list[tuple[Entry, tuple[int, bool] | None]]:
    """The values of a group in order, each with (place, tied), or None where it has none."""
    values = [
        Valued(value=entry.fact.value, qualifier=entry.fact.qualifier, unit=entry.fact.unit)
        for entry in cluster.entries
        if isinstance(entry.fact.value, Decimal)
    ]
    found = (
        places(values, better)
        if len(values) == len(cluster.entries)
        else (None,) * len(cluster.entries)
    )
    pairs = list(zip(cluster.entries, found, strict=True))
    return sorted(pairs, key=lambda pair: len(pairs) + 1 if pair[1] is None else pair[1][0])
