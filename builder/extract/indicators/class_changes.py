"""How the class of a water moved by printed classes: 同比下降一个类别, 提升1个类别至Ⅱ类."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.indicators.scope_patterns import NUMERAL
from builder.model import Change, Direction
from builder.numerals import whole_number
from builder.text.number_cues import AGAINST
from builder.vocabulary.environment.metrics import CLASS
from builder.vocabulary.environment.water_classes import water_class_words
from builder.vocabulary.generic.amounts import change_words
from builder.vocabulary.generic.number_roles import number_role_words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

# The clause before a class, without another class, and what stands behind up to one.
BEFORE = re.compile(r"(?:[^,;。类]|类(?=别))+,$")
BEHIND = re.compile(r"[^,;。]*[,(]?[^,;。]*")
MAX_BEFORE = 24
OTHER_CLASS = re.compile("类(?!别)")


@cache
def _moved() -> re.Pattern[str]:
    words, moves = change_words(), water_class_words().moves
    return re.compile(
        rf"(?:(?P<up>{words.up.pattern}|{words.better.pattern}|{moves.up.pattern})"
        rf"|(?:{words.down.pattern}|{words.worse.pattern}|{moves.down.pattern}))"
        rf"了?(?P<count>\d|{NUMERAL})个(?:{moves.units.pattern})"
    )


_UNMOVED = Change(value=None, unit=None, direction=Direction.FLAT, better=None)


@cache
def _flat() -> re.Pattern[str]:
    """A class that has not moved: Ⅳ类|,同比持平."""
    return re.compile(r"[^,;。\d]{0,4},(?:与|较|同)?(?:上年|去年|同期|同比|比)[^,;。\d]{0,4}持平")


@cache
def _set_against() -> re.Pattern[str]:
    """The class of an earlier year that one is set against: ,比|去年的Ⅴ类|好了一个类别."""
    year = number_role_words().year_before.group
    same = number_role_words().same_period.group
    return re.compile(
        rf"(?P<before>[,(]?(?:{AGAINST}|同)(?:{year}|(?:19|20)\d\d年度?){same}?的)"
        rf"劣?[ⅠⅡⅢⅣⅤ]类(?:水质)?(?:相比,?)?"
    )


def is_set_against(text: str, begin: int, number: Number, until: int) -> bool:
    """Whether a class is an earlier year's, from which one moved: 比去年的|Ⅴ类|好了一个类别."""
    found = _set_against().match(text, begin, until)
    if found is None or found.end("before") != number.start:
        return False
    return _moved().match(text, found.end(), until) is not None


def class_change(text: str, begin: int, end: int, until: int) -> Change | None:
    """The change of a class that a stretch tells, or a clause beside it, up to `until`."""
    behind = BEHIND.match(text, end, until)
    before = BEFORE.search(text, max(0, begin - MAX_BEFORE), begin)
    found = _moved().search(
        text, before.start() if before else begin, behind.end() if behind else end
    )
    if found is None and _flat().match(text, end, until):
        return _UNMOVED
    if found is None:
        return None
    between = text[end : max(end, found.start())]
    if OTHER_CLASS.search(between) and not _set_against().fullmatch(between):
        return None
    count = whole_number(found["count"])
    up = found["up"] is not None
    return Change(
        value=Decimal(count or 0),
        unit=CLASS,
        direction=Direction.UP if up else Direction.DOWN,
        better=up,
    )
