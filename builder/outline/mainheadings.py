"""Main headings told by their words alone, as on pages that lost their line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.clauses import EVERY_END, SENTENCE_ENDS
from builder.numerals import TO_TEN
from builder.outline.marks import ItemMark, Style, opening_mark
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.reports import headings

# Shorter paragraphs have kept their line breaks.
MIN_UNBROKEN_CHARACTERS = 300
MIN_BODY_CHARACTERS = 8
MAX_SENTENCE_CHARACTERS = 30

_YEAR = r"20[\dXx*]{2}年"
_NUMERAL = f"[{TO_TEN}]"
_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]*")


class _Patterns(NamedTuple):
    heading: re.Pattern[str]
    numbered: re.Pattern[str]
    begun: re.Pattern[str]
    goes_on: re.Pattern[str]
    next_mark: re.Pattern[str]


def is_main_heading(heading: str, of: re.Pattern[str]) -> bool:
    """Whether a heading is made of such words alone, one of them `of` a kind."""
    return of.search(heading) is not None and bool(_patterns().heading.fullmatch(heading))


def main_heading_end(plain: str, start: int, end: int) -> int | None:
    """Where the words of a main heading end that its text follows without any sign.

    `存在的主要问题一年来,我县…` ends before 一年来; a sentence that only begins so
    (`存在的问题整改完成`, `工作成效显著`) is none.
    """
    match = _patterns().heading.match(plain, start, end)
    if (
        match is None
        or end - match.end() < MIN_BODY_CHARACTERS
        or _patterns().goes_on.match(plain, match.end())
    ):
        return None
    sentence = _SENTENCE.match(plain, start, end)
    whole = sentence[0] if sentence else ""
    return None if len(whole) <= MAX_SENTENCE_CHARACTERS and "," not in whole else match.end()


def main_marks(plain: str, start: int, end: int) -> Iterator[ItemMark]:
    """The main headings inside a long paragraph, numbered (`-2-三、工作打算(一)`) or not."""
    if end - start < MIN_UNBROKEN_CHARACTERS:
        return
    patterns = _patterns()
    for match in patterns.numbered.finditer(plain, start, end):
        yield ItemMark(Style.TOP, match.start(), match.end())
    for match in patterns.begun.finditer(plain, start, end):
        if patterns.next_mark.match(plain, match.end(), end):
            yield ItemMark(Style.TOP, match.start(1), match.start(1))
            after = opening_mark(plain, match.end(), end)
            if after is not None:
                yield after


@cache
def _patterns() -> _Patterns:
    words = headings().main
    heads, modifiers = words.heads.pattern, words.modifiers.pattern
    heading = rf"(?:(?:{_YEAR}|{modifiers}|{heads}){{0,9}}(?:{heads}))"
    return _Patterns(
        heading=re.compile(heading),
        # Both begin with few characters, so that most places are passed over at once.
        numbered=re.compile(rf"{_NUMERAL}{_NUMERAL}?、(?<!第{_NUMERAL}、)(?={heading})"),
        begun=re.compile(rf"[{SENTENCE_ENDS}]\s*({heading})"),
        # What goes on a heading's words as one statement: `存在的问题整改`, `下一步工作打算是`.
        goes_on=re.compile(
            rf"[的地得是有为等上将里、)”》{EVERY_END}]|{outline_words().headings.goes_on.pattern}"
        ),
        next_mark=re.compile(
            rf"\s*(?:\([一1]\)|一[、是]|1[.、]|{outline_words().marks.first.pattern}|[●◆■★]|20\d\d年)"
            r"|\s+\S[^\n]{24,}"
        ),
    )
