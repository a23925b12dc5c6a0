"""Quantities of the same kind that two or more bureaus report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from builder.compare.generality import is_general
from builder.compare.raised import is_of_all_letters
from builder.model import BureauKind, Fact, Quantity, Tally, every_theme
from builder.model.comparison import Dossier, QuantityEntry, QuantitySet, TallyPart
from builder.vocabulary.environment.work import QuantityKind, quantity_kinds

# A label says the time where it is not the report's: 2023年罚款, 2016年以来整改, 五年累计投入.
_OTHER_TIME = re.compile(
    r"^\d{4}年|[一二两三四五六七八九十]年(?:来|间|以来)?累计|近[一二两三四五六七八九十]年|十[一二三四五]五"
)

Member = tuple[Dossier, Quantity | Tally]


def quantity_sets(dossiers: Sequence[Dossier]) -> tuple[QuantitySet, ...]:
    """One set a kind, in the order of the vocabulary."""
    return tuple(_set(kind, members) for kind, members in _shared(dossiers))


def other_quantities(dossiers: Sequence[Dossier]) -> tuple[Quantity, ...]:
    """Quantities that are in no set, by report and theme."""
    shown = {
        (dossier.number, fact) for _, members in _shared(dossiers) for dossier, fact in members
    }
    return tuple(
        fact
        for dossier in dossiers
        for fact in sorted(dossier.of(Quantity), key=_theme)
        if (dossier.number, fact) not in shown
    )


def _theme(fact: Quantity) -> list[int]:
    """Where its themes stand in the contract's order."""
    order = every_theme()
    return [order.index(theme) for theme in fact.themes]


def _shared(dossiers: Sequence[Dossier]) -> list[tuple[QuantityKind, list[Member]]]:
    """The kinds of which two bureaus or more report figures."""
    found = ((kind, _members(kind, dossiers)) for kind in quantity_kinds().kinds)
    return [(kind, members) for kind, members in found if _several(members)]


def _members(kind: QuantityKind, dossiers: Sequence[Dossier]) -> list[Member]:
    members = [
        (dossier, fact)
        for dossier in dossiers
        for fact in _wholes(
            fact
            for fact in dossier.extraction.facts
            if isinstance(fact, Quantity | Tally)
            and _is_of(kind, fact)
            and is_general(fact, dossier)
        )
    ]
    return _alike(members)


def _alike(members: list[Member]) -> list[Member]:
    """Members without those of several years, and of other bureaus' work, beside the rest.

    Fines of five years, and those of a city's water bureau, are others than a year's for pollution.
    """
    longer = [dossier.line.spans_years for dossier, _ in members]
    others = [dossier.line.bureau_kind is BureauKind.OTHER for dossier, _ in members]
    return [
        member
        for member, long, other in zip(members, longer, others, strict=True)
        if not (long and not all(longer)) and not (other and not all(others))
    ]


def _wholes(facts: Iterable[Quantity | Tally]) -> list[Quantity | Tally]:
    """Figures without the parts of one beside them: 立案, and not 青屏县立案 or 涉气投诉."""
    found = list(facts)
    every = [
        fact.total or 0 for fact in found if isinstance(fact, Tally) and is_of_all_letters(fact)
    ]
    largest = max(every, default=0)
    found = [f for f in found if not _is_part_of_letters(f, largest)]
    labels = {_label(fact)[0] for fact in found}
    return [
        fact
        for fact in found
        if not any(_label(fact)[0].endswith(label) and _label(fact)[0] != label for label in labels)
    ]


def _is_part_of_letters(fact: Quantity | Tally, largest: Decimal | int) -> bool:
    if not isinstance(fact, Tally) or fact.total is None or is_of_all_letters(fact):
        return False
    return fact.total < largest


def _is_of(kind: QuantityKind, fact: Fact) -> bool:
    if isinstance(fact, Tally):
        counted = fact.source in kind.tallies and (fact.total or fact.done) is not None
        return counted and not kind.none.within(fact.subject)
    if not isinstance(fact, Quantity) or fact.unit not in kind.units:
        return False
    if _OTHER_TIME.search(fact.label):
        return False
    named = kind.any.within(fact.label)
    return named and not kind.none.within(fact.label)


def _several(members: Sequence[Member]) -> bool:
    return len({dossier.identity for dossier, _ in members}) > 1


def _set(kind: QuantityKind, members: Sequence[Member]) -> QuantitySet:
    labels = Counter((dossier.number, _label(fact)) for dossier, fact in members)
    units = {fact.unit for _, fact in members if isinstance(fact, Quantity)}
    return QuantitySet(
        kind=kind.title,
        entries=tuple(
            _entry(fact, themed=labels[dossier.number, _label(fact)] > 1)
            for dossier, fact in members
        ),
        periods_differ=len({dossier.line.period for dossier, _ in members}) > 1,
        units_differ=len(units) > 1,
    )


def _label(fact: Quantity | Tally) -> tuple[str, TallyPart | None]:
    """What a figure is called, by which a reader tells it from the bureau's others."""
    return (fact.subject, _part(fact)) if isinstance(fact, Tally) else (fact.label, None)


def _part(fact: Tally) -> TallyPart:
    return TallyPart.DONE if fact.total is None else TallyPart.TOTAL


def _entry(fact: Quantity | Tally, *, themed: bool) -> QuantityEntry:
    if isinstance(fact, Quantity):
        return QuantityEntry(fact=fact, value=fact.value, part=None, themed=themed)
    part = _part(fact)
    value = fact.total if part is TallyPart.TOTAL else fact.done
    assert value is not None  # else it would be of no kind
    return QuantityEntry(fact=fact, value=value, part=part, themed=themed)
