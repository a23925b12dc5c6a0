"""环境质量: values set side by side where they compare, and apart with the reason where not."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import IndicatorGroup, IndicatorRow, IndicatorTable
from builder.model.comparison import MetricComparison, MetricGroup, MetricValue, Place, Verdict
from builder.vocabulary.environment.names import names
from builder.wording.obstacles import Obstacles
from builder.wording.part import Part
from builder.wording.periods import period_words
from builder.wording.scopes import printed_scope, scope_label
from builder.wording.standards import limit, standard_words
from builder.wording.words import change_words, enumeration, figure, rank_words, unit_words


class Indicators(Part):
    """The tables of 环境质量."""

    def tables(self, metrics: Iterable[MetricComparison]) -> tuple[IndicatorTable, ...]:
        """One table a metric."""
        return tuple(map(self._table, metrics))

    def group(self, group: MetricGroup) -> str:
        """What a group's values have in common: 2024年，全域."""
        return self.language(
            "{period}，{scope}",
            period=period_words(group.values[0].fact.period, self.language),
            scope=scope_label(group.key.scope, self.language),
        )

    def _table(self, item: MetricComparison) -> IndicatorTable:
        language = self.language
        units = {value.fact.unit for value in item.values} - {"1", "class"}
        spoken = sorted(unit_words(unit, language) for unit in units)
        return IndicatorTable(
            metric=item.metric,
            name=language.sentence(language(names().metrics[item.metric])),
            unit=enumeration(spoken, language) or language("无单位"),
            groups=tuple(map(self._group, item.groups)),
            apart=tuple(map(self._row, item.apart)),
            missing=tuple(map(language.bureau, item.missing)),
            note=self._note(item),
        )

    def _group(self, group: MetricGroup) -> IndicatorGroup:
        return IndicatorGroup(
            label=self.group(group),
            limit=limit(group.limit, self.language),
            rows=tuple(map(self._row, group.ordered)),
        )

    def _row(self, value: MetricValue) -> IndicatorRow:
        language, fact = self.language, value.fact
        marks = language.marks(value.printings)
        return IndicatorRow(
            bureau=language.bureau(fact.report),
            scope=printed_scope(fact.scope, language),
            period=self._period(value),
            figure=figure(fact.value, fact.unit, fact.qualifier, marks, language),
            change=change_words(fact.change, language),
            rank=rank_words(fact.rank, language),
            standard=standard_words(fact, value.judgement, language),
            place=self._place(value.place),
            reason=Obstacles(language).words(value) if value.verdict is Verdict.APART else "",
        )

    def _place(self, place: Place | None) -> str:
        """1, 1（并列）, or 不排."""
        if place is None:
            return self.language("不排")
        if place.tied:
            return self.language("{place}（并列）", place=place.position)
        return str(place.position)

    def _period(self, value: MetricValue) -> str:
        if value.year_masked:
            return self.language("年份被遮盖")
        return period_words(value.fact.period, self.language)

    def _note(self, item: MetricComparison) -> str:
        """How the order was made, and what a reader must bear in mind."""
        language = self.language
        if not item.groups:
            return language("没有两家的值统计期、范围都相同，不排序。")
        notes = {
            "lower": language("排序由低到高，第1位数值最低。"),
            "higher": language("排序由高到低，第1位数值最高。"),
            None: language("本指标不分高低，不排序。"),
        }
        parts = [notes[item.better]]
        if item.levels_differ:
            parts.append(language("各单位行政层级不同，按各自辖区的值并列。"))
        if any(value.place is None for group in item.groups for value in group.values):
            parts.append(language("带“以上”“约”等限定的值只给出界限，先后不能确定的不排。"))
        return "".join(parts)
