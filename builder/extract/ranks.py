"""Places in an order: 全省排名并列第76位, 在13县市区中排名第4, 全省第一, 全省最优."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.extract.numerals import chinese_value
from builder.model import Rank

RANK = re.compile(
    r"(?=[并倒第首榜最])(?:(?P<tied>并列)?(?P<last>倒数)?第(?P<place>\d+|[一二三四五六七八九十]+)"
    r"(?:[位名]|(?=[,;。:、!?()\n]|$))"
    r"|(?P<first>首位|榜首|最优|最好|最佳|最低|最高)(?=[,;。:、!?()\n]|$))"
)
WHOLE = re.compile(r"全[省市国县区州盟]|全自治区|四县一市|苏南|苏北|长三角")
GROUP = re.compile(
    r"(?P<of>\d+|[二三四五六七八九十]+)个?"
    r"(?P<group>县\(市、?区\)|县市区|区县|县区|市县|市州|市\(州\)|设区市|地级市|城市|盟市|县级市|县|区|市|乡镇)"
)
ORDER = re.compile(r"排名?|排在|位[居列]|居|列|名次|位次|保持|并列|稳居|取得|获得?|为")
LEAD_BREAKS = re.compile(r"[,;。:!?\n]|\((?![^()]*\))")
CONTEXT = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rank where it is printed; `several` says that it is said of several figures (两项指标)."""

    start: int
    end: int
    rank: Rank
    several: bool


def ranks(text: str, start: int, end: int) -> tuple[Place, ...]:
    """The ranks of a sentence. A bare 第二 without an area or a word for an order is none."""
    found = []
    for match in RANK.finditer(text, start, end):
        lead = _lead(text, start, match.start())
        area = WHOLE.findall(lead)
        group = GROUP.search(lead)
        if not area and not (match["place"] and (group or ORDER.search(lead[-6:]))):
            continue
        position = _position(match)
        if position is None:
            continue
        name = area[-1] if area else group["group"] if group else None
        rank = Rank(
            position=position,
            of=_count(group["of"]) if group else None,
            area=f"{name or ''}倒数" if match["last"] else name,
            tied=match["tied"] is not None,
        )
        several = SEVERAL.search(lead) is not None
        found.append(
            Place(start=match.start() - len(lead), end=match.end(), rank=rank, several=several)
        )
    return tuple(found)


SEVERAL = re.compile(r"[两二三四五六]项指标|[各该]项指标|指标|[均都]|双双")


def _lead(text: str, start: int, place: int) -> str:
    """The words of the clause before a rank."""
    lead = text[max(start, place - CONTEXT) : place]
    return LEAD_BREAKS.split(lead)[-1]


def _position(match: re.Match[str]) -> int | None:
    return 1 if match["first"] else _count(match["place"])


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    value = chinese_value(word)
    return None if value is None else int(value)
