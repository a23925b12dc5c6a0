"""Reports with the names of their bureaus, and what a scope covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from builder.model.comparison.material import Caution, Masked
from builder.model.facts import Fact, ReportLine
from builder.model.findings import Extraction
from builder.model.period import Period

Kind = TypeVar("Kind", bound=Fact)

_MASK = re.compile(r"[XxＸ×*＊○]{1,}|某")
_STOPS = "。!?\n"
_CLAUSE_STOPS = _STOPS + ",;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class BureauName:
    """What tells a bureau from the others: its place, and of namesakes the period or a number.

    `dated` says that the period belongs to the name; `number` counts from 1 those that share both,
    and is 0 where none does.
    """

    place: str
    dated: bool = False
    period: Period | None = None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A report's facts under its bureau; `number` is its place in the briefing, from 1.

    `homes` are the names of the jurisdiction and of what it lies in, which narrow no scope;
    `masked` is what its placeholders hide.
    """

    number: int
    extraction: Extraction
    name: BureauName
    homes: tuple[str, ...]
    cautions: tuple[Caution, ...]
    masked: tuple[Masked, ...] = ()

    @property
    def line(self) -> ReportLine:
        """What the report is."""
        return self.extraction.report

    @property
    def identity(self) -> str:
        """What tells that two reports are of one bureau; the report itself where it is unnamed."""
        return self.line.bureau or self.line.report

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The facts of a kind in text order."""
        return tuple(fact for fact in self.extraction.facts if isinstance(fact, kind))

    def plain(self, fact: Fact) -> str:
        """A fact's quote in Simplified Chinese, for comparing words."""
        return self.extraction.outline.source.plain[fact.start : fact.end]

    def sentence(self, fact: Fact) -> str:
        """The sentence that a fact begins in, in Simplified Chinese."""
        return self._around(fact.start, fact.start, _STOPS)

    def clause(self, start: int, end: int) -> str:
        """The clauses that a stretch lies in, in Simplified Chinese."""
        return self._around(start, end, _CLAUSE_STOPS)

    def _around(self, start: int, end: int, stops: str) -> str:
        """The text from the last stop before a place to the first one after another."""
        text = self.extraction.outline.source.plain
        first = max(text.rfind(stop, 0, start) for stop in stops) + 1
        ends = [text.find(stop, max(end - 1, 0)) for stop in stops]
        return text[first : min((found for found in ends if found >= 0), default=len(text))]


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope taken apart: the facets it narrows, and the name of an object if it has one."""

    facets: frozenset[tuple[str, str]]
    name: str

    @property
    def whole(self) -> bool:
        """Whether it is the whole jurisdiction."""
        return not self.facets and not self.name

    @property
    def masked(self) -> bool:
        """Whether the name is masked, so that nobody knows what it is."""
        return _MASK.search(self.name) is not None

    def narrows(self, facet: str) -> bool:
        """Whether it narrows this: area, level, object, statistic, time, condition."""
        return any(identity == facet for identity, _ in self.facets)
