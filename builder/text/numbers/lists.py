"""Numbers that stand together: ranges, and lists whose unit stands behind the last."""

from __future__ import annotations

import re

from builder.text.numbers.arabic import announces_list
from builder.text.numbers.number import FIGURES, SEPARATORS, Number, NumberKind
from builder.vocabulary.generic.amounts import UnitKind

RANGES = frozenset(("-", "—", "–", "~", "至", "到", "——"))
FROM = re.compile(r"[由从]$")
MOVED = re.compile(r"[升降高低增减加少善]了?$")


def with_lists(text: str, numbers: list[Number]) -> list[Number]:
    """Ranges made one, and units given to the earlier numbers of a list (48、9、17微克)."""
    result: list[Number] = []
    for number in reversed(numbers):
        following = result[-1] if result else None
        link = text[number.end : following.start] if following else ""
        if following is None or number.kind not in FIGURES or following.kind not in FIGURES:
            result.append(number)
        elif link in RANGES and _spans(text, number, following):
            result[-1] = _range(number, following)
        elif link in SEPARATORS and number.kind is NumberKind.BARE and following.unit:
            result += _shared(text, number, result)
        else:
            result.append(number)
    return result[::-1]


def _spans(text: str, number: Number, following: Number) -> bool:
    """Whether two numbers are the ends of a range; 由3到5 and 提高2个百分点至88% are two."""
    if FROM.search(text, max(0, number.start - 1), number.start):
        return False
    if not number.unit:
        return True
    moved = MOVED.search(text, max(0, number.start - 2), number.start)
    return moved is None and number.measure == following.measure


def _range(number: Number, following: Number) -> Number:
    if not following.unit and not number.unit:
        return following._replace(start=number.start, kind=NumberKind.NAME, rule="code", value=None)
    return following._replace(
        start=number.start,
        value_start=number.value_start,
        value=number.value,
        upper=following.value,
        rule="range",
    )


def _shared(text: str, number: Number, result: list[Number]) -> list[Number]:
    """A number that takes the unit of the next; 3、19亿元 could also be a misprint of 3.19."""
    following = result[-1]
    pair = text[number.end] == "、" and not following.shared and number.start == number.value_start
    if (
        pair
        and following.unit_kind is not UnitKind.MEASURE
        and not announces_list(text, number.start)
    ):
        result[-1] = following._replace(kind=NumberKind.DOUBT, rule="misprint", value=None)
        return [number._replace(kind=NumberKind.DOUBT, rule="misprint", value=None)]
    return [
        number._replace(
            kind=NumberKind.AMOUNT,
            rule="shared_unit",
            unit=following.unit,
            measure=following.measure,
            unit_kind=following.unit_kind,
            shared=True,
        )
    ]
