"""What a number or a clause does to the sets that are open, and the sets after it.

`classifier` says which event it is; here stands what an event means. Nothing changes: each event
makes a new state.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeAlias, assert_never

from builder.extract.tallies.item_sets import ItemSet, TallyField
from builder.text.numbers.number import Number


class Opens(NamedTuple):
    """A number begins a set: 督察反馈问题|70件."""

    items: ItemSet


class FillsField(NamedTuple):
    """A number fills a field of the open set: 已办结|69件; a listed set's rate is all sets'."""

    field: TallyField
    number: Number


class FillsEach(NamedTuple):
    """A list of numbers fills one field of each listed set: 分别完成整改|11项和15项."""

    field: TallyField
    numbers: tuple[Number, ...]


class ListsKind(NamedTuple):
    """A number counts some of the open set by kind: 其中来信|112件."""

    number: Number


class CountsSubset(NamedTuple):
    """A number is that of a part only: 其中立行立改|20个|已完成, or one `due`: 年内应完成|44项."""

    number: Number
    due: bool = False


class CountsUnderway(NamedTuple):
    """A number of items in hand, be they all that is left or not: 2个正在整改."""

    number: Number


class FindsTrue(NamedTuple):
    """A number counts those of the open set that were found true: 经查属实|198件."""

    items: ItemSet


class Traces(NamedTuple):
    """A number says that the items were handled, and how many of others: 追责问责|12人."""

    number: Number


class Settles(NamedTuple):
    """All items are settled: 均已办结; up to `end`.

    So are all `of_parts` of which the numbers were told: 现场处置196个,上报23个,|均已闭环.
    """

    end: int
    of_parts: bool = False


class Completes(NamedTuple):
    """All items of a total are done, as its own clause says: 32项|全面完成."""

    end: int


class Handles(NamedTuple):
    """The items are being handled, without a number: 正在督促整改."""


class Passes(NamedTuple):
    """A number that does nothing to the open set: 关停12家 is a manner of handling."""


# What an event does to one set; `Opens` makes a new one.
OfSet: TypeAlias = (
    FillsField
    | ListsKind
    | CountsSubset
    | CountsUnderway
    | FindsTrue
    | Traces
    | Settles
    | Completes
    | Handles
)
Event: TypeAlias = Opens | FillsEach | Passes | OfSet


class State(NamedTuple):
    """The set that is open, and the `siblings` listed before it: 11个问题和|382个信访件."""

    current: ItemSet | None = None
    siblings: tuple[ItemSet, ...] = ()

    @property
    def complete(self) -> tuple[ItemSet, ...]:
        """The open sets that the text has told enough of."""
        sets = self.siblings if self.current is None else (*self.siblings, self.current)
        return tuple(one for one in sets if one.complete)

    def joins(self, opened: ItemSet) -> bool:
        """Whether a new set stands in one list of totals with the open one."""
        return (
            self.current is not None
            and self.current.start == opened.start
            and self.current.numbers.keys() == {TallyField.TOTAL}
        )


def apply(state: State, event: Event) -> State:
    """The state after an event; sets that `Opens` ends are `state.complete` before it."""
    if isinstance(event, Opens):
        return _opened(state, event.items)
    if state.current is None or isinstance(event, Passes):
        return state
    if isinstance(event, FillsEach):
        return _filled(state, event)
    # What is said of all items, and their rate, holds for every set of a list of totals.
    shared = isinstance(event, (Settles, Completes, Handles))
    shared |= isinstance(event, FillsField) and event.field is TallyField.RATE
    siblings = tuple(_changed(one, event) for one in state.siblings) if shared else state.siblings
    return State(current=_changed(state.current, event), siblings=siblings)


def _filled(state: State, event: FillsEach) -> State:
    """The listed sets, each with its own number; the first learns its place of it."""
    sets = (*state.siblings, *((state.current,) if state.current else ()))
    first, *others = (
        one.with_number(event.field, number)
        for one, number in zip(sets, event.numbers, strict=True)
    )
    *siblings, current = (replace(first, place=0), *others)
    return State(current=current, siblings=tuple(siblings))


def _changed(one: ItemSet, event: OfSet) -> ItemSet:  # noqa: PLR0911 -- one for each event
    """A set after an event."""
    match event:
        case FillsField(field, number):
            known = one.with_total_known() if field is TallyField.DONE else one
            return known.with_number(field, number)
        case ListsKind(number):
            return one.with_kind(number) or one
        case CountsSubset(number, due):
            end, part = max(one.end, number.end), number if due else None
            return replace(one, subset_only=True, handled=True, end=end, due_part=part)
        case CountsUnderway(number):
            parts = (*one.parts, number)
            return replace(one, parts=parts, handled=True, end=max(one.end, number.end))
        case FindsTrue(items):
            return replace(one, true=items)
        case Traces(number):
            return replace(one, handled=one.firm, end=number.end)
        case Settles(end, of_parts):
            return (one.with_total_alone() if of_parts else one).settled(end)
        case Completes(end):
            return one.settled(end)
        case Handles():
            return replace(one, handled=True)
        case _:
            assert_never(event)


def _opened(state: State, opened: ItemSet) -> State:
    if state.current is not None and state.joins(opened):
        opened = replace(opened, handled=state.current.handled)
        return State(current=opened, siblings=(*state.siblings, state.current))
    return State(current=opened)
