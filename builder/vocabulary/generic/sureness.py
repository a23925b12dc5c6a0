"""Which cues suffice to call a fact sure, by its kind."""

from __future__ import annotations

from builder.model import Cue
from builder.vocabulary.loading import Entry, reader

CueSets = tuple[frozenset[Cue], ...]


class SufficientCues(Entry):
    """`sureness.toml`: by the name of each kind, sets of cues of which one must agree whole."""

    indicator: CueSets
    tally: CueSets
    quantity: CueSets
    rectification: CueSets
    problem: CueSets
    commitment: CueSets

    def suffice(self, kind: str, cues: frozenset[Cue]) -> bool:
        """Whether the cues that speak for a fact of a kind are enough."""
        return any(needed <= cues for needed in getattr(self, kind))

    def lacking(self, kind: str, cues: frozenset[Cue]) -> tuple[Cue, ...]:
        """The fewest cues that would make a fact of a kind sure, in their order; none where it is.

        A tally without 已 or 完成 in its sentence lacks `words`.
        """
        fewest = min((needed - cues for needed in getattr(self, kind)), key=len)
        return tuple(cue for cue in Cue if cue in fewest)


sufficient_cues = reader("generic/sureness", SufficientCues)
