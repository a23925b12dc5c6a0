"""What each number of a sentence is for: a value, a change, the base of one, or a target."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from builder.model import Direction
from builder.text.numbers.number import SEPARATORS, NumberKind
from builder.vocabulary.generic.amounts import change_words, condition_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from builder.text.numbers.number import Number

TAIL = r"(?:了|率|幅度|幅|分别|均|各|都|约|近|达到|达|超过|超|为|仅|又|逾|不足|:){0,4}$"
SIGNED = re.compile(
    r"(?:同比|较[^,。;]{2,8}|比[^,。;]{2,8}?)(?:变化|变幅|增减)?(?:率|幅度)?(?:分别)?(?:上升|下降|变化|增长)?:?为?(?P<sign>[-—+])$"
)
BASE = re.compile(r"[由从](?:[^,。;]{0,14}的)?$|[由从][^,。;]{2,14}$")
REACHES = re.compile(r"[^,。;\d]{0,12}?(?:\d个类别|[一两]个类别)?[到至为成]")
TARGET = re.compile(
    r"(?:目标|任务|要求|计划|限值|控制线|考核线|约束)[值数]?(?:任务|要求)?[(:]?"
    r"(?:是|为|分别为|的|控制在|不超过|不低于|达到|年?平?均|浓度|值)*(?:每立方米)?$|控制在(?:每立方米)?$"
)
# 较去年同期(79.1%)上升3.2个百分点, 去年同期为89天.
BRACKETED_BASE = re.compile(
    r"(?:同期|去年|上年)[^,。;()\d]{0,6}\($|(?:去年|上年)(?:同期)?(?:为|是|仅|的)?$"
    r"|[较比与](?:19|20)\d\d年(?:同期)?的?$"
)
# 完成年度任务的104% says how much of a target was reached.
OF_TARGET = re.compile(r"完成[^,。;\d]{0,10}(?:目标|任务|计划)[数量值]?的$")
AIMED = re.compile(
    r"(?:以上|以下|左右)?的?(?:年度|考核|省定|市定|国家|全年|绩效)*(?:目标|任务|考核要求)|(?:以上|以下)?的要求"
    r"|的?(?:国家|环境|空气|质量|地方)*(?:[一二]级|年均|年平均|浓度|达标)+(?:浓度)?(?:标准|限值)|的(?:国家)?(?:标准|限值)"
)
# 低于全省平均水平(35微克/立方米), 较全省平均低5微克/立方米: of others, or the distance to them.
OTHERS_OWN = re.compile(
    r"(?:[高低优好大小]于|超过|高出|达到|符合|不及)[^,。;()]{0,14}(?:平均|均值|水平|目标|考核|要求|标准|限值|任务|基准)[值线]?"
    r"(?:要求|浓度|水平)?(?:[(:为是即的]|每立方米)+$"
    r"|(?:较|比|与)[^,。;\d]{0,8}(?:平均|均值|水平)[值的]?$"
)
APART = re.compile(
    r"(?:高于|低于|优于|好于|超过|高出|低|高|优|超)(?:[^,。;]{0,14})?"
    r"(?:平均|均值|水平|目标值?|考核|要求|标准|限值|任务|基准)[值线]?$"
    r"|(?:[高低优好]于|高出)(?:[全我本][国省市州盟区县]|周边|兄弟|同期|去年|上年|上级|[省市州]里?)[^,。;\d]{0,8}$"
    r"|(?:较|比|与)[^,。;\d]{2,14}(?<![提降升增减新])(?:低|高|优|好|相差)[了出于]?约?$"
    rf"|{OTHERS_OWN.pattern}"
)
FLAT = re.compile(r"(?:基本|总体)?(?:持平|保持不变|无变化)")
BASIS = re.compile(
    r"(?:较|比|与|同|和)(?:“?(?P<plan>十[二三四]五)”?末|(?P<year>(?:19|20)\d\d)年?"
    r"|(?P<end>(?:上年|去年)[底末]|年初)|(?P<chain>上月|上季度|上半年))|(?P<link>环比)"
)
PLAN_ENDS = {"十二五": "2015", "十三五": "2020", "十四五": "2025"}
SIGNS = frozenset("-—+")
CONTEXT = 26
FIGURES = frozenset((NumberKind.AMOUNT, NumberKind.BARE, NumberKind.CLASS, NumberKind.MASKED))


class Part(StrEnum):
    """What a number does in its sentence."""

    VALUE = "value"
    CHANGE = "change"
    BASE = "base"
    TARGET = "target"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A number with its part. A change has a direction, or says that things got `better`.

    `number` is None for a change without one (持平). `listed` says that only 、 or 和 stands
    between it and the label before.
    """

    start: int
    end: int
    part: Part
    number: Number | None
    direction: Direction | None = None
    better: bool | None = None
    basis: str | None = None
    listed: bool = False
    signed: bool = False

    @property
    def value(self) -> Decimal | str | None:
        """The number's value, None where it is masked or none."""
        return None if self.number is None else self.number.value

    @property
    def masked(self) -> bool:
        """Whether the number is masked."""
        return self.number is not None and self.number.kind is NumberKind.MASKED


def labels(text: str, numbers: Sequence[Number], start: int, end: int) -> tuple[Label, ...]:
    """The labels of a sentence's numbers and of its 持平, in order."""
    flats = [match.span() for match in FLAT.finditer(text, start, end)]
    items: list[tuple[int, int, Number | None]] = [(*span, None) for span in flats]
    items += [(n.start, n.end, n) for n in numbers if n.kind in FIGURES and n.start >= start]
    items.sort(key=lambda item: item[:2])
    return tuple(_labels(text, items, start))


def _labels(text: str, items: list[tuple[int, int, Number | None]], start: int) -> Iterator[Label]:
    previous: Label | None = None
    for begin, end, number in items:
        after = start if previous is None else previous.end
        gap = text[after:begin]
        sign = gap[-1:] if gap[-1:] in SIGNS else ""
        listed = previous is not None and gap.removesuffix(sign) in SEPARATORS
        if number is None:
            label = Label(
                start=begin,
                end=end,
                part=Part.CHANGE,
                number=None,
                direction=Direction.FLAT,
                listed=listed,
            )
        elif listed and previous is not None and previous.number is not None:
            label = Label(
                start=begin,
                end=end,
                part=previous.part,
                number=number,
                direction=_sign(sign) if previous.signed else previous.direction,
                signed=previous.signed,
                better=previous.better,
                basis=previous.basis,
                listed=True,
            )
        else:
            label = _label(text, begin, end, number, text[max(after, begin - CONTEXT) : begin])
        yield label
        previous = label


def _label(text: str, begin: int, end: int, number: Number, before: str) -> Label:
    """The label of a number by the words before it."""
    part, direction, better = Part.VALUE, None, None
    if BRACKETED_BASE.search(before) or (BASE.search(before) and REACHES.match(text, end)):
        part = Part.BASE
    elif AIMED.match(text, end):
        part = Part.TARGET
    elif APART.search(before) or OF_TARGET.search(before) or is_no_value(text, end):
        part = Part.APART
    elif TARGET.search(before) and not OF_TARGET.search(before):
        part = Part.TARGET
    elif signed := SIGNED.search(before):
        part = Part.CHANGE
        direction = _sign(signed["sign"])
    elif (changed := _changed().search(before)) and (changed["noun"] or not changed["to"]):
        part = Part.CHANGE
        if changed["up"]:
            direction = Direction.UP
        elif changed["down"]:
            direction = Direction.DOWN
        else:
            better = changed["better"] is not None
    basis = _basis(text[max(0, begin - 2 * CONTEXT) : begin]) if part is Part.CHANGE else None
    return Label(
        start=begin,
        end=end,
        part=part,
        number=number,
        direction=direction,
        better=better,
        basis=basis,
        signed=direction is not None and before[-1:] in SIGNS,
    )


def is_no_value(text: str, end: int) -> bool:
    """Whether the words behind a number make it none: 100%的断面有5个, 35应为32."""
    return _no_value().match(text, end) is not None


@cache
def _no_value() -> re.Pattern[str]:
    words = condition_words()
    counted = f"的[^,。;\\d]{{0,8}}?(?:{words.counted.pattern})(?=[有共达为仅占数、,\\d]|均|全部)"
    # Points of a scoring rule: 36微克及以下计满分, 90%以上得10分, 低于85%不得分.
    scored = r"(?:及?以[上下内])?[^,;。\d]{0,6}?(?:[计得扣加](?:满|零|\d{1,3}))分|不得分"
    return re.compile(f"{counted}|{scored}|[,(]?(?:{words.corrected.pattern})")


@cache
def _changed() -> re.Pattern[str]:
    """A change before its number: 下降了, 升幅为; one `to` a value is none (升至)."""
    words = change_words()
    return re.compile(
        f"(?:(?P<up>{words.up.pattern})|(?P<down>{words.down.pattern})"
        f"|(?P<better>{words.better.pattern})|(?P<worse>{words.worse.pattern}))"
        f"(?P<noun>率|幅度|幅|比例)?(?P<to>到|至|成|为)?{TAIL}"
    )


def _sign(sign: str) -> Direction:
    return Direction.DOWN if sign in {"-", "—"} else Direction.UP


def _basis(before: str) -> str | None:
    """What a change is counted from, where that is not the year before."""
    clause = before.rpartition("。")[2].rpartition(";")[2]
    bases = list(BASIS.finditer(clause))
    if not bases:
        return None
    found = bases[-1]
    if found["plan"]:
        return PLAN_ENDS[found["plan"]]
    return found["year"] or ("上年底" if found["end"] else found["chain"] or "上月")
