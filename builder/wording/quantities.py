"""执法、信访与服务: quantities of the same kind that two or more bureaus report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.model import (
    Fact,
    OtherFigure,
    Qualifier,
    Quantity,
    QuantityGroup,
    QuantityRow,
    Tally,
    Theme,
)
from builder.model.comparison import Dossier
from builder.vocabulary.environment.work import QuantityKind, quantity_kinds
from builder.wording.periods import period_words
from builder.wording.wording import Wording
from builder.wording.words import enumeration, figure, theme_words, unit_words

_THEMES = tuple(Theme)
# A label says the year where it is not the report's: 2023年罚款, 2016年以来整改.
_OTHER_TIME = re.compile(r"\d{4}年")


def quantity_groups(dossiers: Sequence[Dossier], language: Wording) -> tuple[QuantityGroup, ...]:
    """One group a kind, in the order of the vocabulary."""
    found = ((kind, _members(kind, dossiers)) for kind in quantity_kinds().kinds)
    return tuple(_group(kind, members, language) for kind, members in found if _several(members))


def others(dossiers: Iterable[Dossier], language: Wording) -> tuple[OtherFigure, ...]:
    """Quantities that are in no group, by report and theme."""
    dossiers = tuple(dossiers)
    members = [_members(kind, dossiers) for kind in quantity_kinds().kinds]
    shown = {
        (dossier.number, fact) for found in members if _several(found) for dossier, fact in found
    }
    return tuple(
        OtherFigure(
            bureau=language.short(dossier),
            label=fact.label,
            figure=figure(fact.value, fact.unit, fact.qualifier, (dossier.marks[fact],), language),
            themes=theme_words(fact.themes, language),
        )
        for dossier in dossiers
        for fact in sorted(dossier.of(Quantity), key=_theme)
        if (dossier.number, fact) not in shown
    )


def _theme(fact: Quantity) -> list[int]:
    """Where its themes stand in the contract's order."""
    return [_THEMES.index(theme) for theme in fact.themes]


def _members(kind: QuantityKind, dossiers: Sequence[Dossier]) -> list[tuple[Dossier, Fact]]:
    return [
        (dossier, fact)
        for dossier in dossiers
        for fact in dossier.extraction.facts
        if _is_of(kind, fact)
    ]


def _is_of(kind: QuantityKind, fact: Fact) -> bool:
    if isinstance(fact, Tally):
        return fact.source in kind.tallies and (fact.total or fact.done) is not None
    if not isinstance(fact, Quantity) or fact.unit not in kind.units:
        return False
    if _OTHER_TIME.match(fact.label):
        return False
    named = any(word in fact.label for word in kind.any)
    return named and not any(word in fact.label for word in kind.none)


def _several(members: Sequence[tuple[Dossier, Fact]]) -> bool:
    return len({dossier.identity for dossier, _ in members}) > 1


def _group(
    kind: QuantityKind, members: Sequence[tuple[Dossier, Fact]], language: Wording
) -> QuantityGroup:
    units = dict.fromkeys(
        unit_words(fact.unit, language) for _, fact in members if isinstance(fact, Quantity)
    )
    return QuantityGroup(
        title=language(kind.title),
        unit=enumeration(units, language) or language("无单位"),
        rows=_told_apart(members, language),
        note=_note(members, language),
    )


def _told_apart(
    members: Sequence[tuple[Dossier, Fact]], language: Wording
) -> tuple[QuantityRow, ...]:
    """The rows; where one bureau's have the same label, the label says the theme too."""
    rows = [_row(dossier, fact, language) for dossier, fact in members]
    names = [(row.bureau, row.label) for row in rows]
    return tuple(
        replace(row, label=_with_theme(row.label, fact, language)) if names.count(name) > 1 else row
        for row, name, (_, fact) in zip(rows, names, members, strict=True)
    )


def _with_theme(label: str, fact: Fact, language: Wording) -> str:
    theme = enumeration(theme_words(fact.themes[:1], language), language)
    return language("{label}（{theme}）", label=label, theme=theme)


def _row(dossier: Dossier, fact: Fact, language: Wording) -> QuantityRow:
    marks = (dossier.marks[fact],)
    if isinstance(fact, Tally):
        count, role = (fact.total, "受理") if fact.total is not None else (fact.done, "办结")
        label = language("{subject}（{role}）", subject=fact.subject, role=language(role))
        shown = figure(count, "", Qualifier.EQUAL, marks, language)
        return QuantityRow(
            bureau=language.short(dossier),
            label=label,
            figure=shown,
            unit=language("未载明"),
            period=period_words(fact.period, language),
        )
    assert isinstance(fact, Quantity)
    return QuantityRow(
        bureau=language.short(dossier),
        label=fact.label,
        figure=figure(fact.value, fact.unit, fact.qualifier, marks, language),
        unit=unit_words(fact.unit, language) or language("未载明"),
        period=period_words(dossier.line.period, language),
    )


def _note(members: Sequence[tuple[Dossier, Fact]], language: Wording) -> str:
    notes = []
    periods = {dossier.line.period for dossier, _ in members}
    if len(periods) > 1:
        notes.append(language("报告期不同，数量不能相比。"))
    units = {fact.unit for _, fact in members if isinstance(fact, Quantity)}
    if len(units) > 1:
        notes.append(language("单位按原文，不换算。"))
    return "".join(notes)
