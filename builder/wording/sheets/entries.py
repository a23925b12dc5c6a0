"""The rows of 全部数据: a number each, and one for a fact that has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from builder.model import AnyFact, Commitment, Indicator, Qualifier, Quantity, Tally, Target
from builder.model.comparison import Dossier


class TallyNumber(StrEnum):
    """Which number of a tally stands in a row."""

    TOTAL = "total"
    DONE = "done"
    PENDING = "pending"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A number of a fact with its unit, or a fact without one.

    A target is no result: it stands in `target`, and `value` is empty beside it. `first` is set
    once a fact, so that facts can be counted; `grade` is a class of water (Ⅱ).
    """

    fact: AnyFact
    first: bool = True
    value: Decimal | None = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    grade: str = ""
    part: TallyNumber | None = None
    target: Target | None = None


def entries(reports: Iterable[Dossier]) -> tuple[Entry, ...]:
    """The rows of all reports in their order, each in text order."""
    return tuple(
        entry for report in reports for fact in report.extraction.facts for entry in _of(fact)
    )


def _of(fact: AnyFact) -> Iterator[Entry]:
    match fact:
        case Indicator():
            yield _measured(fact)
        case Quantity():
            yield Entry(fact=fact, value=fact.value, unit=fact.unit, qualifier=fact.qualifier)
        case Tally():
            yield from _parts(fact)
        case Commitment(targets=(_, *_)):
            for place, target in enumerate(fact.targets):
                yield Entry(fact=fact, first=not place, target=target)
        case _:
            yield Entry(fact=fact)


def _measured(fact: Indicator) -> Entry:
    """A measured value: a number, a class, or neither where only a change is printed."""
    return Entry(
        fact=fact,
        value=fact.value if isinstance(fact.value, Decimal) else None,
        unit=fact.unit,
        qualifier=fact.qualifier,
        grade=fact.value if isinstance(fact.value, str) else "",
    )


def _parts(fact: Tally) -> Iterator[Entry]:
    """The printed numbers of a set of items; the set itself where it has none."""
    counted = fact.unit or ""
    printed = [
        (part, value, unit)
        for part, value, unit in (
            (TallyNumber.TOTAL, fact.total, counted),
            (TallyNumber.DONE, fact.done, counted),
            (TallyNumber.PENDING, fact.pending, counted),
            (TallyNumber.RATE, fact.rate, "%"),
        )
        if value is not None
    ]
    for number, (part, value, unit) in enumerate(printed):
        yield Entry(fact=fact, first=not number, value=value, unit=unit, part=part)
    if not printed:
        yield Entry(fact=fact)
