"""What each number of a sentence is for: a value, a change, the base of one, or a target."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from builder.model import Direction
from builder.text.number_cues import BASE, REACHES, is_no_value, number_cues
from builder.text.numbers.number import SEPARATORS, NumberKind
from builder.vocabulary.generic.times import time_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from builder.text.numbers.number import Number

SIGNS = frozenset("-—+")
CONTEXT = 26
FIGURES = frozenset((NumberKind.AMOUNT, NumberKind.BARE, NumberKind.CLASS, NumberKind.MASKED))


class Part(StrEnum):
    """What a number does in its sentence."""

    VALUE = "value"
    CHANGE = "change"
    BASE = "base"
    TARGET = "target"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A number with its part. A change has a direction, or says that things got `better`.

    `number` is None for a change without one (持平). `listed` says that only 、 or 和 stands
    between it and the label before.
    """

    start: int
    end: int
    part: Part
    number: Number | None
    direction: Direction | None = None
    better: bool | None = None
    basis: str | None = None
    listed: bool = False
    signed: bool = False

    @property
    def value(self) -> Decimal | str | None:
        """The number's value, None where it is masked or none."""
        return None if self.number is None else self.number.value

    @property
    def masked(self) -> bool:
        """Whether the number is masked."""
        return self.number is not None and self.number.kind is NumberKind.MASKED


def labels(text: str, numbers: Sequence[Number], start: int, end: int) -> tuple[Label, ...]:
    """The labels of a sentence's numbers and of its 持平, in order."""
    flats = [match.span() for match in number_cues().flat.finditer(text, start, end)]
    items: list[tuple[int, int, Number | None]] = [(*span, None) for span in flats]
    items += [(n.start, n.end, n) for n in numbers if n.kind in FIGURES and n.start >= start]
    items.sort(key=lambda item: item[:2])
    return tuple(_labels(text, items, start))


def _labels(text: str, items: list[tuple[int, int, Number | None]], start: int) -> Iterator[Label]:
    previous: Label | None = None
    for begin, end, number in items:
        after = start if previous is None else previous.end
        gap = text[after:begin]
        sign = gap[-1:] if gap[-1:] in SIGNS else ""
        listed = previous is not None and gap.removesuffix(sign) in SEPARATORS
        if number is None:
            label = Label(
                start=begin,
                end=end,
                part=Part.CHANGE,
                number=None,
                direction=Direction.FLAT,
                listed=listed,
            )
        elif listed and previous is not None and previous.number is not None:
            label = Label(
                start=begin,
                end=end,
                part=previous.part,
                number=number,
                direction=_sign(sign) if previous.signed else previous.direction,
                signed=previous.signed,
                better=previous.better,
                basis=previous.basis,
                listed=True,
            )
        else:
            label = _label(text, begin, end, number, text[max(after, begin - CONTEXT) : begin])
        yield label
        previous = label


def _label(text: str, begin: int, end: int, number: Number, before: str) -> Label:
    """The label of a number by the words before it."""
    part, direction, better, cues = Part.VALUE, None, None, number_cues()
    if cues.base_in_brackets.search(before) or (BASE.search(before) and REACHES.match(text, end)):
        part = Part.BASE
    elif cues.target_behind.match(text, end):
        part = Part.TARGET
    elif cues.apart.search(before) or cues.of_target.search(before) or is_no_value(text, end):
        part = Part.APART
    elif cues.target.search(before):
        part = Part.TARGET
    elif signed := cues.signed_change.search(before):
        part = Part.CHANGE
        direction = _sign(signed["sign"])
    elif (changed := cues.change.search(before)) and (changed["noun"] or not changed["to"]):
        part = Part.CHANGE
        if changed["up"]:
            direction = Direction.UP
        elif changed["down"]:
            direction = Direction.DOWN
        else:
            better = changed["better"] is not None
    basis = _basis(text[max(0, begin - 2 * CONTEXT) : begin]) if part is Part.CHANGE else None
    return Label(
        start=begin,
        end=end,
        part=part,
        number=number,
        direction=direction,
        better=better,
        basis=basis,
        signed=direction is not None and before[-1:] in SIGNS,
    )


def _sign(sign: str) -> Direction:
    return Direction.DOWN if sign in {"-", "—"} else Direction.UP


def _basis(before: str) -> str | None:
    """What a change is counted from, where that is not the year before."""
    clause = before.rpartition("。")[2].rpartition(";")[2]
    bases = list(number_cues().basis.finditer(clause))
    if not bases:
        return None
    found = bases[-1]
    if found["plan"]:
        return str(time_words().plans[found["plan"]])
    return found["year"] or ("上年底" if found["end"] else found["chain"] or "上月")
