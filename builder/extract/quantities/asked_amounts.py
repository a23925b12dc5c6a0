"""Amounts that rules or others ask for: points of a score, goals beside what was done."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import gap
from builder.extract.quantities.head_nouns import HeadNoun
from builder.vocabulary.environment.amounts import no_amounts
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

POINT = "分"
MAX_DISTANCE = 40
# No goal for the air is so low, in micrograms.
FEW = 10


class _Patterns(NamedTuple):
    """Patterns for the words before a number (to its end) and behind it (from its beginning)."""

    named: Words
    goal: re.Pattern[str]
    set_before: re.Pattern[str]
    set_behind: re.Pattern[str]
    goal_of: re.Pattern[str]
    goal_set: re.Pattern[str]
    demanded: re.Pattern[str]
    reached: re.Pattern[str]
    lacking: re.Pattern[str]
    beyond: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    goals, areas, aimed = no_amounts().goals, area_words(), no_amounts().aimed
    goal = (
        f"(?:^|{areas.whole.pattern}|{areas.own.pattern}|[:(])(?:其中)?"
        f"(?:(?:{goals.whose.pattern})(?:{goals.links.pattern})*(?:{goals.aims.pattern})"
        f"|(?:{goals.alone.pattern}))(?:{goals.links.pattern})*"
    )
    return _Patterns(
        # One of these is in every goal.
        named=Words({*goals.aims, *goals.alone}),
        set_before=re.compile(f"{goals.setters.group}(?:{areas.own.pattern})?的?$"),
        set_behind=re.compile(f"的?{gap(4, digits=False)}{goals.aims.group}"),
        goal=re.compile(f"{goal}$"),
        # 年度计划清淤20公里,实际清淤23公里.
        goal_of=re.compile(rf"{goal}[\u4e00-\u9fff]{{2,8}}$"),
        goal_set=re.compile(
            rf"{goals.setters.group}[\u4e00-\u9fff]{{0,14}}{goals.aims.group}"
            f"(?:{goals.links.pattern})*$"
        ),
        # 《细则》要求淘汰老旧柴油货车60辆,实际淘汰64辆.
        demanded=re.compile(
            rf"(?:\d{{1,2}}[.、])?(?:[\u4e00-\u9fff]{{0,8}}|《[^》]{{2,24}}》){goals.demanding.group}"
            r"[\u4e00-\u9fff]{2,16}$"
        ),
        lacking=re.compile(
            # 与25微克的目标相差|1微克.
            rf"[距离与](?:[\d.]+{gap(10, 1, digits=False)}?的)?(?P<from>[^,;。\d]{{2,20}})"
            rf"(?:[\d.]+[^,;。\d]{{1,8}}?)?"
            f"(?P<how>{aimed.lacking.pattern})$"
        ),
        beyond=re.compile(
            rf"(?P<how>(?:{aimed.beyond.pattern}){gap(12, digits=False)}(?:{aimed.aims.pattern})"
            f"(?:任务|要求|[值数])?"
            f"|[较比]{gap(12, digits=False)}(?:{aimed.aims.pattern})[值数]?"
            f"(?:{aimed.distances.pattern}))[了出约近]{{0,2}}$"
        ),
        reached=re.compile(
            rf"[^,;。\d]{{0,4}}[,;](?:{areas.own.pattern})?(?P<word>{goals.reached.pattern})"
        ),
    )


def is_of_score(number: Number, clause: str) -> bool:
    """Whether a number is of the points of a score: (40分,自评38分), 满分100分.

    The whole that was reached is an amount: 自评得分95.5分.
    """
    if number.unit != POINT:
        return False
    words = no_amounts().scoring
    return clause.endswith(tuple(words.points)) or words.weights.within(clause)


def is_bare_goal(number: Number, clause: str) -> bool:
    """Whether a number is called a goal by the words right before it: 年度任务1000亩."""
    patterns = _patterns()
    named = number.measure != "%" and patterns.named.within(clause)
    return named and patterns.goal.search(clause) is not None


def is_goal(number: Number, clause: str, after: str) -> bool:
    """Whether a number is that of a task set by others: 超额完成市下达的400吨任务."""
    patterns, goals = _patterns(), no_amounts().goals
    if number.measure == "%":
        return False
    demanded = patterns.demanded.match(clause)
    asked = demanded or (
        patterns.named.within(clause)
        and (patterns.goal_of.match(clause) or patterns.goal_set.search(clause))
    )
    reached = patterns.reached.match(after) if asked else None
    if asked and reached and (demanded or reached["word"] in goals.really):
        return True
    if number.unit in goals.tasks:
        return False
    if reached and asked and after[:1] in ",;":
        return True
    before = patterns.set_before.search(clause) is not None
    return before and patterns.set_behind.match(after) is not None


def lacking(text: str, start: int, number: Number) -> HeadNoun | None:
    """How far a value is from a goal, which is an amount: 离“十四五”目标还差|0.8微克/立方米.

    So are 超过年度目标|2个百分点 and 好于目标|1.6微克/立方米; 低于目标|35微克/立方米 is the goal.
    """
    first = max(start, number.start - MAX_DISTANCE)
    found = _patterns().lacking.search(text, first, number.start)
    if found is None:
        found = _patterns().beyond.search(text, first, number.start)
        if found is None or not _is_distance(number):
            return None
        return HeadNoun(found["how"], found.start(), number.end)
    return HeadNoun(f"{found[0][0]}{found['from']}{found['how']}", found.start(), number.end)


def _is_distance(number: Number) -> bool:
    """Whether a number by itself is how far two values are apart: percentage points, or few μg."""
    if number.measure == "μg/m³":
        return isinstance(number.value, Decimal) and number.value < FEW
    return number.measure == "pp"
