"""Records of the grammar of tallies: a set of items, and a number with the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from builder.text.numbers.number import Number, NumberKind


class Part(StrEnum):
    """What a number says of a set of items."""

    TOTAL = "total"
    DONE = "done"
    PENDING = "pending"
    RATE = "rate"


@dataclass(slots=True, kw_only=True)
class ItemSet:
    """A set of items as far as the text has told of it; offsets are those of the compact text.

    `firm` sets are of items that are raised by their nature (问题, 信访件); others (项目) need a
    number of those done. `noun` is where the noun of the items stands; a `bare` set has none, only
    a verb of settling (完成整改销号46项). `kinds` is the sum of the kinds listed so far
    (其中来信112件,来电98件), None before the first.
    """

    start: int
    end: int
    unit: str
    noun: tuple[int, int]
    firm: bool
    bare: bool
    numbers: dict[Part, Number] = field(default_factory=dict)
    handled: bool = False
    kinds: Decimal | None = None
    parted: bool = False

    @property
    def told(self) -> bool:
        """Whether the text counts something and says how it was handled."""
        counted = any(number.value is not None for number in self.numbers.values())
        return counted and (len(self.numbers) > (Part.TOTAL in self.numbers) or self.handled)

    def take(self, part: Part, number: Number, end: int = 0) -> None:
        """Add what a number tells, unless that is known already."""
        self.numbers.setdefault(part, number)
        self.end = max(self.end, number.end, end)

    def total_known(self) -> None:
        """Take the number that opened the set for its total, now that another one says it is."""
        if not self.bare and Part.TOTAL not in self.numbers and Part.DONE in self.numbers:
            self.numbers = {Part.TOTAL: self.numbers.pop(Part.DONE)} | self.numbers

    def settle(self, end: int) -> None:
        """Take all items for done: the one number known of them counts them all."""
        known = self.numbers.get(Part.TOTAL) or self.numbers[Part.DONE]
        self.take(Part.TOTAL, known)
        self.take(Part.DONE, known, end)

    def lists(self, number: Number) -> bool:
        """Add a number to the kinds listed, unless they would be more than all items."""
        total = self.numbers[Part.TOTAL].value
        if not isinstance(total, Decimal) or not isinstance(number.value, Decimal):
            return True
        known = self.kinds or Decimal(0)
        if known + number.value > total:
            return False
        self.kinds = known + number.value
        return True

    def leaves(self, number: Number) -> bool:
        """Whether so many items may be left of the set."""
        total, done = self.numbers.get(Part.TOTAL), self.numbers.get(Part.DONE)
        if total is None or done is None or Part.PENDING in self.numbers:
            return False
        if total.value is None or done.value is None or number.value is None:
            return True
        return done.value + number.value <= total.value  # type: ignore[operator]

    def fits(self, number: Number) -> bool:
        """Whether a number can count a part of this set."""
        total = self.numbers.get(Part.TOTAL) or self.numbers.get(Part.DONE)
        if number.unit[:1] != self.unit[:1] and number.kind is not NumberKind.MASKED:
            return False
        if total is None or total.value is None or number.value is None:
            return True
        return number.value <= total.value  # type: ignore[operator]


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
