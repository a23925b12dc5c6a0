"""Whether a metric is named for a value that is planned, and none that was measured."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.clauses import CLAUSE_BREAK, gap
from builder.model import Qualifier
from builder.text.deadlines import deadline
from builder.text.modality import branches, modality
from builder.text.sentences import clauses
from builder.vocabulary.environment.indicators import indicator_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.text.number_roles import RoledNumber

# 年内 and 6月底前 end so; by 年底 a value may have been measured.
_DEADLINE_ENDS = frozenset("内前")
_LIMITS = frozenset((Qualifier.AT_MOST, Qualifier.LESS, Qualifier.AT_LEAST, Qualifier.MORE))


@cache
def _plan_words() -> re.Pattern[str]:
    """What says before a metric that its value is planned: 目标值为, 控制在."""
    words = indicator_words().plans
    target = branches(words.targets, words.none, f"{words.target_ends.group}*[为是:]")
    return re.compile(f"{target}|{branches(words.limited, words.none)}")


@cache
def _applied_standard() -> re.Pattern[str]:
    """执行地表水Ⅲ类标准."""
    words = indicator_words().plans
    return re.compile(f"{words.applying.group}{gap(30)}{words.standards.group}")


def is_planned(text: str, start: int, group: MentionGroup, labelled: Sequence[RoledNumber]) -> bool:
    """Whether the values of a group are hoped for (力争), due or a standard's."""
    if _planned_before(text, start, group.start):
        return True
    first = _limit(group, labelled)
    return first is not None and (
        _before_deadline(text, start, first) or _of_standard(text, start, first)
    )


def _planned_before(text: str, start: int, offset: int) -> bool:
    """Whether what stands at an offset follows words of hope or of a plan (力争, 目标为).

    A word that hopes only before a deed (计划年内) does so for its own clause.
    """
    words = modality()
    ends = [match.end() for match in _plan_words().finditer(text, start, offset)]
    ends += [
        match.end()
        for match in words.hoped.finditer(text, start, offset)
        if words.firm.fullmatch(match[0]) or not CLAUSE_BREAK.search(text, match.end(), offset)
    ]
    return bool(ends) and words.results.search(text, max(ends), offset) is None


def _limit(group: MentionGroup, labelled: Sequence[RoledNumber]) -> RoledNumber | None:
    """A group's first number, where it is a limit."""
    first = next(iter(group.behind(labelled)), None)
    limited = first and first.number and first.number.qualifier in _LIMITS
    return first if limited else None


def _of_standard(text: str, start: int, limit: RoledNumber) -> bool:
    """Whether a limit is that of a standard: 执行Ⅲ类标准,总磷不高于0.2毫克/升."""
    begin = clauses(text, start, limit.start)[-2:][0][0]
    return _applied_standard().search(text, begin, limit.start) is not None


def _before_deadline(text: str, start: int, limit: RoledNumber) -> bool:
    """Whether a limit is one with a deadline: 年内PM2.5浓度降到35微克/立方米以下.

    The deadline stands in the clause of the number or is the clause before it.
    """
    for begin, _ in clauses(text, start, limit.start)[-2:]:
        due = deadline(text, begin, limit.start)
        if due and text[due[1] - 1] in _DEADLINE_ENDS:
            between = text[due[1] : limit.start].removeprefix(",")
            if CLAUSE_BREAK.search(between) is None:
                return modality().reached.search(between) is None
    return False
