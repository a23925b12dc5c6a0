"""The plans: each commitment with how it can be checked and the problems that it answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from builder.compare.matrix import link_of
from builder.model import Checkability, Commitment, Problem
from builder.model.comparison import Dossier, Plan, PlannedCommitment
from builder.vocabulary.environment.work import matters

_TITLE = re.compile(r"《[^《》]{2,60}》")
_CLAUSE = re.compile(r"[^,;。!?、]+")
_LEAST_NAME = 4


def plans(dossiers: Iterable[Dossier]) -> tuple[Plan, ...]:
    """One plan a report, with all commitments in text order."""
    return tuple(
        Plan(
            report=dossier.line.report,
            commitments=tuple(
                _planned(number, fact, dossier)
                for number, fact in enumerate(dossier.of(Commitment), 1)
            ),
        )
        for dossier in dossiers
    )


def checkability(fact: Commitment, plain: str) -> Checkability:
    """How a reader can tell next year that it was kept, the strongest way first."""
    if fact.targets:
        return Checkability.QUANTIFIED
    if fact.deadline is not None:
        return Checkability.DATED
    return Checkability.GENERAL if product(plain) is None else Checkability.PRODUCT


def product(plain: str) -> str | None:
    """The clause that promises a named document or a finished work; None where there is none.

    出台《赣州市美丽城市建设实施方案》, 完成全市重点河湖入河排污口整治; not 制定工作方案.
    """
    words = matters().products
    for match in _CLAUSE.finditer(plain):
        clause = match[0]
        if any(verb in clause for verb in words.issuing) and _TITLE.search(clause):
            return clause
        if _named(clause, words.issuing, words.documents) or _named(
            clause, words.finishing, words.works
        ):
            return clause
    return None


def _named(clause: str, verbs: Iterable[str], nouns: Iterable[str]) -> bool:
    """Whether a clause has a verb, then a name of its own, then one of the nouns at its end."""
    for verb in verbs:
        _, found, rest = clause.partition(verb)
        noun = next((noun for noun in nouns if rest.endswith(noun)), "")
        name = rest.removesuffix(noun)
        for word in matters().products.vague:
            name = name.replace(word, "")
        if found and noun and len(name) >= _LEAST_NAME:
            return True
    return False


def checkabilities(dossier: Dossier) -> Counter[Checkability]:
    """How many commitments of a report can be checked in which way, each counted once."""
    return Counter(checkability(fact, dossier.plain(fact)) for fact in dossier.of(Commitment))


def _planned(number: int, fact: Commitment, dossier: Dossier) -> PlannedCommitment:
    plain = dossier.plain(fact)
    return PlannedCommitment(
        number=number,
        fact=fact,
        checkability=checkability(fact, plain),
        product=product(plain),
        answers=tuple(
            place
            for place, problem in enumerate(dossier.of(Problem), 1)
            if fact.start in link_of(problem, dossier).commitments
        ),
    )
