"""Numbers that mark something and count nothing: yardsticks, steps, and what was asked for.

设施正常运行率以90%为基准; 满意度迈上90%的台阶; 《细则》要求淘汰60辆,实际淘汰64辆.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.vocabulary.environment.amounts import no_amounts

YARDSTICK = "以"


class _Patterns(NamedTuple):
    yardstick: re.Pattern[str]
    step: re.Pattern[str]
    asked: re.Pattern[str]
    goal: re.Pattern[str]
    done: re.Pattern[str]


def is_mark(clause: str, after: str) -> bool:
    """Whether a number is a yardstick, a step, or asked for, by its clause up to it and beyond."""
    patterns = _patterns()
    if clause.endswith(YARDSTICK) and patterns.yardstick.match(after):
        return True
    if patterns.step.match(after):
        return True
    asked = patterns.asked.search(clause) or patterns.goal.search(clause)
    return asked is not None and patterns.done.match(after) is not None


@cache
def _patterns() -> _Patterns:
    marks, goals = no_amounts().marks, no_amounts().goals
    return _Patterns(
        yardstick=re.compile(f"(?:作?为|是){marks.yardsticks.group}"),
        step=re.compile(f"的?(?:新)?{marks.steps.group}"),
        # 要求淘汰老旧柴油货车|60辆, 污水治理年度任务|12个村.
        asked=re.compile(f"{goals.asking.group}{gap(16, digits=False)}$"),
        goal=re.compile(f"{goals.whose.group}{goals.aims.group}{goals.links.group}*$"),
        done=re.compile(f"{gap(4, digits=False)}[,;]{goals.reached.group}"),
    )
