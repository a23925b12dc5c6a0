"""A sentence that a rule proposes for 要点."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.compare.dossiers import Dossier
from builder.compare.groups import MetricValues
from builder.language import Language


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
