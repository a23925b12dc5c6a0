"""Records of the grammar of tallies: a set of items, and a number with the words around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from builder.model.record import record
from builder.text.numbers.number import Number, NumberKind

TEN_THOUSAND = "万"


class TallyField(StrEnum):
    """What a number says of a set of items."""

    TOTAL = "total"
    DONE = "done"
    PENDING = "pending"
    RATE = "rate"


# These are asked for at every number; to look up a member takes as long as a search.
TOTAL, DONE = TallyField.TOTAL, TallyField.DONE
UNSETTLED = frozenset((TOTAL, TallyField.PENDING))


@record
class ItemSet:
    """A set of items as far as the text has told of it; offsets are those of the normalised text.

    `firm` sets are of items that are raised by their nature (问题, 信访件); others (项目) need a
    number of those done. `noun` is where the noun of the items stands; a set is `nameless` that
    has none, only a verb of settling (完成整改销号46项). `kinds` is the sum of the kinds listed so
    far (其中来信112件,来电98件), None before the first. Of a `subset_only` set only a part is told.
    `parts` are numbers of items by kind or in hand, which are none of the fields; those of a set
    `left_in_parts` are all that is told of what is left.
    `place` is the set's own in a list that shares its words (分别反馈问题12项和18项).
    The items of a `due` set are those to be settled by now (今年到期的13项), not all; a `due_part`
    is of some, the total being known (52项,其中年内应完成44项). `true` is the
    set of those that were found true (属实198件), of which the settled ones may be told. Of a set
    that is told `by_manner` (封堵直排口31个) another number has to be known as well.
    """

    start: int
    end: int
    unit: str
    noun: tuple[int, int]
    firm: bool
    nameless: bool
    numbers: Mapping[TallyField, Number] = field(default_factory=dict)
    handled: bool = False
    kinds: Decimal | None = None
    subset_only: bool = False
    due: bool = False
    place: int | None = None
    true: ItemSet | None = None
    parts: tuple[Number, ...] = ()
    left_in_parts: bool = False
    due_part: Number | None = None
    by_manner: bool = False

    @property
    def complete(self) -> bool:
        """Whether the text counts something and says how it was handled.

        Numbers of 2.1万个 and of 8365个 can't stand in one tally.
        """
        if self.by_manner and len(self.numbers) == 1:
            return False
        raised = self.firm or self.due_part is not None
        if not raised and self.numbers.keys() <= UNSETTLED:
            # 治理黑臭水体9条,其余2条3月底前治理到位: work that is planned, and no items.
            return False
        counted = any(number.value is not None for number in self.numbers.values())
        counts = [one for name, one in self.numbers.items() if name is not TallyField.RATE]
        if len({one.unit.startswith(TEN_THOUSAND) for one in counts}) > 1:
            return False
        return counted and (len(self.numbers) > (TallyField.TOTAL in self.numbers) or self.handled)

    @property
    def total(self) -> Number | None:
        """The number of all items, where it is told."""
        return self.numbers.get(TOTAL)

    def with_number(self, field: TallyField, number: Number, end: int = 0) -> ItemSet:
        """The set with what a number tells, unless that is known already."""
        if field is TallyField.PENDING and (field in self.numbers or self.left_in_parts):
            return self._left_in_parts(number)
        numbers = {field: number} | dict(self.numbers)
        return replace(self, numbers=numbers, end=max(self.end, number.end, end))

    def _left_in_parts(self, number: Number) -> ItemSet:
        """The set with one more number of items left: none of them, unless it was all that is left.

        30项,完成20项,阶段性完成4项,正在推进6项: neither 4 nor 6 are all.
        """
        known, done = self.numbers.get(TallyField.PENDING), self.numbers.get(TallyField.DONE)
        changed = replace(self, parts=(*self.parts, number), end=max(self.end, number.end))
        values = [one and one.value for one in (self.total, done, known)]
        counts = [value for value in values if isinstance(value, Decimal)]
        if known is None or len(counts) < len(values) or counts[1] + counts[2] >= counts[0]:
            return changed
        numbers = {field: one for field, one in self.numbers.items() if one is not known}
        return replace(changed, numbers=numbers, parts=(known, *changed.parts), left_in_parts=True)

    def with_total_known(self) -> ItemSet:
        """The number that opened the set is its total, now that another one says how many are done.

        46项已办结45项: the 46 were taken for settled ones.
        """
        if self.nameless or self.total is not None or TallyField.DONE not in self.numbers:
            return self
        numbers = dict(self.numbers)
        return replace(self, numbers={TallyField.TOTAL: numbers.pop(TallyField.DONE)} | numbers)

    def with_total_alone(self) -> ItemSet:
        """The set without what was told of its parts."""
        return replace(self, numbers={TallyField.TOTAL: self.numbers[TallyField.TOTAL]})

    def settled(self, end: int) -> ItemSet:
        """The set with all items done: the one number known of them counts them all."""
        known = self.total or self.numbers[TallyField.DONE]
        if self.due:
            return replace(self, numbers={TallyField.DONE: known}, end=max(self.end, end))
        return self.with_number(TallyField.TOTAL, known).with_number(TallyField.DONE, known, end)

    def with_kind(self, number: Number) -> ItemSet | None:
        """The set with one more kind listed; None where the kinds would be more than all items.

        What was told between two kinds is of the first: 其中噪声类70件,办结69件,废气类|58件.
        """
        total = self.numbers[TallyField.TOTAL].value
        if not isinstance(total, Decimal) or not isinstance(number.value, Decimal):
            return self
        listed = (self.kinds or Decimal(0)) + number.value
        if listed > total:
            return None
        parts = (*self.parts, number)
        if self.kinds is not None and self._told_of_kind(self.kinds):
            numbers = {TallyField.TOTAL: self.numbers[TallyField.TOTAL]}
            return replace(
                self,
                kinds=listed,
                numbers=numbers,
                parts=parts,
                subset_only=True,
                handled=True,
                end=number.end,
            )
        return replace(self, kinds=listed, parts=parts)

    def _told_of_kind(self, listed: Decimal) -> bool:
        """Whether no more items were settled than the kinds have that are listed so far."""
        done = self.numbers.get(TallyField.DONE)
        return done is not None and isinstance(done.value, Decimal) and done.value <= listed

    def leaves(self, number: Number) -> bool:
        """Whether so many items may be left of the set."""
        total, done = self.total, self.numbers.get(TallyField.DONE)
        if total is None or done is None or TallyField.PENDING in self.numbers:
            return False
        if total.value is None or done.value is None or number.value is None:
            return True
        return done.value + number.value <= total.value  # type: ignore[operator]

    def fits(self, number: Number) -> bool:
        """Whether a number can count a part of this set."""
        unit, whole = single(number.unit), single(self.unit)
        if unit[:1] != whole[:1] and number.kind is not NumberKind.MASKED:
            return False
        total = None if self.due else self.numbers.get(TOTAL) or self.numbers.get(DONE)
        if total is None or total.value is None or number.value is None:
            return True
        return _counted(number) <= _counted(total)  # type: ignore[operator]


def single(unit: str) -> str:
    """The unit of a single item: 个 of 2.1万|个."""
    return unit.removeprefix(TEN_THOUSAND) or unit


def _counted(number: Number) -> Decimal | str | None:
    """How many items a number counts: 21000 of 2.1万个."""
    if number.unit.startswith(TEN_THOUSAND) and isinstance(number.value, Decimal):
        return number.value * 10_000
    return number.value


class Side(NamedTuple):
    """A number with the text of its clause on both sides, up to the next number if one follows.

    `rest` goes on to the end of the clause.
    """

    number: Number
    before: str
    after: str
    rest: str
    last: bool
    clause: tuple[int, int]
