"""Where the words around a number begin and end that may name what it counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from builder.model import Qualifier
from builder.text.numbers.number import SEPARATORS, Number, NumberKind
from builder.vocabulary.environment.amounts import no_amounts

if TYPE_CHECKING:
    from collections.abc import Sequence

# To look up a member of an enumeration takes as long as a search.
_NAME, _DATE, _AMOUNT, _ORDINAL, _CLASS = (
    NumberKind.NAME,
    NumberKind.DATE,
    NumberKind.AMOUNT,
    NumberKind.ORDINAL,
    NumberKind.CLASS,
)

# A class of characters comes first, so that most places are passed over at once.
STOPS = re.compile(r"[,;。:!?\n、(](?:(?<!\()|(?=其中|含|包括))")
# 十个县(市、区)空气质量达标: a short bracket belongs to the noun, and so do levels (省、市两级).
STOPS_BEHIND = re.compile(
    r"[,;。:!?\n、()|](?:(?<=\()[^(),;。\d]{1,6}\)"
    r"|(?<=[省市县区家]、)(?=[省市县区乡镇])|(?P<stop>))"
)
# 淘汰10蒸吨以下燃煤锅炉11台: a bound says of what kind the things behind it are.
BOUNDED = (Qualifier.AT_LEAST, Qualifier.AT_MOST)
BOUND = re.compile(r"(?:以[上下]){1,2}的?[\u4e00-\u9fff]{2}")
# How far from its number a name may begin or end.
MAX_CHARACTERS = 64
_START = attrgetter("start")


def left_edge(text: str, start: int, numbers: Sequence[Number], number: Number) -> int:
    """Where the words that may name the number begin: behind a break, or a number that counts."""
    edge = max(start, number.start - MAX_CHARACTERS)
    for match in STOPS.finditer(text, edge, number.start):
        if match[0] != "、" or text[match.end() : match.end() + 1].isdecimal():
            edge = match.end()
    for other in reversed(numbers[: index(numbers, number)]):
        if other.end <= edge:
            break
        if not _part_of_noun(text, other, number):
            return other.end
    return edge


def index(numbers: Sequence[Number], number: Number) -> int:
    """The place of a number among those of its sentence."""
    return bisect_left(numbers, number.start, key=_START)


def _part_of_noun(text: str, other: Number, number: Number) -> bool:
    """Whether an earlier number belongs to the noun: 第三轮督察, 5G基站, 较2020年, 劣四类海水."""
    if other.kind is _ORDINAL:
        return number.start - other.end > len("名")
    of_kind = other.qualifier in BOUNDED and other.unit in no_amounts().specification.boiler_units
    if of_kind and BOUND.match(text, other.end - 2, number.start):
        return True
    compared = other.kind is _DATE and text[other.start - 1] in "较比"
    return compared or other.kind in {_NAME, _CLASS}


def right_edge(text: str, end: int, numbers: Sequence[Number], number: Number) -> int:
    """Where the words end that may name the number: before a break or the next number."""
    edge = min(end, number.end + MAX_CHARACTERS)
    for found in STOPS_BEHIND.finditer(text, number.end, end):
        if found.lastgroup:
            edge = min(edge, found.start())
            break
    for other in numbers[index(numbers, number) + 1 :]:
        if other.start >= edge:
            break
        if other.kind not in {_NAME, _DATE}:
            return other.start
    return edge


def run_of(text: str, numbers: Sequence[Number], number: Number) -> Sequence[Number]:
    """The numbers of one measure that stand in a list with a number: 6.5%和7%."""
    first = last = index(numbers, number)
    while first > 0 and _listed(text, numbers[first - 1], numbers[first]):
        first -= 1
    while last + 1 < len(numbers) and _listed(text, numbers[last], numbers[last + 1]):
        last += 1
    return numbers[first : last + 1]


def _listed(text: str, one: Number, other: Number) -> bool:
    """Whether two amounts of one measure stand together in a list."""
    if one.kind is not _AMOUNT or other.kind is not _AMOUNT:
        return False
    return one.measure == other.measure and text[one.end : other.start] in SEPARATORS
