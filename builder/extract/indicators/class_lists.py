"""Waters named behind their class: Ⅱ类断面2个:金溪口、白鹭滩; 达到三类的断面有1个,为清水湾."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.indicators.scope_patterns import NUMERAL
from builder.extract.indicators.scopes import LIST, is_water
from builder.numerals import whole_number
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.environment.water_classes import water_class_words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

# Behind a class alone these open the list of its waters: Ⅱ类:金溪口, Ⅱ类——金溪口.
SIGNS = frozenset(":—–")
NAME = re.compile(r"[\u4e00-\u9fffA-Za-z\d*×#()—-]{2,20}")


# The name of a place: 老码头.
MAX_SHORT_NAME = 6


class ClassList(NamedTuple):
    """The waters that have a class, where their list ends, and whether their number is printed."""

    names: tuple[str, ...]
    end: int
    counted: bool


class _Patterns(NamedTuple):
    head: re.Pattern[str]
    inside: re.Pattern[str]
    listed: re.Pattern[str]
    tail: re.Pattern[str]
    generic: re.Pattern[str]
    body: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, lists = water_class_words(), water_class_words().lists
    each = f"(?:{scope_words().classifiers.pattern})"
    count = rf"(?:\d+|{NUMERAL}+){each}"
    kind = rf"(?:{words.standard.group}|{lists.controls.group})*{lists.bodies.group}?"
    return _Patterns(
        head=re.compile(
            rf"(?P<body>[的]?{kind}的?{lists.bodies.group}?)(?P<count>\(?[共有为]{{0,2}}{count}\)?{kind})?"
            rf"(?P<opening>:|[—–]{{1,2}}|\(|,?{lists.opening.group}{{0,2}}[:为是有系]?:?)"
        ),
        # Names in brackets, and those up to the end of their clause; both may have brackets inside.
        inside=re.compile(r"(?:[^();。\n]|\([^()]*\))+(?=\))"),
        listed=re.compile(r"(?:[^(),;。\n]|\([^()]*\))+"),
        tail=re.compile(rf"(?:(?P<others>等)?(?P<count>{count}){kind}|(?P<more>等){kind})?$"),
        generic=re.compile(rf"(?:{lists.controls.group}|的)*{lists.bodies.group}"),
        body=re.compile(f"的?{lists.controls.group}*{lists.bodies.group}+"),
        counted=re.compile(rf"(?P<count>\d+|{NUMERAL}+){each}[^\d,;、]{{0,8}}$"),
    )


def class_list(text: str, number: Number, end: int, subject: str) -> ClassList | None:
    """The waters that are named behind a class; a count without names, and a range, give none.

    The `subject` of the class may be their number: 2座水库|达到Ⅱ类,为雾岭水库和双塘水库.
    """
    patterns = _patterns()
    if len(number.classes) > 1 or text.endswith(water_class_words().lists.beyond, 0, number.start):
        return None
    head = patterns.head.match(text, number.end, end)
    before = _patterns().counted.search(subject)
    if head is None or not head["opening"]:
        return None
    if not (before or head["body"] or head["count"] or head["opening"][:1] in SIGNS):
        return None
    bracketed = head["opening"] == "("
    stretch = (patterns.inside if bracketed else patterns.listed).match(text, head.end(), end)
    if stretch is None:
        return None
    tail = patterns.tail.search(stretch[0])
    assert tail is not None
    names = tuple(LIST.split(stretch[0][: tail.start()]))
    count = _counted(head["count"]) or _counted(tail["count"])
    if count is None and before and whole_number(before["count"]) == len(names):
        count = len(names)
    told = head["opening"] == ":" and _patterns().body.fullmatch(head["body"]) is not None
    if not _agree(names, count, others=bool(tail["others"] or tail["more"]), told=told):
        return None
    stop = head.end() + (tail.start() if count is None else len(stretch[0]))
    return ClassList(names, stop, count is not None)


def _counted(words: str | None) -> int | None:
    found = re.search(rf"\d+|{NUMERAL}+", words or "")
    return whole_number(found[0]) if found else None


def _agree(names: tuple[str, ...], count: int | None, *, others: bool, told: bool) -> bool:
    """Whether these are names, and as many as are printed; without a number one is of water.

    Behind Ⅴ类水质: short names are, as it is `told` that they are of water.
    """
    if not all(NAME.fullmatch(name) and _is_name(name) for name in names):
        return False
    if count is None:
        short = told and max(map(len, names)) <= MAX_SHORT_NAME
        return short or any(map(is_water, names))
    return len(names) == count or (others and len(names) < count)


def _is_name(name: str) -> bool:
    no_names = water_class_words().lists.no_names
    return not no_names.within(name) and _patterns().generic.fullmatch(name) is None
