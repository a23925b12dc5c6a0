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


sufficient_cues = reader("generic/sureness", SufficientCues)
