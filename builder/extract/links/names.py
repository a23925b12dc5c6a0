"""Names of things of one kind: 红河断面 and 青河断面 are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from builder.vocabulary.environment.work import link_words, matters


def names_another(word: str, text: str, other: str) -> bool:
    """Whether two things of one kind have different names: 红|河断面 and 青|河断面."""
    if _kinds().fullmatch(word) is None:
        return False
    names = [
        {one[at - 1 : at] for at in _places(word, one)} - {"", "|", *link_words().unnamed}
        for one in (text, other)
    ]
    return all(names) and names[0].isdisjoint(names[1])


def _places(word: str, text: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(word), text))


@cache
def _kinds() -> re.Pattern[str]:
    """Kinds of things that have names, and nothing else: 河断面."""
    return re.compile(f"(?:{matters().objects.kinds.pattern})+")
