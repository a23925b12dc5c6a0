"""附录: every fact with its quote, section and offsets."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from builder.model import (
    Evidence,
    EvidenceList,
    Fact,
    Indicator,
    Problem,
    Quantity,
    Section,
    Tally,
)
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.wording.wording import Wording


def evidence_lists(dossiers: Iterable[Dossier], language: Wording) -> tuple[EvidenceList, ...]:
    """All marks of each report in text order."""
    return tuple(
        EvidenceList(
            bureau=language.short(dossier),
            entries=tuple(
                _entry(number, fact, mark, dossier, language)
                for number, (fact, mark) in enumerate(dossier.marks.items(), 1)
            ),
        )
        for dossier in dossiers
    )


def _entry(number: int, fact: Fact, mark: str, dossier: Dossier, language: Wording) -> Evidence:
    return Evidence(
        mark=mark,
        anchor=f"e{dossier.number}-{number}",
        kind=language(names().kinds[type(fact).__name__.lower()]),
        label=_label(fact, language),
        quote=fact.quote,
        section=_section(fact, dossier) or language("未分标题"),
        start=fact.start,
        end=fact.end,
        correction=_correction(fact, language),
    )


def _correction(fact: Fact, language: Wording) -> str:
    if fact.correction is None:
        return ""
    return language("人工更正：{reason}", reason=fact.correction)


@singledispatch
def _label(fact: Fact, language: Wording) -> str:
    """What a fact is about; its themes where it has no name of its own."""
    return language("、").join(language(names().themes[theme]) for theme in fact.themes)


@_label.register
def _(fact: Indicator, language: Wording) -> str:
    name = language(names().metrics[fact.metric])
    return (
        name if fact.scope is None else language("{name}（{scope}）", name=name, scope=fact.scope)
    )


@_label.register
def _(fact: Tally, language: Wording) -> str:
    return fact.subject or language("未载明")


@_label.register
def _(fact: Quantity, language: Wording) -> str:
    return fact.label or language("未载明")


@_label.register
def _(fact: Problem, language: Wording) -> str:
    return fact.title or language("未载明")


def _section(fact: Fact, dossier: Dossier) -> str:
    """The headings above a fact, outermost first."""
    if fact.headings:
        return " › ".join(fact.headings)
    sections = dossier.extraction.outline.sections
    inside = [section for section in sections if section.start <= fact.start < section.end]
    deepest: Section | None = max(inside, key=lambda section: section.level, default=None)
    path: list[str] = []
    while deepest is not None:
        path.insert(0, deepest.heading)
        deepest = None if deepest.parent is None else sections[deepest.parent]
    return " › ".join(path)
