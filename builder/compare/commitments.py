"""The plans: each commitment with how it can be checked and the problems that it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.compare.matrix import link_of
from builder.compare.summings import summings
from builder.model import Checkability, Commitment, Problem
from builder.model.comparison import Dossier, Plan, PlannedCommitment


def plans(dossiers: Iterable[Dossier]) -> tuple[Plan, ...]:
    """One plan a report, the next year's commitments apart from those of more years.

    A sentence that sums the rows of its table counts no promise of its own.
    """
    return tuple(map(_plan, dossiers))


def _plan(dossier: Dossier) -> Plan:
    every = dossier.of(Commitment)
    summed = summings(every, dossier)
    facts = tuple(fact for fact in every if fact.start not in summed)
    near = tuple(fact for fact in facts if fact.horizon is None)
    far = tuple(fact for fact in facts if fact.horizon is not None)
    return Plan(
        report=dossier.line.report,
        commitments=tuple(_numbered(near, 1, dossier)),
        further=tuple(_numbered(far, len(near) + 1, dossier)),
    )


def _numbered(
    facts: Iterable[Commitment], first: int, dossier: Dossier
) -> Iterator[PlannedCommitment]:
    answered: dict[int, list[int]] = {}
    for place, problem in enumerate(dossier.of(Problem), 1):
        for start in link_of(problem, dossier).commitments:
            answered.setdefault(start, []).append(place)
    return (
        _planned(number, fact, answered.get(fact.start, ()))
        for number, fact in enumerate(facts, first)
    )


def checkability(fact: Commitment) -> Checkability:
    """How a reader can tell next year that it was kept, the strongest way first."""
    if fact.targets:
        return Checkability.QUANTIFIED
    if fact.deadline is not None:
        return Checkability.DATED
    return Checkability.GENERAL if fact.product is None else Checkability.PRODUCT


def _planned(number: int, fact: Commitment, answers: Iterable[int]) -> PlannedCommitment:
    return PlannedCommitment(
        number=number,
        fact=fact,
        checkability=checkability(fact),
        answers=tuple(answers),
    )
