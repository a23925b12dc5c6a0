"""The noun that a number counts: 柴油货车路检路查190台次, 7家企业, 投入600万元完成…项目."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import gap
from builder.extract.quantities.labels import (
    stripped,
    trimmed,
    without_joint,
    without_lead,
    without_reaching,
    without_tail,
)
from builder.text.numbers.number import SEPARATORS, Number, NumberKind
from builder.vocabulary.generic.amounts import UnitKind, area_words, deeds, noun_words
from builder.vocabulary.generic.labels import label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

STOPS = re.compile(r"[,;。:!?\n、]|\((?=其中|含|包括)")
# 十个县(市、区)空气质量达标: a short bracket belongs to the noun.
STOPS_BEHIND = re.compile(r"\([^(),;。\d]{1,6}\)|(?P<stop>[,;。:!?\n、()])")
AND = re.compile(r"、|以及|和|与|及")
# 96.67%的满意率.
RATE_BEHIND = re.compile(r"的(?P<rate>[\u4e00-\u9fff]{1,8}?[率度])")
# 15个污水处理厂中有4个因管网滞后.
AMONG = re.compile(r"中(?:仅|只)?有?$")
FROM = re.compile(r"(?<=.)[由从]$")
MAX_LABEL_CHARACTERS = 28
MAX_LIST_LABEL_CHARACTERS = 44
WORD = re.compile(r"[\u4e00-\u9fff]{2}")


class _Patterns(NamedTuple):
    """`change_only` is all that stands before a number that tells a change, `changed` ends what

    names a value; `verbs` lead to what was made for money.
    """

    change_only: re.Pattern[str]
    changed: re.Pattern[str]
    change_behind: re.Pattern[str]
    verbs: re.Pattern[str]
    recurring: re.Pattern[str]
    verb_with_object: re.Pattern[str]
    verb_at_end: re.Pattern[str]
    measured: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, nouns = label_words(), noun_words()
    change, areas, verbs = words.change, area_words(), deeds().with_object.pattern
    changes, each, bases = (
        f"{change.verbs.group}+了?",
        change.each.pattern,
        change.bases.pattern,
    )
    years, same_time = change.years.pattern, change.same_time.pattern
    whose = f"{areas.whole.pattern}|{areas.own.pattern}|{words.whose.pattern}"
    return _Patterns(
        change_only=re.compile(
            f"^(?:{bases}|较[^,。;]*|比[^,。;]*|与[^,。;]*相比)?(?:{each})?"
            f"(?:{changes}|占{gap(8)})$"
        ),
        changed=re.compile(
            f"(?:{bases}|{each})*{changes}$|{change.equal.group}(?:{years})(?:{same_time})?的?$"
        ),
        change_behind=re.compile(f"的?(?:相比)?(?:{bases}|{each})?{changes}(?![到至为成])"),
        verbs=re.compile(f"^{words.verbs.group}+"),
        recurring=re.compile(f"^{words.average.group}?{words.recurring.group}"),
        # 检查118家企业, 督促县6家部门, 首批12家企业.
        verb_with_object=re.compile(
            f"(?:{verbs})(?:了|并)?(?:{whose})?|{nouns.attributes.group}的?"
        ),
        verb_at_end=re.compile(f"(?:{verbs})$"),
        measured=re.compile(f"{nouns.measured.group}(?<!{nouns.substances.pattern})$"),
    )


class HeadNoun(NamedTuple):
    """A label, and the stretch of text that holds it with the number."""

    label: str
    start: int
    end: int


def noun(text: str, start: int, end: int, numbers: Sequence[Number], number: Number) -> HeadNoun:
    """What `number` counts, in its sentence (`start..end`) with these numbers."""
    run = _run(text, numbers, number)
    after, right = _behind(text, end, numbers, number)
    if len(run) > 1 and not after:
        first = _single(text, start, numbers, run[0], "", run[0].end)
        label = _shared(text, start, numbers, run, number) or first.label
        return HeadNoun(trimmed(label), first.start, run[-1].end)
    return _single(text, start, numbers, number, after, right)


def is_change(after: str) -> bool:
    """Whether the words behind a number tell a change from it: 较去年18起减少6起."""
    return _patterns().change_behind.match(after) is not None


def _behind(text: str, end: int, numbers: Sequence[Number], number: Number) -> tuple[str, int]:
    """The words behind a number that may name what it counts, and where they end.

    Of 一家年处理量30万吨的企业 these are the words behind the other number.
    """
    right = _right_edge(text, end, numbers, number)
    after = text[number.end : right]
    if without_reaching(after) is not None:
        return "", number.end
    later = next((other for other in numbers if other.start == right), None)
    if later is not None and _patterns().measured.search(after):
        edge = _right_edge(text, end, numbers, later)
        if owner := text[later.end : edge].removeprefix("的"):
            after, right = owner, edge
    bare = AMONG.sub("", without_joint(after))
    return bare, right - len(after) + len(bare)


def _single(
    text: str, start: int, numbers: Sequence[Number], number: Number, after: str, right: int
) -> HeadNoun:
    """What a number counts by the words before it and `after` it, which end at `right`."""
    left = _left_edge(text, start, numbers, number)
    raw = text[left : number.start]
    before, reached = stripped(raw)
    if number.measure == "%" and (rate := RATE_BEHIND.match(after)):
        return _label(text, number, rate["rate"], number.start, number.end + rate.end())
    if not reached and _patterns().change_only.match(before):
        subject = _subject(text, start, left, numbers)
        return _label(text, number, subject + before, left, number.end)
    if after and (joined := _with_object(numbers, number, before, after, left)):
        owned = before not in joined and _patterns().verbs.fullmatch(before) is None
        position = number.start if owned else text.rfind(before, left, number.start)
        return _label(text, number, joined, position, right, whole=False)
    if len(before) > 1:
        position = text.find(before, left, number.start)
        return _label(text, number, before, position, number.end)
    if after and not reached:
        return _label(text, number, without_lead(after), number.start, right, whole=False)
    # One sign right behind a number counts that number: 名 of 第二名28件 is no noun of 28件.
    counter = any(other.end + 1 == number.start for other in numbers)
    own = "" if counter else before
    subject = own or _patterns().changed.sub("", _subject(text, start, left, numbers))
    total = label_words().total.search(raw)
    whole = total[0] if total and not own else ""
    return _label(text, number, whole + subject, number.start, number.end)


def _with_object(
    numbers: Sequence[Number], number: Number, before: str, after: str, left: int
) -> str | None:
    """The label of a number whose noun stands behind it, or None where it stands before.

    Behind a verb (检查118家企业), money (600万元完成…项目), or another number's own noun
    (31个加油站207个地下油罐).
    """
    counted = without_lead(after)
    if number.unit_kind is UnitKind.MONEY and len(before) <= len("完成投资"):
        return _patterns().verbs.sub("", after) + before
    if _patterns().verb_with_object.fullmatch(before):
        return counted if _patterns().verbs.fullmatch(before) else before + counted
    owned = any(other.end == left and other.kind is NumberKind.AMOUNT for other in numbers)
    if not owned or len(before) <= 1 or _patterns().measured.search(before):
        return None
    if AMONG.search(before):
        noun = AMONG.sub("", before)
        return after if after.startswith(noun) else before + after
    verb = _patterns().verb_at_end.search(before)
    return (verb[0] if verb else "") + counted


def _label(
    text: str, number: Number, label: str, start: int, end: int, *, whole: bool = True
) -> HeadNoun:
    """A label within its length: its end where it stands `whole` before the number.

    Where nothing names the number, its own words do.
    """
    label = trimmed(label)
    if len(label) > (MAX_LIST_LABEL_CHARACTERS if "分别" in label else MAX_LABEL_CHARACTERS):
        label = _last_words(label) if whole else f"{label[:MAX_LABEL_CHARACTERS]}…"
    first, last = min(start, number.start), max(end, number.end)
    return HeadNoun(label or text[number.start : number.end], first, last)


def _last_words(label: str) -> str:
    """The end of a long label, from a 、 on or behind a sign that says there is more."""
    end = label[-MAX_LABEL_CHARACTERS:]
    cut = end.find("、")
    return end[cut + 1 :] if 0 <= cut < MAX_LABEL_CHARACTERS // 2 else f"…{end}"


def _run(text: str, numbers: Sequence[Number], number: Number) -> Sequence[Number]:
    """The numbers of one measure that stand in a list with a number: 6.5%和7%."""
    first = last = _index(numbers, number)
    while first > 0 and _listed(text, numbers[first - 1], numbers[first]):
        first -= 1
    while last + 1 < len(numbers) and _listed(text, numbers[last], numbers[last + 1]):
        last += 1
    return numbers[first : last + 1]


def _listed(text: str, one: Number, other: Number) -> bool:
    """Whether two amounts of one measure stand together in a list."""
    if one.kind is not NumberKind.AMOUNT or other.kind is not NumberKind.AMOUNT:
        return False
    return one.measure == other.measure and text[one.end : other.start] in SEPARATORS


def _shared(
    text: str, start: int, numbers: Sequence[Number], run: Sequence[Number], number: Number
) -> str | None:
    """The own noun of a number that shares its words with a list: A、B分别增长6.5%和7%."""
    left = _left_edge(text, start, numbers, run[0])
    lead, each, tail = text[left : run[0].start].partition("分别")
    verb = without_tail(tail)
    if not each:
        return None
    position = run.index(number)
    if not _patterns().change_only.match(lead + verb):
        names = AND.split(without_lead(lead))
        named = len(names) == len(run) and all(_patterns().measured.search(name) for name in names)
        return names[position] + verb if named else None
    earlier = [one for one in numbers if one.end < left and one.kind is NumberKind.AMOUNT]
    if len(earlier) < len(run):
        return None
    own = noun(text, start, left, numbers, earlier[len(earlier) - len(run) + position])
    return own.label + without_lead(lead) + verb


def _left_edge(text: str, start: int, numbers: Sequence[Number], number: Number) -> int:
    """Where the words that may name the number begin: behind a break, or a number that counts."""
    edge = max(start, number.start - 2 * MAX_LABEL_CHARACTERS)
    for match in STOPS.finditer(text, edge, number.start):
        if match[0] != "、" or text[match.end() : match.end() + 1].isdecimal():
            edge = match.end()
    for other in reversed(numbers[: _index(numbers, number)]):
        if other.end <= edge:
            break
        if not _part_of_noun(text, other, number):
            return other.end
    return edge


def _index(numbers: Sequence[Number], number: Number) -> int:
    return bisect_left(numbers, number.start, key=lambda other: other.start)


def _part_of_noun(text: str, other: Number, number: Number) -> bool:
    """Whether an earlier number belongs to the noun: 第三轮督察, 5G基站, 较2020年."""
    if other.kind is NumberKind.ORDINAL:
        return number.start - other.end > len("名")
    compared = other.kind is NumberKind.DATE and text[other.start - 1] in "较比"
    return compared or other.kind is NumberKind.NAME


def _right_edge(text: str, end: int, numbers: Sequence[Number], number: Number) -> int:
    stops = (found for found in STOPS_BEHIND.finditer(text, number.end, end) if found["stop"])
    stop = next(stops, None)
    edge = min(stop.start() if stop else end, number.end + 2 * MAX_LABEL_CHARACTERS)
    for other in numbers[_index(numbers, number) + 1 :]:
        if other.start >= edge:
            break
        if other.kind not in {NumberKind.NAME, NumberKind.DATE}:
            return other.start
    return edge


def _subject(text: str, start: int, left: int, numbers: Sequence[Number]) -> str:
    """The words of the last clause before that name what they count, for a number without any."""
    for earlier in reversed(numbers):
        if start <= earlier.start and earlier.end <= left and earlier.kind is NumberKind.AMOUNT:
            edge = _left_edge(text, start, numbers, earlier)
            words, _ = stripped(text[edge : earlier.start])
            words = _patterns().recurring.sub("", FROM.sub("", words))
            if WORD.search(words) and words[0] not in "较比":
                return words
    return ""
