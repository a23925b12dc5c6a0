"""A report's text without layout and the times in it, which every stage from here on asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder.text.dates import Time, times
from builder.text.normalized import NormalizedText, normalized_text

if TYPE_CHECKING:
    from builder.model import Outline


class TimedText(NamedTuple):
    """The text without layout, and every expression of time in it."""

    normalized: NormalizedText
    times: tuple[Time, ...]


class _Last:
    """What was found last: `check` asks for what `extract` has asked for right before."""

    found: tuple[Outline, TimedText] | None = None

    @classmethod
    def cache_clear(cls) -> None:
        """Forget it: other words may be taken into use."""
        cls.found = None


def timed_text(outline: Outline) -> TimedText:
    """The text and times of an outline."""
    last = _Last.found
    if last is not None and last[0] is outline:
        return last[1]
    found = _timed_text(outline)
    _Last.found = (outline, found)
    return found


def _timed_text(outline: Outline) -> TimedText:
    if outline.whole is None:
        normalized = normalized_text(outline)
        return TimedText(normalized, times(normalized.text))
    # The text is the same, at other places of the source.
    return TimedText(normalized_text(outline), timed_text(outline.whole.outline).times)
