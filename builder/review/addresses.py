"""How a correction names a fact: its report, its kind, its words, and what tells it from others."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.facts_file import fact_line
from builder.kinds import kind_of
from builder.model import AnyFact, Extraction
from builder.review.places import places

# Keys that tell facts at one place apart.
_TELLING = ("metric", "scope", "value", "subject", "label", "total")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The keys of a correction that lead to one fact and no other."""

    report: str
    kind: str
    quote: str
    nth: int | None = None
    which: dict[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, object]:
        """Those that a correction has to write down, in its order."""
        found: dict[str, object] = {"report": self.report, "kind": self.kind, "quote": self.quote}
        if self.nth is not None:
            found["nth"] = self.nth
        if self.which:
            found["which"] = self.which
        return found


def address(fact: AnyFact, extraction: Extraction) -> Address:
    """The lasting address of a fact of a report."""
    return Address(
        report=fact.report,
        kind=kind_of(fact).name,
        quote=fact.quote,
        nth=_nth(fact, extraction),
        which=_which(fact, extraction),
    )


def _nth(fact: AnyFact, extraction: Extraction) -> int | None:
    """Which of several places of the same words a fact stands at."""
    spots = places(fact.quote, extraction.outline.source)
    starts = [start for start, _ in spots]
    return starts.index(fact.start) + 1 if len(starts) > 1 and fact.start in starts else None


def _which(fact: AnyFact, extraction: Extraction) -> dict[str, str]:
    """The first keys that tell a fact from the others of its kind at its place."""
    line = fact_line(fact)
    others = [
        fact_line(other)
        for other in extraction.facts
        if type(other) is type(fact)
        and other != fact
        and (other.start, other.end) == (fact.start, fact.end)
    ]
    chosen: dict[str, str] = {}
    for key in _TELLING:
        if others and isinstance(line.get(key), str) and any(o[key] != line[key] for o in others):
            chosen[key] = line[key]
            others = [other for other in others if other[key] == line[key]]
    return chosen
