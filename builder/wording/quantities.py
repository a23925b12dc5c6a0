"""执法、信访与服务: quantities of the same kind that two or more bureaus report."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import OtherFigure, Qualifier, Quantity, QuantityGroup, QuantityRow, Tally
from builder.model.comparison import QuantityEntry, QuantitySet, TallyPart
from builder.wording.part import Part
from builder.wording.periods import period_words
from builder.wording.words import enumeration, figure, theme_words, unit_words

PARTS = {TallyPart.TOTAL: "受理", TallyPart.DONE: "办结"}


class Quantities(Part):
    """The groups of 执法、信访与服务, and the figures that are in none."""

    def groups(self, sets: Iterable[QuantitySet]) -> tuple[QuantityGroup, ...]:
        """One group a kind."""
        return tuple(map(self._group, sets))

    def others(self, facts: Iterable[Quantity]) -> tuple[OtherFigure, ...]:
        """Quantities that are in no group."""
        language = self.language
        return tuple(
            OtherFigure(
                bureau=language.bureau(fact.report),
                label=fact.label,
                figure=figure(
                    fact.value, fact.unit, fact.qualifier, (language.mark(fact),), language
                ),
                themes=theme_words(fact.themes, language),
            )
            for fact in facts
        )

    def _group(self, found: QuantitySet) -> QuantityGroup:
        language = self.language
        units = dict.fromkeys(
            unit_words(entry.fact.unit, language)
            for entry in found.entries
            if isinstance(entry.fact, Quantity)
        )
        periods = language("报告期不同，数量不能相比。") if found.periods_differ else ""
        printed = language("单位按原文，不换算。") if found.units_differ else ""
        return QuantityGroup(
            title=language(found.kind),
            unit=enumeration(units, language) or language("无单位"),
            rows=tuple(map(self._row, found.entries)),
            note=periods + printed,
        )

    def _row(self, entry: QuantityEntry) -> QuantityRow:
        language, fact = self.language, entry.fact
        unit = "" if isinstance(fact, Tally) else fact.unit
        qualifier = Qualifier.EQUAL if isinstance(fact, Tally) else fact.qualifier
        period = fact.period if isinstance(fact, Tally) else language.report(fact).line.period
        return QuantityRow(
            bureau=language.bureau(fact.report),
            label=self._label(entry),
            figure=figure(entry.value, unit, qualifier, (language.mark(fact),), language),
            unit=unit_words(unit, language) or language("未载明"),
            period=period_words(period, language),
        )

    def _label(self, entry: QuantityEntry) -> str:
        """What the report calls it, which number of a tally it is, and its theme where needed."""
        language, fact = self.language, entry.fact
        label = fact.subject if isinstance(fact, Tally) else fact.label
        if entry.part is not None:
            role = language(PARTS[entry.part])
            label = language("{subject}（{role}）", subject=label, role=role)
        if not entry.themed:
            return label
        theme = enumeration(theme_words(fact.themes[:1], language), language)
        return language("{label}（{theme}）", label=label, theme=theme)
