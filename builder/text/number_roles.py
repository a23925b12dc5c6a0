"""What each number of a sentence is for: a value, a change, the base of one, or a target."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from builder.model import Direction
from builder.text.number_cues import BASE, NEXT_BASE, REACHES, is_no_value, number_cues
from builder.text.numbers.number import SEPARATORS, NumberKind
from builder.vocabulary.generic.number_roles import number_role_words
from builder.vocabulary.generic.times import time_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.text.numbers.number import Number

# To look up a member of an enumeration takes as long as a search.
_DOWN, _FLAT, _UP = Direction.DOWN, Direction.FLAT, Direction.UP
_MASKED = NumberKind.MASKED

SIGNS = frozenset("-—+")
MINUS = re.compile(r"[^\s\dA-Za-z\-–—)%。;][-–—]$|(?<![减担肩背身自胜])负$")
MINUS_ENDS = frozenset("-–—负")
YEAR_ENDS = frozenset("底末")
CONTEXT = 26
_ASIDE = re.compile(r"^\([^()\d]{1,8}\)")
_NEXT = re.compile(NEXT_BASE)
FIGURES = frozenset((NumberKind.AMOUNT, NumberKind.BARE, NumberKind.CLASS, _MASKED))


class NumberRole(StrEnum):
    """What a number is for; OTHER is said of others, or is how far a value is from theirs."""

    VALUE = "value"
    CHANGE = "change"
    BASE = "base"
    TARGET = "target"
    OTHER = "other"


_BASE, _CHANGE, _OTHER, _TARGET, _VALUE = (
    NumberRole.BASE,
    NumberRole.CHANGE,
    NumberRole.OTHER,
    NumberRole.TARGET,
    NumberRole.VALUE,
)


class RoledNumber(NamedTuple):
    """A number with its role. A change has a direction, or says that things got `better`.

    `number` is None for a change without one (持平). `listed` says that only 、 or 和 stands
    between it and the number before, `of_list` that it is the next base of several years.
    """

    start: int
    end: int
    role: NumberRole
    number: Number | None
    direction: Direction | None = None
    better: bool | None = None
    basis: str | None = None
    listed: bool = False
    signed: bool = False
    of_list: bool = False

    @property
    def value(self) -> Decimal | str | None:
        """The number's value, None where it is masked or none."""
        return None if self.number is None else self.number.value

    @property
    def masked(self) -> bool:
        """Whether the number is masked."""
        return self.number is not None and self.number.kind is _MASKED


def roled_numbers(
    text: str, numbers: Sequence[Number], start: int, end: int
) -> tuple[RoledNumber, ...]:
    """A sentence's numbers with their roles, 持平 among them, in order."""
    flats = [match.span() for match in number_cues().flat.finditer(text, start, end)]
    items: list[tuple[int, int, Number | None]] = [(*span, None) for span in flats]
    items += [(n.start, n.end, n) for n in numbers if n.kind in FIGURES and n.start >= start]
    items.sort(key=lambda item: item[:2])
    return tuple(_roled(text, items, start))


def _roled(
    text: str, items: list[tuple[int, int, Number | None]], start: int
) -> Iterator[RoledNumber]:
    previous: RoledNumber | None = None
    for begin, end, number in items:
        after = start if previous is None else previous.end
        gap = text[after:begin]
        sign = gap[-1:] if gap[-1:] in SIGNS else ""
        # 97.5%(昼间)、91.3%(夜间): what brackets say of the one before parts no list.
        link = _ASIDE.sub("", gap.removesuffix(sign), count=1)
        listed = previous is not None and link in SEPARATORS
        if number is None:
            roled = RoledNumber(
                start=begin,
                end=end,
                role=_CHANGE,
                number=None,
                direction=_FLAT,
                listed=listed,
            )
        elif listed and previous is not None and previous.number is not None:
            roled = RoledNumber(
                start=begin,
                end=end,
                role=previous.role,
                number=number,
                direction=_sign(sign) if previous.signed else previous.direction,
                signed=previous.signed,
                better=previous.better,
                basis=previous.basis,
                listed=True,
            )
        elif previous is not None and previous.role is _BASE and _NEXT.fullmatch(gap):
            role = _BASE
            roled = RoledNumber(start=begin, end=end, role=role, number=number, of_list=True)
        else:
            roled = _by_context(text, begin, end, number, text[max(after, begin - CONTEXT) : begin])
        if roled.role is _VALUE and number is not None and is_negative(text, number):
            roled = roled._replace(number=_negative(number))
        yield roled
        previous = roled


def _by_context(text: str, begin: int, end: int, number: Number, before: str) -> RoledNumber:
    """The role of a number by the words around it."""
    role, direction, better, cues = _VALUE, None, None, number_cues()
    if cues.base_in_brackets.search(before) or (BASE.search(before) and REACHES.match(text, end)):
        role = _BASE
    elif cues.target_behind.match(text, end):
        role = _TARGET
    elif cues.distance.search(before) or cues.of_target.search(before) or is_no_value(text, end):
        role = _OTHER
    elif cues.target.search(before):
        role = _TARGET
    elif signed := cues.signed_change.search(before):
        role = _CHANGE
        direction = _sign(signed["sign"])
    elif (
        cues.changing.within(before)
        and (changed := cues.change.search(before))
        and (changed["noun"] or not changed["to"])
    ):
        role = _CHANGE
        if changed["up"]:
            direction = _UP
        elif changed["down"]:
            direction = _DOWN
        else:
            better = changed["better"] is not None
    basis = _basis(text[max(0, begin - 2 * CONTEXT) : begin]) if role is _CHANGE else None
    return RoledNumber(
        start=begin,
        end=end,
        role=role,
        number=number,
        direction=direction,
        better=better,
        basis=basis,
        signed=direction is not None and before[-1:] in SIGNS,
    )


def is_negative(text: str, number: Number) -> bool:
    """Whether a minus stands before a number (为-63, 负3), and no dash between two: 35-63."""
    start = number.value_start
    # Few numbers have such a sign before them, and need a closer look.
    signed = text[start - 1 : start] in MINUS_ENDS
    return signed and MINUS.search(text, max(0, start - 2), start) is not None


def _negative(number: Number) -> Number:
    """The number with its minus."""
    return number._replace(value=-number.value) if isinstance(number.value, Decimal) else number


def _sign(sign: str) -> Direction:
    return _DOWN if sign in {"-", "—"} else _UP


def _basis(before: str) -> str | None:
    """What a change is counted from, where that is not the year before."""
    clause = before.rpartition("。")[2].rpartition(";")[2]
    bases = list(number_cues().basis.finditer(clause))
    if not bases:
        return None
    found = bases[-1]
    if found["plan"]:
        return str(time_words().plans[found["plan"]])
    if found["since"]:
        # 自2020年以来,…,同比下降3%: the change is that of a year.
        words, behind = number_role_words(), clause[found.end() :]
        yearly = words.year_on_year.within(behind) or words.year_before.within(behind)
        return None if yearly else str(found["since"])
    if found["year"]:
        return found["year"][:4] + ("底" if found["year"][-1] in YEAR_ENDS else "")
    return "上年底" if found["end"] else found["chain"] or "上月"
