"""Names of environment bureaus in a text, and the division each of them is for.

A name is a row of divisions, the word for the office, and perhaps a branch:
衡阳市 + 生态环境局 + 衡南分局, 合肥市 肥东县 + 生态环境分局, 四川省 + 生态环境厅.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model import Level
from builder.vocabulary.generic.divisions import Division, full_names, short_names

OFFICE = re.compile(r"(?:生态环境|环境保护|环保)(?:厅|局|分局)")
# Bureaus of other trades by their own names: 枫岭县住房和城乡建设局, 青岚县水利局.
OTHER_OFFICE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,10}?[省市县区旗州盟])(?P<trade>[\u4e00-\u9fff]{2,10}?)(?P<kind>局|委员会|厅|人民政府)"
    r"(?![\u4e00-\u9fff]{0,6}分局)"
)
WIDTH = 24
HAN_BEFORE = re.compile(rf"[\u4e00-\u9fff]{{0,{WIDTH}}}$")
# What a run of letters may begin with that is no part of a name.
LEADS = re.compile(
    r"^(?:关于|来源|作者|发布机构|信息来源|发布单位)"
    r"|^.*(?:记者|日前|近日|获悉|走进|来到|年度?(?=[市县区州旗盟]|[\u4e00-\u9fff]{2,6}[市县区州旗盟]))从?"
)
# What stands before a known name and is no part of a longer one: 和岚县; 青岚县 is another place.
APART = re.compile(
    r"[某我全本各该的在由和与及向对为了省据经原从至给致自来是将由一二三四五六七八九十、]|[市县区州盟旗]$"
)
LONGEST_CUT = 2
NO_PLACE = re.compile(r"[某我全本各该的在由和与及向对为了省]|^[市县区州]|市[县区]$")
BRANCH = re.compile(r"([\u4e00-\u9fffXx*×]{1,10}?)分局")
# Words that never stand in a branch's name: 市生态环境局对各分局 is no branch.
NO_BRANCH = re.compile(r"[各对和与及向在被由将所属下的等我局]")
ZONE = re.compile(
    r"(?:经济技术|高新技术产业|经济|高新|产业|工业|旅游|生态)?(?:开发区|高新区|经开区|新区|园区|示范区|功能区|管理区|风景区)$"
)
KIND_LETTER = re.compile(r"[省市州盟县区旗]")
KIND = re.compile(r"[省市州盟县区旗]$")
LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "州": Level.CITY, "盟": Level.CITY}
LONGEST_DIVISION = 12
LONGEST_UNKNOWN = 8
SHORTEST = 2


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
    def anonymous(self) -> bool:
        """Whether the name fits the bureau of any place."""
        return not self.named


def bureaus(plain: str, start: int, end: int) -> Iterator[Bureau]:
    """Every bureau named in a stretch of a plain copy, in text order."""
    for office in OFFICE.finditer(plain, start, end):
        yield _bureau(plain, start, office)


def other_bureau_names(text: str) -> tuple[str, ...]:
    """Full names of bureaus of other trades in a title or first lines, in text order."""
    found = (OTHER_OFFICE.search(LEADS.sub("", line.strip())) for line in text.split("\n"))
    return tuple(
        one[0] for one in found if one and one.start() == 0 and not NO_PLACE.search(one["place"])
    )


def named_divisions(text: str) -> tuple[Division, ...]:
    """Divisions that a short text names in full at the end of a run of letters, in text order."""
    found = []
    for kind in re.finditer(r"[省市州盟县区旗]", text):
        names = _division_before(text, kind.end())
        if names and len(full_names()[names]) == 1:
            found.append(full_names()[names][0])
    return tuple(dict.fromkeys(found))


def _bureau(plain: str, first: int, office: re.Match[str]) -> Bureau:
    before = HAN_BEFORE.search(plain, max(first, office.start() - WIDTH), office.start())
    run = LEADS.sub("", before[0]) if before else ""
    divisions, rest = _row(run)
    if divisions and _is_cut(rest, run):
        divisions, rest = (), ""
    branch = _branch(plain, office)
    unknown = "" if divisions else _unknown(run)
    start = office.start() - len(run) + (0 if unknown else len(rest))
    divisions = _of_branch(divisions, branch)
    return Bureau(
        name=plain[start : office.end() + len(branch)],
        start=start,
        end=office.end() + len(branch),
        level=_level(office[0], branch, divisions, run),
        divisions=divisions,
        named=bool(divisions or unknown),
    )


def _is_cut(rest: str, run: str) -> bool:
    """Whether a known name is only the end of an unknown one: the 岚县 of 青岚县."""
    fits = 0 < len(rest) <= LONGEST_CUT and len(run) <= LONGEST_UNKNOWN and KIND.search(run)
    return bool(fits) and not APART.search(rest) and len(KIND_LETTER.findall(run)) == 1


def _unknown(run: str) -> str:
    """The run as the name of a place that the table lacks: 达县, but not 我县 or 市县区."""
    fits = SHORTEST <= len(run) <= LONGEST_UNKNOWN and KIND.search(run)
    return run if fits and not NO_PLACE.search(run) else ""


def _row(run: str) -> tuple[tuple[Division, ...], str]:
    """All that the names of divisions at the end of a run can mean, and what stands before them.

    The innermost may be bare of its kind where the one around it is named: 苏州市昆山.
    """
    rest = run
    row: list[tuple[Division, ...]] = []
    if ZONE.search(run) and not _division_before(run, len(run)):
        rest = _before_zone(run)
    while name := _division_before(rest, len(rest)):
        row.insert(0, full_names()[name])
        rest = rest.removesuffix(name)
    if not row:
        return _bare_row(run)
    outer = row[0]
    for inner in row[1:]:
        outer = _within(inner, outer) or inner
    return outer, rest


def _bare_row(run: str) -> tuple[tuple[Division, ...], str]:
    """A bare name behind a full one (凉山州西昌), or one that is all of the run (昆山)."""
    for size in range(min(LONGEST_DIVISION, len(run)), SHORTEST - 1, -1):
        rest = run[: len(run) - size]
        meant = short_names().get(run[len(run) - size :], ())
        around = _division_before(rest, len(rest))
        if meant and around and (inner := _within(meant, full_names()[around])):
            return inner, rest.removesuffix(around)
        if meant and not rest:
            return meant, rest
    # Without a place the one letter for its kind still belongs to the name: 区生态环境分局.
    return (), run[:-1] if KIND.search(run) else run


def _within(inner: tuple[Division, ...], outer: tuple[Division, ...]) -> tuple[Division, ...]:
    return tuple(one for one in inner if any(one.inside(parent) for parent in outer))


def _before_zone(run: str) -> str:
    """A run without the zone that ends it (抚州市|东临新区), if a division stands before that."""
    for cut in range(len(run) - 2, 0, -1):
        if _division_before(run, cut):
            return run[:cut]
    return run


def _division_before(text: str, end: int) -> str:
    """The longest full name of a division that ends at a place of the text, or ""."""
    names = full_names()
    for size in range(min(LONGEST_DIVISION, end), 1, -1):
        if text[end - size : end] in names:
            return text[end - size : end]
    return ""


def _branch(plain: str, office: re.Match[str]) -> str:
    """The branch that follows the office's name at once: 衡南分局."""
    branch = None if office[0].endswith("分局") else BRANCH.match(plain, office.end())
    return "" if branch is None or NO_BRANCH.search(branch[1]) else branch[0]


def _of_branch(outer: tuple[Division, ...], branch: str) -> tuple[Division, ...]:
    """The division that a branch is for, within those of its bureau."""
    place = branch.removesuffix("分局")
    meant = full_names().get(place, ()) + short_names().get(place, ())
    return tuple(dict.fromkeys(_within(meant, outer))) or outer


def _level(office: str, branch: str, divisions: tuple[Division, ...], run: str) -> Level:
    if branch or office.endswith("分局"):
        return Level.COUNTY
    if office.endswith("厅"):
        return Level.PROVINCE
    if divisions:
        return divisions[0].level
    kind = KIND.search(run)
    if kind is None:
        return Level.UNKNOWN
    return LEVELS.get(kind[0], Level.COUNTY)
