"""Which event a number or a clause is for the sets that are open: it looks, and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.extract.tallies.events import (
    Completes,
    CountsSubset,
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
from builder.extract.tallies.patterns import tally_words
from builder.extract.tallies.sides import (
    NOTHING_ELSE,
    asked_for,
    is_done_after,
    is_done_alone,
    is_done_before,
    is_watched,
    last,
    listed_rate,
    noun_of,
    settles_all,
)
from builder.text.number_cues import REACHES
from builder.text.numbers.number import SEPARATORS
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.words import Words

# 除2个正在整改外,其余全部完成: not all are settled.
EXCEPTED = re.compile(r"除了?(?:\d+|[两一二三四五六七八九十])[个项件处起][^,;。]{0,16}外")
# How far back the 其中 of a list of kinds is looked for.
MAX_BREAKDOWN_CHARACTERS = 120
PART_OF = re.compile(r"其中[^,;。]{2,}$")
FROM = re.compile(r"[由从][^,;。\d]{0,8}$")


class _Patterns(NamedTuple):
    """What stands before a number; `kinds` announces a list of kinds: 按类型分:废气406件."""

    kinds: re.Pattern[str]
    own: re.Pattern[str]
    due: re.Pattern[str]
    needing: re.Pattern[str]
    due_set: re.Pattern[str]
    totals: Words


@cache
def _patterns() -> _Patterns:
    words = tally_vocabulary()
    own = f"{area_words().own.pattern}|{words.own_bureau.pattern}"
    return _Patterns(
        kinds=re.compile(f"{words.kinds.pattern}|[按从]{gap(8)}{words.sorting.group}"),
        own=re.compile(f"(?:{own}){words.bears.group}*$"),
        due=re.compile(f"{words.due.group}[^,;。]*$"),
        needing=re.compile(rf"{words.need.group}{words.needed.group}的?{gap(8, digits=False)}$"),
        due_set=re.compile(rf"{words.due_set.group}的?{gap(4, digits=False)}$"),
        totals=words.totals,
    )


def number_event(text: str, current: ItemSet | None, side: Side) -> Event:
    """What a number of items or a rate does to the open set."""
    if current is not None:
        needing = _patterns().needing.search(side.before) is not None
        for event in (_of_subset(current, side), _kind(text, current, side)):
            if event is not None and not needing:
                return event
    opened = (
        _own_subset(current, side) or _listed(text, current, side) or _opened(text, current, side)
    )
    if opened is not None:
        return Opens(opened)
    if current is None:
        return Passes()
    field = _field_of(current, side)
    if field is not None:
        return FillsField(field, side.number)
    return Traces(side.number) if tally_words().traced.search(side.before) else Passes()


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
    known = current.numbers.keys() - {TallyField.RATE}
    alone = known in ({TallyField.TOTAL}, {TallyField.DONE}, {TallyField.TOTAL, TallyField.PENDING})
    whole = current.firm or words.whole.search(text, *current.noun)
    excepted = EXCEPTED.search(text, current.start, end)
    if alone and whole and not excepted and not current.subset_only and settles_all(clause):
        return Settles(end)
    told = words.handled.search(clause) or words.handed.search(clause)
    return Handles() if current.firm and told else Passes()


# --------------------------------------------------------------------------- parts of the open set


def _kind(text: str, current: ItemSet, side: Side) -> Event | None:
    """The event of a number that counts some of the open set by kind or manner, None if it doesn't.

    其中来信112件、来电98件 are kinds, 关停12家、升级改造87家 manners of handling.
    """
    if current.total is None or not current.fits(side.number):
        return None
    words = tally_words()
    if _field(current, side) is not None or words.apart_before.search(side.before):
        return None
    # 其中自办20件、转办65件: handed on, and nobody can tell whether settled.
    if words.handed_before.search(side.before):
        return Traces(side.number)
    first = max(side.clause[0], side.number.start - MAX_BREAKDOWN_CHARACTERS)
    if current.kinds is None and not _patterns().kinds.search(text, first, side.number.start):
        return Passes() if words.manner_before.search(side.before) else None
    return None if current.with_kind(side.number) is None else ListsKind(side.number)


def _of_subset(current: ItemSet, side: Side) -> Event | None:
    """The event of a number that is of a part only: 其中立行立改|20个|已完成; None if it isn't.

    How many of all are settled is not told then, whatever follows.
    """
    if current.total is None or not current.fits(side.number):
        return None
    if PART_OF.search(side.before):
        settled = is_done_after(side)
        # 其中要求9月底前完成|16项 are those due by then, 其中立行立改|12项 sorts the items.
        if _patterns().due.search(side.before) or (current.firm and settled):
            return CountsSubset(side.number)
        if tally_words().at_once.within(side.before) and not settled:
            return Passes()
    return (
        Passes() if current.subset_only and _patterns().totals.search(side.before) is None else None
    )


def _field_of(current: ItemSet, side: Side) -> TallyField | None:
    """What a number says of the open set, unless it counts something beside it."""
    field = _field(current, side)
    if field is not TallyField.PENDING and tally_words().apart_before.search(side.before):
        return None
    return field


def _field(current: ItemSet, side: Side) -> TallyField | None:
    """What a number says of the open set."""
    words = tally_words()
    if side.number.unit == "%":
        if FROM.search(side.before) and REACHES.match(side.after):
            return None
        is_rate = words.rate_before.fullmatch(side.before) and "分别" not in side.before
        other = not current.firm and words.noun.search(side.before)
        return TallyField.RATE if is_rate and not other else None
    if not current.fits(side.number):
        return None
    if _is_pending(current, side):
        # 除1个需长期整改外,其余4个|全部整改到位: those are the settled ones.
        rest = current.total is not None and TallyField.DONE not in current.numbers
        settled = rest and settles_all(side.after) and words.pending_before.search(side.before)
        return TallyField.DONE if settled else TallyField.PENDING
    done = is_done_before(side) and _continues(current, side)
    return TallyField.DONE if done or is_done_after(side) else None


def _is_pending(current: ItemSet | None, side: Side) -> bool:
    """剩余|2个, 3项|正在推进; 55个|排污口正加快整治 only where so many are left."""
    words = tally_words()
    if words.pending_before.search(side.before):
        return True
    if words.deadline_before.search(side.before):
        return current is not None and current.leaves(side.number)
    found = words.pending_after.match(side.after)
    if found is None:
        return False
    noun = words.noun_after.match(side.after)
    if noun is None or noun.end() > found.end():
        return True
    return current is not None and current.leaves(side.number)


def _continues(current: ItemSet | None, side: Side) -> bool:
    """Whether a number of settled items counts those of the open set and no others."""
    if current is None or not current.fits(side.number):
        return False
    words = tally_words()
    if current.total is None and words.noun.search(side.before):
        return False
    return NOTHING_ELSE.match(side.after) is not None or (
        words.noun_after.match(side.after) is not None and current.total is not None
    )


# --------------------------------------------------------------------------- new sets


def _opened(text: str, current: ItemSet | None, side: Side) -> ItemSet | None:
    """The set that a number begins, or None where it begins none."""
    words, number = tally_words(), side.number
    if number.unit == "%":
        return _rate_alone(side) if current is None else None
    done = is_done_before(side)
    # 分别完成24个和6个 tells of two sets, and begins none.
    apart = words.apart_before.search(side.before) is not None or _is_pending(current, side)
    continues = done and _continues(current, side)
    if apart or continues or (done and "分别" in side.before and not side.last):
        return None
    noun, firm = noun_of(side)
    # 交办举报115件,属实85件: a part of the open set.
    part = current is not None and current.fits(number) and words.established.search(side.before)
    if (
        noun is None
        or part
        or words.closed_before.search(side.before)
        or is_watched(side)
        or (is_done_after(side) and current is not None)
    ):
        return None
    field = TallyField.DONE if firm and (done or is_done_alone(side)) else TallyField.TOTAL
    return ItemSet(
        start=side.clause[0],
        end=max(number.end, noun[1]),
        unit=number.unit,
        noun=noun,
        firm=firm,
        nameless=words.noun.search(text, *noun) is None,
        due=_patterns().due_set.search(side.before) is not None,
        numbers={field: number},
    )


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


def _own_subset(current: ItemSet | None, side: Side) -> ItemSet | None:
    """The set that is meant within a wider one: 全市1200个,我县|312个|已整治298个.

    So are those that need it: 排查排污口263个,其中需整治|58个|已完成51个.
    """
    number = side.number
    if current is None or not current.fits(number):
        return None
    if not _patterns().own.search(side.before) and not _patterns().needing.search(side.before):
        return None
    if current.total is None or current.total is number:
        return None
    if is_done_before(side) or _is_pending(current, side):
        return None
    numbers = {TallyField.TOTAL: number}
    return replace(current, start=side.clause[0], end=number.end, numbers=numbers)


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
