"""Why a number with a unit is no quantity: it is a duration, a rank, a grade, a target, a score.

Each reason is the name of a rule.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import gap, last_clause
from builder.extract.quantities.asked_amounts import is_bare_goal, is_goal, is_of_score
from builder.extract.quantities.head_nouns import is_change
from builder.extract.quantities.marks import is_mark
from builder.extract.quantities.planned_amounts import (
    counts_though_planned,
    is_left_and_due,
    planning_cue,
)
from builder.model import Qualifier
from builder.text.number_cues import is_no_value, number_cues
from builder.text.numbers.number import Number
from builder.text.numbers.units import CONCENTRATIONS
from builder.vocabulary.environment.amounts import no_amounts
from builder.vocabulary.generic.amounts import UnitKind, area_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.ranks import RankMention

# To look up a member of an enumeration takes as long as a search.
_MEASURE, _MONEY, _PLACE, _SIZE, _TIME = (
    UnitKind.MEASURE,
    UnitKind.MONEY,
    UnitKind.PLACE,
    UnitKind.SIZE,
    UnitKind.TIME,
)

BOUNDED_BELOW = (Qualifier.AT_LEAST, Qualifier.MORE)
COUNTED_OF_THEM = re.compile(r"的\d")
# 有两件事:一件是网格化监管,另一件是….
LISTS_ONE = "是"
BOUNDED = (Qualifier.AT_LEAST, Qualifier.AT_MOST)
# 占全市360起的10%, 年度任务1000吨的120% are of others, or of what was asked for.
SHARE_BEHIND = re.compile(r"的\d+(?:\.\d+)?%")
# 较去年18起减少6起 tells of the year before.
BASE_BEFORE = re.compile(r"[较比][^,。;\d]{0,10}$")
# 十四届人大二次会议.
OF_TERM = re.compile(r"届[^,。;\d]{0,8}$")
# 审批时限压缩到15个|、7个工作日: the unit behind the last is that of each.
SHARED_TERM = re.compile(r"[、和]\d+个(?:工作日|自然日|月|小时|学时)")
THRESHOLD = re.compile(r"的?[\u4e00-\u9fff]{1,10}\d")
# 除3个外均已建成 counts those that were not built.
EXCEPT = ("除", "除了", "除有")
EXCEPTED = re.compile(r"[^,。;]{0,12}?(?:以|之)?外")
CONTEXT_CHARACTERS = 24


class _Patterns(NamedTuple):
    """Patterns for the words before a number (to its end) and behind it (from its beginning)."""

    counted_days: re.Pattern[str]
    boiler: re.Pattern[str]
    sized: re.Pattern[str]
    complying: re.Pattern[str]
    partitive: re.Pattern[str]
    scored: Words
    points: re.Pattern[str]
    aimed: re.Pattern[str]
    limited: re.Pattern[str]
    moved: re.Pattern[str]
    wider_average: re.Pattern[str]
    moved_share: re.Pattern[str]
    change: re.Pattern[str]
    change_of_share: re.Pattern[str]
    wrong: re.Pattern[str]
    aspects: re.Pattern[str]
    ranked_cities: re.Pattern[str]
    said: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, areas = no_amounts(), area_words()
    changes = words.changes
    # 分别下降12.5%和9.6%: what one number of a list tells, all tell.
    listed = rf"(?:{changes.tail.pattern})*(?:[\d.]+[^\d,;。]{{0,4}}?[、和及与])*"
    verbs = f"{changes.new.not_ending()}(?:{changes.verbs.pattern})"
    moved = f"(?:{changes.bases.pattern})[^,;。]*?(?:{changes.short.pattern})"
    days, complying, scoring, aimed = words.days, words.complying, words.scoring, words.aimed
    things, aims = complying.things.pattern, aimed.aims.pattern
    return _Patterns(
        counted_days=re.compile(f"{days.grades.group}(?:{days.nouns.pattern}|”){{0,3}}(?:为|共)?$"),
        boiler=re.compile(f"的?每?(?:及?以[上下]|{words.specification.boilers.pattern})"),
        sized=re.compile(f"{gap(6, digits=False)}{words.specification.sized.group}"),
        complying=re.compile(
            rf"{gap(12, digits=False)}(?:{things}){complying.measured.group}?"
            f"{complying.adverbs.group}+{complying.verbs.group}"
        ),
        partitive=re.compile(
            rf"{areas.members.group}{gap(12, digits=False)}中,?(?:有|仅)"
            rf"|{gap(14, digits=False)}(?:{things})中,"
        ),
        scored=scoring.words,
        points=re.compile(f"{scoring.last.group}{scoring.none.not_ending()}$"),
        aimed=re.compile(
            rf"(?:{aims})[值数]?(?:分别)?(?:是|为|:|的|\()?$|{aimed.bounds.group}$"
            f"|(?:{aims}){gap(4)}{aimed.distances.group}$"
            f"|{aimed.hopes.group}{gap(20)}$"
        ),
        # 控制在3.1亿立方米的红线以内.
        limited=re.compile(f"的?{gap(4, digits=False)}{aimed.limits.group}(?:以|之)?内"),
        moved=re.compile(f"{words.order.moves.group}了?$"),
        wider_average=re.compile(f"{areas.above_city.group}{words.averages.group}(?:为|是)?$"),
        moved_share=re.compile(rf"(?:{changes.short.pattern})(?:{changes.tail.pattern})$"),
        change=re.compile(f"(?:{verbs}|{moved}){listed}$"),
        change_of_share=re.compile(f"(?:{verbs}|{moved}|{changes.of_shares.pattern}){listed}$"),
        wrong=re.compile(f"[^,;。]{{0,8}}?(?:{changes.wrong.pattern})"),
        aspects=re.compile(
            f"不{gap(3, 1, digits=False)}:|{words.aspects.nouns.group}(?:的{gap(4)})?(?:[:,;。]|$)"
        ),
        # 退出全国168个|重点城市后20位.
        ranked_cities=re.compile(f"{gap(8, digits=False)}{areas.members.group}[前后倒]"),
        said=re.compile(f"{gap(6, digits=False)}{words.said.group}"),
    )


def no_amount(text: str, start: int, number: Number, ranked: Sequence[RankMention]) -> str | None:
    """Why a number with a unit is no quantity, or None where it is one.

    `start` is where its sentence begins, `ranked` are the sentence's ranks: the 13 of
    在13县市区中排名第4 counts nothing.
    """
    found = reason_against(text, number, ranked)
    if (
        found is None
        and (cue := planning_cue(text, start, number))
        and not counts_though_planned(cue)
    ):
        return "hoped"
    return found


def reason_against(text: str, number: Number, ranked: Sequence[RankMention]) -> str | None:
    """Why the words around a number make it no quantity, whatever is planned; None where it is."""
    before = text[max(0, number.start - CONTEXT_CHARACTERS) : number.start]
    clause = last_clause(before)
    after = text[number.end : number.end + CONTEXT_CHARACTERS]
    words, patterns = no_amounts(), _patterns()
    # Behind the first reason no other is asked for.
    return (
        (number.upper is not None and "range")
        or (ranked and any(one.start <= number.start < one.end for one in ranked) and "rank")
        or (number.unit in words.order.places and patterns.moved.search(clause) and "rank")
        or (number.unit in words.order.grades and "grade")
        or (_duration(number, clause) and "duration")
        or (clause.endswith(words.continued) and "duration")
        or ((number.unit in words.specification.units or _boiler(text, number)) and "specification")
        or (is_of_score(number, clause) and "scoring")
        or (patterns.complying.match(text, number.end) and "partitive")
        or (patterns.scored.search(clause) and "scoring")
        # 扣5分; 安装流量计12台 has no points.
        or (number.unit == "分" and patterns.points.search(clause) and "scoring")
        or (number_cues().scored_behind.match(text, number.end) and "scoring")
        or (
            number.measure in CONCENTRATIONS
            and number_cues().distance.search(clause)
            and "difference"
        )
        or (number.measure == "%" and is_no_value(text, number.end) and "partitive")
        or (after[:1] == "的" and SHARE_BEHIND.match(after) and "partitive")
        or (_change(number, clause) and "change")
        or (number.measure == "pp" and patterns.moved_share.search(clause) and "change")
        or (patterns.wrong.match(after) and "wrong")
        or (counts_aspects(text, number) and "name")
        or (is_change(after) and BASE_BEFORE.search(clause) and "base")
        or (number.unit == "次" and OF_TERM.search(clause) and "name")
        or (_threshold(text, number) and "specification")
        or (clause.endswith(EXCEPT) and EXCEPTED.match(after) and "partitive")
        or (number.measure == "%" and number_cues().of_others.search(clause) and "of_others")
        or (number.measure == "%" and patterns.wider_average.search(clause) and "of_others")
        or (number.unit_kind is _MEASURE and _aimed(clause, after) and "target")
        or (clause.endswith(words.aimed.bounds) and patterns.limited.match(after) and "target")
        or (is_bare_goal(number, clause) and "target")
        or ((is_goal(number, clause, after) or is_mark(clause, after)) and "target")
        or (is_left_and_due(text, number) and "hoped")
        or (patterns.partitive.match(text, number.end) and "partitive")
        or (SHARED_TERM.match(after) and "duration")
        or (patterns.ranked_cities.match(after) and "rank")
        or (_is_said(text, number, after) and "idiom")
        or (number.unit == "期" and words.stages.match(after) and "stage")
        or (number.unit_kind is _PLACE and number.unit in {"县", "市", "区"} and "place")
        or None
    )


def counts_aspects(text: str, number: Number) -> bool:
    """Whether a number only says how many a list has: 主要是|三个|不到位:, |3个|方面的差距."""
    return number.unit == "个" and _patterns().aspects.match(text, number.end) is not None


def _change(number: Number, clause: str) -> bool:
    """Whether a number says how an amount changed: 同比增长41%, 编制增加12名."""
    patterns = _patterns()
    pattern = patterns.change_of_share if number.measure == "%" else patterns.change
    return pattern.search(clause) is not None


def _aimed(clause: str, after: str) -> bool:
    before = (
        _patterns().aimed.search(clause) is not None
        and number_cues().of_target.search(clause) is None
    )
    return before or number_cues().target_behind.match(after) is not None


def _boiler(text: str, number: Number) -> bool:
    """Whether a number says how large a boiler is: 35蒸吨以上, 8吨燃煤锅炉; 8吨 of coal is none."""
    if number.unit in no_amounts().specification.sizes:
        return _patterns().sized.match(text, number.end) is not None
    if number.unit not in no_amounts().specification.boiler_units:
        return False
    return number.qualifier in BOUNDED or _patterns().boiler.match(text, number.end) is not None


def _threshold(text: str, number: Number) -> bool:
    """Whether a bound says what is counted behind it: 罚款10万元以上案件6起, 超过3次的42件."""
    if number.qualifier in BOUNDED_BELOW and COUNTED_OF_THEM.match(text, number.end):
        return True
    sized = number.unit_kind in {_MONEY, _SIZE} and number.qualifier in BOUNDED
    return sized and THRESHOLD.match(text, number.end) is not None


def _is_said(text: str, number: Number, after: str) -> bool:
    """Whether one of something is but said so: 交出了一份答卷, 查了一个遍, 一件是网格化监管."""
    if number.value != 1 or text[number.value_start].isdecimal():
        return False
    return after.startswith(LISTS_ONE) or _patterns().said.match(after) is not None


def _duration(number: Number, clause: str) -> bool:
    if number.unit_kind is not _TIME:
        return False
    return number.unit not in {"天", "学时", "课时"} or (
        number.unit == "天" and _patterns().counted_days.search(clause) is None
    )
