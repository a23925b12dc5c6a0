"""Stretches cut into sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from builder.clauses import SENTENCE_ENDS

_SENTENCE = re.compile(
    rf"[^\s{SENTENCE_ENDS}][^{SENTENCE_ENDS}]*(?:[{SENTENCE_ENDS}]+[”’」』)》】]*)?"
)


# Leads are looked for in all sentences of a text before it is cut into them.
@lru_cache(maxsize=512)
def sentence_spans(plain: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of a stretch, without the spaces around it."""
    found = []
    for match in _SENTENCE.finditer(plain, start, end):
        begin, stop = match.span()
        while plain[stop - 1].isspace():
            stop -= 1
        found.append((begin, stop))
    return tuple(found)
