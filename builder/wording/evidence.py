"""附录: every fact with its quote, section and offsets."""

from __future__ import annotations

from collections.abc import Iterable

from builder.kinds import kind_of
from builder.model import AnyFact, Evidence, EvidenceList
from builder.model.comparison import Located, ReportEvidence
from builder.read.unseen import without_unseen
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
            kind=language(kind_of(fact).label),
            label=self._label(fact),
            quote=without_unseen(fact.quote),
            section=" › ".join(located.headings) or language("未分标题"),
            start=fact.start,
            end=fact.end,
            correction=self._correction(fact),
            doubt="" if fact.is_sure else language("须核对"),
        )

    def _correction(self, fact: AnyFact) -> str:
        if fact.correction is None:
            return ""
        return self.language("人工更正：{reason}", reason=fact.correction)

    def _label(self, fact: AnyFact) -> str:
        """What a fact is about; its themes where it has no name of its own."""
        themes = theme_words(fact.themes, self.language)
        return kind_of(fact).about(fact, self.language) or enumeration(themes, self.language)
