"""What a class or a share of waters does not hold for: 3个断面除总磷外达到Ⅲ类.

All texts here are in Simplified Chinese.
"""

from __future__ import annotations

import re
from functools import cache

from builder.model import Indicator, Theme
from builder.model.comparison import Dossier
from builder.vocabulary.environment.exceptions import exception_words
from builder.vocabulary.environment.metrics import metric_of

_STOPS = re.compile(r"[,。;:!?\n]")
_CLASS = re.compile(r"劣?[ⅠⅡⅢⅣⅤ]")
# Right behind a value: (总磷除外), 标准,总磷除外.
_BEHIND = re.compile(r"[^,。;、:()\n]{0,8}(?:\(([^()\n]{2,24})\)|,([^,。;\n]{2,16})(?=[,。;\n]|$))")
_NAME = r"([^,。;:()除类\d]{2,12})"


def exception(fact: Indicator, dossier: Dossier) -> str:
    """What a value leaves out, 总磷; empty where it leaves nothing out.

    除总磷外 stands before the class, behind the class before it; （总磷除外） right behind its own.
    """
    if metric_of(fact.metric).theme is not Theme.WATER:
        return ""
    source = dossier.extraction.outline.source.plain
    own = list(_CLASS.finditer(source, fact.start, fact.end))
    # What stands in the quote behind its own class is of the next value.
    told = _lead(source, fact.start) + source[fact.start : own[-1].start() if own else fact.end]
    found = _last(_before(), told)
    if not found and (behind := _BEHIND.match(source, own[-1].end() if own else fact.end)):
        bracket, clause = behind.groups()
        found = _last(_before(), bracket or "") or _last(_left_out(), bracket or clause)
    words = exception_words()
    name = words.around.sub("", found).strip(" 、的").rstrip("之以")
    return "" if words.nothing.fullmatch(name) else name


def _lead(source: str, at: int) -> str:
    """The clause before a value, behind the class of another one; with 除总磷外, before it."""
    begun = max((found.end() for found in _STOPS.finditer(source, max(0, at - 80), at)), default=0)
    lead = source[begun:at]
    classes = list(_CLASS.finditer(lead))
    if classes:
        return lead[classes[-1].end() :]
    before = re.split(r"[。;:!?\n,]", source[max(0, begun - 24) : max(0, begun - 1)])[-1]
    opened = _before().search(before) if source[begun - 1 : begun] == "," else None
    return before + lead if opened and opened.end() == len(before) else lead


def _last(pattern: re.Pattern[str], text: str) -> str:
    """The name in the last place that a pattern finds; empty where there is none."""
    found = [name for groups in pattern.findall(text) for name in _groups(groups) if name]
    return found[-1] if found else ""


def _groups(found: str | tuple[str, ...]) -> tuple[str, ...]:
    return (found,) if isinstance(found, str) else found


@cache
def _before() -> re.Pattern[str]:
    words = exception_words()
    return re.compile(rf"{words.opening.group}{_NAME[:-1]}?){words.closing.group}")


@cache
def _left_out() -> re.Pattern[str]:
    """总磷除外, 不含总氮"""
    words = exception_words()
    return re.compile(rf"{_NAME[:-1]}?){words.behind.group}|{words.before.group}{_NAME}")
