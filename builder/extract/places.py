"""What was found in the text that the rules read, at its places in the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from builder.model import AnyFact, Commitment, Coverage, NumberUse, Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.model import Extraction, Link, Outline

Placed = TypeVar("Placed", bound=AnyFact | Target | NumberUse)


def in_own_offsets(found: Extraction, outline: Outline, offsets: Sequence[int]) -> Extraction:
    """The extraction of a whole text as that of its source, quoted in the source's letters."""
    places = _Places(outline.source.text, offsets)
    return replace(
        found,
        outline=outline,
        facts=tuple(map(places.fact, found.facts)),
        links=tuple(map(places.link, found.links)),
        coverage=Coverage(uses=tuple(map(places.moved, found.coverage.uses))),
    )


class _Places:
    """Leads what stands somewhere to where it stands in the source."""

    def __init__(self, text: str, offsets: Sequence[int]) -> None:
        self._text = text
        self._offsets = offsets

    def fact(self, fact: AnyFact) -> AnyFact:
        """A fact with its quote, and the targets in it."""
        if isinstance(fact, Commitment):
            targets = tuple(
                replace(self.moved(target), quote=self._quote(target.start, target.end))
                for target in fact.targets
            )
            fact = replace(fact, targets=targets)
        return replace(self.moved(fact), quote=self._quote(fact.start, fact.end))

    def link(self, link: Link) -> Link:
        """A link of the same facts."""
        commitments = tuple(self._offsets[start] for start in link.commitments)
        return replace(link, problem=self._offsets[link.problem], commitments=commitments)

    def moved(self, item: Placed) -> Placed:
        """A record at its place in the source."""
        start, end = self._span(item.start, item.end)
        return replace(item, start=start, end=end)

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self._offsets[start], self._offsets[end - 1] + 1

    def _quote(self, start: int, end: int) -> str:
        return self._text[slice(*self._span(start, end))]
