"""What all sheets are made with: the comparison, its language, and where every sentence stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model import AnyFact, Fact, Indicator
from builder.model.comparison import CitedSentence, Comparison, Dossier
from builder.model.sheet import Linked, SheetValue
from builder.wording.sheets.entries import entries
from builder.wording.sheets.standings import Bases, standings
from builder.wording.wording import Wording
from builder.wording.words import enumeration, folded

DATA = "全部数据"
EVIDENCE = "出处"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedMark:
    """A mark with its sentence and those of its facts that have it."""

    mark: str
    sentence: CitedSentence
    facts: tuple[AnyFact, ...]


class Book:
    """The comparison as sheets take it: facts find their sentence, marks their row."""

    def __init__(self, comparison: Comparison, language: Wording) -> None:
        self.comparison = comparison
        self.language = language
        self.entries = entries(comparison.reports)
        self.standings = standings(comparison, language)
        self.standing = {
            fact: standing for standing in self.standings for fact in standing.value.printings
        }
        self.bases = Bases(fact for report in comparison.reports for fact in report.of(Indicator))
        self.problems = {match.fact: match for match in comparison.problems}
        self.promises = {
            item.fact: item
            for plan in comparison.plans
            for item in (*plan.commitments, *plan.further)
        }
        self.marks = tuple(
            cited for report in comparison.evidence for cited in self._marks(report.sentences)
        )
        self._sentences: dict[Fact, CitedSentence] = {
            fact: one.sentence for one in self.marks for fact in one.facts
        }
        self._rows = {one.mark: row for row, one in enumerate(self.marks)}
        self._first_entries: dict[str, int] = {}
        for row, entry in enumerate(self.entries):
            self._first_entries.setdefault(language.mark(entry.fact), row)

    def report(self, fact: Fact) -> Dossier:
        """The report in which a fact stands."""
        return self.language.report(fact)

    def bureau(self, fact: Fact) -> str:
        """The short name of the bureau whose fact it is."""
        return self.language.bureau(fact.report)

    def file(self, fact: Fact) -> str:
        """The file in which a fact stands."""
        return self.report(fact).extraction.outline.source.file

    def sentence(self, fact: Fact) -> str:
        """The whole sentence in which a fact stands, as printed, on one line."""
        return folded(self._sentences[fact].text)

    def path(self, fact: Fact) -> str:
        """The headings above a fact, outermost first."""
        return self.language(" › ").join(self._sentences[fact].headings)

    def plain(self, start: int, end: int, fact: Fact) -> str:
        """Words of a fact's report in Simplified Chinese, on one line."""
        return folded(self.report(fact).extraction.outline.source.plain[start:end])

    def cited(self, value: SheetValue, *facts: Fact) -> Linked:
        """A value that leads to the sentence of the first of its facts."""
        marks = self.language.marks(facts)
        return Linked(
            value=value,
            sheet=self.language(EVIDENCE),
            row=self._rows[marks[0]],
            tip=enumeration(marks, self.language),
        )

    def mark(self, *facts: Fact) -> Linked:
        """The marks of facts; they lead to the first one's sentence."""
        return self.cited(enumeration(self.language.marks(facts), self.language), *facts)

    def back(self, cited: CitedMark) -> Linked:
        """A mark beside its sentence; it leads to its first row of 全部数据."""
        return Linked(
            value=cited.mark,
            sheet=self.language(DATA),
            row=self._first_entries[cited.mark],
        )

    def _marks(self, sentences: Iterable[CitedSentence]) -> Iterator[CitedMark]:
        """A sentence by each of its marks; it has two where some of its facts were corrected."""
        for sentence in sentences:
            by_mark: dict[str, list[AnyFact]] = {}
            for fact in sentence.facts:
                by_mark.setdefault(self.language.mark(fact), []).append(fact)
            for mark, facts in by_mark.items():
                yield CitedMark(mark=mark, sentence=sentence, facts=tuple(facts))
