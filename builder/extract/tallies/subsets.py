"""Sets within wider ones, of which alone the settled items are told.

其中需整治|58个|已完成51个: those that need it; 由我局牵头|9项,已完成整改6项: the bureau's own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.extract.tallies.item_sets import ItemSet, Side, TallyField
from builder.extract.tallies.parts import is_pending
from builder.extract.tallies.sides import is_done_before
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.generic.amounts import area_words


class _Patterns(NamedTuple):
    """What stands before the number of a set that is a part of a wider one.

    `helped` are items that others answer for, `led_too` goes on with those of another body.
    """

    own: re.Pattern[str]
    led: re.Pattern[str]
    helped: re.Pattern[str]
    led_too: re.Pattern[str]
    needing: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = tally_vocabulary()
    own = f"(?:{area_words().own.pattern}|{words.own_bureau.pattern})"
    duty = words.duty
    deeds = f"{duty.deeds.group}?的?"
    return _Patterns(
        own=re.compile(f"{own}{words.bears.group}*的?$|属于?{own}{words.competence.group}+的?$"),
        led=re.compile(
            f"{own}(?:{duty.leads.group}{deeds}|作为{duty.leaders.group}的?){words.bears.group}*$"
        ),
        helped=re.compile(f"{duty.helps.group}{deeds}{words.bears.group}*$"),
        led_too=re.compile(
            f"[、,;]{gap(16, digits=False)}(?:{duty.leads.group}|{duty.leaders.group}"
            f"|{duty.helps.group})"
        ),
        needing=re.compile(
            rf"(?:{words.need.group}{words.needed.group}"
            rf"|{words.listed.group}{words.needed.group}{words.lists.group}"
            # 其中应整治的|155个, but of 年内应整改|44项 more may be done.
            rf"|(?:^|{words.kinds.group},?){words.ought.group}{words.needed.group})的?"
            rf"{gap(8, digits=False)}$"
        ),
    )


def is_needing(side: Side) -> bool:
    """Whether a number is of those items that are to be settled: 其中需整治的|58个."""
    return _patterns().needing.search(side.before) is not None


def is_led(text: str, side: Side) -> bool:
    """Whether a number is of items the bureau answers for, and no other body's follow.

    由我局牵头|9项,城管局牵头5项 sorts them all.
    """
    patterns = _patterns()
    led = patterns.led.search(side.before) is not None
    return led and patterns.led_too.match(text, side.number.end) is None


def is_helped(side: Side) -> bool:
    """Whether a number is of items that others answer for: 由我局配合整改|4项."""
    return _patterns().helped.search(side.before) is not None


def own_subset(text: str, current: ItemSet | None, side: Side) -> ItemSet | None:
    """The set that is meant within a wider one: 全市1200个,我县|312个|已整治298个.

    So are those that need it: 排查排污口263个,其中需整治|58个|已完成51个.
    """
    number = side.number
    total = None if current is None else current.total
    if current is None or total is None or total is number or not current.fits(number):
        return None
    meant = is_needing(side) or is_led(text, side)
    if not meant and _patterns().own.search(side.before) is None:
        return None
    # 列入整治清单|208个 are to be settled, whatever the list is called.
    if (not meant and is_done_before(side)) or is_pending(current, side):
        return None
    numbers = {TallyField.TOTAL: number}
    start, unit = side.clause[0], number.unit
    return replace(current, start=start, end=number.end, unit=unit, numbers=numbers)
