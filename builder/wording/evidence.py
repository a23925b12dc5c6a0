"""附录: every fact with its quote, section and offsets."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import Evidence, EvidenceList, Fact, Indicator, Problem, Quantity, Tally
from builder.model.comparison import Located, ReportEvidence
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.words import enumeration, theme_words


class EvidenceLists(Part):
    """The appendix."""

    def lists(self, reports: Iterable[ReportEvidence]) -> tuple[EvidenceList, ...]:
        """All marks of each report in text order."""
        return tuple(
            EvidenceList(
                bureau=self.language.bureau(report.report),
                entries=tuple(
                    self._entry(number, located) for number, located in enumerate(report.facts, 1)
                ),
            )
            for report in reports
        )

    def _entry(self, number: int, located: Located) -> Evidence:
        language, fact = self.language, located.fact
        return Evidence(
            mark=language.mark(fact),
            anchor=f"e{language.report(fact).number}-{number}",
            kind=language(names().kinds[type(fact).__name__.lower()]),
            label=self._label(fact),
            quote=fact.quote,
            section=" › ".join(located.headings) or language("未分标题"),
            start=fact.start,
            end=fact.end,
            correction=self._correction(fact),
        )

    def _correction(self, fact: Fact) -> str:
        if fact.correction is None:
            return ""
        return self.language("人工更正：{reason}", reason=fact.correction)

    def _label(self, fact: Fact) -> str:
        """What a fact is about; its themes where it has no name of its own."""
        language = self.language
        unstated = language("未载明")
        match fact:
            case Indicator():
                name = language(names().metrics[fact.metric])
                if fact.scope is None:
                    return name
                return language("{name}（{scope}）", name=name, scope=fact.scope)
            case Tally():
                return fact.subject or unstated
            case Quantity():
                return fact.label or unstated
            case Problem():
                return fact.title or unstated
            case _:
                return enumeration(theme_words(fact.themes, language), language)
