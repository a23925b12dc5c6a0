"""The briefing's language with what it calls each report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from builder.compare.addresses import fact_addresses
from builder.compare.evidence import cited_sentences
from builder.language import SOURCE_LANGUAGE, Language
from builder.model import Fact, Mark, Runs
from builder.model.comparison import BureauName, Dossier
from builder.wording.marks import letters, numbered
from builder.wording.periods import period_words
from builder.wording.places import latin_letters, place_words
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

        lettered = letters if code == SOURCE_LANGUAGE else latin_letters
        given = lettered(report.name.place for report in self.reports.values())
        self._letters = dict(zip(self.reports, given, strict=True))
        self._marks: dict[Fact, Mark] = {}
        for report, dossier in self.reports.items():
            addresses = fact_addresses(dossier.extraction)
            sentences = cited_sentences(dossier.extraction)
            for fact, mark in numbered(sentences, self._letters[report], self).items():
                self._marks[fact] = Mark(mark, (addresses[fact],))

    def runs(self, msgid: str, /, **values: str | int | Runs) -> Runs:
        """A sentence in this language as runs; those among its values keep their marks."""
        translated = self(msgid)
        return tuple(
            run if run.mark else replace(run, text=self.closed(run.text, f" {run.text} "))
            for run in filled(translated, **values)
        )

    @property
    def promises(self) -> str:
        """What the reports promise: 下一年承诺, or 下一步承诺 where one goes on in its own year."""
        language, goes_on = self, any(map(_goes_on, self.reports.values()))
        return language("下一步承诺") if goes_on else language("下一年承诺")

    def bureau(self, report: str) -> str:
        """The short name of a report's bureau."""
        return self._shorts[report]

    def place(self, report: str) -> str:
        """The place of a report's bureau, which its reports of other years have, too."""
        return place_words(self.reports[report].name.place, self)

    def letter(self, report: str) -> str:
        """What begins the marks of a report: 岳, in English YY."""
        return self._letters[report]

    def report(self, fact: Fact) -> Dossier:
        """The report that a fact is of."""
        return self.reports[fact.report]

    def mark(self, fact: Fact) -> Mark:
        """The mark of a fact: 岳12."""
        return self._marks[fact]

    def marks(self, facts: Iterable[Fact]) -> tuple[Mark, ...]:
        """The marks of facts, each once, with the facts that share it."""
        found: dict[Mark, list[str]] = {}
        for mark in map(self.mark, facts):
            found.setdefault(mark, []).extend(mark.facts)
        return tuple(Mark(mark, dict.fromkeys(known)) for mark, known in found.items())


def short_name(name: BureauName, language: Language) -> str:
    """A bureau's name, with what tells it from its namesakes."""
    words = place_words(name.place, language)
    if name.dated:
        period = period_words(name.period, language)
        words = language("{bureau}（{period}）", bureau=words, period=period)
    return words + (_stem(name.number, language) if name.number else "")


def _stem(number: int, language: Language) -> str:
    """甲, 乙, 丙 for 1, 2, 3, the number itself beyond ten and in other languages."""
    if language.code != SOURCE_LANGUAGE:
        return f" {number}"
    return _STEMS[number - 1] if number <= len(_STEMS) else str(number)


def _goes_on(report: Dossier) -> bool:
    """Whether a report plans for the rest of the year that it is of: 下半年, 四季度."""
    told, planned = report.line.period, report.line.plan_period
    return told is not None and planned is not None and planned.start.year <= told.end.year
