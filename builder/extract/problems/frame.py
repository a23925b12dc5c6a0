"""Sentences around the problems of a section, which lead in, go on, or close: 针对以上问题,….

Each pattern is matched where a sentence begins, `ends` at its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words


class Frame(NamedTuple):
    """Patterns of `[frame]` in `problems.toml`; `weak` says that something is wrong.

    `aware` and `but` stand before the first problem: 在看到成绩的同时,我们也清醒认识到,….
    """

    closings: re.Pattern[str]
    ends: re.Pattern[str]
    said: re.Pattern[str]
    goes_on: re.Pattern[str]
    openers: re.Pattern[str]
    more: re.Pattern[str]
    weak: re.Pattern[str]
    aware: re.Pattern[str]
    but: re.Pattern[str]


@cache
def frame() -> Frame:
    """The patterns, made once."""
    words = problem_words().frame
    contrast = problem_words().passing.contrast
    return Frame(
        closings=_with_stop(words.closings),
        ends=re.compile(f"{words.ends.group}$"),
        said=_with_stop(words.said),
        goes_on=_with_stop(words.goes_on),
        openers=re.compile(rf"\A(?:{words.openers.group},)+"),
        more=_with_stop(words.more),
        weak=_with_stop(words.weak),
        aware=re.compile(f"[^。;:]{{0,30}}?{words.aware.group}[,:](?=[^。;]{{4,}})"),
        but=re.compile(f",{contrast.group}{words.also.group}?(?=.)"),
    )


def _with_stop(words: Words) -> re.Pattern[str]:
    return re.compile(f"{words.group}[,:]?")
