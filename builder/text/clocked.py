"""What stages after extraction need of a report's text: without layout, and with its times."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder.text.dates import Time, times
from builder.text.normalized import Compact, compact

if TYPE_CHECKING:
    from builder.model import Outline


class Clocked(NamedTuple):
    """A compact text and every expression of time in it."""

    compact: Compact
    times: tuple[Time, ...]


def clocked(outline: Outline) -> Clocked:
    """A report's compact text with its times, read anew."""
    found = compact(outline)
    return Clocked(found, times(found.text))
