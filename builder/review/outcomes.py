"""What became of a correction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from builder.model import AnyFact, Link, ReportLine
from builder.review.corrections import Correction


class State(StrEnum):
    """What became of a correction."""

    APPLIED = "applied"
    UNNEEDED = "unneeded"
    STALE = "stale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A correction with its state; `message` is a msgid with `values`, as in a finding.

    `report` is the one that it is about, empty where there is none. `before` and `after` are what
    it changed: nothing before an addition, nothing after a removal, neither where nothing changed.
    """

    correction: Correction
    state: State
    message: str
    values: tuple[tuple[str, str], ...] = ()
    report: str = ""
    before: AnyFact | Link | ReportLine | None = None
    after: AnyFact | Link | ReportLine | None = None

    @property
    def text(self) -> str:
        """The message with its values."""
        return self.message.format(**dict(self.values))
