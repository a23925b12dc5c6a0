"""Sentences on measured values: who leads and who is last, limits, what got worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.compare.groups import ordered
from builder.model import Limit, Qualifier
from builder.model.comparison import Cluster, Entry, MetricValues
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names
from builder.wording.indicators import group_label
from builder.wording.periods import period_words
from builder.wording.points.statement import (
    MOST_ITEMS,
    Material,
    Statement,
    distinct,
    listed,
    named,
)
from builder.wording.standards import exceeds, limit
from builder.wording.wording import Wording
from builder.wording.words import amount, cited, enumeration, movement_words, plain

_LIMIT_MISSED, _WORSE, _LIMIT_MET = 98, 92, 70
_ORDINARY, _EQUAL, _OPEN = 40, 30, 20


def comparisons(material: Material) -> Iterator[Statement]:
    """The first and the last of every comparable group, or why there is no order.

    Only a metric's largest group has the metric's full weight: a page of 要点 has other things to
    say than how one metric stands in each of its groups.
    """
    for item in material.values:
        ranked = sorted(item.clusters, key=lambda cluster: -len(cluster.entries))
        for place, cluster in enumerate(ranked):
            found = _comparison(item, cluster, material.language)
            yield replace(found, weight=min(found.weight, _ORDINARY)) if place else found


def limits(material: Material) -> Iterator[Statement]:
    """One sentence for each limit: which values are above it, else that none is."""
    for item in material.values:
        judged: dict[Limit, list[Entry]] = {}
        for entry in item.entries:
            applied = limit(entry.fact, entry.key.scope, material.language)
            if applied is not None and entry.fact.qualifier is Qualifier.EQUAL:
                judged.setdefault(applied, []).append(entry)
        for applied, entries in judged.items():
            if len(entries) > 1 or _exceeds(entries[0], material.language):
                yield _limit(item, applied, entries, material.language)


def worsened(material: Material) -> Iterator[Statement]:
    """What the reports themselves print as worse than before."""
    language = material.language
    entries = [
        entry
        for item in material.values
        for entry in item.entries
        if entry.fact.change is not None and entry.fact.change.better is False
    ]
    if entries:
        text = language(
            "原文载明比上年或基准变差的指标有{count}项：{items}。",
            count=len(entries),
            items=listed([_change(entry, language) for entry in entries], language),
        )
        yield Statement(
            text=text,
            code="worsened",
            weight=_WORSE,
            dossiers=distinct(entry.dossier for entry in entries),
        )


def _exceeds(entry: Entry, language: Wording) -> bool:
    return exceeds(entry.fact, entry.key.scope, language)


def _comparison(item: MetricValues, cluster: Cluster, language: Wording) -> Statement:
    order = ordered(cluster, item.better)
    entries = [entry for entry, _ in order]
    placed = [place for _, place in order]
    weight = metric_of(item.metric).weight
    if None in placed:
        says, weight = _unordered(entries, language), min(weight, _OPEN)
    elif all(place == (1, True) for place in placed):
        says, weight = _equal(entries, language), min(weight, _EQUAL)
    else:
        says = _extremes(entries, item, language)
    text = language(
        "{metric}（{group}）可比的有{count}家：{says}{others}。",
        metric=language(names().metrics[item.metric]),
        group=group_label(cluster, language),
        count=len(entries),
        says=says,
        others=_left_out(item, cluster, language),
    )
    return Statement(
        text=text,
        code="comparison",
        weight=weight,
        dossiers=distinct(entry.dossier for entry in entries),
    )


def _extremes(entries: Sequence[Entry], item: MetricValues, language: Wording) -> str:
    """The values in order, the first and the last called lowest and highest."""
    low = item.better == "lower"
    words = [_value(entry, language) for entry in entries]
    values = [entry.fact.value for entry in entries]
    tops = sum(value == values[0] for value in values)
    ends = sum(value == values[-1] for value in values)
    first = named(words[:tops], language)
    last = named(words[len(words) - ends :], language)
    middle = words[tops : len(words) - ends]
    lowest = language("{values}最低", values=first if low else last)
    highest = language("{values}最高", values=last if low else first)
    parts = [lowest, highest] if low else [highest, lowest]
    if middle:
        parts.insert(1, _middle(middle, language))
    return language("，").join(parts)


def _middle(values: Sequence[str], language: Wording) -> str:
    if len(values) > MOST_ITEMS:
        return language("其余{count}家居中", count=len(values))
    return language("{values}居中", values=enumeration(values, language))


def _equal(entries: Sequence[Entry], language: Wording) -> str:
    return language("{values}，数值相同", values=_values(entries, language))


def _unordered(entries: Sequence[Entry], language: Wording) -> str:
    return language("{values}，数值带限定词或不分高低，不排先后", values=_values(entries, language))


def _values(entries: Sequence[Entry], language: Wording) -> str:
    return named([_value(entry, language) for entry in entries], language)


def _value(entry: Entry, language: Wording) -> str:
    """岳阳县32.86 μg/m³〔岳22〕"""
    words = language(
        "{bureau}{value}", bureau=language.short(entry.dossier), value=_amount(entry, language)
    )
    return cited(words, entry.marks)


def _period(entry: Entry, language: Wording) -> str:
    """The value's period; empty where it is unknown or stands in the bureau's short name."""
    words = "" if entry.fact.period is None else period_words(entry.fact.period, language)
    return "" if words in language.short(entry.dossier) else words


def _amount(entry: Entry, language: Wording) -> str:
    """The value as printed; empty where only a change is."""
    fact = entry.fact
    return "" if fact.value is None else amount(fact.value, fact.unit, fact.qualifier, language)


def _left_out(item: MetricValues, cluster: Cluster, language: Wording) -> str:
    """Bureaus that give the metric but stand apart."""
    inside = {entry.dossier.number for entry in cluster.entries}
    others = [entry.dossier for entry in item.entries if entry.dossier.number not in inside]
    apart = [language.short(dossier) for dossier in distinct(others)]
    if not apart:
        return ""
    return language("；{bureaus}的统计期、范围等不同，不并列", bureaus=named(apart, language))


def _limit(
    item: MetricValues, applied: Limit, entries: Sequence[Entry], language: Wording
) -> Statement:
    above = [entry for entry in entries if _exceeds(entry, language)]
    shown = above or entries
    words = {
        "metric": language(names().metrics[item.metric]),
        "standard": language(
            "{standard}{grade}{statistic}限值{value} {unit}",
            standard=applied.standard,
            grade=applied.grade,
            statistic=applied.statistic,
            value=plain(applied.value),
            unit=applied.unit,
        ),
        "items": listed([_scoped(entry, language) for entry in shown], language),
        "judged": len(entries),
    }
    if above:
        text = language("{metric}高于{standard}的：{items}（能评价的共{judged}个值）。", **words)
    else:
        text = language("{metric}能按{standard}评价的{judged}个值都不高于限值：{items}。", **words)
    return Statement(
        text=text,
        code="limit_missed" if above else "limit_met",
        weight=_LIMIT_MISSED if above else _LIMIT_MET,
        dossiers=distinct(entry.dossier for entry in shown),
    )


def _scoped(entry: Entry, language: Wording) -> str:
    """赣州市中心城区2024年22 μg/m³〔赣7〕"""
    words = language(
        "{bureau}{scope}{period}{value}",
        bureau=language.short(entry.dossier),
        scope=entry.fact.scope or "",
        period=_period(entry, language),
        value=_amount(entry, language),
    )
    return cited(words, entry.marks)


def _change(entry: Entry, language: Wording) -> str:
    """岳阳县2024年优良天数比例88.0%，同比下降3.2个百分点〔岳21〕"""
    fact = entry.fact
    if fact.change is None:
        return ""
    words = language(
        "{bureau}{scope}{period}{metric}{value}，{change}",
        bureau=language.short(entry.dossier),
        scope=fact.scope or "",
        period=_period(entry, language),
        metric=language(names().metrics[fact.metric]),
        value=_amount(entry, language),
        change=movement_words(fact.change, language),
    )
    return cited(words, entry.marks)
