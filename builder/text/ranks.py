"""Places in an order: 全省排名并列第76位, 在13县市区中排名第4, 全省第一, 全省最优."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from builder.clauses import EVERY_END
from builder.model import Rank
from builder.numerals import TO_TEN, whole_number
from builder.vocabulary.generic.amounts import area_words, rank_words
from builder.vocabulary.words import Words, either

PLACE = rf"(?:\d+|[{TO_TEN}]+)"
AND = "(?:、|和|与|以?及)"
CLAUSE_STOP = rf"(?=[{EVERY_END}、()\n]|$|{AND}第?{PLACE})"
# One is no order.
COUNTED = TO_TEN.removeprefix("一")
CONTEXT = 28
ORDER_NEAR = 6
# It may stand before the area, too: 与邻县并列全市第三.
_TIED = "并列"
# How far before the words of a rank the change may begin that it is said of.
CHANGE_NEAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMention:
    """A rank where it is printed, with the words of its clause before it; its place is at
    `offset`.

    `several`: it is said of several figures (两项指标). `bare`: its words name nothing that
    it could be said of (居全省第3位). `listed`: it goes on with a list (第2、第3). `of_change`:
    it is that of a change (改善率排名第3). `of_base`: it is an earlier one (由第5位升至第3位).
    `behind_change`: it stands behind a change that it may be of (改善率8.3%,排名第3). `stations`
    are those whose figures alone are ranked (国控站点指标排名全市第一), "" for none.
    """

    start: int
    offset: int
    end: int
    rank: Rank
    several: bool
    bare: bool
    listed: bool
    of_change: bool
    of_base: bool
    behind_change: bool
    stations: str


class _Patterns(NamedTuple):
    rank: re.Pattern[str]
    more: re.Pattern[str]
    area: re.Pattern[str]
    group: re.Pattern[str]
    of_all: re.Pattern[str]
    order: Words
    change: Words
    changed: re.Pattern[str]
    several: re.Pattern[str]
    bare: re.Pattern[str]
    base: re.Pattern[str]
    reached: re.Pattern[str]
    lead_breaks: re.Pattern[str]
    stations: re.Pattern[str]


class _Lead(NamedTuple):
    """The words of a clause before a rank, and those of them that are said of this rank alone."""

    words: str
    own: str
    area: str | None
    of: int | None
    group: bool


def ranks(text: str, start: int, end: int) -> tuple[RankMention, ...]:
    """The ranks of a sentence. A bare 第二 without an area or a word for an order is none."""
    found: list[RankMention] = []
    before = start
    for match in _patterns().rank.finditer(text, start, end):
        lead = _lead(text, start, before, match.start())
        before = match.end()
        ordered = match["place"] and (
            lead.group or _patterns().order.search(lead.words[-ORDER_NEAR:])
        )
        last = found[-1].end if found else start
        listed = bool(found) and re.fullmatch(AND, text[last : match.start()]) is not None
        position = _position(match)
        if (lead.area is None and not ordered and not listed) or position is None:
            continue
        found.append(_mention(text, match, lead, position, listed=listed))
        found += _more(text, found[-1])
    return tuple(found)


def _mention(
    text: str, match: re.Match[str], lead: _Lead, position: int, *, listed: bool
) -> RankMention:
    patterns = _patterns()
    all_of_them = patterns.of_all.match(text, match.end())
    start = match.start() - len(lead.words)
    bare = patterns.bare.fullmatch(lead.words) is not None
    changed = text[max(0, start - CHANGE_NEAR) : start]
    base = patterns.base.search(lead.words)
    return RankMention(
        start=start,
        offset=match.start(),
        end=match.end(),
        rank=Rank(
            position=position,
            of=whole_number(all_of_them["of"]) if all_of_them else lead.of,
            area=lead.area,
            tied=match["tied"] is not None or _TIED in lead.own,
            from_bottom=match["last"] is not None or match["bottom"] is not None,
        ),
        several=patterns.several.search(lead.words) is not None,
        bare=bare,
        listed=listed,
        of_change=patterns.change.within(lead.own),
        of_base=base is not None
        and (base["former"] is not None or patterns.reached.match(text, match.end()) is not None),
        behind_change=bare and patterns.changed.search(changed) is not None,
        stations=stations[0] if (stations := patterns.stations.search(lead.own)) else "",
    )


def _more(text: str, first: RankMention) -> list[RankMention]:
    """The places behind the first that share its 第: 分别居全市第2、3位."""
    found = _patterns().more.match(text, first.end)
    if found is None:
        return []
    return [
        replace(
            first,
            offset=found.start() + place.start(),
            end=found.start() + place.end(),
            rank=replace(first.rank, position=position),
            listed=True,
        )
        for place in re.finditer(PLACE, found[0])
        if (position := whole_number(place[0])) is not None
    ]


@cache
def _patterns() -> _Patterns:
    words, areas = rank_words(), area_words()
    begins = "".join(sorted({word[0] for word in (*words.firsts, *words.lasts)} - set("并倒第")))
    whole = either((*areas.whole, *areas.groups))
    fillers = either(
        dict.fromkeys(
            (
                *areas.whole,
                *areas.groups,
                *words.orders,
                *words.verbs,
                *words.members,
                *words.chosen,
                *words.narrower,
                *words.several,
                *words.fillers,
            )
        )
    )
    return _Patterns(
        # The look ahead at the first letter spares most places of a text the trial of every form.
        rank=re.compile(
            rf"(?=[并倒第{begins}])(?:(?P<tied>并列)?(?P<last>倒数)?"
            rf"第(?P<place>{PLACE})(?:[位名]|{CLAUSE_STOP})"
            rf"|(?:(?P<first>{words.firsts.pattern})|(?P<bottom>{words.lasts.pattern})){CLAUSE_STOP})"
        ),
        more=re.compile(rf"(?:{AND}{PLACE})+[位名]"),
        area=re.compile(f"(?:{whole})(?:{words.narrower.pattern})?"),
        group=re.compile(
            # 四县一区, 三县两区 are printed in parts, and their sum is not computed.
            rf"(?<![{COUNTED}两\d][县区市州盟旗])(?<!\d)(?P<of>\d+|[{COUNTED}]+)个?{words.chosen.group}?"
            rf"(?P<group>{words.members.pattern})(?![{TO_TEN}两\d]+[县区市州盟旗])"
        ),
        of_all=re.compile(rf"\((?:{whole})?共有?(?P<of>{PLACE})个?{words.members.group}?\)"),
        order=words.orders,
        change=words.changes,
        changed=re.compile(rf"{words.changes.group}[^,;。\d]{{0,4}}[\d.]+[^,;。\d]{{0,8}}[,、(]$"),
        several=re.compile(f"{words.single.not_ending()}{words.several.group}(?![值浓])"),
        bare=re.compile(rf"(?:{fillers}|[\d{TO_TEN}个共()、])*"),
        base=re.compile(
            rf"[由从](?:[^,;。由从第]{{0,12}})$|{words.former.group}(?P<former>(?:{fillers}|[的为是])*)$"
        ),
        reached=re.compile(r"[^,;。]{0,6}[到至为成](?:[^,;。]{0,8})第"),
        stations=re.compile(f"{words.controls.group}{words.stations.group}"),
        lead_breaks=re.compile(
            rf"[{EVERY_END}\n]|、(?=[在于]?(?:{words.verbs.pattern}|全[省市国县区]))|\((?![^()]*\))"
        ),
    )


def _lead(text: str, start: int, before: int, offset: int) -> _Lead:
    """The words of the clause before a rank, where the one before it ends at `before`."""
    patterns = _patterns()
    lead = patterns.lead_breaks.split(text[max(start, offset - CONTEXT) : offset])[-1]
    own = lead if "分别" in lead else text[max(before, offset - len(lead)) : offset]
    area = [found[0] for found in patterns.area.finditer(lead)]
    group = patterns.group.search(lead)
    return _Lead(
        words=lead,
        own=own,
        area=area[-1] if area else group["group"] if group else None,
        of=whole_number(group["of"]) if group else None,
        group=group is not None,
    )


def _position(match: re.Match[str]) -> int | None:
    return 1 if match["first"] or match["bottom"] else whole_number(match["place"])
