"""The objects and matters that two stretches of text have in common: why they are joined.

All texts here are in Simplified Chinese.
"""

from __future__ import annotations

import re
from functools import cache

from builder.vocabulary.environment.work import matters

_LONGEST_NAME = 10
_LEAST_BEFORE_KIND = 2


def named_matters(text: str) -> tuple[str, ...]:
    """The matters of the vocabulary that a text speaks of, in the vocabulary's order."""
    return tuple(name for name, words in matters().matters.items() if words.within(text))


def shared_matters(one: str, other: str) -> tuple[str, ...]:
    """The matters that both texts speak of."""
    found = named_matters(other)
    return tuple(name for name in named_matters(one) if name in found)


def shared_objects(one: str, other: str) -> tuple[str, ...]:
    """Named objects that stand in both texts: 八仙桥断面, 王子城河, 三塘污水处理厂."""
    names = (
        _shared_name(one, match.start(), match.end(), other) for match in _kinds().finditer(one)
    )
    return tuple(sorted({name for name in names if name}))


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Objects and matters of both texts, named objects first."""
    return (*shared_objects(one, other), *shared_matters(one, other))


def _shared_name(one: str, kind: int, end: int, other: str) -> str:
    """The longest name before a kind that the other text has too; empty where it has none."""
    start = kind
    while start > 0 and _is_han(one[start - 1]) and one[start - 1 : end] in other:
        start -= 1
    if end - start > _LONGEST_NAME:
        return ""
    name = _leads().sub("", one[start:end])
    named = len(name) - (end - kind) >= _LEAST_BEFORE_KIND
    return name if named and name not in matters().objects.generic else ""


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@cache
def _kinds() -> re.Pattern[str]:
    words = sorted(matters().objects.kinds, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _leads() -> re.Pattern[str]:
    words = sorted(matters().objects.leads, key=len, reverse=True)
    return re.compile(f"^(?:{'|'.join(map(re.escape, words))})+")
