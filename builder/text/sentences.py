"""Sentences and clauses in the normalised text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import CLAUSE_ENDS_AND_COLON, EVERY_END
from builder.model import Odds
from builder.outline.marks import opening_mark
from builder.text.number_cues import number_cues
from builder.vocabulary.generic.amounts import noun_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Outline, Role, Sentence
    from builder.text.normalized import NormalizedText

# A bracket is no end of a clause, and neither is the comma of 1,234 or the colon of 15:34. A class
# of characters comes first, so that most places are passed over at once.
BREAKS = re.compile(rf"[({EVERY_END}\n](?:(?<=\()[^()\n]*\)|(?<!\()(?!(?<=\d[,:])\d))")
MAX_NAME_CHARACTERS = 36
_WORD = re.compile(r"\S")

# Real sentences are shorter; what is longer has lost its full stops.
MAX_SENTENCE_CHARACTERS = 1200


class TextSentence(NamedTuple):
    """A sentence in the normalised text; `block` is equal in all sentences of one item and line.

    `weighed` is the role that its letters make likeliest by far, if any does; `told` says whether
    the text told its role and its letters make none likelier.
    """

    start: int
    end: int
    role: Role
    headings: tuple[str, ...]
    block: tuple[int | None, int | None, int]
    weighed: Role | None = None
    told: bool = True


def text_sentences(
    outline: Outline, normalized: NormalizedText, tables: tuple[tuple[int, int], ...]
) -> tuple[TextSentence, ...]:
    """The outline's sentences where they stand in the normalised text, without those in tables."""
    found: list[TextSentence] = []
    line = 0
    firsts = [first for first, _ in tables]
    rules = {
        headings: any(map(number_cues().rule.fullmatch, headings))
        for headings in {sentence.headings for sentence in outline.sentences}
    }
    for sentence, (start, end) in zip(outline.sentences, normalized.sentences, strict=True):
        # What stands below 考核内容及评分办法 was asked for, and is no result.
        if rules[sentence.headings]:
            continue
        table = bisect_right(firsts, sentence.start) - 1
        if table >= 0 and sentence.start < tables[table][1]:
            continue
        if found and "\n" in normalized.text[found[-1].end : start]:
            line += 1
        block = (sentence.section, sentence.item, line)
        named = found and found[-1].block == block and _only_names(normalized.text, found[-1])
        begin = found.pop().start if named else _below_name(outline, normalized, sentence, start)
        pieces = [(begin, end)]
        if end - begin > MAX_SENTENCE_CHARACTERS:
            pieces = [*_pieces(normalized.text, begin, end)]
        for first, last in pieces:
            found.append(
                TextSentence(
                    first,
                    last,
                    sentence.role,
                    sentence.headings,
                    block,
                    sentence.weighed if sentence.odds is Odds.BY_FAR else None,
                    sentence.told and sentence.weighed in {None, sentence.role},
                )
            )
    return tuple(found)


def _only_names(text: str, sentence: TextSentence) -> bool:
    """Whether a sentence is but the name of what the next one measures: PM2.5年均浓度(10分)。

    In brackets may stand what was asked for: 优良天数比例(目标值90.2%)。
    """
    short = sentence.end - sentence.start <= MAX_NAME_CHARACTERS
    return short and _name_alone().fullmatch(text, sentence.start, sentence.end) is not None


def _below_name(
    outline: Outline, normalized: NormalizedText, sentence: Sentence, start: int
) -> int:
    """Where the heading begins that is but the name of what its first sentence measures.

    `(1)空气质量综合指数。2024年为3.27`; else where the sentence itself begins, which is `start`.
    """
    section = None if sentence.section is None else outline.sections[sentence.section]
    if section is None or len(section.heading) > MAX_NAME_CHARACTERS:
        return start
    plain = outline.source.plain
    if (
        _WORD.search(plain, section.body, sentence.start)
        or _name_alone().fullmatch(f"{section.heading}。") is None
    ):
        return start
    mark = opening_mark(plain, section.start, section.body)
    return normalized.offset_of(mark.end if mark else section.start)


@cache
def _name_alone() -> re.Pattern[str]:
    words = noun_words()
    return re.compile(
        rf"[^{CLAUSE_ENDS_AND_COLON}]+{words.measured_names.group}{words.circumstances.group}?"
        r"(?:\([^()。;]{0,16}\))?[。:]"
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
