"""Sentences around the problems of a section, which lead in, go on, or close: 针对以上问题,….

Each pattern is matched where a sentence begins, `ends` at its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.model import Sentence
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words


class Frame(NamedTuple):
    """Patterns of `[frame]` in `problems.toml`; `weak` says that something is wrong.

    `aware` and `but` stand before the first problem: 在看到成绩的同时,我们也清醒认识到,….
    """

    closings: re.Pattern[str]
    pledges: re.Pattern[str]
    ends: re.Pattern[str]
    said: re.Pattern[str]
    goes_on: re.Pattern[str]
    openers: re.Pattern[str]
    more: re.Pattern[str]
    weak: re.Pattern[str]
    aware: re.Pattern[str]
    but: re.Pattern[str]
    shortcoming: re.Pattern[str]
    listing: re.Pattern[str]
    concession: re.Pattern[str]


@cache
def frame() -> Frame:
    """The patterns, made once."""
    words = problem_words().frame
    contrast = problem_words().passing.contrast
    shortcoming = headings().leads.shortcomings.group
    return Frame(
        closings=_with_stop(words.closings),
        pledges=re.compile(
            f"(?:[^。;:]{{0,24}},)?(?:(?:{words.speakers.pattern})[^。;:]{{0,8}}?"
            f"(?:{words.resolves.pattern})|(?:{words.hopes.pattern}))"
        ),
        ends=re.compile(f"(?:{words.ends.pattern})$"),
        said=_with_stop(words.said),
        goes_on=_with_stop(words.goes_on),
        openers=re.compile(rf"\A(?:{words.openers.group},)+"),
        more=_with_stop(words.more),
        weak=_with_stop(words.weak),
        aware=re.compile(f"[^。;:]{{0,30}}?(?:{words.aware.pattern})[,:](?=[^。;]{{4,}})"),
        but=re.compile(f",(?:{contrast.pattern})(?:{words.also.pattern})?(?=.)"),
        shortcoming=re.compile(shortcoming),
        # 但距离群众期盼还有差距,A;B;C。
        listing=re.compile(f"[^。;:]{{0,40}}{shortcoming}[^。;:,]{{0,6}},(?=[^。;]*;)"),
        concession=re.compile(
            f"(?:{words.conceding.pattern})[^。;:]*,(?:{contrast.pattern})(?=[^。;]{{4,}})"
        ),
    )


def closes(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence closes the problems: `针对以上问题,…`, `我们一定正视…`, `恳请…支持`."""
    start, end = sentence.start, sentence.end
    if frame().closings.match(plain, start, end):
        return True
    return frame().pledges.match(plain, start, end) is not None


def _with_stop(words: Words) -> re.Pattern[str]:
    return re.compile(f"{words.group}[,:]?")
