"""Words of the vocabulary as parts of patterns: nobody writes a regular expression in TOML."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """The words as one pattern that takes the longest; it must stand in a group of its own.

    Words that begin alike share a branch, 水(?:质断面|质|体), so that few branches are tried.
    """
    following: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=_longest_first):
        following[word[0]].append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (ends[0] if len(ends) == 1 else f"(?:{'|'.join(ends)})")
        for first, ends in following.items()
    )


def each(words: Iterable[str], following: str) -> str:
    """Each word with the pattern that follows it, as one pattern.

    It finds what `(?:word|word)following` finds, but every branch begins with a fixed character,
    so that most places of a text are passed over at once.
    """
    return "|".join(re.escape(word) + following for word in sorted(words, key=_longest_first))


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word
