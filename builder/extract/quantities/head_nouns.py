"""The noun that a number counts: 柴油货车路检路查190台次, 7家企业, 投入600万元完成…项目."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.quantities.head_noun_patterns import head_noun_patterns
from builder.extract.quantities.labels import (
    last_words,
    stripped,
    trimmed,
    without_joint,
    without_lead,
    without_reaching,
    without_tail,
)
from builder.extract.quantities.phrases import (
    behind_list,
    counted,
    founded_before,
    is_caused,
    is_level,
    is_light,
    is_money,
    is_owner,
    is_place,
    is_spent,
    named,
    of_kind,
    with_shared_deed,
    without_manner,
)
from builder.extract.quantities.stretches import left_edge, right_edge, run_of
from builder.text.numbers.number import SEPARATORS, Number, NumberKind
from builder.vocabulary.generic.amounts import UnitKind
from builder.vocabulary.generic.labels import label_words

if TYPE_CHECKING:
    from collections.abc import Sequence

# To look up a member of an enumeration takes as long as a search.
_MONEY, _THING = UnitKind.MONEY, UnitKind.THING
_AMOUNT = NumberKind.AMOUNT

AND = re.compile(r"、|以及|和|与|及")
# 96.67%的满意率.
RATE_BEHIND = re.compile(r"的(?P<rate>[\u4e00-\u9fff]{1,8}?[率度])")
# 15个污水处理厂中有4个因管网滞后.
AMONG = re.compile(r"中(?:仅|只)?有?$")
# So many numbers back the noun may stand that a bare one counts.
FURTHEST = 12
FROM = re.compile(r"(?<=.)[由从]$")
# 下达的15项指标, 松江等8个乡镇: the noun stands behind the number.
# 中央督察反馈的38个问题: a bare noun keeps the words before.
MAX_BARE_CHARACTERS = 2
ATTRIBUTIVE = ("的", "等")
CLAUSE_END = re.compile(r"[,;。:!?\n]")
MAX_MONEY_CHARACTERS = 80
MAX_LABEL_CHARACTERS = 32
MAX_TAIL_CHARACTERS = 2
SINCE_WHEN = re.compile(r"(?<=.)(?:[较比]|与)[^,;。]*$|(?<=.)同比$")
MAX_LIST_LABEL_CHARACTERS = 44
WORD = re.compile(r"[\u4e00-\u9fff]{2}")


class HeadNoun(NamedTuple):
    """A label, and the stretch of text that holds it with the number."""

    label: str
    start: int
    end: int


def noun(text: str, start: int, end: int, numbers: Sequence[Number], number: Number) -> HeadNoun:
    """What `number` counts, in its sentence (`start..end`) with these numbers."""
    run = run_of(text, numbers, number)
    after, right = _behind(text, end, numbers, number)
    if len(run) > 1 and not after:
        first = _single(text, start, numbers, run[0], "", run[0].end)
        label = _shared(text, start, numbers, run, number) or first.label
        return HeadNoun(trimmed(label), first.start, run[-1].end)
    after = _with_shared_deed(text, numbers, number, after, right)
    return _single(text, start, numbers, number, after, right)


def is_change(after: str) -> bool:
    """Whether the words behind a number tell a change from it: 较去年18起减少6起."""
    return head_noun_patterns().change_behind.match(after) is not None


def _behind(text: str, end: int, numbers: Sequence[Number], number: Number) -> tuple[str, int]:
    """The words behind a number that may name what it counts, and where they end.

    Of 一家年处理量30万吨的企业 these are the words behind the other number.
    """
    right = right_edge(text, end, numbers, number)
    after = text[number.end : right]
    if without_reaching(after) is not None:
        return "", number.end
    later = next((other for other in numbers if other.start == right), None)
    both = later is not None and right == number.end and _both_count(number, later)
    if later is not None and (both or head_noun_patterns().measured.search(after)):
        edge = right_edge(text, end, numbers, later)
        if owner := text[later.end : edge].removeprefix("的"):
            after, right = owner, edge
    if not after:
        return "", right
    bare = AMONG.sub("", without_joint(after))
    return bare, right - len(after) + len(bare)


def _both_count(number: Number, later: Number) -> bool:
    """Whether two numbers side by side count one thing: 6大类75小项整改任务."""
    return later.kind is _AMOUNT and later.unit_kind is number.unit_kind is _THING


def _single(
    text: str, start: int, numbers: Sequence[Number], number: Number, after: str, right: int
) -> HeadNoun:
    """What a number counts by the words before it and `after` it, which end at `right`."""
    left = left_edge(text, start, numbers, number)
    raw = text[left : number.start]
    before, reached = stripped(raw)
    if number.measure == "%" and (rate := RATE_BEHIND.match(after)):
        return _label(text, number, rate["rate"], number.start, number.end + rate.end())
    if not reached and head_noun_patterns().change_only.match(before):
        subject = _subject(text, start, left, numbers)
        return _label(text, number, subject + before, left, number.end)
    spent = number.unit_kind is _MONEY and is_spent(before)
    if (after or spent) and (found := _named_behind(text, numbers, number, left, after, right)):
        return found
    if len(before) > 1:
        name = named(before, share=number.measure == "%")
        position = text.rfind(name, left, number.start)
        owner = founded_before(text[start:left], name)
        return _label(text, number, owner + name, max(position, left), number.end)
    if after and not reached:
        return _behind_label(text, number, counted(without_lead(after)), right)
    return _unnamed(text, start, left, numbers, number)


def _named_behind(
    text: str, numbers: Sequence[Number], number: Number, left: int, after: str, right: int
) -> HeadNoun | None:
    """What a number counts whose noun stands behind it though words stand before it."""
    raw = text[left : number.start]
    before, _ = stripped(raw)
    if number.measure != "%" and raw.endswith(ATTRIBUTIVE):
        name = counted(without_lead(after))
        owned = len(name) <= MAX_BARE_CHARACTERS and raw.endswith("的")
        position = text.rfind(before, left, number.start) if owned else number.start
        return _behind_label(text, number, before + name if owned else name, right, position)
    joined = _with_object(text, numbers, number, before, after, left)
    if not joined:
        return None
    owned = before not in joined and head_noun_patterns().verbs.fullmatch(before) is None
    position = number.start if owned else text.rfind(before, left, number.start)
    return _behind_label(text, number, joined, right, position)


def _unnamed(
    text: str, start: int, left: int, numbers: Sequence[Number], number: Number
) -> HeadNoun:
    """What a number counts that has no noun beside it: that of the clause before, if any."""
    raw = text[left : number.start]
    # One sign right behind a number counts that number: 名 of 第二名28件 is no noun of 28件.
    counter = any(other.end + 1 == number.start for other in numbers)
    own = "" if counter else stripped(raw)[0]
    subject = own or head_noun_patterns().changed.sub("", _subject(text, start, left, numbers))
    total = label_words().total.search(raw)
    whole = total[0] if total and not own else ""
    if not whole and not subject and not raw and text[left - 1 : left] == ":":
        return _label(text, number, _announced(text, start, left), left, number.end)
    return _label(text, number, whole + subject, number.start, number.end)


def _announced(text: str, start: int, left: int) -> str:
    """The words before a colon that name the number behind it: 排污许可证核发:17张."""
    words = CLAUSE_END.split(text[max(start, left - 1 - MAX_LABEL_CHARACTERS) : left - 1])[-1]
    return stripped(words)[0]


def _behind_label(
    text: str, number: Number, label: str, right: int, position: int | None = None
) -> HeadNoun:
    """A label whose noun stands behind the number: the quote ends with it."""
    tail = label[-MAX_TAIL_CHARACTERS:]
    found = text.find(tail, number.end, right)
    end = found + len(tail) if found >= 0 else right
    return _label(
        text, number, label, number.start if position is None else position, end, whole=False
    )


def _with_shared_deed(
    text: str, numbers: Sequence[Number], number: Number, name: str, right: int
) -> str:
    """A noun with the deed that the next of its list has: 63个变更地块、3个腾退地块调查."""
    later = next((other for other in numbers if other.start >= right), None)
    # The first of numbers that stand side by side has no noun of its own: 2个、3个地块调查.
    if not name or later is None or later.unit != number.unit:
        return name
    if text[right : later.start] not in SEPARATORS:
        return name
    return with_shared_deed(
        name, CLAUSE_END.split(text[later.end : later.end + MAX_MONEY_CHARACTERS])[0]
    )


def _with_object(  # noqa: PLR0911 -- each way in which a noun stands behind its number
    text: str, numbers: Sequence[Number], number: Number, before: str, after: str, left: int
) -> str | None:
    """The label of a number whose noun stands behind it, or None where it stands before.

    Behind a verb (检查118家企业), money (600万元完成…项目), or another number's own noun
    (31个加油站207个地下油罐).
    """
    name = counted(without_lead(after), before)
    if number.unit_kind is _MONEY and len(before) <= len("完成投资"):
        clause = _bought(text[number.end : number.end + MAX_MONEY_CHARACTERS], before)
        if not after and not head_noun_patterns().verbs.match(clause):
            return None
        clause = head_noun_patterns().verbs.sub("", clause)
        bought = head_noun_patterns().verbs.sub("", behind_list(clause, after or clause))
        return bought + before if bought else None
    if number.unit in {"万", "亿"} and is_money(after):
        return after
    before = without_manner(before)
    if is_place(before) or is_light(before) or is_caused(before):
        return name
    if is_level(before):
        return before + name
    if head_noun_patterns().verb_with_object.fullmatch(before):
        return name if head_noun_patterns().verbs.fullmatch(before) else before + name
    owned = any(other.end == left and other.kind is _AMOUNT for other in numbers)
    owned = owned and text[left] not in SEPARATORS
    if not owned or len(before) <= 1:
        return None
    if head_noun_patterns().measured.search(before):
        sized = number.unit_kind is not _THING and before != after
        return after.removeprefix("的") + before if sized and is_owner(after) else None
    if AMONG.search(before):
        noun = AMONG.sub("", before)
        return after if after.startswith(noun) else of_kind(noun, after) or before + after
    verb = head_noun_patterns().verb_at_end.search(before)
    return (verb[0] if verb else "") + name


def _bought(words: str, before: str) -> str:
    """The words behind money on what it was for: ,完成12座污水站改造 only behind a bare 投入."""
    first, *others = CLAUSE_END.split(words)
    if not first and others and is_spent(before) and head_noun_patterns().verbs.match(others[0]):
        return others[0]
    return first


def _label(
    text: str, number: Number, label: str, start: int, end: int, *, whole: bool = True
) -> HeadNoun:
    """A label within its length: its end where it stands `whole` before the number.

    Where nothing names the number, its own words do.
    """
    label = trimmed(label)
    if len(label) > (MAX_LIST_LABEL_CHARACTERS if "分别" in label else MAX_LABEL_CHARACTERS):
        label = (
            last_words(label, MAX_LABEL_CHARACTERS) if whole else f"{label[:MAX_LABEL_CHARACTERS]}…"
        )
    first, last = min(start, number.start), max(end, number.end)
    return HeadNoun(label or text[number.start : number.end], first, last)


def _shared(
    text: str, start: int, numbers: Sequence[Number], run: Sequence[Number], number: Number
) -> str | None:
    """The own noun of a number that shares its words with a list: A、B分别增长6.5%和7%."""
    left = left_edge(text, start, numbers, run[0])
    lead, each, tail = text[left : run[0].start].partition("分别")
    verb = without_tail(tail)
    if not each:
        return None
    position = run.index(number)
    names, base = _names(without_lead(lead))
    if len(names) == len(run) and verb and base:
        return names[position] + base + verb
    if not head_noun_patterns().change_only.match(lead + verb):
        measured = verb or all(head_noun_patterns().measured.search(name) for name in names)
        return names[position] + verb if len(names) == len(run) and measured else None
    earlier = [one for one in numbers if one.end < left and one.kind is _AMOUNT]
    if len(earlier) < len(run):
        return None
    own = noun(text, start, left, numbers, earlier[len(earlier) - len(run) + position])
    return own.label + without_lead(lead) + verb


def _names(lead: str) -> tuple[list[str], str]:
    """The names of a list, and from when their changes are told: A、B|较2020年."""
    *names, last = AND.split(lead)
    base = SINCE_WHEN.search(last)
    return [*names, last[: base.start()] if base else last], base[0] if base else ""


def _subject(text: str, start: int, left: int, numbers: Sequence[Number]) -> str:
    """The words of the last clause before that name what they count, for a number without any."""
    at = bisect_left(numbers, left, key=attrgetter("start"))
    for earlier in reversed(numbers[max(at - FURTHEST, 0) : at]):
        if start <= earlier.start and earlier.end <= left and earlier.kind is _AMOUNT:
            edge = left_edge(text, start, numbers, earlier)
            words, _ = stripped(text[edge : earlier.start])
            words = head_noun_patterns().recurring.sub("", FROM.sub("", words))
            if WORD.search(words) and words[0] not in "较比":
                return words
    return ""
