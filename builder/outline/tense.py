"""Whether words look back on what was done or ahead to what will be.

What a sentence is has two witnesses: the heading it stands under, and its own words. This is the
second. It is heard by clause, the main clause decides, and where clauses differ the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.model import Role
from builder.outline.sentences import sentence_spans
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.words import Words

# Words of hope stand in summaries too, so alone they tell little. How far a stretch is read is
# bounded, so that time grows with the text alone.
FUTURE, HOPES, PAST = 2, 3, 4
REACH = 1500
# What a clause ends with; a bracket's own commas end none.
_CLAUSE = re.compile(r"[^,;:。!?]+")
# 已建成的监测站, 未办结的3件, 拟建项目的环评: what stands before 的 only says which one is meant.
_ATTRIBUTE = re.compile(r"(?:已|未|尚未|正在|拟|将|计划|预计|新近)[^,;:。的]{1,12}的(?=[^,;:。])")
# 按期办结率, 整改完成率: the name of a rate says nothing of what was done.
_RATE = re.compile(r"(?:办结|办复|完成|整改|销号|结案|建成|达标)率")
# 将 before a thing is 把: 将41类项目改为告知承诺, 将任务分解到股室.
_AS_OBJECT = re.compile(
    r"将[^,;:。]{1,24}?(?:改为|改成|作为|纳入|列入|列为|转为|变为|调整|移送|移交|分解|整合|合并|下放|融入|贯穿|压实|落到|转化|延伸|推送|反馈)"
)
# A state that was measured: PM2.5平均浓度36微克/立方米, 优良天数比例86.7%.
_STATE = re.compile(r"(?:浓度|指数|天数|比例|[良标理结成]率)(?:为|达|达到|是)?\d")


_FIGURE = re.compile(r"\d")


class Ahead(NamedTuple):
    """How plainly a stretch speaks of the future; whether it does so by more than words of hope."""

    weight: int
    planned: bool


class Witness(NamedTuple):
    """What a sentence's own words say it is: DONE, PLAN, or None where they don't say.

    `plain` is true where no clause says, or may say, otherwise.
    """

    role: Role | None
    plain: bool


class _Patterns(NamedTuple):
    future: re.Pattern[str]
    hope: re.Pattern[str]
    past: re.Pattern[str]
    planned: re.Pattern[str]
    done: re.Pattern[str]
    finished: Words
    wish: re.Pattern[str]
    told: Words


def witness(sentence: str) -> Witness:
    """What a sentence's own words say of it: `已完成12个` was done, `6月底前完成` will be."""
    votes = [(clause, _vote(clause)) for clause in _CLAUSE.findall(sentence)]
    said = [vote for _, vote in votes if vote is not None]
    if not said:
        return Witness(None, plain=True)
    # A clause that says neither leaves it plain only with a figure: 同比下降5%,居全省第3.
    silent = any(vote is None and not _FIGURE.search(clause) for clause, vote in votes)
    return Witness(said[-1], plain=len(set(said)) == 1 and not (silent and said[-1] is Role.DONE))


def wishes(sentence: str) -> bool:
    """Whether a whole sentence is a wish, though in a summary: `力争全年…`, `年底前完成…`.

    Its first clause says so and no other tells of anything done: 力争年内销号,立案查处36起 does.
    """
    clauses = _CLAUSE.findall(sentence)
    if not clauses or _patterns().wish.match(clauses[0]) is None:
        return False
    return not any(
        _vote(clause) is Role.DONE or _patterns().told.search(clause) for clause in clauses[1:]
    )


def hopes(sentence: str) -> bool:
    """Whether a sentence has a word of hope: `进一步`, `确保`, `不低于`."""
    return _patterns().hope.search(sentence) is not None


def _vote(clause: str) -> Role | None:
    patterns = _patterns()
    # Most clauses have no word of either kind, and need no closer look.
    if not (patterns.planned.search(clause) or patterns.done.search(clause)):
        return None
    bare = _RATE.sub("", _AS_OBJECT.sub("", _ATTRIBUTE.sub("", clause)))
    planned, done = patterns.planned.search(bare), patterns.done.search(bare)
    if planned and done:
        # 力争同比下降5% will be; 已于6月底前完成 was.
        return Role.DONE if patterns.finished.search(bare) else Role.PLAN
    if planned:
        return Role.PLAN
    return Role.DONE if done else None


def ahead(plain: str, start: int, end: int) -> Ahead:
    """How plainly a stretch speaks of the future: 0 where the past outweighs it.

    `力争…`, `…月底前完成`, `不少于20件` against `累计`, `同比下降`, `已完成`. One sentence that
    hopes turns no stretch of which the others look back.
    """
    patterns = _patterns()
    stop = min(end, start + REACH)
    text = _AS_OBJECT.sub("", plain[start:stop])
    future = FUTURE * len(patterns.future.findall(text))
    hoped = len(patterns.hope.findall(text))
    if not future + hoped or future + hoped < PAST * len(patterns.past.findall(text)):
        return Ahead(0, planned=False)
    directions = list(_directions(plain, start, stop))
    if directions.count(Role.DONE) >= max(directions.count(Role.PLAN), 1):
        return Ahead(0, planned=False)
    return Ahead(future + hoped if future else hoped // HOPES, planned=future > 0)


def _directions(plain: str, start: int, end: int) -> Iterator[Role | None]:
    """Where each sentence looks; a state that was measured looks back, and what is hoped ahead."""
    for first, last in sentence_spans(plain, start, end):
        sentence = plain[first:last]
        own = witness(sentence).role
        if own is None and hopes(sentence):
            own = Role.PLAN
        elif own is None and _STATE.search(sentence):
            own = Role.DONE
        yield own


@cache
def _patterns() -> _Patterns:
    words = headings().tense
    will = "将(?<![推现]将)(?![其此军])"
    return _Patterns(
        future=re.compile(f"{words.future.pattern}|{will}"),
        hope=re.compile(words.hope.pattern),
        # An amount after 达 or 为 was measured; what is to be reached has 到 before it.
        past=re.compile(rf"{words.past.pattern}|[达为]\d"),
        planned=re.compile(
            rf"{words.planned.pattern}|(?<![草模虚比])拟|{will}|到20\d\d年|(?:其余|剩余|余下)(?![^,;:。]*(?:已|均|正|毕|了))[^,;:。]{{1,20}}(?:完成|整改|整治|办理|推进)"
        ),
        done=re.compile(rf"已(?![知经]?知)|{words.done.pattern}|(?<!未)办结"),
        finished=words.finished,
        wish=re.compile(
            rf"[^\d]{{0,6}}(?:{words.wishes.pattern})|(?:[^\d]{{0,4}}(?:我|本|分|全)[局市县区们省]{will})"
            r"|(?:\d{1,2}月|年)(?:底|中|末)?前(?!.*[了毕])"
        ),
        # Behind a wish these go back to what there is.
        told=words.told,
    )
