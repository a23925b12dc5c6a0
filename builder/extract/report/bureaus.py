"""Names of environment bureaus in a text, and the division each of them is for.

A name is a row of divisions, the word for the office, and perhaps a branch:
衡阳市 + 生态环境局 + 衡南分局, 合肥市 肥东县 + 生态环境分局, 四川省 + 生态环境厅.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from builder.model import Level
from builder.vocabulary.environment.bureaus import bureau_words
from builder.vocabulary.generic.divisions import Division, full_names, short_names
from builder.vocabulary.words import Words

HAN = r"[\u4e00-\u9fff]"
MAX_PREFIX_CHARACTERS = 24
HAN_BEFORE = re.compile(rf"{HAN}{{0,{MAX_PREFIX_CHARACTERS}}}$")
BRANCH = re.compile(r"([\u4e00-\u9fffXx*×]{1,10}?)分局")
LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY, "盟": Level.CITY}
# So few characters before a known name may make it the end of an unknown one: 青|岚县.
MAX_CUT_CHARACTERS = 2
MAX_DIVISION_CHARACTERS = 12
MAX_UNKNOWN_CHARACTERS = 8
# 滨澜经济技术开发区 has a longer name than any county.
MAX_ZONE_CHARACTERS = 14
MIN_NAME_CHARACTERS = 2


class _Patterns(NamedTuple):
    """`lead_in` is what a prefix begins with and no name does, `apart` what stands before a known

    name and is no part of a longer one, `no_place` and `no_branch` are what no name has.
    """

    office: re.Pattern[str]
    other_office: re.Pattern[str]
    lead_in: re.Pattern[str]
    apart: re.Pattern[str]
    no_place: re.Pattern[str]
    no_branch: Words
    zone: re.Pattern[str]
    kind: Words
    kind_at_end: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = bureau_words()
    kind, no_letter = f"{words.division_kinds.group}", words.no_letters.pattern
    return _Patterns(
        office=re.compile(f"{words.fields.group}{words.offices.group}"),
        other_office=re.compile(
            f"(?P<place>{HAN}{{1,10}}?{kind})"
            f"(?:(?P<trade>{HAN}{{2,10}}?)(?P<kind>{words.other_offices.pattern})"
            f"|{words.governments.group})(?!{HAN}{{0,6}}(?:{words.branch.pattern}))"
        ),
        lead_in=re.compile(
            f"^{words.labels.group}|^日?[从据]"
            f"|^{words.parties.group}{HAN}+?{words.committees.group}\\s*(?={HAN}+?{kind})"
            f"|^.*(?:{words.lead_ins.pattern}|年度?(?={kind}|{HAN}{{2,6}}{kind}))从?"
        ),
        apart=re.compile(f"{no_letter}|{words.apart.pattern}|{kind}$"),
        # A province has no other around it: 省市县.
        no_place=re.compile(
            f"{no_letter}|省(?!$)|^{kind}|{words.no_endings.group}$|^{words.apart.group}{kind}$"
        ),
        no_branch=words.no_branch,
        zone=re.compile(f"{words.zone_attributes.group}?{words.zones.group}$"),
        kind=words.division_kinds,
        kind_at_end=re.compile(f"{kind}$"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """A bureau as named at one place.

    `divisions` are all that its name may mean: none where it fits any place (区生态环境分局), and
    where the place is unknown to the table (达县环境保护局, then it is `named` all the same).
    """

    name: str
    start: int
    end: int
    level: Level
    divisions: tuple[Division, ...]
    named: bool

    @property
    def place(self) -> str:
        """The place of a name that the table lacks: 青鸾县 of 青鸾县生态环境局, else empty."""
        if self.divisions or not self.named:
            return ""
        return _patterns().office.split(self.name, maxsplit=1)[0]

    @property
    def anonymous(self) -> bool:
        """Whether the name fits the bureau of any place."""
        return not self.named


def bureaus(plain: str, start: int, end: int) -> Iterator[Bureau]:
    """Every bureau named in a stretch of a plain copy, in text order."""
    for office in _patterns().office.finditer(plain, start, end):
        yield _bureau(plain, start, office)


class OtherBureau(NamedTuple):
    """A bureau of another trade, and the place that its name begins with."""

    name: str
    place: str


def other_bureaus(text: str) -> tuple[OtherBureau, ...]:
    """Bureaus of other trades in a title or first lines, by their full names in text order."""
    patterns = _patterns()
    found = (
        patterns.other_office.search(patterns.lead_in.sub("", line.strip()))
        for line in text.split("\n")
    )
    return tuple(
        OtherBureau(one[0], one["place"])
        for one in found
        if one and one.start() == 0 and not patterns.no_place.search(one["place"])
    )


def titled_place(title: str) -> str:
    """The place that a title without a bureau begins with: 青屏区2025年工作要点, else ""."""
    found = _titled_place().match(title)
    place = found["place"] if found else ""
    return "" if not place or _patterns().no_place.search(place) else place


@cache
def _titled_place() -> re.Pattern[str]:
    """The first place of a title, behind its year, before a year, a colon or what is told of it."""
    words = bureau_words()
    return re.compile(
        rf"(?:(?:19|20)\d\d年度?)?(?P<place>(?!{HAN}*?{words.parts.group}){HAN}{{2,6}}?"
        rf"{words.division_kinds.group})(?=(?:19|20)\d\d|二[〇零○]|:|{words.titled.group})"
    )


def named_divisions(text: str) -> tuple[Division, ...]:
    """Divisions that a short text names in full, in text order."""
    found = []
    for kind in _patterns().kind.finditer(text):
        names = division_before(text, kind.end())
        if names and len(full_names()[names]) == 1:
            found.append(full_names()[names][0])
    return tuple(dict.fromkeys(found))


def _bureau(plain: str, first: int, office: re.Match[str]) -> Bureau:
    start = max(first, office.start() - MAX_PREFIX_CHARACTERS)
    before = HAN_BEFORE.search(plain, start, office.start())
    prefix = _patterns().lead_in.sub("", before[0]) if before else ""
    divisions, rest = _divisions_before(prefix)
    if divisions and _is_cut(rest, prefix):
        divisions, rest = (), ""
    branch = _branch(plain, office)
    unknown = "" if divisions else _unknown(prefix)
    start = office.start() - len(prefix) + (0 if unknown else len(rest))
    divisions = _of_branch(divisions, branch)
    return Bureau(
        name=plain[start : office.end() + len(branch)],
        start=start,
        end=office.end() + len(branch),
        level=_level(office[0], branch, divisions, prefix),
        divisions=divisions,
        named=bool(divisions or unknown),
    )


def _is_cut(rest: str, prefix: str) -> bool:
    """Whether a known name is only the end of an unknown one: 青|岚县, 癸东市癸|西区."""
    patterns = _patterns()
    begun = max((found.end() for found in patterns.kind.finditer(rest)), default=0)
    fits = begun < len(rest) <= begun + MAX_CUT_CHARACTERS
    fits = fits and len(prefix) <= MAX_UNKNOWN_CHARACTERS
    kinds = [found.end() for found in patterns.kind.finditer(prefix, len(rest))]
    return fits and kinds == [len(prefix)] and not patterns.apart.search(rest)


def _unknown(prefix: str) -> str:
    """The prefix as the name of a place that the table lacks: 达县, but not 我县 or 市县区."""
    patterns = _patterns()
    zone = patterns.zone.search(prefix)
    longest = MAX_ZONE_CHARACTERS if zone and zone.start() else MAX_UNKNOWN_CHARACTERS
    fits = MIN_NAME_CHARACTERS <= len(prefix) <= longest
    fits = fits and patterns.kind_at_end.search(prefix) is not None
    return prefix if fits and not patterns.no_place.search(prefix) else ""


def _divisions_before(prefix: str) -> tuple[tuple[Division, ...], str]:
    """All that the names of divisions at the end of a prefix can mean, and what stands before them.

    The innermost may be bare of its kind where the one around it is named: 苏州市昆山.
    """
    rest = prefix
    row: list[tuple[Division, ...]] = []
    if _patterns().zone.search(prefix) and not division_before(prefix, len(prefix)):
        rest = _before_zone(prefix)
    while name := division_before(rest, len(rest)):
        row.insert(0, full_names()[name])
        rest = rest.removesuffix(name)
    if not row:
        return _short_divisions_before(prefix)
    outer = row[0]
    for inner in row[1:]:
        outer = _within(inner, outer) or inner
    return outer, rest


def _short_divisions_before(prefix: str) -> tuple[tuple[Division, ...], str]:
    """A bare name behind a full one (凉山州西昌), or one that is all of the prefix (昆山)."""
    for size in range(min(MAX_DIVISION_CHARACTERS, len(prefix)), MIN_NAME_CHARACTERS - 1, -1):
        rest = prefix[: len(prefix) - size]
        meant = short_names().get(prefix[len(prefix) - size :], ())
        around = division_before(rest, len(rest))
        if meant and around and (inner := _within(meant, full_names()[around])):
            return inner, rest.removesuffix(around)
        if meant and not rest:
            return meant, rest
    # Without a place the one letter for its kind still belongs to the name: 区生态环境分局.
    return (), prefix[:-1] if _patterns().kind_at_end.search(prefix) else prefix


def _within(inner: tuple[Division, ...], outer: tuple[Division, ...]) -> tuple[Division, ...]:
    return tuple(one for one in inner if any(one.inside(parent) for parent in outer))


def _before_zone(prefix: str) -> str:
    """A prefix without the zone that ends it, if a division stands before that: 抚州市|东临新区."""
    for cut in range(len(prefix) - 2, 0, -1):
        if division_before(prefix, cut):
            return prefix[:cut]
    return prefix


def division_before(text: str, end: int) -> str:
    """The longest full name of a division that ends at a place of the text, or ""."""
    names = full_names()
    for size in range(min(MAX_DIVISION_CHARACTERS, end), 1, -1):
        if text[end - size : end] in names:
            return text[end - size : end]
    return ""


def _branch(plain: str, office: re.Match[str]) -> str:
    """The branch that follows the office's name at once: 衡南分局."""
    branch = None if office[0].endswith("分局") else BRANCH.match(plain, office.end())
    return "" if branch is None or _patterns().no_branch.within(branch[1]) else branch[0]


def _of_branch(outer: tuple[Division, ...], branch: str) -> tuple[Division, ...]:
    """The division that a branch is for, within those of its bureau."""
    name = branch.removesuffix("分局")
    meant = full_names().get(name, ()) + short_names().get(name, ())
    return tuple(dict.fromkeys(_within(meant, outer))) or outer


def _level(office: str, branch: str, divisions: tuple[Division, ...], prefix: str) -> Level:
    if branch or office.endswith("分局"):
        return Level.COUNTY
    if office.endswith("厅"):
        return Level.PROVINCE
    if divisions:
        return divisions[0].level
    return level_of_place(prefix)


def level_of_place(name: str) -> Level:
    """The level that the last letter of a place's name tells: 镜湖|市."""
    kind = _patterns().kind_at_end.search(name)
    if kind is None:
        return Level.UNKNOWN
    return LEVELS.get(kind[0], Level.COUNTY)
