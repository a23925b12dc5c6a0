"""Whether a metric is named for a value that is aimed at, and none that was measured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.model import Qualifier
from builder.text.deadlines import deadline
from builder.text.modality import modality
from builder.text.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.groups import Group
    from builder.text.number_roles import RoledNumber

# Beside words of hope these say before a metric that its value is aimed at.
_ANNOUNCED = re.compile(
    r"到(?:今年)?年底|至(?<!截至)(?:今年)?年底"
    r"|目标(?<!完成目标)(?:任务)?[值数]?(?:分别)?(?:为|是|:)|控制在"
)
# 年内 and 6月底前 end so; by 年底 a value may have been measured.
_TERM_ENDS = frozenset("内前")
_STANDARD = re.compile(r"(?:执行|按照?|依据|依照|参照|采用)[^,;。]{0,30}标准")
_BREAK = re.compile(r"[,;:。\n]")
_BOUNDS = frozenset((Qualifier.AT_MOST, Qualifier.LESS, Qualifier.AT_LEAST, Qualifier.MORE))


def is_aimed(text: str, start: int, group: Group, tags: Sequence[RoledNumber]) -> bool:
    """Whether a group of the sentence from `start` stands in a hope (力争) or a plan's term."""
    if _hoped_before(text, start, group.start):
        return True
    first = _bounded(group, tags)
    return first is not None and (
        _within_term(text, start, first) or _of_standard(text, start, first)
    )


def _hoped_before(text: str, start: int, place: int) -> bool:
    """Whether a place stands behind a word for something aimed at (力争, 目标为).

    A word that hopes only before a deed (计划年内) does so for its own clause.
    """
    words = modality()
    ends = [match.end() for match in _ANNOUNCED.finditer(text, start, place)]
    ends += [
        match.end()
        for match in words.hoped.finditer(text, start, place)
        if words.firm.fullmatch(match[0]) or not _BREAK.search(text, match.end(), place)
    ]
    return bool(ends) and words.results.search(text, max(ends), place) is None


def _bounded(group: Group, tags: Sequence[RoledNumber]) -> RoledNumber | None:
    """A group's first number, where it is a bound."""
    first = next((tag for tag in tags if group.end <= tag.start < group.until), None)
    bounded = first and first.number and first.number.qualifier in _BOUNDS
    return first if bounded else None


def _of_standard(text: str, start: int, bound: RoledNumber) -> bool:
    """Whether a bound is that of a standard: 执行Ⅲ类标准,总磷不高于0.2毫克/升."""
    begin = clauses(text, start, bound.start)[-2:][0][0]
    return _STANDARD.search(text, begin, bound.start) is not None


def _within_term(text: str, start: int, bound: RoledNumber) -> bool:
    """Whether a bound is one for a term: 年内PM2.5浓度降到35微克/立方米以下.

    The term stands in the clause of the number or is the clause before it.
    """
    for begin, _ in clauses(text, start, bound.start)[-2:]:
        term = deadline(text, begin, bound.start)
        if term and text[term[1] - 1] in _TERM_ENDS:
            between = text[term[1] : bound.start].removeprefix(",")
            if _BREAK.search(between) is None:
                return modality().reached.search(between) is None
    return False
