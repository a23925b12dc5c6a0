"""Rates that share one value: 见面率、办复率、满意率均为100% says three things."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import last_clause
from builder.text.metric_mentions import mentions
from builder.vocabulary.environment.work import inspections
from builder.vocabulary.generic.labels import label_words

if TYPE_CHECKING:
    from builder.text.numbers.number import Number

LINK = re.compile(r"(?<=率)(?:、|和|与|以?及)")
MAX_LEAD_CHARACTERS = 64
FEWEST_RATES = 2


class Rates(NamedTuple):
    """The names of a list of rates, and where the list begins."""

    names: tuple[str, ...]
    start: int


def rates_together(text: str, start: int, number: Number) -> Rates | None:
    """The rates before a percentage that all have it, in the sentence from `start`."""
    begin = max(start, number.start - MAX_LEAD_CHARACTERS)
    # Before most shares stands no list of rates.
    if number.value is None or text.count("率", begin, number.start) < FEWEST_RATES:
        return None
    lead = last_clause(text[begin : number.start])
    if lead.count("率") < FEWEST_RATES or "分别" in lead:
        return None
    found = _shared_rates().search(lead)
    if found is None:
        return None
    return Rates(tuple(LINK.split(found["rates"])), number.start - len(lead) + found.start())


def left_over(names: tuple[str, ...]) -> tuple[str, ...]:
    """The rates that are told by no other fact, where the number is in one."""
    others = tuple(name for name in names if not mentions(name, ()))
    if len(others) < len(names):
        return others
    return tuple(name for name in names if _tallied().search(name) is None)


@cache
def _shared_rates() -> re.Pattern[str]:
    words = label_words().rates
    return re.compile(
        r"(?P<rates>(?:[\u4e00-\u9fff“”]{1,14}率(?:、|和|与|以?及))+[\u4e00-\u9fff“”]{1,14}?率)"
        f"{words.all.group}?{words.reached.group}*[“”双均]*$"
    )


@cache
def _tallied() -> re.Pattern[str]:
    """Rates that belong to the tally that holds the number, where no indicator does."""
    return re.compile(f"(?:{inspections().rates.pattern})$")
