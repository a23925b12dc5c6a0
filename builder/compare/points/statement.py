"""A sentence that a rule proposes for 要点."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.compare.dossiers import Dossier
from builder.compare.groups import MetricValues
from builder.compare.words import enumeration
from builder.language import Language

# How many items or names one sentence holds before it says how many more there are.
MOST_ITEMS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the rules look at."""

    dossiers: Sequence[Dossier]
    values: Sequence[MetricValues]
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence with its marks inside, what it is about and how much it weighs (0 to 100)."""

    text: str
    code: str
    weight: int
    dossiers: tuple[Dossier, ...]
    computed: bool = False


def listed(items: Sequence[str], language: Language) -> str:
    """Items in a row; of many the first few, and how many more there are."""
    words = language("；").join(items[:MOST_ITEMS])
    left = len(items) - MOST_ITEMS
    return words if left <= 0 else language("{items}；另有{count}项见正文", items=words, count=left)


def named(names: Sequence[str], language: Language) -> str:
    """Bureaus in a row; of many the first few, and how many they are."""
    words = enumeration(names[:MOST_ITEMS], language)
    many = len(names) > MOST_ITEMS
    return language("{names}等{count}家", names=words, count=len(names)) if many else words


def distinct(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """Each report once, in the order of their first mention."""
    return tuple({dossier.number: dossier for dossier in dossiers}.values())
