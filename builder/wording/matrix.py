"""问题—整改矩阵: a row for each named problem, with what was done and what is promised."""

from __future__ import annotations

from collections.abc import Iterable

from builder.compare.matters import shared_words
from builder.model import (
    Commitment,
    Link,
    MatrixGap,
    MatrixRow,
    Passage,
    Problem,
    Strength,
)
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.wording.measures import measure_passages, why_words
from builder.wording.wording import Wording
from builder.wording.words import enumeration, folded, theme_words


def matrix_rows(dossiers: Iterable[Dossier], language: Wording) -> tuple[MatrixRow, ...]:
    """All problems, by bureau and in text order."""
    return tuple(
        _row(number, problem, dossier, language)
        for dossier in dossiers
        for number, problem in enumerate(dossier.of(Problem), 1)
    )


def gaps(dossiers: Iterable[Dossier], language: Wording) -> tuple[MatrixGap, ...]:
    """Reports that name no problem of their own."""
    return tuple(
        MatrixGap(
            bureau=language.short(dossier),
            text=language(
                "{bureau}的报告没有写明自身存在的问题，本表无从对应。",
                bureau=language.short(dossier),
            ),
        )
        for dossier in dossiers
        if not dossier.of(Problem)
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


def problem_label(number: int, dossier: Dossier, language: Wording) -> str:
    """How other tables call a problem: 岳-问1."""
    return language("{mark}-问{number}", mark=dossier.mark, number=number)


def _row(number: int, problem: Problem, dossier: Dossier, language: Wording) -> MatrixRow:
    link = link_of(problem, dossier)
    return MatrixRow(
        bureau=language.short(dossier),
        number=number,
        themes=theme_words(problem.themes, language),
        title=problem.title,
        problem=Passage(text=_without_title(problem, dossier), marks=(dossier.marks[problem],)),
        cause=folded(problem.cause or "") or language("未载明"),
        measures=measure_passages(problem, dossier, language),
        commitments=_answers(problem, link, dossier, language),
        strength=link.strength,
        state=_state(link, dossier, language),
    )


def _without_title(problem: Problem, dossier: Dossier) -> str:
    """The quote after its title, which stands beside it; all of it where there is no more."""
    length = len(problem.title) if dossier.plain(problem).startswith(problem.title) else 0
    rest = folded(problem.quote[length:].lstrip("。,，:：;； "))
    return rest or folded(problem.quote)


def _answers(
    problem: Problem, link: Link, dossier: Dossier, language: Wording
) -> tuple[Passage, ...]:
    text = dossier.plain(problem)
    return tuple(
        Passage(
            text=folded(fact.quote),
            marks=(dossier.marks[fact],),
            why=_why(text, fact, link, dossier, language),
        )
        for fact in dossier.of(Commitment)
        if fact.start in link.commitments
    )


def _why(text: str, fact: Commitment, link: Link, dossier: Dossier, language: Wording) -> str:
    """The words of the link that this commitment has too, else the matter that both speak of."""
    if link.correction is not None:
        return language("人工更正：{reason}", reason=link.correction)
    plain = dossier.plain(fact)
    shared = [word for word in link.shared if word in plain]
    if shared:
        return language("共有词：{words}", words=enumeration(shared, language))
    return why_words(shared_words(text, plain), fact, language)


def _state(link: Link, dossier: Dossier, language: Wording) -> str:
    if not dossier.of(Commitment):
        return language("报告没有下一步计划")
    return language(names().strengths[link.strength])
