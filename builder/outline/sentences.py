"""Stretches cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.clauses import SENTENCE_ENDS

_SENTENCE = re.compile(
    rf"[^\s{SENTENCE_ENDS}][^{SENTENCE_ENDS}]*(?:[{SENTENCE_ENDS}]+[”’」』)》】]*)?"
)


def sentence_spans(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a stretch, without the spaces around it."""
    for match in _SENTENCE.finditer(plain, start, end):
        begin, stop = match.span()
        while plain[stop - 1].isspace():
            stop -= 1
        yield begin, stop
