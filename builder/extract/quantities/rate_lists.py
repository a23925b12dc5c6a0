"""Rates that share one value: 见面率、办复率、满意率均为100% says three things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.text.metric_mentions import mentions

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

RATES = re.compile(
    r"(?P<rates>(?:[\u4e00-\u9fff“”]{1,14}率(?:、|和|与|以?及))+[\u4e00-\u9fff“”]{1,14}?率)"
    r"(?:均|都|皆|全部|双双|同|分别)?(?:已|继续|持续|稳定|实现|保持|达到?|为|是|在|到)*[“”双均]*$"
)
LINK = re.compile(r"(?<=率)(?:、|和|与|以?及)")
# These belong to the tally that holds the number, where no indicator does.
TALLIED = re.compile(r"(?:办结|结案|完成|整改|销号|整治)率$")
BEFORE = 64
BREAK = re.compile(r"[,;:。\n]")


class Rates(NamedTuple):
    """The names of a list of rates, and where the list begins."""

    names: tuple[str, ...]
    start: int


def rates_together(text: str, start: int, number: Number) -> Rates | None:
    """The rates before a percentage that all have it, in the sentence from `start`."""
    if number.value is None:
        return None
    lead = BREAK.split(text[max(start, number.start - BEFORE) : number.start])[-1]
    found = RATES.search(lead)
    if found is None or "分别" in lead:
        return None
    return Rates(tuple(LINK.split(found["rates"])), number.start - len(lead) + found.start())


def left_over(names: tuple[str, ...]) -> tuple[str, ...]:
    """The rates that are told by no other fact, where the number is in one."""
    others = tuple(name for name in names if not mentions(name, ()))
    if len(others) < len(names):
        return others
    return tuple(name for name in names if TALLIED.search(name) is None)
