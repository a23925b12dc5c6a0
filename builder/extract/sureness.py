"""How sure each fact is: the cues that speak for it, and whether they are enough.

A cue looks at one thing alone, the section, the sentence's own words, the period, the scope. Which
of them suffice stands in `sureness.toml`, for that is measured and not reasoned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
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
    Quantity,
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
_SHARE = frozenset("%％")


def with_sureness(
    facts: Sequence[AnyFact], analysis: TextAnalysis, line: ReportLine, coverage: Coverage
) -> tuple[AnyFact, ...]:
    """The facts, each with the cues that speak for it and what they make it."""
    cues = _Cues(facts, analysis, line, coverage)
    return tuple(_judged(fact, cues.of(fact)) for fact in facts)


def _judged(fact: AnyFact, cues: frozenset[Cue]) -> AnyFact:
    sureness, agreed = _verdict(kind_of(fact).name, cues)
    return replace(fact, sureness=sureness, cues=agreed)


@cache
def _verdict(kind: str, cues: frozenset[Cue]) -> tuple[Sureness, tuple[Cue, ...]]:
    """What cues make of a fact of a kind, and the cues in their order."""
    enough = sufficient_cues().suffice(kind, cues)
    return Sureness.SURE if enough else Sureness.UNSURE, tuple(c for c in Cue if c in cues)


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
        self._line = line
        self._unread = [use.start for use in coverage.uses if use.fate is Fate.UNREAD]
        self._shared = _shared(facts)
        self._own = cache(self._own_role)
        self._sentence_cues = cache(self._of_sentence)
        self._role_cues = cache(self._of_role)

    def of(self, fact: AnyFact) -> frozenset[Cue]:
        """The cues that speak for a fact."""
        start = self._analysis.normalized.offset_of(fact.start)
        index = self._analysis.sentence_at(start)
        found = set(self._of_values(fact))
        if self._line.document is Document.WORK_REPORT:
            found.add(Cue.REPORT)
        if (type(fact), fact.start) not in self._shared:
            found.add(Cue.SINGLE)
        if index is None:
            return frozenset((*found, Cue.TABLE))
        if isinstance(fact, Indicator) and self._has_scope(fact, self._analysis.sentences[index]):
            found.add(Cue.SCOPE)
        return self._sentence_cues(index) | self._role_cues(index, _role(fact)) | found

    def _of_sentence(self, index: int) -> frozenset[Cue]:
        """What speaks for every fact of a sentence."""
        sentence = self._analysis.sentences[index]
        start, end = self._analysis.normalized.source_span(sentence.start, sentence.end)
        numbers = self._analysis.numbers.within(sentence.start, sentence.end)
        found = set()
        if self._analysis.times.within(sentence.start, sentence.end):
            found.add(Cue.TIME)
        if not any(number.kind is NumberKind.MASKED for number in numbers):
            found.add(Cue.CLEAN)
        if bisect_left(self._unread, start) == bisect_left(self._unread, end):
            found.add(Cue.WHOLE)
        if sentence.end - sentence.start >= MIN_SENTENCE_CHARACTERS:
            found.add(Cue.SENTENCE)
        return frozenset(found)

    def _of_role(self, index: int, role: Role) -> frozenset[Cue]:
        """What section and words of a sentence say of a role."""
        return frozenset(self._agreeing(index, role))

    def _agreeing(self, index: int, role: Role) -> Iterator[Cue]:
        own = self._own(index)
        if self._analysis.sentences[index].role is role:
            yield Cue.HEADING
        if role is Role.PROBLEMS:
            yield from (Cue.PLAIN,) if own.role is not Role.PLAN else ()
            return
        if own.role is role:
            yield Cue.WORDS
        if own.role in {role, None} and own.unanimous:
            yield Cue.PLAIN

    def _of_values(self, fact: Fact) -> Iterator[Cue]:
        if isinstance(fact, Indicator | Tally) and fact.period is not None:
            yield from (Cue.REPORT_PERIOD,) if fact.period == self._line.period else ()
        if isinstance(fact, Indicator | Quantity) and (
            fact.unit in fact.quote or not _SHARE.isdisjoint(fact.quote)
        ):
            yield Cue.UNIT

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
