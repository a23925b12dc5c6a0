"""附录: every sentence in which a fact stands, its figures set off, and every fact by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.kinds import kind_of
from builder.model import (
    AnyFact,
    Evidence,
    EvidenceList,
    EvidenceSentence,
    MarkPlace,
    Run,
    Runs,
)
from builder.model.comparison import CitedSentence, ReportEvidence
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
                sentences=tuple(map(self._sentence, report.sentences)),
                entries=tuple(
                    self._entry(fact, sentence)
                    for sentence in report.sentences
                    for fact in sentence.facts
                ),
            )
            for report in reports
        )

    def _sentence(self, sentence: CitedSentence) -> EvidenceSentence:
        marks = dict.fromkeys(map(self.language.mark, sentence.facts))
        report = self.language.report(sentence.facts[0]).number
        anchor = f"e{report}-{sentence.number}"
        return EvidenceSentence(
            places=tuple(
                MarkPlace(mark=mark, anchor=anchor + "c" * number)
                for number, mark in enumerate(marks)
            ),
            section=self._section(sentence),
            runs=tuple(_runs(sentence)),
            remarks=tuple(self._remarks(sentence)),
        )

    def _entry(self, fact: AnyFact, sentence: CitedSentence) -> Evidence:
        return Evidence(
            mark=self.language.mark(fact),
            kind=self.language(kind_of(fact).label),
            label=self._label(fact),
            quote=without_unseen(fact.quote),
            section=self._section(sentence),
            start=fact.start,
            end=fact.end,
            correction=self._correction(fact),
            doubt="" if fact.is_sure else self.language("须核对"),
        )

    def _section(self, sentence: CitedSentence) -> str:
        return " › ".join(sentence.headings) or self.language("未分标题")

    def _remarks(self, sentence: CitedSentence) -> Iterator[str]:
        """What a reader must know: which facts a person set, and which are to be checked."""
        language = self.language
        for fact in sentence.facts:
            if fact.correction is not None:
                said = self._correction(fact)
                yield language("{label}：{remark}", label=self._label(fact), remark=said)
        doubted = [self._label(fact) for fact in sentence.facts if not fact.is_sure]
        if doubted:
            yield language("须核对：{labels}", labels=enumeration(dict.fromkeys(doubted), language))

    def _correction(self, fact: AnyFact) -> str:
        if fact.correction is None:
            return ""
        return self.language("人工更正：{reason}", reason=fact.correction)

    def _label(self, fact: AnyFact) -> str:
        """What a fact is about; its themes where it has no name of its own."""
        themes = theme_words(fact.themes, self.language)
        return kind_of(fact).about(fact, self.language) or enumeration(themes, self.language)


def _runs(sentence: CitedSentence) -> Iterator[Run]:
    """The words of a sentence, its cited figures set off; its line breaks fall away."""
    at = sentence.start
    for start, end in sentence.cited:
        if start >= at:
            yield from _run(sentence, at, start)
            yield from _run(sentence, start, end, strong=True)
            at = end
    yield from _run(sentence, at, sentence.end)


def _run(sentence: CitedSentence, start: int, end: int, *, strong: bool = False) -> Runs:
    words = without_unseen(sentence.text[start - sentence.start : end - sentence.start])
    joined = "".join(line.strip() for line in words.split("\n")) if "\n" in words else words
    return (Run(joined, strong=strong),) if joined else ()
