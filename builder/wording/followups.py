"""Last year's promises: what a bureau's later report tells of its earlier plan."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model import FollowUp, Passage
from builder.model.comparison import (
    Cited,
    FollowedCommitment,
    PlannedCommitment,
    SourceSentence,
)
from builder.vocabulary.environment.names import names
from builder.wording.part import Part
from builder.wording.words import folded


class FollowUps(Part):
    """The rows of last year's promises."""

    def rows(self, followed: Iterable[FollowedCommitment]) -> tuple[FollowUp, ...]:
        """One row a promise."""
        return tuple(map(self._row, followed))

    def _row(self, followed: FollowedCommitment) -> FollowUp:
        language, promise = self.language, followed.promise
        return FollowUp(
            bureau=language.bureau(promise.fact.report),
            number=promise.number,
            promise=self.quoted(promise.fact),
            target=self._target(promise),
            reported=tuple(map(self._reported, followed.reported)),
            followed=followed.followed,
            state=language(names().followed[followed.followed]),
        )

    def _reported(self, told: Cited | SourceSentence) -> Passage:
        if isinstance(told, SourceSentence):
            return Passage(text=folded(told.text), marks=())
        return self.quoted(told.fact, label=told.label)

    def _target(self, promise: PlannedCommitment) -> str:
        """What can be checked: the numbers, else the product, and the deadline."""
        parts = [folded(target.quote) for target in promise.fact.targets]
        if not parts and promise.fact.product is not None:
            parts.append(folded(promise.fact.product))
        if promise.fact.deadline is not None:
            parts.append(folded(promise.fact.deadline))
        return self.language("；").join(parts)
