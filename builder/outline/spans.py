"""A stretch of text by its ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

# Stretches side by side, such as the sentences of a paragraph.
Spans: TypeAlias = Sequence[tuple[int, int]]


class Span(NamedTuple):
    """A stretch from `start` to `end`, which is exclusive."""

    start: int
    end: int
