"""附录: every sentence in which a fact stands, its figures set off."""

from __future__ import annotations

from collections.abc import Iterator

from builder.kinds import kind_of
from builder.model import (
    AnyFact,
    Run,
    Runs,
    RunStyle,
)
from builder.model.comparison import CitedSentence
from builder.model.page import Entry
from builder.read.unseen import without_unseen
from builder.wording.worded import Worded
from builder.wording.words import enumeration, theme_words


class EvidenceLists(Worded):
    """The appendix."""

    def entry(self, sentence: CitedSentence) -> Entry:
        """A sentence with its marks and anchors, its figures set off.

        It has two marks where some of its facts were corrected.
        """
        marks = dict.fromkeys(map(self.language.mark, sentence.facts))
        report = self.language.report(sentence.facts[0]).number
        anchor = f"e{report}-{sentence.number}"
        return Entry(
            places=tuple((mark, anchor + "c" * number) for number, mark in enumerate(marks)),
            runs=tuple(_runs(sentence)),
            remarks=tuple(self._remarks(sentence)),
        )

    def path(self, sentence: CitedSentence) -> str:
        """The headings above a sentence, outermost first."""
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
    at = sentence.start + len(sentence.text) - len(sentence.text.lstrip())
    for start, end in sentence.cited:
        if start >= at:
            yield from _run(sentence, at, start)
            yield from _run(sentence, start, end, style=RunStyle.STRONG)
            at = end
    yield from _run(sentence, at, sentence.end)


def _run(
    sentence: CitedSentence, start: int, end: int, *, style: RunStyle = RunStyle.PLAIN
) -> Runs:
    words = without_unseen(sentence.text[start - sentence.start : end - sentence.start])
    joined = "".join(line.strip() for line in words.split("\n")) if "\n" in words else words
    return (Run(joined, style=style),) if joined else ()
