"""What all key findings have in common."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from builder.model.facts import Fact
from builder.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What all key findings have: how much one weighs (0 to 100) and the reports it is about."""

    code: ClassVar[str]
    weight: int
    reports: tuple[str, ...]

    @property
    def about(self) -> str:
        """What it is about, behind its code in the key; empty where there is one of the code."""
        return ""

    @property
    def key(self) -> str:
        """What briefing.toml calls it."""
        return f"{self.code}:{self.about}" if self.about else self.code

    @property
    def kind(self) -> str:
        """Of each kind one is chosen before a second one."""
        return self.code

    @property
    def matter(self) -> str:
        """What is said only once on page 1."""
        return self.key

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that prove it."""
        return ()

    @property
    def counts(self) -> tuple[Decimal | int, ...]:
        """Numbers of its sentence that stand in no source: counts, and what is left."""
        return ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The times that its sentence may name."""
        return ()
