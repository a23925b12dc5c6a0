"""What was done on the same matter as a problem, each with what joins it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from builder.compare.matters import named_matters, shared_matters, shared_objects
from builder.model import Fact, Problem, Quantity, Rectification, Tally
from builder.model.comparison import Cited, Dossier, Join, JoinReason, Measure
from builder.vocabulary.environment.work import matters

_MOST_JOINED = 6
_MOST_OF_THEME = 3

# How strongly something joins a measure to a problem, and how much it takes; more where the
# problem's title names a matter that the measure is not of.
_OBJECT, _MATTER_OF_TITLE, _MATTER, _THEME, _MAIN_THEME = 3, 2, 1, 1, 1
_ENOUGH, _ENOUGH_BESIDE_TITLE = 1, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Overlapping facts on one piece of work: a rectification with its tally is one.

    `inside` says that the problem's own text tells of it.
    """

    facts: tuple[Fact, ...]
    shared: tuple[str, ...]
    strength: int
    needed: int
    inside: bool

    @property
    def longest(self) -> Fact:
        """The fact whose quote says most."""
        return max(self.facts, key=lambda fact: fact.end - fact.start)


def measures(problem: Problem, dossier: Dossier) -> tuple[Candidate, ...]:
    """Work on the matter of a problem: by shared words, and only without any by the same theme."""
    found = [
        item
        for item in (_candidate(facts, problem, dossier) for facts in pieces_of_work(dossier))
        if item.inside or not _within(item.longest, problem)
    ]
    joined = tuple(
        item for item in found if item.inside or (item.shared and item.strength >= item.needed)
    )
    if joined:
        return joined
    # What is joined by its theme has nothing else in common that would be worth naming.
    same = (item for item in found if item.longest.themes[:1] == problem.themes[:1])
    return tuple(replace(item, shared=()) for item in same)


def pieces_of_work(dossier: Dossier) -> list[tuple[Fact, ...]]:
    """Rectifications, tallies and quantities of things done, overlapping ones together."""
    groups: list[list[Fact]] = []
    for fact in dossier.extraction.facts:
        if not _is_work(fact, dossier):
            continue
        if groups and fact.start < max(other.end for other in groups[-1]):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return [tuple(group) for group in groups]


def _is_work(fact: Fact, dossier: Dossier) -> bool:
    """Whether a fact tells of something done; a quantity does where its clause has such a word."""
    if isinstance(fact, (Rectification, Tally)):
        return True
    if not isinstance(fact, Quantity):
        return False
    clause = dossier.clause(fact.start, fact.end)
    return matters().work.words.within(clause)


def _candidate(facts: tuple[Fact, ...], problem: Problem, dossier: Dossier) -> Candidate:
    work = _text(facts, dossier)
    # What stands in the cause alone says why, not what: it joins nothing by itself.
    text = dossier.plain(problem).replace(problem.cause or "\n", " ")
    objects, shared = shared_objects(text, work), shared_matters(text, work)
    titled = shared_matters(problem.title, work)
    beside = bool(named_matters(problem.title)) and not titled and not objects
    return Candidate(
        facts=facts,
        shared=(*objects, *shared),
        strength=len(objects) * _OBJECT
        + sum(_MATTER_OF_TITLE if matter in titled else _MATTER for matter in shared)
        + _common_themes(facts, problem),
        needed=_ENOUGH_BESIDE_TITLE if beside else _ENOUGH,
        inside=_told_inside(facts, problem, dossier),
    )


def _within(fact: Fact, problem: Problem) -> bool:
    return problem.start <= fact.start and fact.end <= problem.end


def _told_inside(facts: Sequence[Fact], problem: Problem, dossier: Dossier) -> bool:
    """Whether the problem's own text tells of work done; 未完成改造12家 is part of the problem."""
    if not all(_within(fact, problem) for fact in facts):
        return False
    clause = dossier.clause(facts[0].start, facts[-1].end)
    return not matters().work.undone.within(clause)


def _common_themes(facts: Sequence[Fact], problem: Problem) -> int:
    themes = {theme for fact in facts for theme in fact.themes}
    main = any(fact.themes[:1] == problem.themes[:1] for fact in facts)
    return _THEME * bool(themes & set(problem.themes)) + _MAIN_THEME * main


def _text(facts: Sequence[Fact], dossier: Dossier) -> str:
    """The quotes with what the facts are called."""
    labels = [fact.label for fact in facts if isinstance(fact, Quantity)]
    subjects = [fact.subject for fact in facts if isinstance(fact, Tally)]
    return " ".join([*(dossier.plain(fact) for fact in facts), *labels, *subjects])


def strongest_measures(problem: Problem, dossier: Dossier) -> tuple[tuple[Measure, ...], int]:
    """The measures that stand for all, in text order, and how many are left out."""
    found = measures(problem, dossier)
    most = _MOST_JOINED if any(item.shared for item in found) else _MOST_OF_THEME
    best = sorted(found, key=lambda item: (-item.strength, item.longest.start))[:most]
    shown = tuple(_measure(item, dossier) for item in found if item in best)
    return shown, len(found) - len(best)


def _measure(item: Candidate, dossier: Dossier) -> Measure:
    return Measure(
        facts=item.facts,
        cited=cited(item.longest, dossier),
        join=Join(reason=JoinReason.INSIDE) if item.inside else joined(item.shared),
    )


def cited(fact: Fact, dossier: Dossier) -> Cited:
    """A fact to be quoted; a quantity whose quote is short of its noun has its label with it."""
    if isinstance(fact, Quantity) and fact.label not in dossier.plain(fact):
        return Cited(fact=fact, label=fact.label)
    return Cited(fact=fact)


def joined(shared: Sequence[str]) -> Join:
    """Why something was joined: the matters that both speak of, or the theme alone."""
    if shared:
        return Join(reason=JoinReason.MATTER, words=tuple(shared))
    return Join(reason=JoinReason.THEME)
