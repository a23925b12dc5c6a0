"""By when something is to be done, as printed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.times import time_words
from builder.vocabulary.words import Words

_YEAR = r"(?:20\s*\d\s*\d\s*年|[今明当]\s*年|本\s*年\s*度?)"
_MONTH = r"(?:\d\s*\d?\s*月份?)"
_DAY = r"(?:\d\s*\d?\s*日)"
_PART = "(?:[底末初]|[上中下]旬)"


class _Patterns(NamedTuple):
    calendar: re.Pattern[str]
    deadline: re.Pattern[str]


def deadline(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the first deadline of a sentence stands: `6月底前`, `上半年`, `2025年底`.

    A whole year (`全年`, `明年`) is none.
    """
    patterns = _patterns()
    if patterns.calendar.search(plain, start, end) is None:
        return None
    match = patterns.deadline.search(plain[start:end])
    return None if match is None else (start + match.start(), start + match.end())


@cache
def _patterns() -> _Patterns:
    words = time_words().deadlines
    begins = "".join(sorted({season[0] for season in words.seasons}))
    ends = "".join(sorted({season[-1] for season in words.seasons}))
    # The class of first characters comes first, so that most places are passed over at once.
    deadline = rf"""(?=[\s\d到今明本当年第一二三四上“十{begins}])(?<!每)(?:
          {_YEAR}?\s*{_MONTH}\s*(?:{_DAY}|{_PART})?\s*之?以?前
        | {_YEAR}?\s*{_MONTH}\s*{_PART}(?!以来)
        | {_YEAR}\s*{_PART}[之以]?前?(?!以来)
        | 年\s*[底末内][之以]?前?(?![度以])
        | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*[末底内]?[之以]?前
        | {_YEAR}?\s*第?[一二三四]\s*季\s*度\s*[末底内]
        | {_YEAR}?\s*上\s*半\s*年[底末内]?[之以]?前?(?![工的总])
        | {_YEAR}?\s*(?:{_loose(words.seasons)})\s*(?:到\s*来)?之?前
        | 20\d\d\s*年以?前
        | “?十[四五六]五”?\s*(?:期|时\s*期)?\s*末
        | 到\s*20\d\d\s*年(?!\s*[底末初之以前\d])
        | (?:(?<=[,;到保争取])|^)20\d\d\s*年(?=(?:{_loose(words.deeds)}))
        )"""
    return _Patterns(
        # Every deadline holds one of these: sentences without any are passed over at once.
        calendar=re.compile(f"[年月季末{ends}]"),
        deadline=re.compile(deadline, re.VERBOSE),
    )


def _loose(words: Words) -> str:
    """The words with the blanks that a page puts anywhere."""
    return "|".join(r"\s*".join(word) for word in words)
