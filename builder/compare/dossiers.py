"""One report with its bureau's row and the mark of every fact: what the tables are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from builder.model import Bureau, Extraction, Fact, Level, ReportLine
from builder.vocabulary.environment.metrics import comparability

Kind = TypeVar("Kind", bound=Fact)
# What ends the mark of a corrected fact, so that every table shows the correction.
CORRECTED = "改"
_STOPS = "。!?\n"
_CLAUSE_STOPS = _STOPS + ",;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A report's facts under its bureau; `number` is its place in the briefing, from 1."""

    number: int
    extraction: Extraction
    bureau: Bureau
    marks: Mapping[Fact, str]

    @property
    def line(self) -> ReportLine:
        """What the report is."""
        return self.extraction.report

    @property
    def short(self) -> str:
        """The bureau's short name, which tables print."""
        return self.bureau.short

    @property
    def identity(self) -> str:
        """What tells that two reports are of one bureau; the report itself where it is unnamed."""
        return self.line.bureau or self.line.report

    @property
    def homes(self) -> tuple[str, ...]:
        """The names of the jurisdiction and of what it lies in, which narrow no scope."""
        region, level = self.line.region, self.line.level
        if level is Level.COUNTY and region and region[-1].endswith("市"):
            # A county-level city calls itself 全市 as well.
            level = Level.CITY
        return (*region, *comparability().own[level])

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


def numbered(facts: Iterable[Fact], mark: str) -> dict[Fact, str]:
    """A mark for every fact in text order: 岳1, 岳2, 岳3改 where it was corrected.

    Equal facts share one.
    """
    return {
        fact: f"{mark}{number}" + (CORRECTED if fact.correction is not None else "")
        for number, fact in enumerate(dict.fromkeys(facts), 1)
    }
