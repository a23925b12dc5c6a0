"""What an extractor of facts with numbers gives: the facts, and what became of the numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.model import Fact

Kind_co = TypeVar("Kind_co", bound=Fact, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted(Generic[Kind_co]):
    """Facts of one kind; numbers are named by where they start in the normalised text.

    `used` are those that the facts hold, `targets` those that are no results but to be reached,
    and of those in `doubted` it is not sure whose they are.
    """

    facts: tuple[Kind_co, ...]
    used: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    doubted: frozenset[int] = frozenset()

    @property
    def taken(self) -> frozenset[int]:
        """All numbers that a later extractor leaves alone."""
        return self.used | self.targets | self.doubted
