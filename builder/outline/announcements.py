"""Which part of a report a heading, a label or a lead sentence announces, told by its grammar.

`堵点清单`, `隐患与软肋`, `还差什么`, `看弱项,压力在传导` announce shortcomings; `发力点清单`,
`后面怎么办` the plan; `需上级支持的事项` what others are asked for. A heading with a verb of work
(`补齐短板`, `问题整改情况`, `破解难题`) is none of them: each is made of such words alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from builder.clauses import EVERY_END, gap
from builder.model import Role
from builder.numerals import TO_TEN
from builder.vocabulary.generic.announcements import AnnouncementWords, announcement_words
from builder.vocabulary.generic.outline import outline_words
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.words import Words

MAX_CHARACTERS = 24
# A sentence that says there are shortcomings, and not yet which, is no longer.
MAX_LEAD_CHARACTERS = 30

_SIGNS = re.compile(r"[“”\"'【】\[\]()《》\s]|[:?!。]+$")
_TIME = (
    rf"20[\dXx*]{{2}}年度?|[前后][{TO_TEN}两几]{{1,2}}个?(?:月|季度)|[上下]半年"
    rf"|[{TO_TEN}两几]{{1,2}}[个大点类项处件]"
    rf"|\d{{1,2}}月?[-—至~]\d{{1,2}}月份?|\d{{1,2}}月份?"
)
_AHEAD = rf"最?后[{TO_TEN}两几]{{1,2}}个?(?:月|季度)"
_LABEL = re.compile(
    r"(?:[(【\[](?P<boxed>[^()【】\[\]\s]{2,12})[)】\]]:?|(?P<plain>[^\s,。;:()]{2,10}):)(?=\S)"
)


class _Patterns(NamedTuple):
    telling: Words
    aspect: re.Pattern[str]
    problems: re.Pattern[str]
    main_problems: re.Pattern[str]
    plan: re.Pattern[str]
    main_plan: re.Pattern[str]
    done: re.Pattern[str]
    requests: re.Pattern[str]
    asks: re.Pattern[str]
    labels: Words
    wanting: Words
    turns_to_problems: re.Pattern[str]
    asks_for_problems: re.Pattern[str]
    asks_for_plan: re.Pattern[str]
    leads_in_plan: re.Pattern[str]


def announced(heading: str, *, main: bool = False) -> Role | None:
    """The role of the part that a heading announces; `main` is one with no heading above it."""
    return _announced(heading)[main]


# A heading is asked for by its own role, by that of what stands below, and by the problems.
@lru_cache(maxsize=512)
def _announced(heading: str) -> tuple[Role | None, Role | None]:
    """The role that a heading announces anywhere, and with no heading above it."""
    patterns, bare = _patterns(), _SIGNS.sub("", heading)
    if len(bare) > MAX_CHARACTERS or not patterns.telling.within(bare):
        return None, None
    if patterns.requests.fullmatch(bare):
        return Role.OTHER, Role.OTHER
    if patterns.problems.fullmatch(bare):
        return Role.PROBLEMS, Role.PROBLEMS
    anywhere = Role.PLAN if patterns.plan.fullmatch(bare) else None
    if patterns.main_problems.match(bare):
        return anywhere, Role.PROBLEMS
    if anywhere or patterns.main_plan.match(bare):
        return anywhere, Role.PLAN
    return None, Role.DONE if patterns.done.fullmatch(bare) else None


def label_at(plain: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Where a label of a part stands that may open a paragraph, and where its text begins.

    `卡点:资产迟迟未注入。`, `(对策)引入第三方公司`.
    """
    match = _LABEL.match(plain, start, end)
    if match is None:
        return None
    group = "boxed" if match["boxed"] else "plain"
    words = match[group]
    known = announced(words, main=True) or _patterns().labels.fullmatch(words)
    return (*match.span(group), match.end()) if known else None


def asks_others(sentence: str) -> bool:
    """Whether a sentence asks others for something: `恳请市局核增编制5名。`"""
    return _patterns().asks.match(sentence) is not None


def turns_to(sentence: str) -> Role | None:
    """The role of what follows a sentence that only announces it.

    `难处也不少。`, `我们也有遗憾,…`, `说到不足,…`, `主要卡在:`, `还有哪些难啃的骨头?`
    """
    patterns = _patterns()
    if sentence.endswith("?"):
        if patterns.asks_for_problems.search(sentence):
            return Role.PROBLEMS
        return Role.PLAN if patterns.asks_for_plan.search(sentence) else None
    turns = patterns.wanting.within(sentence) and patterns.turns_to_problems.match(sentence)
    return Role.PROBLEMS if turns else None


def leads_in_plan(sentence: str, *, next_year: bool) -> bool:
    """Whether a short sentence only says when what follows it will be: `明年我们将:`.

    `next_year` is whether it names a year behind the report's: `乘势而上,2026年聚力三件事:`.
    """
    if not sentence.endswith(":") or len(sentence) > MAX_CHARACTERS:
        return False
    led = _patterns().leads_in_plan.fullmatch(sentence)
    return led is not None and (led["time"] is not None or next_year)


def aspect_of_problems(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The words that lead in problems as one aspect of what is told: `存在问题方面,`."""
    return _patterns().aspect.match(plain, start, end)


def only_turns_to_problems(sentence: str) -> bool:
    """Whether a sentence says that there are problems, and not which: `难处也不少。`"""
    if sentence.endswith("?"):
        return turns_to(sentence) is Role.PROBLEMS
    return _patterns().turns_to_problems.fullmatch(sentence) is not None


@cache
def _patterns() -> _Patterns:
    words = announcement_words()
    wanting, coming, behind, ask = words.shortcomings, words.coming, words.behind, words.requests
    before = _before(words)
    every = Words((*wanting.nouns, *wanting.weak))
    sure, weak = wanting.nouns.group, every.group
    coming_nouns = Words((*coming.nouns, *coming.weak)).group
    joined = f"{before}{{0,3}}"
    # 主要困难, 短板与差距, 问题及成因: nouns of the kind, and of their causes.
    times = f"(?:{coming.times.pattern}|{_AHEAD})"
    aspect = f"{joined}{sure}方面,"
    return _Patterns(
        telling=_telling(words),
        aspect=re.compile(aspect),
        leads_in_plan=re.compile(
            f"(?:{gap(8, 2, digits=False)},)?(?:(?P<time>{coming.times.group})|20\\d\\d年),?"
            f"(?!.*{coming.over.group}){gap(12, digits=False)}:"
        ),
        problems=re.compile(
            f"{_noun_row(before, sure, f'{weak}|{wanting.reasons.group}')}{wanting.tails.group}?"
            f"|{joined}{_asked_for_problems(words)}|{_left_undone(words)}"
        ),
        main_problems=re.compile(
            f"{_noun_row(before, weak, f'{weak}|{wanting.reasons.group}')}{wanting.tails.group}?"
            f"(?::|—|$)"
            f"|{wanting.seeing.group}{wanting.about.group}?{joined}{sure}(?:{weak})?(?=,|$)"
            f"|{_has_some(words)}(?=[,:]|$)"
            f"|(?!.*{_worked_on()})[^,:]{{2,8}}的{weak}$"
        ),
        plan=re.compile(
            f"{joined}{coming.nouns.group}(?:{before}{{0,2}}{coming_nouns}){{0,2}}{wanting.tails.group}?"
            f"|{before}{{0,2}}{times}的?{before}{{0,3}}{coming_nouns}(?:{before}{{0,2}}{coming_nouns}){{0,2}}"
            f"|{_asked_for_plan(words)}"
            f"|{before}{{0,3}}{times}?{before}{{0,2}}{coming.resolving.group}{coming.worked.group}的"
            f"{before}?{coming.affairs.group}"
        ),
        main_plan=re.compile(
            f"{coming.seeing.group}{wanting.about.group}?{joined}{coming.seen.group}(?=,|$)"
            f"|{joined}{coming.nouns.group}(?::|—)|{coming.how.group}{coming.doing.group}$"
        ),
        done=re.compile(
            f"{joined}{behind.nouns.group}(?:{before}{{0,2}}{behind.nouns.group})?{wanting.tails.group}?"
            f"|{before}{{0,2}}{behind.doing.group}{behind.finished.group}{coming.what.group}"
            f"|{behind.doing.group}{behind.manner.group}"
            f"|(?:{wanting.which.pattern}){behind.doing.group}{behind.finished.group}?"
        ),
        requests=re.compile(
            f"(?:{before}|{ask.modifiers.pattern})*(?:{ask.nouns.group}{ask.tails.group}?"
            f"|{ask.needs.group}{gap(4)}{ask.asking.group}{gap(6)}{ask.asked.group}{gap(3)}{ask.tails.group}?"
            f"|{ask.needs.group}{ask.asked.group}的{ask.tails.group}"
            f"|{ask.needs.group}{ask.explained.group}{ask.tails.group})"
        ),
        asks=re.compile(
            f"(?:{ask.opening.group},?){{0,2}}(?:{ask.begging.group}|{ask.asks.group}{ask.superiors.group}"
            f"(?!{gap(6)}{ask.invited.group}))"
        ),
        labels=words.beside.labels,
        # One of these is in all that turns to problems.
        wanting=Words({*every, *wanting.stuck}),
        turns_to_problems=re.compile(
            f"(?:[^{EVERY_END}\\d]{{2,14}},{wanting.but.group}?,?)?"
            f"(?:{_has_some(words)}|{joined}{weak}{wanting.still.group}{wanting.many.group})[,。:]"
            f"|{aspect}"
            f"|{wanting.but.group}{wanting.having.group}{_amounts(words)}?的?{weak}:"
            f"|[^{EVERY_END}\\d]{{2,14}},{wanting.but.group}{joined}{weak}{wanting.many.group}[,。:]"
            f"|{joined}{wanting.leading.group}{before}{{0,2}}{weak}{wanting.being.group}"
            f"{gap(12, 1, ends=EVERY_END, digits=False)}[,。]"
            f"|{joined}{weak}主?要?{outline_words().turns.naming.group}{gap(4, ends=EVERY_END)}:"
            f"|{wanting.owners.group}?,?{wanting.seeing.group}{wanting.about.group}{joined}{sure},"
            f"|{joined}{wanting.stuck.group}就?主?要?{wanting.stuck.group}?在(?:以下)?"
            f"{gap(6, ends=EVERY_END, digits=False)}:"
        ),
        asks_for_problems=re.compile(
            f"(?:^|[:,]){gap(12, ends=EVERY_END)}{_asked_for_problems(words)}\\?$"
        ),
        asks_for_plan=re.compile(
            f"(?:^|[:,]){gap(8, ends=EVERY_END)}"
            f"(?:{times}|20\\d\\d年|{coming.own_years.pattern})[^,。;:了过]{{0,10}}"
            f"(?:{coming.how.group}{coming.doing.group}|{coming.what.group}[^,。;:了过]{{0,8}})\\?$"
            f"|(?:^|[:,、]){gap(6, ends=f'{EVERY_END}、了过')}{_asked_for_plan(words)}\\?$"
        ),
    )


def _telling(words: AnnouncementWords) -> Words:
    """The words of which one is in all that announces a part: nouns, questions, deeds."""
    own, coming, behind, ask = words.shortcomings, words.coming, words.behind, words.requests
    return Words(
        {
            *(*own.nouns, *own.weak, *own.wanting, *own.which, *own.needing, *own.undone),
            *(*coming.nouns, *coming.weak, *coming.how, *coming.what, *coming.resolving),
            *(*coming.seen, *behind.nouns, *behind.doing, *ask.nouns, *ask.needs),
        }
    )


def _before(words: AnnouncementWords) -> str:
    """What may stand before a noun of a heading and says nothing by itself."""
    return f"(?:{_TIME}|{headings().main.modifiers.pattern}|{words.beside.modifiers.pattern})"


def _noun_row(before: str, nouns: str, more: str) -> str:
    """One of the nouns behind its modifiers, with others of its kind: 主要隐患与软肋."""
    return f"{before}{{0,5}}{nouns}(?:{before}{{0,3}}(?:{more})){{0,3}}"


def _asked_for_problems(words: AnnouncementWords) -> str:
    """`还差什么`, `挑战在哪儿`, `哪些没办好`, `还有哪些难啃的骨头`."""
    own = words.shortcomings
    still = f"{own.asking.group}*"
    return (
        f"(?:{still}{own.wanting.group}(?:在|了)?{own.asked.group}"
        f"|{own.nouns.group}{own.placed.group}"
        f"|{still}(?:有|是)?{own.which.group}{own.things.group}?{own.undone.group}[^,。;:]{{1,4}}"
        f"|{still}(?:有|存在|面临){own.which.group}[^,。;:了过]{{0,4}}{own.hard.group})"
    )


def _left_undone(words: AnnouncementWords) -> str:
    """`需要改进的地方`, `没有做好的工作`, `未完成任务及原因`."""
    own, before = words.shortcomings, _before(words)
    return (
        f"{before}{{0,3}}{own.needing.group}{own.improved.group}的{before}?{own.places.group}"
        f"|{before}{{0,3}}{own.asking.group}*{own.undone.group}{own.ought.group}{own.well.group}?的?"
        f"{own.left.group}(?:{before}{{0,2}}{own.reasons.group})*"
    )


def _worked_on() -> str:
    """Words of work on problems, or of who raised them: no heading with one announces its own."""
    work = announcement_words().shortcomings.work
    return Words({*headings().not_problems, *outline_words().turns.dealt, *work}).group


def _amounts(words: AnnouncementWords) -> str:
    """`不少`, `三方面`: how many shortcomings there are."""
    own = words.shortcomings
    return f"(?:{own.amounts.pattern}|[{TO_TEN}两几]{own.counted.group})"


def _has_some(words: AnnouncementWords) -> str:
    """`我们也有遗憾`, `工作中仍存在不少短板`."""
    own = words.shortcomings
    return (
        f"(?:{own.owners.group},?){{0,3}}{own.still.group}{{1,2}}{own.having.group}"
        f"{_amounts(words)}?的?{own.nouns.group}"
    )


def _asked_for_plan(words: AnnouncementWords) -> str:
    """`接着干什么`, `后面怎么办`, `下一阶段怎么走`."""
    own = words.coming
    asked = f"{own.how.group}{own.doing.group}|{own.doing.group}{own.what.group}"
    when = rf"{own.times.pattern}|{own.resolving.pattern}|{_AHEAD}|20\d\d年"
    return f"(?:{when}):?{own.between.group}*(?:{asked})"
