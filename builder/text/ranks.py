"""Places in an order: 全省排名并列第76位, 在13县市区中排名第4, 全省第一, 全省最优."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from builder.clauses import EVERY_END
from builder.model import Rank
from builder.numerals import TO_TEN, whole_number
from builder.vocabulary.generic.amounts import area_words, rank_words
from builder.vocabulary.words import Words

CLAUSE_STOP = rf"(?=[{EVERY_END}、()\n]|$)"
# One is no order.
COUNTED = TO_TEN.removeprefix("一")
CONTEXT = 28
ORDER_NEAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMention:
    """A rank where it is printed; `several` says that it is said of several figures (两项指标), and
    `of_change` that it is no figure's own but that of its change (改善率排名第3).
    """

    start: int
    end: int
    rank: Rank
    several: bool
    of_change: bool


class _Patterns(NamedTuple):
    rank: re.Pattern[str]
    area: Words
    group: re.Pattern[str]
    order: Words
    change: Words
    several: Words
    lead_breaks: re.Pattern[str]


def ranks(text: str, start: int, end: int) -> tuple[RankMention, ...]:
    """The ranks of a sentence. A bare 第二 without an area or a word for an order is none."""
    patterns = _patterns()
    found = []
    before = start
    for match in patterns.rank.finditer(text, start, end):
        lead = _lead(text, start, match.start())
        area = [found[0] for found in patterns.area.finditer(lead)]
        group = patterns.group.search(lead)
        shared = "分别" in lead
        own = lead if shared else text[max(before, match.start() - len(lead)) : match.start()]
        before = match.end()
        ordered = match["position"] and (group or patterns.order.search(lead[-ORDER_NEAR:]))
        position = _position(match)
        if (not area and not ordered) or position is None:
            continue
        name = area[-1] if area else group["group"] if group else None
        rank = Rank(
            position=position,
            of=whole_number(group["of"]) if group else None,
            area=name,
            tied=match["tied"] is not None,
            from_bottom=match["last"] is not None,
        )
        found.append(
            RankMention(
                start=match.start() - len(lead),
                end=match.end(),
                rank=rank,
                several=patterns.several.search(lead) is not None,
                of_change=patterns.change.search(own) is not None,
            )
        )
    return tuple(found)


@cache
def _patterns() -> _Patterns:
    words, areas = rank_words(), area_words()
    begins = "".join(sorted({word[0] for word in words.firsts} - set("并倒第")))
    return _Patterns(
        # The look ahead at the first letter spares most places of a text the trial of every form.
        rank=re.compile(
            rf"(?=[并倒第{begins}])(?:(?P<tied>并列)?(?P<last>倒数)?"
            rf"第(?P<position>\d+|[{TO_TEN}]+)(?:[位名]|{CLAUSE_STOP})"
            rf"|(?P<first>{words.firsts.pattern}){CLAUSE_STOP})"
        ),
        area=Words((*areas.whole, *areas.groups)),
        group=re.compile(
            # 四县一区 is printed in parts, and its sum is not computed.
            rf"(?<![{COUNTED}\d][县区市])(?<!\d)(?P<of>\d+|[{COUNTED}]+)个?{words.chosen.group}?"
            rf"(?P<group>{words.members.pattern})(?![{TO_TEN}\d]+[县区市])"
        ),
        order=words.orders,
        change=words.changes,
        several=words.several,
        lead_breaks=re.compile(
            rf"[{EVERY_END}\n]|、(?={words.verbs.pattern}|全[省市国县区])|\((?![^()]*\))"
        ),
    )


def _lead(text: str, start: int, offset: int) -> str:
    """The words of the clause before a rank."""
    lead = text[max(start, offset - CONTEXT) : offset]
    return _patterns().lead_breaks.split(lead)[-1]


def _position(match: re.Match[str]) -> int | None:
    return 1 if match["first"] else whole_number(match["position"])
