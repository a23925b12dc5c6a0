"""Each named problem with what was done on its matter and what is promised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.compare.matters import shared_words
from builder.compare.measures import Work, is_told, joined, strongest_measures, works
from builder.compare.settled import is_settled
from builder.model import Commitment, Link, Problem, Role, Strength
from builder.model.comparison import Answer, Dossier, Join, JoinReason, ProblemMatch
from builder.text.themes import heads
from builder.vocabulary.environment.conclusions import turned

_RUN = 4


def problem_matches(dossiers: Iterable[Dossier]) -> tuple[ProblemMatch, ...]:
    """All problems, by report and in text order."""
    return tuple(match for dossier in dossiers for match in _matches(dossier))


def _matches(dossier: Dossier) -> Iterator[ProblemMatch]:
    done = works(dossier)
    for number, problem in enumerate(dossier.of(Problem), 1):
        yield _match(number, problem, done, dossier)


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


def _match(number: int, problem: Problem, done: Iterable[Work], dossier: Dossier) -> ProblemMatch:
    link = link_of(problem, dossier)
    # Only what is not put right yet needs a promise.
    settled = link.strength is not Strength.DIRECT and is_settled(problem, dossier)
    strength = Strength.SETTLED if settled else link.strength
    planned = any(fact.horizon is None for fact in dossier.of(Commitment))
    measures, further = strongest_measures(problem, done, dossier)
    return ProblemMatch(
        number=number,
        fact=problem,
        body=_body(problem, dossier),
        measures=measures,
        further=further,
        told=bool(measures) or is_told(problem, dossier),
        answers=() if settled else _answers(problem, link, dossier),
        strength=strength,
        planned=planned,
        heads=heads(problem.title, dossier.plain(problem)),
        spoken=planned and strength is Strength.NONE and _is_spoken_of(problem, dossier),
    )


def _body(problem: Problem, dossier: Dossier) -> str:
    """The quote after its title, which stands beside it; all of it where there is no more."""
    length = len(problem.title) if dossier.plain(problem).startswith(problem.title) else 0
    rest = problem.quote[length:].lstrip("。,，:：;； ")
    return rest if rest.strip() else problem.quote


def _answers(problem: Problem, link: Link, dossier: Dossier) -> tuple[Answer, ...]:
    """Next year's first; what is promised for later years stands behind them."""
    text = dossier.plain(problem)
    answering = (fact for fact in dossier.of(Commitment) if fact.start in link.commitments)
    return tuple(
        Answer(fact=fact, join=_join(text, fact, link, dossier))
        for fact in sorted(answering, key=lambda fact: fact.horizon is not None)
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


def _is_spoken_of(problem: Problem, dossier: Dossier) -> bool:
    """Whether the plan, or a heading in it, has four letters in a row of a problem's title.

    `针对存在问题，将着力加强政策解读质效` is no promise, but nobody can say that it is passed over.
    """
    outline = dossier.extraction.outline
    said = [outline.source.plain[s.start : s.end] for s in outline.sentences if s.role is Role.PLAN]
    said += [fact.headings[-1] for fact in dossier.of(Commitment) if fact.headings]
    title = turned(problem.title, dossier.plain(problem))
    runs = [title[at : at + _RUN] for at in range(len(title) - _RUN + 1)]
    return any(run in words for words in said for run in runs)
