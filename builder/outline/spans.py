"""A stretch of text by its ends."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch from `start` to `end`, which is exclusive."""

    start: int
    end: int
