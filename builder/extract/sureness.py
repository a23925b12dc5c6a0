"""How sure each fact is: the cues that speak for it, and whether they are enough.

A cue looks at one thing alone, the section, the sentence's own words, the period, the scope. Which
of them suffice stands in `sureness.toml`, for that is measured and not reasoned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from builder.kinds import kind_of
from builder.model import (
    Commitment,
    Coverage,
    Cue,
    Document,
    Fact,
    Fate,
    Indicator,
    Problem,
    Role,
    Sureness,
    Tally,
)
from builder.outline.tense import OwnRole, own_role
from builder.text.numbers.number import NumberKind
from builder.vocabulary.generic.sureness import sufficient_cues

if TYPE_CHECKING:
    from builder.model import AnyFact, ReportLine
    from builder.text.analysis import TextAnalysis
    from builder.text.sentences import TextSentence

MIN_SENTENCE_CHARACTERS = 25


_BITS = {cue: 1 << position for position, cue in enumerate(Cue)}
"""A set of cues is a number while it is gathered: every fact of a report has one."""


def with_sureness(
    facts: Sequence[AnyFact], analysis: TextAnalysis, line: ReportLine, coverage: Coverage
) -> tuple[AnyFact, ...]:
    """The facts, each with the cues that speak for it and what they make it."""
    cues = _Cues(facts, analysis, line, coverage)
    return tuple(_judged(fact, cues.of(fact)) for fact in facts)


def _judged(fact: AnyFact, bits: int) -> AnyFact:
    sureness, cues = _verdict(kind_of(fact).name, bits)
    return replace(fact, sureness=sureness, cues=cues)


@cache
def _verdict(kind: str, bits: int) -> tuple[Sureness, tuple[Cue, ...]]:
    """What cues make of a fact of a kind, and the cues in their order."""
    cues = tuple(cue for cue, bit in _BITS.items() if bits & bit)
    enough = sufficient_cues().suffice(kind, frozenset(cues))
    return Sureness.SURE if enough else Sureness.UNSURE, cues


class _Cues:
    """Finds the cues of the facts of one report; what a sentence tells is asked once."""

    def __init__(
        self,
        facts: Sequence[AnyFact],
        analysis: TextAnalysis,
        line: ReportLine,
        coverage: Coverage,
    ) -> None:
        self._analysis = analysis
        self._period = line.period
        self._report = _BITS[Cue.REPORT] if line.document is Document.WORK_REPORT else 0
        self._unread = [use.start for use in coverage.uses if use.fate is Fate.UNREAD]
        self._shared = _shared(facts)
        self._own = cache(self._own_role)
        self._sentence_bits = cache(self._of_sentence)
        self._role_bits = cache(self._of_role)

    def of(self, fact: AnyFact) -> int:
        """The cues that speak for a fact."""
        index = self._sentence_of(fact)
        bits = self._report | self._of_values(fact)
        if (type(fact), fact.start) not in self._shared:
            bits |= _BITS[Cue.SINGLE]
        if index is None:
            return bits | _BITS[Cue.TABLE]
        if isinstance(fact, Indicator) and self._has_scope(fact, self._analysis.sentences[index]):
            bits |= _BITS[Cue.SCOPE]
        return bits | self._sentence_bits(index) | self._role_bits(index, _role(fact))

    def _sentence_of(self, fact: Fact) -> int | None:
        """The sentence of a fact; of a problem that is named by its heading, the one it ends in."""
        offset_of = self._analysis.normalized.offset_of
        index = self._analysis.sentence_at(offset_of(fact.start))
        return self._analysis.sentence_at(offset_of(fact.end - 1)) if index is None else index

    def _of_sentence(self, index: int) -> int:
        """What speaks for every fact of a sentence."""
        sentence = self._analysis.sentences[index]
        start, end = self._analysis.normalized.source_span(sentence.start, sentence.end)
        numbers = self._analysis.numbers.within(sentence.start, sentence.end)
        timed = self._analysis.times.within(sentence.start, sentence.end)
        bits = _BITS[Cue.TIME] if timed else 0
        if not any(number.kind is NumberKind.MASKED for number in numbers):
            bits |= _BITS[Cue.CLEAN]
        if bisect_left(self._unread, start) == bisect_left(self._unread, end):
            bits |= _BITS[Cue.WHOLE]
        if sentence.end - sentence.start >= MIN_SENTENCE_CHARACTERS:
            bits |= _BITS[Cue.SENTENCE]
        return bits

    def _of_role(self, index: int, role: Role) -> int:
        """What section and words of a sentence say of a role."""
        own = self._own(index)
        bits = _BITS[Cue.HEADING] if self._analysis.sentences[index].role is role else 0
        if role is Role.PROBLEMS:
            return bits if own.role is Role.PLAN else bits | _BITS[Cue.PLAIN]
        if own.role is role:
            bits |= _BITS[Cue.WORDS]
        if own.role in {role, None} and own.unanimous:
            bits |= _BITS[Cue.PLAIN]
        return bits

    def _of_values(self, fact: Fact) -> int:
        if not isinstance(fact, Indicator | Tally) or fact.period is None:
            return 0
        return _BITS[Cue.REPORT_PERIOD] if fact.period == self._period else 0

    def _own_role(self, index: int) -> OwnRole:
        sentence = self._analysis.sentences[index]
        return own_role(self._analysis.text[sentence.start : sentence.end])

    def _has_scope(self, fact: Indicator, sentence: TextSentence) -> bool:
        if fact.scope is None:
            return True
        return self._analysis.text.find(fact.scope, sentence.start, sentence.end) >= 0


def _role(fact: Fact) -> Role:
    """The role of the section where facts of this kind belong."""
    if isinstance(fact, Commitment):
        return Role.PLAN
    return Role.PROBLEMS if isinstance(fact, Problem) else Role.DONE


def _shared(facts: Iterable[Fact]) -> frozenset[tuple[type[Fact], int]]:
    """Where facts begin, by kind, that have words with another fact of their kind in common."""
    found: set[tuple[type[Fact], int]] = set()
    last: dict[type[Fact], Fact] = {}
    for fact in facts:
        kind = type(fact)
        before = last.get(kind)
        if before is not None and fact.start < before.end:
            found |= {(kind, before.start), (kind, fact.start)}
        if before is None or fact.end > before.end:
            last[kind] = fact
    return frozenset(found)
