"""Each named problem with what was done on its matter and what is promised."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.matters import shared_words
from builder.compare.measures import joined, strongest_measures
from builder.model import Commitment, Link, Problem, Strength
from builder.model.comparison import Answer, Dossier, Join, JoinReason, ProblemMatch


def problem_matches(dossiers: Iterable[Dossier]) -> tuple[ProblemMatch, ...]:
    """All problems, by report and in text order."""
    return tuple(
        _match(number, problem, dossier)
        for dossier in dossiers
        for number, problem in enumerate(dossier.of(Problem), 1)
    )


def link_of(problem: Problem, dossier: Dossier) -> Link:
    """The link of a problem; one of strength `none` where the plan was not matched to it."""
    links = {link.problem: link for link in dossier.extraction.links}
    unanswered = Link(
        report=dossier.line.report,
        problem=problem.start,
        commitments=(),
        strength=Strength.NONE,
        shared=(),
    )
    return links.get(problem.start, unanswered)


def _match(number: int, problem: Problem, dossier: Dossier) -> ProblemMatch:
    link = link_of(problem, dossier)
    measures, further = strongest_measures(problem, dossier)
    return ProblemMatch(
        number=number,
        fact=problem,
        body=_body(problem, dossier),
        measures=measures,
        further=further,
        answers=_answers(problem, link, dossier),
        strength=link.strength,
        planned=any(fact.horizon is None for fact in dossier.of(Commitment)),
    )


def _body(problem: Problem, dossier: Dossier) -> str:
    """The quote after its title, which stands beside it; all of it where there is no more."""
    length = len(problem.title) if dossier.plain(problem).startswith(problem.title) else 0
    rest = problem.quote[length:].lstrip("。,，:：;； ")
    return rest if rest.strip() else problem.quote


def _answers(problem: Problem, link: Link, dossier: Dossier) -> tuple[Answer, ...]:
    text = dossier.plain(problem)
    return tuple(
        Answer(fact=fact, join=_join(text, fact, link, dossier))
        for fact in dossier.of(Commitment)
        if fact.start in link.commitments
    )


def _join(text: str, fact: Commitment, link: Link, dossier: Dossier) -> Join:
    """The words of the link that this commitment has too, else the matter that both speak of."""
    if link.correction is not None:
        return Join(reason=JoinReason.CORRECTION, words=(link.correction,))
    plain = dossier.plain(fact)
    shared = tuple(word for word in link.shared if word in plain)
    if shared:
        return Join(reason=JoinReason.WORDS, words=shared)
    return joined(shared_words(text, plain))
