"""Sentences and clauses in the normalised text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from builder.clauses import CLAUSE_ENDS_AND_COLON, EVERY_END
from builder.vocabulary.generic.amounts import noun_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Outline, Role
    from builder.text.normalized import NormalizedText

# A bracket is no end of a clause, and neither is the comma of 1,234 or the colon of 15:34. A class
# of characters comes first, so that most places are passed over at once.
BREAKS = re.compile(rf"[({EVERY_END}\n](?:(?<=\()[^()\n]*\)|(?<!\()(?!(?<=\d[,:])\d))")
MAX_NAME_CHARACTERS = 24

# Real sentences are shorter; what is longer has lost its full stops.
MAX_SENTENCE_CHARACTERS = 1200


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSentence:
    """A sentence in the normalised text; `block` is equal in all sentences of one item and line."""

    start: int
    end: int
    role: Role
    headings: tuple[str, ...]
    block: tuple[int | None, int | None, int]


def text_sentences(
    outline: Outline, normalized: NormalizedText, tables: tuple[tuple[int, int], ...]
) -> tuple[TextSentence, ...]:
    """The outline's sentences where they stand in the normalised text, without those in tables."""
    found: list[TextSentence] = []
    line = 0
    firsts = [first for first, _ in tables]
    for sentence, (start, end) in zip(outline.sentences, normalized.sentences, strict=True):
        table = bisect_right(firsts, sentence.start) - 1
        if table >= 0 and sentence.start < tables[table][1]:
            continue
        if found and "\n" in normalized.text[found[-1].end : start]:
            line += 1
        block = (sentence.section, sentence.item, line)
        named = found and found[-1].block == block and _only_names(normalized.text, found[-1])
        begin = found.pop().start if named else start
        found += (
            TextSentence(
                start=first, end=last, role=sentence.role, headings=sentence.headings, block=block
            )
            for first, last in _pieces(normalized.text, begin, end)
        )
    return tuple(found)


def _only_names(text: str, sentence: TextSentence) -> bool:
    """Whether a sentence is but the name of what the next one measures: PM2.5年均浓度(10分)。"""
    short = sentence.end - sentence.start <= MAX_NAME_CHARACTERS
    return short and _name_alone().fullmatch(text, sentence.start, sentence.end) is not None


@cache
def _name_alone() -> re.Pattern[str]:
    words = noun_words()
    return re.compile(
        rf"[^{CLAUSE_ENDS_AND_COLON}]+{words.measured_names.group}{words.circumstances.group}?"
        r"(?:\(\d+分\))?[。:]"
    )


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or in pieces of bounded length, so that time grows with length only."""
    while end - start > MAX_SENTENCE_CHARACTERS:
        stop = max(text.rfind(sign, start, start + MAX_SENTENCE_CHARACTERS) for sign in ",;、")
        cut = stop + 1 if stop > start else start + MAX_SENTENCE_CHARACTERS
        yield start, cut
        start = cut
    yield start, end


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a stretch: what stands between , ; : and sentence ends."""
    found = []
    for match in BREAKS.finditer(text, start, end):
        if len(match[0]) == 1:
            found.append((start, match.start()))
            start = match.end()
    found.append((start, end))
    return [span for span in found if span[0] < span[1]]
