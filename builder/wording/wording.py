"""The briefing's language with what it calls each report."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.evidence import cited_sentences
from builder.language import Language
from builder.model import Fact, Runs
from builder.model.comparison import BureauName, Dossier
from builder.wording.marks import letters, numbered
from builder.wording.periods import period_words
from builder.wording.runs import filled

_STEMS = "甲乙丙丁戊己庚辛壬癸"


class Wording(Language):
    """Translates as a language does, and gives reports the short names that tables print."""

    def __init__(self, code: str, reports: Iterable[Dossier] = ()) -> None:
        super().__init__(code)
        self.reports = {report.line.report: report for report in reports}
        self._shorts = {
            report: short_name(dossier.name, self) for report, dossier in self.reports.items()
        }

        given = letters(report.name.place for report in self.reports.values())
        self._letters = dict(zip(self.reports, given, strict=True))
        self._marks = {
            fact: mark
            for report, dossier in self.reports.items()
            for fact, mark in numbered(
                cited_sentences(dossier.extraction), self._letters[report]
            ).items()
        }

    def runs(self, msgid: str, /, **values: str | int | Runs) -> Runs:
        """A sentence in this language as runs; those among its values keep their marks."""
        return filled(self(msgid), **values)

    def bureau(self, report: str) -> str:
        """The short name of a report's bureau."""
        return self._shorts[report]

    def letter(self, report: str) -> str:
        """The character that begins the marks of a report: 岳."""
        return self._letters[report]

    def report(self, fact: Fact) -> Dossier:
        """The report that a fact is of."""
        return self.reports[fact.report]

    def mark(self, fact: Fact) -> str:
        """The mark of a fact: 岳12."""
        return self._marks[fact]

    def marks(self, facts: Iterable[Fact]) -> tuple[str, ...]:
        """The marks of facts, each once."""
        return tuple(dict.fromkeys(map(self.mark, facts)))


def short_name(name: BureauName, language: Language) -> str:
    """A bureau's name, with what tells it from its namesakes."""
    words = name.place
    if name.dated:
        period = period_words(name.period, language)
        words = language("{bureau}（{period}）", bureau=words, period=period)
    return words + _stem(name.number)


def _stem(number: int) -> str:
    """甲, 乙, 丙 for 1, 2, 3, the number itself beyond ten; nothing for 0."""
    if not number:
        return ""
    return _STEMS[number - 1] if number <= len(_STEMS) else str(number)
