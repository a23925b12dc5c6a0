"""The region of a report: what the table of divisions says of its place, else what the text says.

A place that the table lacks, or that stands in several cities, is still the place it is called:
青坪县 and 鼓楼区, with the province that is printed right before it somewhere: 安徽省松滩县.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.report.bureaus import HAN, division_before, titled_place
from builder.extract.report.towns import town_office
from builder.vocabulary.environment.bureaus import bureau_words
from builder.vocabulary.generic.divisions import full_names

if TYPE_CHECKING:
    from builder.model import Outline
    from builder.vocabulary.generic.divisions import Division

MAX_PLACE_CHARACTERS = 7
# The place is looked for at so many places of the text at most.
MAX_MENTIONS = 12
# How far into the text it is said what it is on.
MAX_HEAD_CHARACTERS = 400


def region(
    outline: Outline, division: Division | None, bureau: str | None, title: str
) -> tuple[str, ...]:
    """The divisions of a report's place, the widest first; those that are known."""
    if division is not None:
        town = town_office(bureau or "")
        return (*division.path, *_stated_places(bureau or "")[-1:]) if town else division.path
    plain = outline.source.plain
    name = bureau or titled_place(title) or _place_told_of(plain)
    places = (*_stated_places(name), *_branch_place(plain, name))
    return (*_around(plain, places[0]), *places) if places else ()


def _branch_place(plain: str, bureau: str) -> tuple[str, ...]:
    """The district that a branch is for: by its full name in the text (汀洲区), or by what the

    text calls its own (寒北分局, 我区).
    """
    branch = _branch().search(bureau)
    if branch is None:
        return ()
    name = branch["name"]
    if bureau_words().zones.search(name) or name.endswith(_OWN_KINDS):
        return (name,)
    # 汀洲区域 is no name of a district.
    full = Counter(re.findall(rf"(?<={name})(?:自治)?[{''.join(_OWN_KINDS)}](?![域位间段])", plain))
    own = full or Counter(found["own"] or found["seat"] for found in _own_kind().finditer(plain))
    return (name + own.most_common(1)[0][0],) if own else ()


def _place_told_of(plain: str) -> str:
    """The place that a speech says it is on: 就石龙潭县2024年生态环境保护工作情况作简要汇报."""
    found = _told_of().search(plain, 0, MAX_HEAD_CHARACTERS)
    return found["place"] if found else ""


@cache
def _told_of() -> re.Pattern[str]:
    kinds = bureau_words().division_kinds.group
    return re.compile(
        rf"[就将](?P<place>(?![我全本])(?!各){HAN}{{1,5}}{kinds})(?=(?:19|20)\d\d年)"
        rf"[^。]{{0,40}}?(?:汇报|报告)"
    )


_OWN_KINDS = ("区", "县", "旗", "市")


@cache
def _branch() -> re.Pattern[str]:
    words = bureau_words()
    return re.compile(
        f"{words.fields.group}(?:{words.offices.pattern})"
        f"(?P<name>{HAN}{{2,12}}){words.branch.group}$"
    )


@cache
def _own_kind() -> re.Pattern[str]:
    """What a text calls its own district, and whose committee leads it: 我区, 区委, 区政府."""
    kinds = "[区县旗]"
    return re.compile(f"我(?P<own>{kinds})|(?P<seat>{kinds})(?=委、|委(?!员)|政府)")


def _stated_places(bureau: str) -> tuple[str, ...]:
    """The places with which a bureau's full name begins: 琴湖市, 汀洲区 of 琴湖市汀洲区水务局."""
    found: list[str] = []
    start, town = 0, town_office(bureau)
    # 嘎绒藏族自治州|生态环境局措雪县分局, 镜湖市|城市管理局: what stands behind is no place.
    office = bureau_words().fields.search(bureau)
    bureau = bureau[: office.start()] if office else bureau
    while place := _place().match(bureau, start):
        found.append(place[0])
        start = place.end()
    return (*found, town.place[start:]) if town and start < len(town.place) else tuple(found)


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
    return re.compile(
        rf"(?!自治|城市|城区|市区|市政){HAN}{{1,{MAX_PLACE_CHARACTERS}}}?{kinds}(?!场|{kinds}(?!场))"
    )
