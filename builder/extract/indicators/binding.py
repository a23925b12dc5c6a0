"""One sentence read from left to right: metrics, their values, and what is said of these.

Groups of metric names (PM10、SO2和NO2) get the values behind them; changes and ranks go back to
the values they follow. A masked number, a target and another thing's number bind to nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.indicators.changes import add_changes, add_ranks
from builder.extract.indicators.drafts import Draft, canonical
from builder.extract.indicators.groups import (
    EACH,
    OTHER_THING,
    SAID_OF_METRIC,
    WIDEST,
    Group,
    groups,
)
from builder.extract.indicators.parts import part_values
from builder.extract.indicators.planned_values import is_aimed
from builder.extract.indicators.scope_resolver import Scopes
from builder.model import Qualifier
from builder.numerals import whole_number
from builder.text.modality import modality
from builder.text.number_roles import NumberRole, RoledNumber, roled_numbers
from builder.text.numbers.number import NumberKind
from builder.text.sentences import clauses
from builder.vocabulary.generic.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.ranks import RankMention
    from builder.vocabulary.environment.metrics import Metric

LEAD = re.compile(
    r"^(?:其中|仅|实际|最终|目前|现|累计|完成|发生|出现|全[年市县区省])*(?:年?平均|年均|浓度|均值|比例|占比|数值|指数|值)*"
    r"(?:由|从)?(?:[升降提上下增减高低]*[升降高低少加][到至为])?(?:为|达到?|是|至|到|占|实现|稳定在|保持在?)*(?:每标?立方米)?$"
)
DIRECT = re.compile(r"(?:[为值度达到至是)升降]|分别|浓度|指数|数|[到至为](?:19|20)\d\d年的)$|^$")
CLAUSE_END = re.compile(r"[,;:。\n]")
# PM2.5浓度超过35微克/立方米的天数 counts days.
OF_DAYS = re.compile(r"的(?:天|日|城市|县|月|点|站|时|浓度限值|标准)")
# 3个断面 has as many values as there are of them.
COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十])(?=[个条处座])")
# 12个县区中有8个优良天数比例超过90% does not say which.
SOME_OF = re.compile(
    r"中,?(?:有|仅)\d+[个家处](?:[县市区镇乡]+)?$|(?:[两三四五\d]年|多年)(?:滑动)?(?:平均|均值)(?:的)?$"
)
NEAR = 12
MEMBERS = (UnitKind.THING, UnitKind.PLACE)
REALLY = re.compile(r"(?:以内|以下)?,(?:仅|实际|年均)?(?:浓度)?(?:为|达到?|是|降至)?$")


class Bound(NamedTuple):
    """The drafts of a sentence, and starts of numbers that belong to no fact: those aimed at, and
    values of which is not sure whose they are.
    """

    drafts: list[Draft]
    targets: list[int]
    doubted: list[int]


def bound(analysis: TextAnalysis, index: int, named: Sequence[Mention]) -> Bound:
    """What a sentence (by its index) that names these metrics tells of them."""
    sentence = analysis.sentences[index]
    numbers = analysis.numbers.within(sentence.start, sentence.end)
    placed = analysis.ranks.within(sentence.start, sentence.end)
    tags = _apart(roled_numbers(analysis.text, numbers, sentence.start, sentence.end), placed)
    scopes = Scopes(analysis, index)
    found: list[Draft] = []
    aimed: list[int] = []
    doubted: list[int] = []
    for group in groups(analysis.text, named, sentence.end):
        if SOME_OF.search(analysis.text[max(sentence.start, group.start - NEAR) : group.start]):
            doubted += [tag.start for tag in tags if group.end <= tag.start < group.until]
            continue
        if is_aimed(analysis.text, sentence.start, group, tags) or scopes.to_come(group.start):
            metrics = [metric for one in group.mentions if (metric := scopes.metric(one))]
            inside = [tag for tag in tags if group.end <= tag.start < group.until]
            aimed += [tag.start for tag in inside if _fits(metrics, tag, "为")]
            continue
        found += _values(analysis.text, group, tags, scopes, doubted)
        add_changes(analysis.text, group, tags, found, scopes)
    add_ranks(analysis.text, tags, found, placed)
    return Bound(found, aimed, doubted)


def _apart(tags: Sequence[RoledNumber], placed: Sequence[RankMention]) -> tuple[RoledNumber, ...]:
    """The labels but for the 13 of 在13县市区中排名第4, which belongs to a rank."""
    spans = [(place.start, place.end) for place in placed]
    return tuple(
        tag
        for tag in tags
        if tag.number is None
        or tag.number.unit_kind not in MEMBERS
        or not any(start <= tag.start < end for start, end in spans)
    )


# --------------------------------------------------------------------------- values


def _values(
    text: str, group: Group, tags: Sequence[RoledNumber], scopes: Scopes, doubted: list[int]
) -> list[Draft]:
    """The drafts of a group's values, bases (由38降至35) among them.

    Starts of values that can't be told apart, or are another area's, are added to `doubted`.
    """
    metrics = [scopes.metric(mention) for mention in group.mentions]
    values = _value_labels(text, group, metrics, tags)
    pairs = _pairs(text, group, metrics, values)
    drafts = []
    for metric, label, scope_index in pairs:
        drafts += scopes.drafts(group, metric, label, values, scope_index)
    if not _told_apart(metrics, values, drafts):
        drafts = []
    if not values:
        inside = _after(tags, group.end, group.until)[:1]
        doubted += [
            tag.start for tag in inside if modality().unreached.search(text, group.end, tag.start)
        ]
    if not drafts and None not in metrics:
        doubted += [value.start for value in values]
    if len(metrics) == 1 and metrics[0] is not None:
        behind = values[-1].end if values else group.end
        drafts += part_values(text, group, metrics[0], _after(tags, behind, group.until), scopes)
    bases = [
        tag
        for tag in tags
        if tag.role is NumberRole.BASE
        and group.end <= tag.start < group.until
        and len(metrics) == 1
    ]
    for tag in bases[:1]:
        first = metrics[0]
        if first is not None and tag.number is not None and canonical(first, tag.number):
            drafts = scopes.drafts(group, first, tag, [tag], 0, base=True) + drafts
    return drafts


def _told_apart(
    metrics: Sequence[Metric | None], values: Sequence[RoledNumber], drafts: Sequence[Draft]
) -> bool:
    """Whether each value of a list belongs to one metric, or to one object or time of its own.

    Two metrics of two places need four values: 甲、乙县PM2.5、PM10分别为31、52 says nothing sure.
    """
    if len(values) < 2 or not drafts:  # noqa: PLR2004
        return True
    told = {(draft.scope, draft.period) for draft in drafts}
    if len(metrics) > 1:
        return len({draft.scope for draft in drafts}) == 1
    counted = COUNTED.search(drafts[0].scope or "")
    if counted is not None and whole_number(counted[0]) == len(values):
        return True
    return len(told) == len(values)


def _after(tags: Sequence[RoledNumber], start: int, end: int) -> list[RoledNumber]:
    return [tag for tag in tags if start <= tag.start < end]


def _value_labels(
    text: str, group: Group, metrics: list[Metric | None], tags: Sequence[RoledNumber]
) -> list[RoledNumber]:
    """The numbers that are values of the group: the first that fits, and its list."""
    known = [metric for metric in metrics if metric is not None]
    before = [tag for tag in tags if tag.end == group.start - 1 and text[tag.end] == "的"]
    if before and not before[0].masked and _fits(known, before[0], ""):
        return before
    inside = [tag for tag in tags if group.end <= tag.start < group.until]
    first = _first_value(text, group, known, inside)
    if first is None:
        return []
    values = [first]
    for tag in inside[inside.index(first) + 1 :]:
        if _bettered(values[-1], text[group.end : tag.start]) and _fits(known, tag, "为"):
            return [tag]
        if tag.listed and tag.masked:
            return []
        if not tag.listed or not _fits(known, tag, "为"):
            break
        values.append(tag)
    return values


def _first_value(
    text: str, group: Group, known: list[Metric], inside: Sequence[RoledNumber]
) -> RoledNumber | None:
    """The first number behind a group that can be its value, with nothing foreign between."""
    first_end = clauses(text, group.start, group.until)[0][1]
    for tag in inside:
        if tag.masked:
            return None
        if tag.role is not NumberRole.VALUE:
            continue
        gap = text[group.end : tag.start]
        if modality().unreached.search(CLAUSE_END.split(gap)[-1]):
            return None
        foreign = OTHER_THING.search(SAID_OF_METRIC.sub("", gap)) or OF_DAYS.match(text, tag.end)
        if foreign or len(gap) > WIDEST:
            return None
        away = tag.start > first_end and not LEAD.match(CLAUSE_END.split(gap)[-1])
        if not away and _fits(known, tag, gap):
            return tag
    return None


def _bettered(mark: RoledNumber, gap: str) -> bool:
    """首次降到30微克/立方米以内,为29微克/立方米: the first is a mark, the second the value."""
    within = mark.number is not None and mark.number.qualifier in {
        Qualifier.AT_MOST,
        Qualifier.LESS,
    }
    return within and REALLY.search(gap) is not None


def _fits(metrics: list[Metric], tag: RoledNumber, gap: str) -> bool:
    """Whether a number can be a value of one of the metrics; a bare one only right behind."""
    if tag.number is None or tag.number.upper is not None or tag.number.kind is NumberKind.CLASS:
        return False
    if tag.number.kind is NumberKind.BARE and not DIRECT.search(gap):
        return False
    return any(canonical(metric, tag.number) is not None for metric in metrics)


def _pairs(
    text: str, group: Group, metrics: list[Metric | None], values: list[RoledNumber]
) -> list[tuple[Metric, RoledNumber, int]]:
    """Which metric has which value; the third is the place of a value in its list."""
    if not values:
        return []
    gap = text[group.end : values[0].start]
    if len(metrics) == len(values):
        chosen = list(zip(metrics, values, range(len(values)), strict=True))
    elif len(metrics) == 1:
        chosen = [(metrics[0], value, place) for place, value in enumerate(values)]
    elif len(values) == 1:
        together = EACH.search(gap) or group.mentions[0].shared or values[0].value == 100  # noqa: PLR2004
        chosen = [(metric, values[0], 0) for metric in (metrics if together else metrics[-1:])]
    else:
        return []
    return [
        (metric, value, place)
        for metric, value, place in chosen
        if metric is not None and value.number is not None and canonical(metric, value.number)
    ]
