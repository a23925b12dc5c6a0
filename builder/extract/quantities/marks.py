"""Numbers that mark something and count nothing: yardsticks and steps.

设施正常运行率以90%为基准; 满意度迈上90%的台阶.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.environment.amounts import no_amounts

YARDSTICK = "以"


class _Patterns(NamedTuple):
    yardstick: re.Pattern[str]
    step: re.Pattern[str]


def is_mark(clause: str, after: str) -> bool:
    """Whether a number is a yardstick or a step, by its clause up to it and what follows."""
    patterns = _patterns()
    yardstick = clause.endswith(YARDSTICK) and patterns.yardstick.match(after)
    return bool(yardstick or patterns.step.match(after))


@cache
def _patterns() -> _Patterns:
    marks = no_amounts().marks
    return _Patterns(
        yardstick=re.compile(f"(?:作?为|是){marks.yardsticks.group}"),
        step=re.compile(f"的?(?:新)?{marks.steps.group}"),
    )
