"""What a number says of the set that is open: a part of it, or how many are done or pending."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.extract.tallies.events import (
    CountsSubset,
    CountsUnderway,
    Event,
    FindsTrue,
    ListsKind,
    Opens,
    Passes,
    Traces,
)
from builder.extract.tallies.item_sets import ItemSet, Side, TallyField
from builder.extract.tallies.patterns import tally_words
from builder.extract.tallies.sides import (
    NOTHING_ELSE,
    is_done_after,
    is_done_before,
    is_pushed,
    settles_all,
)
from builder.text.number_cues import REACHES
from builder.text.numbers.number import Number
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.words import Words

# To look up a member of an enumeration takes as long as a search.
_DONE, _PENDING, _RATE, _TOTAL = (
    TallyField.DONE,
    TallyField.PENDING,
    TallyField.RATE,
    TallyField.TOTAL,
)

# How far back the 其中 of a list of kinds is looked for.
MAX_BREAKDOWN_CHARACTERS = 120
PART_OF = re.compile(r"其中[^,;。]{2,}$")
FROM = re.compile(r"[由从][^,;。\d]{0,8}$")


class _Patterns(NamedTuple):
    """What stands before a number; `kinds` announces a list of kinds: 按类型分:废气406件."""

    kinds: re.Pattern[str]
    sorting: re.Pattern[str]
    kind: re.Pattern[str]
    next_kind: re.Pattern[str]
    due: re.Pattern[str]
    totals: Words


@cache
def _patterns() -> _Patterns:
    words = tally_vocabulary()
    kind = f"{gap(10, 1, digits=False, no='、')}类{gap(6, digits=False, no='、')}"
    return _Patterns(
        kinds=re.compile(f"{words.kinds.pattern}|[按从]{gap(8)}{words.sorting.group}"),
        sorting=re.compile(f"[按从]{gap(8)}{words.sorting.group}[:,]"),
        kind=re.compile(f"(?:^|[、,]){kind}$"),
        next_kind=re.compile(rf"[、,](?:{kind}|{inspections().pending.rest.group})\d"),
        due=re.compile(f"{words.due.group}[^,;。]*$"),
        totals=words.totals,
    )


def of_true(current: ItemSet, side: Side) -> Event | None:
    """The event of a number, which may be of a part, that is of those found true; else None.

    属实|198件 counts them; of 属实件中办结|191件 they are the set.
    """
    number = side.number
    if found := tally_words().established.search(side.before):
        begin = number.start - len(side.before) + found.start()
        numbers = {_TOTAL: number}
        span = (begin, number.start)
        true = replace(current, start=begin, end=number.end, noun=span, numbers=numbers, kinds=None)
        return FindsTrue(true)
    told = tally_vocabulary().established.within(side.before) and is_done_before(side)
    if current.true is None or not told or not current.true.fits(number):
        return None
    return Opens(current.true.with_number(_DONE, number))


def kind_event(text: str, current: ItemSet, side: Side) -> Event | None:
    """The event of a number, which may be of a part, that is by kind or manner; else None.

    其中来信112件、来电98件 are kinds, 关停12家、升级改造87家 manners of handling.
    """
    words = tally_words()
    first = max(side.clause[0], side.number.start - MAX_BREAKDOWN_CHARACTERS)
    sorts = _patterns().sorting.search(text, current.start, side.clause[0]) is not None
    # 按时限分:立行立改41项…限期整改24项 sorts them, whatever the words say else.
    sorted_by = sorts and (
        words.at_once.within(side.before) or words.deadline_before.search(side.before)
    )
    told = _field(current, side) is not None or words.apart_before.search(side.before)
    if told and not sorted_by and not _completes_kinds(current, side):
        return None
    # 其中自办20件、转办65件: handed on, and nobody can tell whether settled. 督察移交的|31件 are
    # others.
    if words.handed_before.search(side.before):
        return None if words.raiser.search(side.before) else Traces(side.number)
    announced = sorts or _patterns().kinds.search(text, first, side.number.start) is not None
    announced |= _is_first_kind(text, side)
    if current.kinds is None and not announced:
        return Passes() if words.manner_before.search(side.before) else None
    return None if current.with_kind(side.number) is None else ListsKind(side.number)


def _is_first_kind(text: str, side: Side) -> bool:
    """Whether a number begins a list of kinds by their names alone: 大气类问题|40件、水类20件."""
    patterns = _patterns()
    # 暗访发现水类问题|33个 are others, 水污染类转办件|51件 are some of those handed over.
    named = patterns.kind.search(side.before)
    found = named and tally_words().raised.search(side.before.rpartition("类")[0])
    return bool(named and not found) and (
        patterns.next_kind.match(text, side.number.end) is not None
    )


def _completes_kinds(current: ItemSet, side: Side) -> bool:
    """Whether a number is the last kind of a list: 其中立行立改15个,限期整改22个,长期坚持|5个."""
    if current.kinds is None or _DONE in current.numbers:
        return False
    return current.total is not None and current.total.value == current.kinds + side.number.value  # type: ignore[operator]


def of_subset(current: ItemSet, side: Side) -> Event | None:
    """The event of a number, which may be of a part, that is of no more: 其中立行立改|20个|已完成.

    How many of all are settled is not told then, whatever follows. None if it isn't.
    """
    if PART_OF.search(side.before):
        settled = is_done_after(side)
        # 其中要求9月底前完成|16项 are those due by then, 其中立行立改|12项 sorts the items.
        due = _patterns().due.search(side.before) is not None
        if due or (current.firm and settled):
            return CountsSubset(side.number, due)
        if tally_words().at_once.within(side.before) and not settled:
            listed = current.kinds is None and current.with_kind(side.number) is not None
            return ListsKind(side.number) if listed else Passes()
    if not current.subset_only or _patterns().totals.search(side.before) is not None:
        return None
    done = current.numbers.get(_DONE, side.number)
    return None if _is_more(done, current.due_part) else Passes()


def _is_more(done: Number, due: Number | None) -> bool:
    """Whether more are done than were due, and so of all: 其中年内应完成44项,已完成|46项."""
    values = [done.value, due and due.value]
    counts = [value for value in values if isinstance(value, Decimal)]
    return len(counts) == len(values) and counts[0] > counts[1]


def underway(text: str, current: ItemSet, side: Side) -> Event | None:
    """The event of a number, which may be of a part, of items in hand and not called the rest.

    2个正在整改; 其中15个已完成,3个正在推进 sorts all of them, so that these are the rest.
    """
    words = tally_words()
    if current.total is None or not current.firm:
        return None
    if words.staged_too.search(side.before):
        return CountsUnderway(side.number)
    if words.underway_after.match(side.after) is None or side.before.strip("、和"):
        return None
    sorts = _patterns().kinds.search(text, current.total.end, side.number.start)
    return None if sorts else CountsUnderway(side.number)


def field_of(current: ItemSet, side: Side) -> TallyField | None:
    """What a number says of the open set, unless it counts something beside it."""
    field = _field(current, side)
    if field is not _PENDING and tally_words().apart_before.search(side.before):
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
        return _RATE if is_rate and not other else None
    if not current.fits(side.number):
        return None
    if is_pending(current, side):
        # 除1个需长期整改外,其余4个|全部整改到位: those are the settled ones.
        rest = current.total is not None and _DONE not in current.numbers
        settled = rest and settles_all(side.after) and words.pending_before.search(side.before)
        return _DONE if settled else _PENDING
    pushed = current.firm and current.total is not None and is_pushed(side)
    done = (pushed or is_done_before(side)) and continues(current, side)
    return _DONE if done or is_done_after(side) else None


def is_pending(current: ItemSet | None, side: Side) -> bool:
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


def continues(current: ItemSet | None, side: Side) -> bool:
    """Whether a number of settled items counts those of the open set and no others."""
    if current is None or not current.fits(side.number):
        return False
    words = tally_words()
    if current.total is None and words.noun.search(side.before):
        return False
    return NOTHING_ELSE.match(side.after) is not None or (
        words.noun_after.match(side.after) is not None and current.total is not None
    )
