"""The evidence: every sentence in which a fact stands, once, with the figures that facts hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from decimal import Decimal

from builder.model import (
    AnyFact,
    Commitment,
    Extraction,
    Fact,
    Indicator,
    Quantity,
    Tally,
    ancestors,
)
from builder.model.comparison import CitedSentence, Dossier, ReportEvidence

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?!\d|\.\d)")


def report_evidence(dossiers: Iterable[Dossier]) -> tuple[ReportEvidence, ...]:
    """The cited sentences of each report."""
    return tuple(
        ReportEvidence(report=dossier.line.report, sentences=cited_sentences(dossier.extraction))
        for dossier in dossiers
    )


def cited_sentences(extraction: Extraction) -> tuple[CitedSentence, ...]:
    """The whole sentences of facts in text order; facts that share a sentence share its entry."""
    groups: list[tuple[int, int, list[AnyFact]]] = []
    whole = _Sentences(extraction)
    for start, end, fact in sorted(
        ((*whole.around(fact), fact) for fact in dict.fromkeys(extraction.facts)),
        key=lambda found: (found[0], found[1], found[2].start),
    ):
        if groups and start < groups[-1][1]:
            first, last, facts = groups[-1]
            groups[-1] = (first, max(last, end), [*facts, fact])
        else:
            groups.append((start, end, [fact]))
    text = extraction.outline.source.text
    return tuple(
        CitedSentence(
            number=number,
            start=start,
            end=end,
            text=text[start:end],
            headings=_headings(facts[0], extraction),
            facts=tuple(facts),
            cited=_cited(facts, text, end),
        )
        for number, (start, end, facts) in enumerate(groups, 1)
    )


class _Sentences:
    """The sentences of a report, found by where they stand."""

    def __init__(self, extraction: Extraction) -> None:
        self._sentences = extraction.outline.sentences
        self._starts = [sentence.start for sentence in self._sentences]

    def around(self, fact: Fact) -> tuple[int, int]:
        """Where the sentences of a fact begin and end; outside of all, the fact itself."""
        start, end = fact.start, fact.end
        first = bisect_right(self._starts, start) - 1
        if first >= 0 and start < self._sentences[first].end:
            start = self._sentences[first].start
        last = bisect_right(self._starts, end - 1) - 1
        if last >= 0 and fact.start < self._sentences[last].end:
            end = max(end, self._sentences[last].end)
        return start, end


def _cited(facts: Iterable[AnyFact], text: str, end: int) -> tuple[tuple[int, int], ...]:
    """The places of the numbers that facts hold: in their quotes, or behind them (ranks)."""
    facts = tuple(facts)
    start = min(fact.start for fact in facts)
    printed = [(match[0], match.span()) for match in _NUMBER.finditer(text, start, end)]
    found = {
        span
        for fact in facts
        for value in _numbers(fact)
        if (span := _place(value, fact.start, printed)) is not None
    }
    return tuple(sorted(found))


def _place(
    value: Decimal, start: int, printed: Iterable[tuple[str, tuple[int, int]]]
) -> tuple[int, int] | None:
    """Where a value is printed first from a place on."""
    words = format(abs(value), "f")
    return next((span for number, span in printed if number == words and span[0] >= start), None)


def _numbers(fact: AnyFact) -> Iterator[Decimal]:
    values: tuple[Decimal | str | int | None, ...] = ()
    match fact:
        case Indicator():
            change = fact.change.value if fact.change else None
            values = (fact.value, change, fact.rank.position if fact.rank else None)
        case Tally():
            values = (fact.total, fact.done, fact.pending, fact.rate)
        case Quantity():
            values = (fact.value,)
        case Commitment():
            values = tuple(target.value for target in fact.targets)
    for value in values:
        if isinstance(value, Decimal | int):
            yield Decimal(value)


def _headings(fact: Fact, extraction: Extraction) -> tuple[str, ...]:
    """The headings above a fact, outermost first."""
    if fact.headings:
        return fact.headings
    sections = extraction.outline.sections
    inside = [
        index for index, section in enumerate(sections) if section.start <= fact.start < section.end
    ]
    deepest = max(inside, key=lambda index: sections[index].level, default=None)
    path = [sections[index].heading for index in ancestors(sections, deepest)]
    return tuple(reversed(path))
