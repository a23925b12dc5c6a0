"""Theme × report: how many problems, measures and commitments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from builder.compare.measures import pieces_of_work
from builder.model import (
    Checkability,
    Commitment,
    Fact,
    Problem,
    Rectification,
    Tally,
    Theme,
    every_theme,
)
from builder.model.comparison import Dossier, Plan, ThemeCount, ThemeCounts

_MEASURES = (Rectification, Tally)


def theme_counts(dossiers: Sequence[Dossier], plans: Iterable[Plan]) -> tuple[ThemeCounts, ...]:
    """The themes of which some report has a problem, a measure or a commitment."""
    columns = [_by_theme(dossier, plan) for dossier, plan in zip(dossiers, plans, strict=True)]
    present = {theme for dossier in dossiers for theme in _present(dossier)}
    return tuple(
        ThemeCounts(theme=theme, counts=tuple(column[theme] for column in columns))
        for theme in every_theme()
        if theme in present
    )


def _present(dossier: Dossier) -> set[Theme]:
    kinds = (Problem, *_MEASURES, Commitment)
    return set(
        _main_themes(
            fact
            for fact in dossier.extraction.facts
            if isinstance(fact, kinds) and not (isinstance(fact, Commitment) and fact.horizon)
        )
    )


def _by_theme(dossier: Dossier, plan: Plan) -> dict[Theme, ThemeCount]:
    problems = Counter(_main_themes(dossier.of(Problem)))
    measures = Counter(_main_themes(_measures(dossier)))
    promises = Counter(_main_themes(item.fact for item in plan.commitments))
    checkable = Counter(
        _main_themes(
            item.fact for item in plan.commitments if item.checkability is not Checkability.GENERAL
        )
    )
    return {
        theme: ThemeCount(
            report=dossier.line.report,
            problems=problems[theme] if dossier.of(Problem) else None,
            measures=measures[theme],
            commitments=promises[theme] if plan.commitments else None,
            checkable=checkable[theme],
        )
        for theme in every_theme()
    }


def _main_themes(facts: Iterable[Fact]) -> list[Theme]:
    return [fact.themes[0] for fact in facts if fact.themes]


def _measures(dossier: Dossier) -> list[Fact]:
    """The longest fact of each piece of work that has a rectification or a tally."""
    return [
        max(facts, key=lambda fact: fact.end - fact.start)
        for facts in pieces_of_work(dossier)
        if any(isinstance(fact, _MEASURES) for fact in facts)
    ]
