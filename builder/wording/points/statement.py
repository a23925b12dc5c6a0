"""A sentence that a rule proposes for 要点."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.model.comparison import Dossier, MetricValues
from builder.wording.wording import Wording
from builder.wording.words import enumeration

# How many items or names one sentence holds before it says how many more there are.
MOST_ITEMS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the rules look at."""

    dossiers: Sequence[Dossier]
    values: Sequence[MetricValues]
    language: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence with its marks inside, what it is about and how much it weighs (0 to 100)."""

    text: str
    code: str
    weight: int
    dossiers: tuple[Dossier, ...]
    computed: bool = False


def listed(items: Sequence[str], language: Wording) -> str:
    """Items in a row; of many the first few, and how many more there are."""
    shown = _shown(items)
    words, left = language("；").join(shown), len(items) - len(shown)
    return language("{items}；另有{count}项见正文", items=words, count=left) if left else words


def named(names: Sequence[str], language: Wording) -> str:
    """Bureaus in a row; of many the first few, and how many they are."""
    shown = _shown(names)
    words = enumeration(shown, language)
    if len(shown) == len(names):
        return words
    return language("{names}等{count}家", names=words, count=len(names))


def _shown(items: Sequence[str]) -> Sequence[str]:
    """The first few of many; the last one takes no more room than saying that it is left out."""
    return items if len(items) <= MOST_ITEMS + 1 else items[:MOST_ITEMS]


def distinct(dossiers: Iterable[Dossier]) -> tuple[Dossier, ...]:
    """Each report once, in the order of their first mention."""
    return tuple({dossier.number: dossier for dossier in dossiers}.values())
