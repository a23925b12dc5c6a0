"""Corrections by the marks of the briefing: which sentence a mark such as 岳22 means.

It means the sentence that has it in the briefing which the corrections above make, for that is the
one that a person read. The marks themselves are made by later stages and are given from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from builder.model import Extraction
from builder.review.outcomes import Outcome
from builder.review.places import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """A sentence of a report."""

    report: str
    stretch: Span


MarkedSentences = Callable[[Iterable[Extraction]], Mapping[str, MarkedSentence]]
"""Gives the sentences of a briefing of some reports by their marks."""


def without_marks(_: Iterable[Extraction]) -> Mapping[str, MarkedSentence]:
    """Reports that no briefing is made of have no marks."""
    return {}


class Marks:
    """The marks as the corrections so far leave them; found anew only where they may have moved."""

    def __init__(self, marked: MarkedSentences) -> None:
        self._marked = marked
        self._known: Mapping[str, MarkedSentence] | None = None

    def place(self, mark: str, reports: Iterable[Extraction]) -> MarkedSentence | None:
        """The sentence of a mark, or None where no sentence has it."""
        if self._known is None:
            self._known = self._marked(reports)
        return self._known.get(mark)

    def note(self, outcome: Outcome) -> None:
        """Forget the marks where a correction has changed which sentences are cited, or where."""
        if outcome.before is not None or outcome.after is not None:
            self._known = None
