"""The noun that a number counts: 柴油货车路检路查190台次, 7家企业, 投入600万元完成…项目."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.numbers import NumberKind
from builder.vocabulary.alternation import either
from builder.vocabulary.amounts import UnitKind
from builder.vocabulary.deeds import deeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.numbers import Number

STOPS = re.compile(r"[,;。:!?\n、]")
# Words before a noun that are none of it.
LEAD = re.compile(
    r"^(?:、|[一二三四五六七八九十]+是|其中|共计?|累计|先后|分别|已|全年|今年以?来?|目前|截至目前|我[市县区省局]|全[市县区省]"
    r"|并|了|也|还|又|又有|同时|以|和|与|及|对|将|把|为|有|等|的|在|年|度|来|以来|\d{4}年度?(?:以来)?)+"
)
TAIL = re.compile(
    r"(?:了|共计?|达到?|为|有|累计|约|近|的|已|各|分别|数|是|仅|只有|仅有|超|至|到)+$"
)
CHANGE_ONLY = re.compile(
    r"^(?:同比|环比|较[^,。;]*|比[^,。;]*|与[^,。;]*相比)?(?:分别|均)?(?:增长|下降|上升|减少|增加|提高|降低|提升|改善|多|少|增|降)+了?$"
)
VERB_LEAD = re.compile(r"^(?:完成|开展|用于|实施|推进|建设|开工|建成|进行|参加|的)+")
LONGEST = 28
WORD = re.compile(r"[\u4e00-\u9fff]{2}")


class Noun(NamedTuple):
    """A label, and the stretch of text that holds it with the number."""

    label: str
    start: int
    end: int


def noun(text: str, start: int, end: int, numbers: Sequence[Number], number: Number) -> Noun:
    """What `number` counts, in its sentence (`start..end`) with these numbers."""
    left = _left_edge(text, start, numbers, number)
    right = _right_edge(text, end, numbers, number)
    before = TAIL.sub("", LEAD.sub("", text[left : number.start]))
    after = text[number.end : right]
    if number.unit_kind is UnitKind.MONEY and len(before) <= len("完成投资") and after:
        return _label(
            text, number, VERB_LEAD.sub("", after) + before, number.start - len(before), right
        )
    if CHANGE_ONLY.match(before):
        subject = _subject(text, start, left, numbers)
        return _label(text, number, subject + before, left, number.end)
    if after and _bare_verb().fullmatch(before):
        counted = LEAD.sub("", after)
        verb = "" if VERB_LEAD.fullmatch(before) else before
        return _label(text, number, verb + counted, number.start - len(before), right)
    if len(before) > 1:
        place = text.find(before, left, number.start)
        return _label(text, number, before, place, number.end)
    if after:
        return _label(text, number, LEAD.sub("", after), number.start, right)
    # One sign right behind a number counts that number: 名 of 第二名28件 is no noun of 28件.
    counter = any(other.end + 1 == number.start for other in numbers)
    own = "" if counter else before
    subject = own or _subject(text, start, left, numbers)
    return _label(text, number, subject, number.start, number.end)


@cache
def _bare_verb() -> re.Pattern[str]:
    """A verb that has its object behind the number: 检查118家企业."""
    return re.compile(f"(?:{either(deeds().with_object)})(?:了|并)?")


def _label(text: str, number: Number, label: str, start: int, end: int) -> Noun:
    label = label.strip("、,;:()“ \n")[-LONGEST:] if start < number.start else label[:LONGEST]
    fallback = text[number.start : number.end]
    return Noun(label.strip("、,;:") or fallback, min(start, number.start), max(end, number.end))


def _left_edge(text: str, start: int, numbers: Sequence[Number], number: Number) -> int:
    """Where the words that may name the number begin: behind a break or the number before."""
    edge = max(start, number.start - 2 * LONGEST)
    for match in STOPS.finditer(text, edge, number.start):
        if match[0] != "、" or text[match.end() : match.end() + 1].isdecimal():
            edge = match.end()
    earlier = [other.end for other in numbers if edge < other.end <= number.start]
    return max([edge, *earlier])


def _right_edge(text: str, end: int, numbers: Sequence[Number], number: Number) -> int:
    stop = STOPS.search(text, number.end, end)
    edge = min(stop.start() if stop else end, number.end + LONGEST)
    later = [other.start for other in numbers if number.end <= other.start < edge]
    return min([edge, *later])


def _subject(text: str, start: int, left: int, numbers: Sequence[Number]) -> str:
    """The words of the last clause before that name what they count, for a number without any."""
    for earlier in reversed(numbers):
        if start <= earlier.start and earlier.end < left and earlier.kind is NumberKind.AMOUNT:
            edge = _left_edge(text, start, numbers, earlier)
            words = TAIL.sub("", LEAD.sub("", text[edge : earlier.start]))
            if WORD.search(words):
                return words
    return ""
