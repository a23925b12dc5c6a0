"""The region of a report: what the table of divisions says of its place, else what the text says.

A place that the table lacks, or that stands in several cities, is still the place it is called:
青坪县 and 鼓楼区, with the province that is printed right before it somewhere: 安徽省松滩县.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.report.bureaus import HAN, division_before
from builder.vocabulary.environment.bureaus import bureau_words
from builder.vocabulary.generic.divisions import full_names

if TYPE_CHECKING:
    from builder.model import Outline
    from builder.vocabulary.generic.divisions import Division

MAX_PLACE_CHARACTERS = 7
# The place is looked for at so many places of the text at most.
MAX_MENTIONS = 12


def region(outline: Outline, division: Division | None, bureau: str | None) -> tuple[str, ...]:
    """The divisions of a report's place, the widest first; those that are known."""
    if division is not None:
        return division.path
    places = _stated_places(bureau or "")
    return (*_around(outline.source.plain, places[0]), *places) if places else ()


def _stated_places(bureau: str) -> tuple[str, ...]:
    """The places with which a bureau's full name begins: 琴湖市, 汀洲区 of 琴湖市汀洲区水务局."""
    found: list[str] = []
    start = 0
    while place := _place().match(bureau, start):
        found.append(place[0])
        start = place.end()
    return tuple(found)


def _around(plain: str, place: str) -> tuple[str, ...]:
    """The division that the text prints right before the name of a place, if it is but one."""
    known = set()
    start = plain.find(place)
    for _ in range(MAX_MENTIONS):
        if start < 0:
            break
        meant = full_names().get(division_before(plain, start), ())
        known |= {meant[0].path} if len(meant) == 1 else set()
        start = plain.find(place, start + len(place))
    return known.pop() if len(known) == 1 else ()


@cache
def provinces() -> frozenset[tuple[str, ...]]:
    """The provinces, each as the path of its division."""
    paths = (division.path for meant in full_names().values() for division in meant)
    return frozenset(path for path in paths if len(path) == 1)


@cache
def _place() -> re.Pattern[str]:
    """A place by its name and kind; a bureau's field (市场, 州际) begins with no kind."""
    kinds = bureau_words().division_kinds.group
    return re.compile(rf"(?!自治){HAN}{{1,{MAX_PLACE_CHARACTERS}}}?{kinds}(?!场|{kinds}(?!场))")
