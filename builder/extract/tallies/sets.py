"""Sets of items found in running text: the grammar of tallies.

A sentence is read clause by clause and number by number. A number of items is the total of a new
set, or tells of the set before it how many are done or pending, or at what rate; statements on all
items (均已办结) and numbers of sanctions stand between them. A set ends with a semicolon, with the
next total, or with its sentence, unless the next one goes on with it (截至目前,已完成整改314件).

Each number and clause is classified (`classifier`) and the event applied to the sets that are open
(`events`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Generator, Iterable, Iterator, Sequence

from builder.clauses import CLAUSE_WITH_BRACKETS
from builder.extract.tallies.classifier import (
    clause_event,
    each_event,
    number_event,
    opening_events,
    rate_event,
    tells_total_last,
)
from builder.extract.tallies.events import Opens, State, apply
from builder.extract.tallies.item_sets import ItemSet, Side
from builder.extract.tallies.patterns import tally_words
from builder.text.numbers.number import Number, NumberKind
from builder.text.sorted_spans import SortedSpans
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.generic.amounts import UnitKind

# To look up a member of an enumeration takes as long as a search.
_MASKED, _AMOUNT = NumberKind.MASKED, NumberKind.AMOUNT

MATTER = "件事"
COUNTED = frozenset((UnitKind.THING, UnitKind.PLACE, None))


def item_sets(
    text: str, numbers: Sequence[Number], spans: Iterable[tuple[int, int]]
) -> Iterator[ItemSet]:
    """Every set that the sentences at `spans` tell of, in text order."""
    words = tally_words()
    starts = [number.start for number in numbers]
    state, ended = State(), 0
    for start, end in spans:
        if state.current is not None and not (
            words.goes_on.match(text, start) and "\n" not in text[ended:start]
        ):
            yield from state.complete
            state = State()
        ended = end
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        reads = state.current is not None or (inside and words.hint.search(text, start, end))
        counts = (_of_matters(number, text) for number in inside) if reads else ()
        counting = [number for number in counts if _counts(number, text)]
        if counting or state.current is not None:
            state = yield from _sentence(text, state, SortedSpans(counting), start, end)
    yield from state.complete


def _sentence(
    text: str, state: State, numbers: SortedSpans[Number], start: int, end: int
) -> Generator[ItemSet, None, State]:
    """Sets that end within a sentence, and the state behind it."""
    for clause in CLAUSE_WITH_BRACKETS.finditer(text, start, end):
        inside = numbers.within(*clause.span())
        parted = text[clause.start() - 1] == ";" and not _goes_on(state.current, clause[0])
        if parted and not _sums_up(text, state.current, inside, clause.start()):
            yield from state.complete
            state = State()
        if inside or state.current is not None:
            state = yield from _clause(text, state, inside, clause)
    return state


def _goes_on(current: ItemSet | None, clause: str) -> bool:
    """Whether a clause behind a semicolon still tells of the open set: ;噪声98件;办结率100%."""
    words = tally_words()
    lists = current is not None and current.kinds is not None
    goes_on = words.goes_on.match(clause) is not None
    return goes_on or (lists and words.raised.search(clause) is None)


def _sums_up(text: str, current: ItemSet | None, inside: Sequence[Number], start: int) -> bool:
    """Whether a clause behind a semicolon tells how many all items are: ;反馈问题共37个."""
    if current is None or not inside:
        return False
    return tells_total_last(current, inside[0], text[start : inside[0].start])


def _clause(
    text: str, state: State, numbers: Sequence[Number], clause: re.Match[str]
) -> Generator[ItemSet, None, State]:
    """Sets that end within a clause with its counting `numbers`, and the state behind it."""
    sides = list(_sides(text, numbers, *clause.span()))
    if each := each_event(state, sides):
        return apply(state, each)
    for side in sides:
        event = number_event(text, state.current, side)
        if isinstance(event, Opens) and not state.joins(event.items):
            yield from state.complete
        state = apply(state, event)
        if isinstance(event, Opens):
            for event in opening_events(text, state, side):
                state = apply(state, event)
    if not sides:
        return apply(state, clause_event(text, state.current, clause[0], clause.end()))
    return apply(state, rate_event(sides))


def _sides(text: str, inside: Sequence[Number], start: int, end: int) -> Iterator[Side]:
    """The counting numbers of a clause that stand in no bracket; `inside` are all it has."""
    open_ones = [one for one in inside if not _in_bracket(text, start, one.start)]
    cut = start
    for index, number in enumerate(open_ones):
        stop = open_ones[index + 1].start if index + 1 < len(open_ones) else end
        before, after = text[cut : number.start], text[number.end : stop]
        cut = number.end
        yield Side(number, before, after, text[number.end : end], stop == end, (start, end))


def _in_bracket(text: str, start: int, offset: int) -> bool:
    opened = text.rfind("(", start, offset)
    return opened >= 0 and ")" not in text[opened:offset]


def _of_matters(number: Number, text: str) -> Number:
    """The number with the unit that no amount has else: 督察留给我们的14|件事."""
    if number.kind is not NumberKind.BARE or not text.startswith(MATTER, number.end):
        return number
    unit, thing = MATTER[0], UnitKind.THING
    return number._replace(kind=_AMOUNT, unit=unit, unit_kind=thing, end=number.end + len(unit))


def _counts(number: Number, text: str) -> bool:
    """Whether a number can count items or be a rate; 19个批次 are none."""
    if number.kind is _MASKED:
        return True
    if text.startswith("批", number.end):
        return False
    if number.kind is not _AMOUNT or number.upper is not None:
        return False
    # 7.9万人 are people as 7.9人 were.
    unit = number.unit.lstrip("万亿")
    return number.unit == "%" or (
        unit not in tally_vocabulary().not_counted and number.unit_kind in COUNTED
    )
