"""Sentences around the problems of a section, which lead in, go on, or close: 针对以上问题,….

Each pattern is matched where a sentence begins, `ends` at its end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE
from builder.model import Sentence
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

# In its last words a clause says that something is wrong: …力度不够.
LAST_CHARACTERS = 4


class Frame(NamedTuple):
    """Patterns of `[frame]` in `problems.toml`; `weak` says that something is wrong.

    `aware` and `but` stand before the first problem: 在看到成绩的同时,我们也清醒认识到,….
    """

    closings: re.Pattern[str]
    thanks: re.Pattern[str]
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
    spoken: re.Pattern[str]
    parts: re.Pattern[str]
    pledged: re.Pattern[str]
    taken_on: tuple[str, ...]
    saying: re.Pattern[str]


@cache
def frame() -> Frame:
    """The patterns, made once."""
    words = problem_words().frame
    contrast = problem_words().passing.contrast
    shortcoming = headings().leads.shortcomings.group
    return Frame(
        closings=_with_stop(words.closings),
        thanks=re.compile(f"[^。;:]*?{words.thanks.group}[^,。;:]{{0,6}}。?$", re.MULTILINE),
        pledges=re.compile(
            f"(?:[^。;:]{{0,24}},)?(?:(?:{words.speakers.pattern})[^。;:]{{0,8}}?"
            # 我们必须看到,… goes on with what is wrong.
            f"(?:{words.resolves.pattern})(?![^,。;:]{{0,4}}(?:{words.aware.pattern})[,:])"
            f"|(?:{words.hopes.pattern}))"
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
        # 再一个是…, 相关负责人坦言,…
        spoken=re.compile(
            rf"\s*(?:{words.spoken.pattern}|[^,。;:\d]{{2,20}}{words.reporting.group}[,:])(?=[^。;]{{4}})"
        ),
        # The next one may begin behind a comma: 一个是治理率偏低,另一个是能力不足.
        parts=re.compile(f"(?:[^;,]|,(?!{words.spoken.group}))+"),
        pledged=re.compile(
            f"[^,。;:]{{0,6}}?{words.manners.group}{{1,2}}[^,。;:]{{0,4}}?{words.undertaking.group}"
        ),
        taken_on=tuple(words.taken_on),
        saying=re.compile(
            f"{words.proverbs.group}|{words.matters.group}{words.modals.group}[^,。;]?{words.telling.group}"
        ),
    )


def closes(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence closes the problems: `针对以上问题,…`, `我们一定正视…`, `…表示感谢`."""
    start, end = sentence.start, sentence.end
    # 回顾一年来的工作,…仍有差距:总氮浓度偏高。 goes on to say what is wrong.
    colon = plain.find(":", start, end)
    if colon >= 0 and frame().weak.search(plain, colon, end):
        return False
    if frame().closings.match(plain, start, end) or frame().thanks.match(plain, start, end):
        return True
    return frame().pledges.match(plain, start, end) is not None


def states_none(plain: str, sentence: Sentence) -> bool:
    """Whether a sentence among problems asks, pledges or is a saying, and states none itself.

    `难道我们没有责任吗?`, `坚决杜绝弄虚作假问题。`, `成绩不讲跑不了,问题不讲不得了。`
    """
    start, end = sentence.start, sentence.end
    if plain[end - 1] == "?" or frame().saying.match(plain, start, end):
        return True
    clauses = CLAUSE.findall(plain, start, end)
    pledges = clauses and frame().pledged.match(clauses[0])
    return bool(pledges) and not any(map(_says_weak, clauses))


def _says_weak(clause: str) -> bool:
    """Whether a clause says what is wrong; one that pledges only by its last words.

    加快推进管网建设的力度不够 does, 着力解决管网不足问题 does not.
    """
    begin = 0
    if frame().pledged.match(clause):
        if clause.endswith(frame().taken_on):
            return False
        begin = max(0, len(clause) - LAST_CHARACTERS)
    return frame().weak.search(clause, begin) is not None


def _with_stop(words: Words) -> re.Pattern[str]:
    return re.compile(f"{words.group}[,:]?")
