"""Whether words look back on what was done or ahead to what will be.

The heading above a sentence says what it is, and so do its own words. These are read clause by
clause: the main clause decides, and where clauses differ the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from builder.clauses import CLAUSE, CLAUSE_ENDS_AND_COLON, gap
from builder.model import Role
from builder.outline.sentences import sentence_spans
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

# To look up a member of an enumeration takes as long as a search.
_DONE, _PLAN = Role.DONE, Role.PLAN

# Words of hope stand in summaries too, so alone they tell little. How far a stretch is read is
# bounded, so that time grows with the text alone.
FUTURE, HOPE, PAST = 2, 3, 4
REACH = 1500
_FIGURE = re.compile(r"\d")
# 已整改问题23个, 办结案件共12件 count what was done.
_COUNTED = r"[共约近超达已均全]?\d|共|累计|总"


class FutureCues(NamedTuple):
    """How plainly a stretch speaks of the future; whether it does so by more than words of hope."""

    weight: int
    planned: bool


class OwnRole(NamedTuple):
    """What a sentence's own words say it is: DONE, PLAN, or None where they don't say.

    `unanimous` is true where no clause says, or may say, otherwise.
    """

    role: Role | None
    unanimous: bool


_SILENT = OwnRole(None, unanimous=True)


class _Patterns(NamedTuple):
    future: re.Pattern[str]
    hope: re.Pattern[str]
    past: re.Pattern[str]
    planned: re.Pattern[str]
    done: re.Pattern[str]
    finished: Words
    opening: re.Pattern[str]
    vowed: re.Pattern[str]
    meant: re.Pattern[str]
    actual: Words
    short: Words
    attribute: re.Pattern[str]
    rate: re.Pattern[str]
    as_object: re.Pattern[str]
    state: re.Pattern[str]
    labelled: re.Pattern[str]
    no_deeds: Words
    said: re.Pattern[str]


# The outline asks, and so does whoever tells how sure a fact is.
@lru_cache(maxsize=512)
def own_role(sentence: str) -> OwnRole:
    """What a sentence's own words say of it: `已完成12个` was done, `6月底前完成` will be."""
    patterns = _patterns()
    sentence = _unlabelled(sentence)
    if patterns.vowed.match(sentence):
        return OwnRole(_PLAN, unanimous=True)
    # Most sentences have no word of either kind, and need no closer look.
    if not (patterns.planned.search(sentence) or patterns.done.search(sentence)):
        return _SILENT
    votes = [(clause, _vote(clause)) for clause in CLAUSE.findall(sentence)]
    said = [vote for _, vote in votes if vote is not None]
    if not said:
        return OwnRole(None, unanimous=True)
    # A clause that says neither leaves it plain only with a figure: 同比下降5%,居全省第3; so does
    # the time that a sentence opens with: 目前,已建成46个; and what falls short is there already.
    silent = any(
        vote is None
        and not _FIGURE.search(clause)
        and (at or not patterns.actual.search(clause))
        and not patterns.short.search(clause)
        for at, (clause, vote) in enumerate(votes)
    )
    return OwnRole(said[-1], unanimous=len(set(said)) == 1 and not (silent and said[-1] is _DONE))


def _unlabelled(text: str) -> str:
    """The words without what labels name, and without what is no deed: `完成时限:2025年6月`."""
    patterns = _patterns()
    return (patterns.labelled if ":" in text else patterns.no_deeds).sub("", text)


def is_planned_whole(sentence: str) -> bool:
    """Whether a whole sentence is planned, though in a summary: `力争全年…`, `年底前完成…`.

    Its first clause says so and no other tells of anything done: 力争年内销号,立案查处36起 does.
    """
    sentence = _patterns().said.sub("", _unlabelled(sentence))
    first = CLAUSE.search(sentence)
    patterns = _patterns()
    if first is None or not (
        patterns.opening.match(first[0]) or patterns.vowed.match(sentence) or _is_meant(sentence)
    ):
        return False
    return not any(
        _vote(clause) is _DONE or patterns.actual.search(clause)
        for clause in CLAUSE.findall(sentence, first.end())
    )


def is_meant(sentence: str) -> bool:
    """Whether a sentence says first who means to do what, or when it will be: `我们打算…`."""
    first = CLAUSE.search(sentence)
    return first is not None and _is_meant(sentence) and "的" not in first[0]


def _is_meant(sentence: str) -> bool:
    """Whether it opens with who means to do something, or when it will be, and not that it was."""
    opens = _patterns().meant.match(sentence)
    if opens is None:
        return False
    clauses = CLAUSE.findall(sentence)[: opens[0].count(",") + 1]
    return all(_vote(clause) is not _DONE for clause in clauses)


def has_hope(sentence: str) -> bool:
    """Whether a sentence has a word of hope: `进一步`, `确保`, `不低于`."""
    return _patterns().hope.search(sentence) is not None


def _vote(clause: str) -> Role | None:
    patterns = _patterns()
    planned, done = patterns.planned.search(clause), patterns.done.search(clause)
    if not (planned or done):
        return None
    bare = patterns.rate.sub("", patterns.as_object.sub("", patterns.attribute.sub("", clause)))
    if bare != clause:
        planned, done = patterns.planned.search(bare), patterns.done.search(bare)
    if planned and done:
        # 力争同比下降5% will be; 已于6月底前完成 was.
        return _DONE if patterns.finished.search(bare) else _PLAN
    if planned:
        return _PLAN
    return _DONE if done else None


def future_cues(plain: str, start: int, end: int) -> FutureCues:
    """How plainly a stretch speaks of the future: 0 where the past outweighs it.

    `力争…`, `…月底前完成`, `不少于20件` against `累计`, `同比下降`, `已完成`. One sentence that
    hopes turns no stretch of which the others look back.
    """
    patterns = _patterns()
    stop = min(end, start + REACH)
    text = patterns.as_object.sub("", _unlabelled(plain[start:stop]))
    # A clause says it once: 预计明年3月底前投运 names no more than one time to come.
    future = FUTURE * sum(1 for clause in CLAUSE.findall(text) if patterns.future.search(clause))
    hoped = len(patterns.hope.findall(text))
    if not future + hoped or future + hoped < PAST * len(patterns.past.findall(text)):
        return FutureCues(0, planned=False)
    directions = list(_directions(plain, start, stop))
    if directions.count(_DONE) >= max(directions.count(_PLAN), 1):
        return FutureCues(0, planned=False)
    return FutureCues(future + hoped if future else hoped // HOPE, planned=future > 0)


def _directions(plain: str, start: int, end: int) -> Iterator[Role | None]:
    """Where each sentence looks; a state that was measured looks back, and what is hoped ahead.

    优良天数318天,力争全年达到330天 tells a state first, and looks back.
    """
    for first, last in sentence_spans(plain, start, end):
        sentence = plain[first:last]
        own = own_role(sentence).role
        if own is None and has_hope(sentence):
            own = _PLAN
        else:
            measured = own is None and _patterns().state.search(sentence) is not None
            own = _DONE if measured or opens_with_state(sentence) else own
        yield own


def opens_with_state(sentence: str) -> bool:
    """Whether a state is told before the first clause that plans or hopes."""
    patterns = _patterns()
    for clause in CLAUSE.findall(sentence):
        if patterns.planned.search(clause) or patterns.hope.search(clause):
            return False
        if patterns.state.search(clause):
            return True
    return False


@cache
def _patterns() -> _Patterns:
    words, own = headings().tense, outline_words().tense
    # 拟定 was, 计划外 is no plan.
    intending = f"{own.intending.group}(?!{own.unintended.pattern})"
    will = "将(?<![推现]将)(?![其此军])"
    rest_done = f"[^{CLAUSE_ENDS_AND_COLON}]*{own.rest_done.group}"
    rest = own.rest.followed_by(f"(?!{rest_done}){_within(20)}{own.rest_deeds.group}")
    # Every branch begins with a fixed character, so that most places are passed over at once.
    return _Patterns(
        future=re.compile(f"{words.future.pattern}|{will}"),
        hope=re.compile(words.hope.pattern),
        # An amount after 达 or 为 was measured; what is to be reached has 到 before it.
        past=re.compile(rf"{words.past.pattern}|达\d|为\d"),
        planned=re.compile(
            rf"{words.planned.pattern}|拟(?<![{''.join(own.no_planning)}]拟)|{will}|到20\d\d年|{rest}"
        ),
        done=re.compile(rf"已(?![知经]?知)|{words.done.pattern}|办结(?<!未办结)"),
        finished=words.finished,
        opening=re.compile(
            rf"[^\d]{{0,6}}{words.openings.group}|(?:[^\d]{{0,4}}[我本分全该][局市县区们省](?:还|也|仍)?{will})"
            r"|(?:\d{1,2}月|年)[底中末]?前(?!.*[了毕])"
            # 下半年还将新增2家 will be done, whatever 下半年 alone may mean.
            rf"|[^\d]{{0,4}}{own.terms.group}[^\d]{{0,6}}?{will}"
        ),
        # 确保全年优良天数不少于320天.
        vowed=re.compile(
            rf"(?:{gap(8, digits=False)}{own.will.group}{gap(6, digits=False)},)?"
            rf"{gap(6, digits=False)}{own.vowing.group}(?!了)(?![^。]*{own.carried.group})"
            rf"{gap(12)}?{own.by_year.group}{gap(30)}?{own.bounds.group}\d"
        ),
        # 12月份将采取管控措施, 我们打算再请1名保洁员, 剩余2座计划明年建成.
        meant=re.compile(
            rf"\d{{1,2}}月份?{own.from_then.group}?,?{own.selves.group}?{will}"
            f"(?!{_within(24)}{own.disposing.group})"
            f"|{own.selves.group}{own.also.group}?{intending}"
            f"|{own.rest.group}{_within(20)}{intending}"
        ),
        # Behind such an opening these go back to what there is.
        actual=words.actual,
        short=problem_words().passing.plain,
        # 已建成的监测站, 拟建项目的环评: what stands before 的 only says which one is meant.
        # So it does before a noun that no number follows: 对已销号问题每半年回头看.
        attribute=re.compile(
            f"{own.attributes.group}{_within(12, no='的')}的(?=[^{CLAUSE_ENDS_AND_COLON}])"
            f"|{own.attributes.group}?{own.rates.group}{own.things.group}(?!{_COUNTED})"
            # What a term stands before is due then: 上半年全部办结.
            rf"|(?:{own.terms.pattern}|\d{{1,2}}月份?)全?部?办结"
        ),
        # 按期办结率, 整改完成率: the name of a rate says nothing of what was done.
        rate=re.compile(f"{own.rates.group}率"),
        # 将 before a thing is 把: 将41类项目改为告知承诺, 将任务分解到股室.
        as_object=re.compile(f"将{_within(24)}?{own.disposing.group}"),
        # A state that was measured: PM2.5平均浓度36微克/立方米, 优良天数比例86.7%.
        state=re.compile(rf"{own.measured.group}(?:为|达|达到|是)?\d"),
        labelled=re.compile(
            rf"^[ \d.、]*{own.labels.group}:[^。;\n]*|{own.no_deeds.pattern}", re.MULTILINE
        ),
        no_deeds=own.no_deeds,
        said=re.compile(rf"^[^,。;\d]{{2,24}}{own.saying.group}[,:]"),
    )


def _within(most: int, no: str = "") -> str:
    """One character or more of a clause, which a colon ends too."""
    return gap(most, 1, ends=CLAUSE_ENDS_AND_COLON, no=no)
