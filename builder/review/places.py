"""Where quoted words stand in a report."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from builder.model import Source
from builder.read.script import plain_copy
from builder.read.unseen import NOTHING, without_unseen

_ALIKE = 0.6

Span = tuple[int, int]
"""Where words begin and end in a text."""


def places(words: str, source: Source) -> tuple[Span, ...]:
    """All places of the words: in the source's own characters, else in the plain copy.

    So words typed in Simplified or with half-width signs are found in a Traditional text too, and
    words that a line end or a sign that nobody sees parts there.
    """
    words = without_unseen(words)
    if not words:
        return ()
    plain = plain_copy(words).plain
    own = tuple(_found(words, source.text)) or tuple(_found(plain, source.plain))
    return own or tuple(_found_across(plain, source.plain))


def nearest(words: str, source: Source) -> str:
    """The stretch of the report that is most like the words; empty where nothing is alike.

    It is as long as the words and lies around the longest run that they have in common.
    """
    plain = plain_copy(words).plain
    common = SequenceMatcher(None, source.plain, plain, autojunk=False).find_longest_match()
    start = max(0, common.a - common.b)
    stretch = slice(start, start + len(plain))
    likeness = SequenceMatcher(None, source.plain[stretch], plain, autojunk=False).ratio()
    return source.text[stretch].strip() if likeness >= _ALIKE else ""


def _found(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + len(words))


def _found_across(words: str, text: str) -> Iterator[Span]:
    """Places of the words where blanks and unseen signs count for nothing."""
    bare = "".join(words.split())
    kept = [at for at, sign in enumerate(text) if sign != NOTHING and not sign.isspace()]
    if bare:
        for start, end in _found(bare, "".join([text[at] for at in kept])):
            yield kept[start], kept[end - 1] + 1
