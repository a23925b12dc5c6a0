"""Which event a number or a clause is for the sets that are open: it looks, and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.extract.tallies.events import (
    Completes,
    Event,
    FillsEach,
    FillsField,
    Handles,
    ListsKind,
    Opens,
    Passes,
    Settles,
    State,
    Traces,
)
from builder.extract.tallies.item_sets import ItemSet, Side, TallyField
from builder.extract.tallies.parts import (
    FROM,
    continues,
    field_of,
    is_pending,
    kind_event,
    of_subset,
    of_true,
    underway,
)
from builder.extract.tallies.patterns import tally_words
from builder.extract.tallies.sides import (
    asked_for,
    counts_work,
    found_and_settled,
    is_done_after,
    is_done_alone,
    is_done_before,
    is_manner_alone,
    is_raised,
    is_watched,
    last,
    listed_rate,
    noun_before,
    noun_of,
    settles_all,
)
from builder.extract.tallies.subsets import is_helped, is_led, is_needing, own_subset
from builder.text.modality import modality
from builder.text.number_cues import REACHES, number_cues
from builder.text.numbers.number import SEPARATORS, Number
from builder.vocabulary.environment.tallies import tally_vocabulary

# 除2个正在整改外,其余全部完成: not all are settled.
EXCEPTED = re.compile(r"除了?(?:\d+|[两一二三四五六七八九十])[个项件处起][^,;。]{0,16}外")

# The number of all items stands alone, or that of those done, or the first with those left.
_RATE = frozenset((TallyField.RATE,))
_ALONE = (
    {TallyField.TOTAL},
    {TallyField.DONE},
    {TallyField.TOTAL, TallyField.PENDING},
)
# 11项|中的9项, 12个|问题中的10个: what is told is of some of them.
PART_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,6}中的?(?=\d)")


def number_event(text: str, current: ItemSet | None, side: Side) -> Event:
    """What a number of items or a rate does to the open set."""
    if current is not None and tells_total_last(current, side.number, side.before):
        return FillsField(TallyField.TOTAL, side.number)
    if current is not None and (event := _part_event(text, current, side)) is not None:
        return event
    opened = (
        own_subset(text, current, side)
        or _listed(text, current, side)
        or _opened(text, current, side)
    )
    if opened is not None:
        return Opens(opened)
    if current is None:
        return Passes()
    field = field_of(current, side)
    if field is not None:
        return FillsField(field, side.number)
    # 监测135个 of 268个 outfalls, but 监测站4座 of no problems.
    traced = current.fits(side.number) and tally_words().traced.search(side.before)
    return Traces(side.number) if traced else Passes()


def tells_total_last(current: ItemSet, number: Number, before: str) -> bool:
    """Whether a number is that of all items, told behind those done and left: 反馈问题共|37个.

    It has to be the sum of both: of 已完成33个,尚有4个 nothing else is 37.
    """
    if current.total is not None or number.unit != current.unit:
        return False
    done, left = (current.numbers.get(one) for one in (TallyField.DONE, TallyField.PENDING))
    if done is None or left is None:
        return False
    values = [one.value for one in (done, left, number)]
    counts = [value for value in values if isinstance(value, Decimal)]
    summed = len(counts) == len(values) and counts[0] + counts[1] == counts[2]
    return summed and tally_words().noun.search(before) is not None


def _part_event(text: str, current: ItemSet, side: Side) -> Event | None:
    """What a number tells that is of a part of the open set; None where it is of all."""
    fits = current.total is not None and current.fits(side.number)
    if event := (of_true(current, side) if fits else None) or _part_done(text, current, side):
        return event
    if is_helped(side):
        kind = current.total is not None and current.with_kind(side.number) is not None
        return ListsKind(side.number) if kind else Passes()
    if not fits or is_needing(side) or is_led(text, side):
        return None
    told = underway(text, current, side) or of_subset(current, side)
    return kind_event(text, current, side) if told is None else told


def opening_events(text: str, state: State, side: Side) -> Iterator[Event]:
    """What the clause of a set's first number says of it: 32项全面完成, 发现并改正问题367个."""
    words, current = tally_words(), state.current
    if current is None or TallyField.DONE in current.numbers:
        return
    whole = current.firm or words.whole.search(text, *current.noun)
    joined = words.raised_and_done.search(side.before)
    if joined and not words.refused.search(joined[0]):
        yield FillsField(TallyField.DONE, side.number)
    elif side.last and whole and settles_all(side.after) and not asked_for(side):
        yield Completes(side.clause[1])
    rest = words.noun.sub("", side.before + side.after)
    if current.firm and words.handled.search(rest):
        yield Handles()


def rate_event(sides: Sequence[Side]) -> Event:
    """The rate of handling that a clause lists among others."""
    rate = listed_rate(sides)
    return Passes() if rate is None else FillsField(TallyField.RATE, rate)


def clause_event(text: str, current: ItemSet | None, clause: str, end: int) -> Event:
    """What a clause without numbers says of the open set: 均已办结, 督促整改."""
    if current is None:
        return Passes()
    words = tally_words()
    # 9处隐患逐个销号,全部整改到位: the number of those done was that of all.
    alone = current.numbers.keys() - _RATE in _ALONE and not current.subset_only
    whole = alone and (current.firm or words.whole.search(text, *current.noun))
    if whole and not EXCEPTED.search(text, current.start, end) and settles_all(clause):
        return Settles(end)
    if current.firm and _all_parts_settled(text, current, clause, end):
        return Settles(end, of_parts=True)
    told = words.handled.search(clause) or words.handed.search(clause)
    return Handles() if current.firm and told else Passes()


def _all_parts_settled(text: str, current: ItemSet, clause: str, end: int) -> bool:
    """Whether a clause settles parts that are all of a set: 现场处置196个,上报23个,均已闭环.

    Of 已整改12个,均已销号 it is those 12.
    """
    total = current.total
    parts = TallyField.DONE in current.numbers and tally_vocabulary().of_all.match(clause)
    if total is None or not parts or not settles_all(clause):
        return False
    listed = re.findall(rf"(\d+){re.escape(current.unit)}", text[total.end : end])
    return len(listed) > 1 and sum(map(int, listed)) == total.value


# --------------------------------------------------------------------------- new sets


def _opened(text: str, current: ItemSet | None, side: Side) -> ItemSet | None:
    """The set that a number begins, or None where it begins none."""
    words, number = tally_words(), side.number
    if number.unit == "%":
        # 办结率低于95%的扣5分 is a rule.
        rule = number_cues().scored_behind.match(side.rest) is not None
        return _rate_alone(side) if current is None and not rule else None
    done = is_done_before(side)
    # 分别完成24个和6个 tells of two sets, and begins none.
    apart = words.apart_before.search(side.before) is not None or is_pending(current, side)
    goes_on = done and continues(current, side)
    if apart or goes_on or (done and "分别" in side.before and not side.last):
        return None
    noun, firm = noun_of(side)
    if noun is None and not (current is not None and current.fits(number)):
        noun, firm = found_and_settled(text, side), True
    if noun is None and current is None and is_needing(side):
        noun, firm = noun_before(text, side), True
    # 交办举报115件,属实85件: a part of the open set.
    due = words.due_set.search(side.before) is not None
    # 48项任务应完成35项,已完成33项: what is done is told of the 48.
    part = words.established.search(side.before) or (due and current and current.total)
    part = current is not None and current.fits(number) and part
    if (
        noun is None
        or part
        or words.closed_before.search(side.before)
        or words.settled_before.search(side.before)
        or is_watched(side)
        or (not firm and counts_work(text, number, noun))
        or (is_done_after(side) and current is not None)
    ):
        return None
    alone = done or is_done_alone(side) or _handled_at_a_rate(text, side)
    alone = firm and alone and not PART_BEHIND.match(side.rest)
    if alone and not is_raised(text, side, noun):
        return None
    field = TallyField.DONE if alone else TallyField.TOTAL
    return ItemSet(
        start=side.clause[0],
        end=max(number.end, noun[1]),
        unit=number.unit,
        noun=noun,
        firm=firm,
        nameless=words.noun.search(text, *noun) is None,
        due=due,
        by_manner=alone and not done and is_manner_alone(side),
        numbers={field: number},
    )


def _handled_at_a_rate(text: str, side: Side) -> bool:
    """办理群众投诉|208件|,办结率100%: so many were handled, and no other number tells of them."""
    words = tally_words()
    taken = last(words.done, side.before)
    if taken is None or words.taken_up.fullmatch(taken[0]) is None:
        return False
    if words.raised.search(side.before, 0, taken.start()):
        return False
    return words.rate_follows.match(text, side.number.end) is not None


def _part_done(text: str, current: ItemSet, side: Side) -> Event | None:
    """完成督察整改任务11项|中的9项: of all of them so many are done."""
    total = current.total
    if total is None or total.end > side.number.start or side.number.unit != current.unit:
        return None
    if not PART_BEHIND.match(text, total.end, side.number.start + 1):
        return None
    done = tally_words().done.search(text, side.clause[0], total.start)
    hoped = modality().hoped.search(text, side.clause[0], total.start)
    return None if done is None or hoped else FillsField(TallyField.DONE, side.number)


def _listed(text: str, current: ItemSet | None, side: Side) -> ItemSet | None:
    """The next set of a list that shares its words: 分别反馈问题12项和|18项."""
    number = side.number
    if current is None or current.total is None or side.before not in SEPARATORS or not side.before:
        return None
    lead = text[side.clause[0] : current.total.start]
    listed = (
        current.start == side.clause[0] and "分别" in lead and current.total.end <= number.start
    )
    if not listed or number.unit != current.unit:
        return None
    numbers = {TallyField.TOTAL: number}
    place = 1 if current.place is None else current.place + 1
    return replace(current, numbers=numbers, end=number.end, place=place)


def each_event(state: State, sides: Sequence[Side]) -> FillsEach | None:
    """What a list of numbers tells of the sets listed before: 分别完成整改11项和15项."""
    sets = len(state.siblings) + 1
    last = sides[-sets:]
    if not state.siblings or state.current is None or len(last) < sets:
        return None
    if "分别" not in last[0].before or any(one.before not in SEPARATORS for one in last[1:]):
        return None
    words, first = tally_words(), last[0]
    if first.number.unit == "%":
        field = TallyField.RATE if words.rate_before.fullmatch(first.before) else None
    elif words.pending_before.search(first.before):
        field = TallyField.PENDING
    else:
        field = TallyField.DONE if is_done_before(first) else None
    return None if field is None else FillsEach(field, tuple(one.number for one in last))


def _rate_alone(side: Side) -> ItemSet | None:
    """A set of which only the rate is told: 入河排污口整治完成率92.4%."""
    words = tally_words()
    if FROM.search(side.before) and REACHES.match(side.after):
        return None
    noun = last(words.noun, side.before)
    if noun is None or words.rate_before.fullmatch(side.before) is None:
        return None
    begin = side.number.start - len(side.before)
    first = side.before.rfind("、", 0, noun.start()) + 1
    return ItemSet(
        start=side.clause[0],
        end=side.number.end,
        unit="",
        noun=(begin + first, begin + noun.end()),
        firm=True,
        nameless=False,
        numbers={TallyField.RATE: side.number},
    )
