"""Last year's promises: what a bureau's later report tells of its earlier plan.

Only promises that can be checked are followed, and silence is never a failure: what the later
report does not speak of is 未提及.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from itertools import permutations

from builder.compare.groups import better_end
from builder.compare.matters import shared_matters, shared_objects
from builder.compare.measures import cited
from builder.compare.order import Valued
from builder.compare.scopes import scope
from builder.model import (
    Checkability,
    Commitment,
    Followed,
    Indicator,
    Period,
    Qualifier,
    Quantity,
    Role,
    Tally,
    Target,
)
from builder.model.comparison import (
    Better,
    Cited,
    Dossier,
    FollowedCommitment,
    Plan,
    SourceSentence,
)
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.environment.work import matters

_UPPER = frozenset({Qualifier.AT_MOST, Qualifier.LESS})
_LOWER = frozenset({Qualifier.AT_LEAST, Qualifier.MORE})
_TITLE = re.compile(r"《[^《》]{2,60}》")

_NUMBER = re.compile(r"[0-9.%]+")
_LEAST_LIKENESS = 2
# How many characters in a row two clauses on one matter share.
_LEAST_RUN = 6

Found = list[tuple[Cited | SourceSentence, bool]]


def followed_commitments(
    dossiers: Sequence[Dossier], plans: Iterable[Plan]
) -> tuple[FollowedCommitment, ...]:
    """Every checkable promise of an earlier report whose later report is there too."""
    promised = {plan.report: plan for plan in plans}
    return tuple(
        row
        for earlier, later in _pairs(dossiers)
        for row in _rows(promised[earlier.line.report], earlier, later)
    )


def _pairs(dossiers: Sequence[Dossier]) -> Iterator[tuple[Dossier, Dossier]]:
    """Reports of one bureau of which the later covers time that the earlier planned for."""
    for earlier, later in permutations(dossiers, 2):
        plan, period = earlier.line.plan_period, later.line.period
        before = earlier.line.period
        if earlier.identity != later.identity or plan is None or period is None or before is None:
            continue
        if period.start > before.start and plan.contains(period.end):
            yield earlier, later


def _rows(plan: Plan, earlier: Dossier, later: Dossier) -> Iterator[FollowedCommitment]:
    for promise in plan.commitments:
        if promise.checkability is Checkability.GENERAL:
            continue
        found, wanted = _found(promise.fact, earlier, later)
        yield FollowedCommitment(
            promise=promise,
            reported=tuple(dict.fromkeys(told for told, _ in found)),
            followed=_followed(found, wanted),
        )


def _found(fact: Commitment, earlier: Dossier, later: Dossier) -> tuple[Found, int]:
    """What the later report tells, with whether it keeps the promise; and how many parts."""
    if not fact.targets:
        return _of_words(earlier.plain(fact), later), 1
    clauses = [earlier.clause(target.start, target.end) for target in fact.targets]
    plan = earlier.line.plan_period
    parts = [
        _of_target(target, clause, plan, later)
        for target, clause in zip(fact.targets, clauses, strict=True)
    ]
    return [found for part in parts for found in part], len(fact.targets)


def _followed(found: Found, wanted: int) -> Followed:
    if not found:
        return Followed.UNMENTIONED
    return Followed.DONE if sum(kept for _, kept in found) >= wanted else Followed.PARTLY


def _of_target(target: Target, clause: str, plan: Period | None, later: Dossier) -> Found:
    """The later figure of a target's metric, else of its matter in its unit.

    A figure of a part of the planned time shows progress, and keeps nothing.
    """
    metric = _metric(clause)
    for fact in later.of(Indicator):
        if fact.metric == metric and fact.unit == target.unit and _same_place(clause, fact, later):
            period = fact.period
            if period is not None and plan is not None and period.end >= plan.start:
                kept = period == plan and _meets(fact, target, better_end(metric))
                return [(cited(fact, later), kept)]
    for other in later.extraction.facts:
        if isinstance(other, (Quantity, Tally)) and _same_matter(clause, other, later):
            counted = _counted(other, target)
            if counted is not None:
                return [(cited(other, later), counted)]
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
    done = [s for s in later.extraction.outline.sentences if s.role is Role.DONE]
    ranked = [(_likeness(plain, source.plain[s.start : s.end]), s) for s in done]
    best = max((likeness for likeness, _ in ranked), default=0)
    if best < _LEAST_LIKENESS:
        return []
    sentence = next(s for likeness, s in ranked if likeness == best)
    words = source.plain[sentence.start : sentence.end]
    achieved = matters().work.achieved.within(words)
    told = SourceSentence(
        report=source.report,
        start=sentence.start,
        end=sentence.end,
        text=source.text[sentence.start : sentence.end],
    )
    return [(told, achieved)]


def _likeness(plain: str, text: str) -> int:
    """How much two sentences have in common: titles and names count more than matters."""
    titles = sum(title in text for title in set(_TITLE.findall(plain)))
    return 2 * titles + 2 * len(shared_objects(plain, text)) + len(shared_matters(plain, text))
