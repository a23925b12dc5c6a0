"""Last year's promises: what a bureau's later report tells of its earlier plan.

Only promises that can be checked are followed, and silence is never a failure: what the later
report does not speak of is 未提及.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import permutations

from builder.compare.groups import better_end
from builder.compare.matters import shared_matters, shared_objects
from builder.compare.order import Valued
from builder.compare.periods import span
from builder.compare.scopes import scope
from builder.model import (
    Checkability,
    Commitment,
    Fact,
    Followed,
    FollowUp,
    Indicator,
    Passage,
    Qualifier,
    Quantity,
    Role,
    Tally,
    Target,
)
from builder.model.comparison import Better, Dossier, Span
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.work import matters
from builder.wording.commitments import checkability, product
from builder.wording.measures import fact_words
from builder.wording.wording import Wording
from builder.wording.words import folded

_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS})
_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE})
_TITLE = re.compile(r"《[^《》]{2,60}》")

_NUMBER = re.compile(r"[0-9.%]+")
_LEAST_LIKENESS = 2
# How many characters in a row two clauses on one matter share.
_LEAST_RUN = 6

Found = list[tuple[Passage, bool]]


def followups(dossiers: Sequence[Dossier], language: Wording) -> tuple[FollowUp, ...]:
    """Every checkable promise of an earlier report whose later report is there too."""
    return tuple(
        row for earlier, later in _pairs(dossiers) for row in _rows(earlier, later, language)
    )


def _pairs(dossiers: Sequence[Dossier]) -> Iterator[tuple[Dossier, Dossier]]:
    """Reports of one bureau of which the later covers time that the earlier planned for."""
    for earlier, later in permutations(dossiers, 2):
        plan, days = span(earlier.line.plan_period), span(later.line.period)
        reported = span(earlier.line.period)
        if earlier.identity != later.identity or plan is None or days is None or reported is None:
            continue
        if days.first > reported.first and plan.first <= days.last <= plan.last:
            yield earlier, later


def _rows(earlier: Dossier, later: Dossier, language: Wording) -> Iterator[FollowUp]:
    for number, fact in enumerate(earlier.of(Commitment), 1):
        plain = earlier.plain(fact)
        if checkability(fact, plain) is Checkability.GENERAL:
            continue
        found, wanted = _found(fact, earlier, later, language)
        followed = _followed(found, wanted)
        yield FollowUp(
            bureau=language.short(earlier),
            number=number,
            promise=Passage(text=folded(fact.quote), marks=(earlier.marks[fact],)),
            target=_target_words(fact, plain, language),
            reported=tuple(dict.fromkeys(passage for passage, _ in found)),
            followed=followed,
            state=language(names().followed[followed]),
        )


def _found(
    fact: Commitment, earlier: Dossier, later: Dossier, language: Wording
) -> tuple[Found, int]:
    """What the later report tells, with whether it keeps the promise; and how many parts."""
    if not fact.targets:
        return _of_words(earlier.plain(fact), later), 1
    clauses = [earlier.clause(target.start, target.end) for target in fact.targets]
    plan = span(earlier.line.plan_period)
    parts = [
        _of_target(target, clause, plan, later, language)
        for target, clause in zip(fact.targets, clauses, strict=True)
    ]
    return [found for part in parts for found in part], len(fact.targets)


def _followed(found: Found, wanted: int) -> Followed:
    if not found:
        return Followed.UNMENTIONED
    return Followed.DONE if sum(kept for _, kept in found) >= wanted else Followed.PARTLY


def _of_target(
    target: Target, clause: str, plan: Span | None, later: Dossier, language: Wording
) -> Found:
    """The later figure of a target's metric, else of its matter in its unit.

    A figure of a part of the planned time shows progress, and keeps nothing.
    """
    metric = _metric(clause)
    for fact in later.of(Indicator):
        if fact.metric == metric and fact.unit == target.unit and _same_place(clause, fact, later):
            days = span(fact.period)
            if days is not None and plan is not None and days.last >= plan.first:
                kept = days == plan and _meets(fact, target, better_end(metric))
                return [(_passage(fact, later, language), kept)]
    for other in later.extraction.facts:
        if isinstance(other, (Quantity, Tally)) and _same_matter(clause, other, later):
            counted = _counted(other, target)
            if counted is not None:
                return [(_passage(other, later, language), counted)]
    return []


def _same_place(clause: str, fact: Indicator, later: Dossier) -> bool:
    """Whether a promise and a value are of the same area; a named object must stand in both."""
    promised, reported = scope(clause, later.homes), scope(fact.scope, later.homes)
    areas = [
        {facet for facet in place.facets if facet[0] == "area"} for place in (promised, reported)
    ]
    return areas[0] == areas[1] and reported.name in clause


def _metric(clause: str) -> str | None:
    """The metric that a clause names by its longest word."""
    named = [
        (len(word), metric.id)
        for metric in metrics().metrics
        for word in metric.words
        if word in clause
    ]
    return max(named)[1] if named else None


def _meets(fact: Indicator, target: Target, better: Better) -> bool:
    """Whether the whole range of a reported value lies on the promised side."""
    if not isinstance(fact.value, Decimal) or not isinstance(target.value, Decimal):
        return fact.value == target.value
    low, high = Valued(value=fact.value, qualifier=fact.qualifier, unit=fact.unit).bounds
    if target.qualifier in _UPPER or (target.qualifier not in _LOWER and better == "lower"):
        return high <= target.value
    return low >= target.value


def _same_matter(clause: str, fact: Quantity | Tally, later: Dossier) -> bool:
    """Whether both speak of one thing in the same words: a shared matter alone is too wide."""
    if isinstance(fact, Tally) and fact.subject in clause:
        return True
    text = later.clause(fact.start, fact.end)
    if not (shared_objects(clause, text) or shared_matters(clause, text)):
        return False
    run = SequenceMatcher(None, clause, text, autojunk=False).find_longest_match()
    return len(_NUMBER.sub("", clause[run.a : run.a + run.size])) >= _LEAST_RUN


def _counted(fact: Quantity | Tally, target: Target) -> bool | None:
    """Whether a count reaches the promised one; None where the units differ."""
    if isinstance(fact, Tally):
        return fact.done is not None and fact.done == fact.total
    if fact.unit != target.unit or not isinstance(target.value, Decimal):
        return None
    return fact.qualifier not in _UPPER and fact.value >= target.value


def _of_words(plain: str, later: Dossier) -> Found:
    """The sentence on work done with the promised title, or with most in common."""
    source = later.extraction.outline.source
    told = [s for s in later.extraction.outline.sentences if s.role is Role.DONE]
    ranked = [(_likeness(plain, source.plain[s.start : s.end]), s) for s in told]
    best = max((likeness for likeness, _ in ranked), default=0)
    if best < _LEAST_LIKENESS:
        return []
    sentence = next(s for likeness, s in ranked if likeness == best)
    words = source.plain[sentence.start : sentence.end]
    achieved = any(word in words for word in matters().work.achieved)
    return [(Passage(text=folded(source.text[sentence.start : sentence.end]), marks=()), achieved)]


def _likeness(plain: str, text: str) -> int:
    """How much two sentences have in common: titles and names count more than matters."""
    titles = sum(title in text for title in set(_TITLE.findall(plain)))
    return 2 * titles + 2 * len(shared_objects(plain, text)) + len(shared_matters(plain, text))


def _passage(fact: Fact, later: Dossier, language: Wording) -> Passage:
    return Passage(text=fact_words(fact, later, language), marks=(later.marks[fact],))


def _target_words(fact: Commitment, plain: str, language: Wording) -> str:
    """What can be checked: the numbers, else the product, and the deadline."""
    parts = [folded(target.quote) for target in fact.targets]
    if not parts and (clause := product(plain)) is not None:
        parts.append(clause)
    if fact.deadline is not None:
        parts.append(folded(fact.deadline))
    return language("；").join(parts)
