"""How sure each fact is: the cues that speak for it, and whether they are enough.

A cue looks at one thing alone, the section, the sentence's own words, the period, the scope. Which
of them suffice stands in `sureness.toml`, for that is measured and not reasoned.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from builder.kinds import KINDS
from builder.model import (
    Commitment,
    Coverage,
    Cue,
    Document,
    Fact,
    Fate,
    Indicator,
    Problem,
    Qualifier,
    Quantity,
    Rectification,
    Role,
    Sureness,
    Tally,
    TallySource,
)
from builder.outline.tense import OwnRole, own_role
from builder.text.numbers.number import NumberKind
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.ranges import out_of_range
from builder.vocabulary.environment.work import rectification_words
from builder.vocabulary.generic.labels import label_words
from builder.vocabulary.generic.sureness import sufficient_cues

if TYPE_CHECKING:
    from builder.model import AnyFact, ReportLine
    from builder.text.analysis import TextAnalysis
    from builder.text.sentences import TextSentence

# To look up a member of an enumeration takes as long as a search.
_MASKED, _UNREAD = NumberKind.MASKED, Fate.UNREAD

MIN_SENTENCE_CHARACTERS = 25
MIN_LABEL_CHARACTERS = 2
# Points of a score, and what standards bound.
UNSURE_UNITS = frozenset(("分", "毫克/升", "mg/L"))
_CASES = "案件"
_UNSOURCED = frozenset((None, TallySource.OTHER))
_STATED = frozenset((Qualifier.EQUAL, Qualifier.ABOUT))
_FIGURE = re.compile(r"\d")
_CLASS = re.compile("[ⅠⅡⅢⅣⅤ]类")
# A section with its class and nothing between: 北渡断面Ⅲ类.
_NAMED_SECTION = re.compile("[\u4e00-\u9fff]{2,12}断面[劣ⅠⅡⅢⅣⅤ]")
_LETTER = re.compile(r"[^\W\d]|[“\"《]")

_BITS = {cue: 1 << position for position, cue in enumerate(Cue)}
"""A set of cues is a number while it is gathered: every fact of a report has one."""
# Each fact asks for these; to look up a member of an enumeration takes as long as a search.
_DATED, _REPORT_PERIOD, _NAMED = (_BITS[one] for one in (Cue.DATED, Cue.REPORT_PERIOD, Cue.NAMED))
_FIGURES, _SINGLE, _TABLE = (_BITS[one] for one in (Cue.FIGURES, Cue.SINGLE, Cue.TABLE))
_RAISED, _PAIRED, _SOURCED = (_BITS[one] for one in (Cue.RAISED, Cue.PAIRED, Cue.SOURCED))
_SCOPE, _LED, _DONE = _BITS[Cue.SCOPE], _BITS[Cue.LED], Role.DONE
_WEIGHED, _TOLD = _BITS[Cue.WEIGHED], _BITS[Cue.TOLD]
_TIME, _CLEAN, _WHOLE = (_BITS[one] for one in (Cue.TIME, Cue.CLEAN, Cue.WHOLE))
_LONG = _BITS[Cue.SENTENCE]

_NAMES = {kind.record: kind.name for kind in KINDS}
_ROLES: dict[type[Fact], Role] = {Commitment: Role.PLAN, Problem: Role.PROBLEMS}
"""The role of the section where facts of a kind belong; the others tell of what was done."""


def with_sureness(
    facts: Sequence[AnyFact], analysis: TextAnalysis, line: ReportLine, coverage: Coverage
) -> tuple[AnyFact, ...]:
    """The facts, each with the cues that speak for it and what they make it."""
    cues = _Cues(facts, analysis, line, coverage)
    tallies: defaultdict[str | None, list[Tally]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Tally):
            tallies[fact.unit].append(fact)
    for fact in facts:
        _judge(fact, 0 if _is_doubted(fact, tallies) else cues.of(fact))
    return tuple(facts)


def _is_doubted(fact: AnyFact, tallies: Mapping[str | None, Sequence[Tally]]) -> bool:
    """Whether nothing speaks for a fact; `tallies` are those of each unit.

    That is so of a value that can't be, 优良率101.1%, of a number that may be a tally's own, and of
    a tally that holds one more than it tells.
    """
    if isinstance(fact, Quantity):
        return fact.unit in tallies and _is_of_tally(fact, tallies[fact.unit])
    if isinstance(fact, Indicator):
        return out_of_range(fact) is not None or _may_be_anothers(fact)
    return isinstance(fact, Tally) and (out_of_range(fact) is not None or _holds_more(fact))


def _judge(fact: AnyFact, bits: int) -> None:
    """Complete a fact that was just made; to make each a second time costs as much as the first."""
    sureness, cues = _verdict(_NAMES[type(fact)], bits)
    object.__setattr__(fact, "sureness", sureness)
    object.__setattr__(fact, "cues", cues)


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
        self._unread = [use.start for use in coverage.uses if use.fate is _UNREAD]
        self._masked = [one.start for one in analysis.numbers if one.kind is _MASKED]
        self._shared = _shared(facts)
        self._said: dict[int, tuple[int, OwnRole]] = {}

    def of(self, fact: AnyFact) -> int:
        """The cues that speak for a fact."""
        kind, index = type(fact), self._sentence_of(fact)
        bits = self._report
        if own := _OWN.get(kind):
            bits |= own(fact, self._analysis.outline.source.plain)
        if isinstance(fact, (Indicator, Tally)) and fact.period:
            bits |= _DATED | _REPORT_PERIOD if fact.period == self._period else _DATED
        if _FIGURE.search(fact.quote):
            bits |= _FIGURES
        if (kind, fact.start) not in self._shared:
            bits |= _SINGLE
        if index is None:
            return bits | _TABLE
        sentence = self._analysis.sentences[index]
        if isinstance(fact, Indicator) and self._has_scope(fact, sentence):
            bits |= _SCOPE
        said = self._said.get(index)
        if said is None:
            said = self._said[index] = self._of_sentence(sentence)
        role = _ROLES.get(kind, _DONE)
        bits |= _WEIGHED if sentence.weighed is role else 0
        bits |= _TOLD if sentence.told and sentence.role is role else 0
        return bits | said[0] | _of_role(said[1], sentence.role, role)

    def _sentence_of(self, fact: Fact) -> int | None:
        """The sentence of a fact; of a problem that is named by its heading, the one it ends in."""
        offset_of = self._analysis.normalized.offset_of
        index = self._analysis.sentence_at(offset_of(fact.start))
        return self._analysis.sentence_at(offset_of(fact.end - 1)) if index is None else index

    def _of_sentence(self, sentence: TextSentence) -> tuple[int, OwnRole]:
        """What speaks for every fact of a sentence, and the role that its own words tell."""
        start, end = self._analysis.normalized.source_span(sentence.start, sentence.end)
        timed = self._analysis.times.within(sentence.start, sentence.end)
        bits = _TIME if timed else 0
        if _has_none(self._masked, sentence.start, sentence.end):
            bits |= _CLEAN
        if _has_none(self._unread, start, end):
            bits |= _WHOLE
        if sentence.end - sentence.start >= MIN_SENTENCE_CHARACTERS:
            bits |= _LONG
        return bits, own_role(self._analysis.text[sentence.start : sentence.end])

    def _has_scope(self, fact: Indicator, sentence: TextSentence) -> bool:
        if fact.scope is None:
            return True
        return self._analysis.text.find(fact.scope, sentence.start, sentence.end) >= 0


@cache
def _of_role(own: OwnRole, above: Role, role: Role) -> int:
    """What the words of a sentence and the section `above` it say of a role."""
    bits = _BITS[Cue.HEADING] if above is role else 0
    if role is Role.PROBLEMS:
        return bits if own.role is Role.PLAN else bits | _BITS[Cue.PLAIN]
    if own.role is role:
        bits |= _BITS[Cue.WORDS]
    if own.role in {role, None} and own.unanimous:
        bits |= _BITS[Cue.PLAIN]
    return bits


def _of_indicator(fact: Indicator, plain: str) -> int:
    """Its quote has its metric's word."""
    return _NAMED if metric_of(fact.metric).words.within(plain, fact.start, fact.end) else 0


def _of_quantity(fact: Quantity, _: str) -> int:
    """Its label is a noun, and its quote begins with words."""
    bits = _LED if not fact.quote[0].isdecimal() else 0
    return bits | _NAMED if _is_named(fact) else bits


def _of_tally(fact: Tally, _: str) -> int:
    """Who raised the items, and whether the set and what is settled of it are told."""
    bits = _PAIRED if _is_paired(fact) else 0
    # Cases of the bureau's own were raised by nobody: 受理林政案件33起,查结31起.
    own_cases = fact.source is TallySource.OTHER and fact.subject.endswith(_CASES)
    bits |= _RAISED if fact.rule != "tally.work" and not own_cases else 0
    return bits | _SOURCED if fact.source not in _UNSOURCED else bits


def _of_rectification(fact: Rectification, plain: str) -> int:
    """Who raised what was put right."""
    bits = _RAISED if rectification_words().plainly.search(plain, fact.start, fact.end) else 0
    return bits | _SOURCED if fact.source not in _UNSOURCED else bits


def _of_problem(fact: Problem, _: str) -> int:
    """Whether somebody raised it, or it has a heading of its own."""
    if fact.rule == "problem.headed":
        return _NAMED
    return _RAISED if fact.rule == "problem.raised" else 0


_OWN: dict[type[Fact], Callable[[Any, str], int]] = {
    Indicator: _of_indicator,
    Quantity: _of_quantity,
    Tally: _of_tally,
    Rectification: _of_rectification,
    Problem: _of_problem,
}
"""What only facts of a kind have: who raised items, and whether its own words name a number."""


def _is_named(fact: Quantity) -> bool:
    """Whether the label of a quantity tells what its number is of.

    It is a noun, and no bound of a standard, no points of a score: ≤50毫克/升, 得3分 and 其余15个
    are often something else.
    """
    if fact.unit in UNSURE_UNITS or fact.qualifier not in _STATED:
        return False
    words = label_words().unsure
    doubtful = fact.label.startswith(words.openings) or words.within.within(fact.label)
    return len(fact.label) >= MIN_LABEL_CHARACTERS and not doubtful and not _names_itself(fact)


def _may_be_anothers(fact: Indicator) -> bool:
    """Whether a value may be of another water than its scope says, or of one that none does.

    北渡断面Ⅲ类 of 漾水桥, a rate of 漾水桥断面Ⅱ类, a concentration in no water at all.
    """
    water = fact.metric.startswith("water.")
    if not water or fact.scope is None:
        return fact.metric == "water.total_phosphorus"
    if _CLASS.search(fact.scope):
        return True
    bare = _NAMED_SECTION.match(fact.quote)
    return fact.metric == "water.class" and bare is not None and fact.scope not in fact.quote


def _is_of_tally(fact: Quantity, tallies: Iterable[Tally]) -> bool:
    """Whether a number counts items that a tally tells of: 关停29家 in 发现74家,关停29家,全部销号.

    Or tells a set's number before the tally that settles it: 反馈问题18项。…18项问题已完成12项.
    """
    return any(
        (one.start <= fact.start and fact.end <= one.end)
        or (
            one.total == fact.value
            and fact.end <= one.start
            and rectification_words().raised.within(fact.label)
        )
        for one in tallies
    )


def _holds_more(fact: Tally) -> bool:
    """Whether a tally without a total holds a number of its unit that it does not tell, or a rate.

    需整治的21个已整治19个 may have the total 21, 整治51个,整治率82.3% has one elsewhere.
    """
    if fact.total is not None or fact.unit is None:
        return False
    if fact.done is not None and fact.rate is not None:
        return True
    told = sum(one is not None for one in (fact.done, fact.pending))
    return len(re.findall(rf"\d\s*{re.escape(fact.unit)}", fact.quote)) > told


def _names_itself(fact: Quantity) -> bool:
    """Whether a label names no thing but the number itself, or parts that it sums up.

    22家, 甲县(95.4 and 九溪、青竹江|2个 say nothing sure of what is counted.
    """
    halves = fact.quote.count("（") + fact.quote.count("(") != fact.quote.count(
        "）"
    ) + fact.quote.count(")")
    listed = fact.label.count("、") + 1
    summed = listed > 1 and fact.value == listed and fact.quote.count("、") == listed - 1
    return halves or summed or not _LETTER.match(fact.label)


def _is_paired(fact: Tally) -> bool:
    """Whether a set and what is settled of it are both told, and agree: 28项, 完成26项, 剩余2项."""
    if fact.total is None or fact.done is None:
        return False
    return fact.done + (fact.pending or 0) <= fact.total


def _has_none(offsets: Sequence[int], start: int, end: int) -> bool:
    """Whether none of some offsets in order stands in a stretch."""
    return not offsets or bisect_left(offsets, start) == bisect_left(offsets, end)


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
