"""环境质量: values set side by side where they compare, and apart with the reason where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.compare.groups import ordered
from builder.model import IndicatorGroup, IndicatorRow, IndicatorTable
from builder.model.comparison import Better, Cluster, Dossier, Entry, MetricValues
from builder.vocabulary.environment.names import names
from builder.wording.periods import period_words
from builder.wording.reasons import masked_year, reason
from builder.wording.scopes import printed_scope, scope_label
from builder.wording.standards import limit, standard_words
from builder.wording.wording import Wording
from builder.wording.words import change_words, enumeration, figure, rank_words, unit_words


def indicator_tables(
    values: Iterable[MetricValues], dossiers: Sequence[Dossier], language: Wording
) -> tuple[IndicatorTable, ...]:
    """One table a metric."""
    return tuple(_table(item, dossiers, language) for item in values)


def _table(item: MetricValues, dossiers: Sequence[Dossier], language: Wording) -> IndicatorTable:
    present = {language.short(entry.dossier) for entry in item.entries}
    units = {entry.fact.unit for entry in item.entries} - {"1", "class"}
    spoken = sorted(unit_words(unit, language) for unit in units)
    apart = language("不排")
    return IndicatorTable(
        metric=item.metric,
        name=language.sentence(language(names().metrics[item.metric])),
        unit=enumeration(spoken, language) or language("无单位"),
        groups=tuple(_group(cluster, item.better, language) for cluster in item.clusters),
        apart=tuple(
            _row(entry, apart, reason(entry, item, language), language) for entry in item.apart
        ),
        missing=tuple(
            language.short(dossier)
            for dossier in dossiers
            if language.short(dossier) not in present
        ),
        note=_note(item, language),
    )


def _group(cluster: Cluster, better: Better, language: Wording) -> IndicatorGroup:
    return IndicatorGroup(
        label=group_label(cluster, language),
        limit=limit(cluster.entries[0].fact, cluster.key.scope, language),
        rows=tuple(
            _row(entry, place_words(place, language), "", language)
            for entry, place in ordered(cluster, better)
        ),
    )


def group_label(cluster: Cluster, language: Wording) -> str:
    """What a group's values have in common: 2024年，全域."""
    return language(
        "{period}，{scope}",
        period=period_words(cluster.entries[0].fact.period, language),
        scope=scope_label(cluster.key.scope, language),
    )


def place_words(place: tuple[int, bool] | None, language: Wording) -> str:
    """1, 1（并列）, or 不排 where hedges leave the order open."""
    if place is None:
        return language("不排")
    return language("{place}（并列）", place=place[0]) if place[1] else str(place[0])


def _row(entry: Entry, place: str, reason: str, language: Wording) -> IndicatorRow:
    fact = entry.fact
    return IndicatorRow(
        bureau=language.short(entry.dossier),
        scope=printed_scope(fact.scope, language),
        period=_period(entry, language),
        figure=figure(fact.value, fact.unit, fact.qualifier, entry.marks, language),
        change=change_words(fact.change, language),
        rank=rank_words(fact.rank, language),
        standard=standard_words(fact, entry.key.scope, language),
        place=place,
        reason=reason,
    )


def _period(entry: Entry, language: Wording) -> str:
    if entry.key.days is None and masked_year(entry):
        return language("年份被遮盖")
    return period_words(entry.fact.period, language)


def _note(item: MetricValues, language: Wording) -> str:
    """How the order was made, and what a reader must bear in mind."""
    if not item.clusters:
        return language("没有两家的值统计期、范围都相同，不排序。")
    notes = {
        "lower": language("排序由低到高，第1位数值最低。"),
        "higher": language("排序由高到低，第1位数值最高。"),
        None: language("本指标不分高低，不排序。"),
    }
    parts = [notes[item.better]]
    members = [entry for cluster in item.clusters for entry in cluster.entries]
    if len({entry.dossier.line.level for entry in members}) > 1:
        parts.append(language("各单位行政层级不同，按各自辖区的值并列。"))
    if any(
        place is None for cluster in item.clusters for _, place in ordered(cluster, item.better)
    ):
        parts.append(language("带“以上”“约”等限定的值只给出界限，先后不能确定的不排。"))
    return "".join(parts)
