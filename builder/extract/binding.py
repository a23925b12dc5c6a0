"""One sentence read from left to right: metrics, their values, and what is said of these.

Groups of metric names (PM10、SO2和NO2) get the values behind them; changes and ranks go back to
the values they follow. A masked number, a target and another thing's number bind to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.extract.drafts import Draft, canonical, change_of
from builder.extract.labels import Label, Part, labels
from builder.extract.numbers import NumberKind
from builder.extract.passages import clauses
from builder.extract.ranks import Place, ranks
from builder.extract.scoping import Scopes
from builder.model import Qualifier
from builder.vocabulary.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.extract.mentions import Mention
    from builder.extract.reading import Reading
    from builder.vocabulary.metrics import Metric

# What stands between the names of one group: PM10(可吸入颗粒物)和SO2.
LINK = re.compile(
    r"(?:\([^()]{0,24}\))?(?:年均|平均|浓度|均值|年|日均|值|质量)*(?:(?:、|和|与|及|以及)[\u4e00-\u9fff]{0,4}|[/,]?)"
)
# Words between a metric and a number that make it another thing: 二氧化硫排放量削减3.0%.
OTHER_THING = re.compile(
    r"排放|减排|总量|协同|治理任务|防控|管控|监测[设站]|设施|企业|项目|工程|污染[天日]|超标|扣|排污|问题|信访"
    r"|投诉|案件|预警|响应|应急|首要|贡献|每(?!标?立方)|监控|在线"
)
FORECAST = re.compile(
    r"力争|确保(?!了)|争取|预计|(?<!完成)目标(?:任务)?[值数]?(?:分别)?(?:为|是|:)|控制在"
)
RESULT = re.compile(r"实际|实绩|截至|目前已|完成值|;")
EACH = re.compile(r"[均都皆]|双双|同为|双")
LEAD = re.compile(
    r"^(?:其中|仅|实际|最终|现|完成)*(?:年?平均|年均|浓度|均值|比例|占比|数值|指数|值)*"
    r"(?:由|从)?(?:[升降提上下增减高低]*[升降高低少加][到至为])?(?:为|达到?|是|至|到|占|实现|稳定在|保持在?)*(?:每标?立方米)?$"
)
DIRECT = re.compile(r"(?:[为值度达到至是)升降]|分别|浓度|指数|数)$|^$")
SEVERAL = re.compile(r"([两二三四五六])项指标")
COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
CLAUSE_END = re.compile(r"[,;:。\n]")
# 臭氧(日最大8小时滑动平均值第90百分位数) is said of the metric, and counts as its name.
SAID_OF_METRIC = re.compile(r"\([^()]*\)|第?9[058]百分位数?")
# PM2.5浓度超过35微克/立方米的天数 counts days.
OF_DAYS = re.compile(r"的(?:天|日|城市|县|月|点|站|时|浓度限值|标准)")
REALLY = re.compile(r"(?:以内|以下),(?:仅|实际)?(?:为|达到?|是)?$")
WIDEST = 48
NEAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Metrics named together, and how far the text behind them is theirs."""

    mentions: tuple[Mention, ...]
    start: int
    end: int
    until: int


def bound(reading: Reading, index: int, named: Sequence[Mention]) -> tuple[list[Draft], list[int]]:
    """The drafts of a sentence (by its index) that names these metrics, and its targets.

    Targets are the starts of numbers that are aimed at: they belong to no fact.
    """
    passage = reading.passages[index]
    numbers = reading.numbers_in(passage.start, passage.end)
    tags = labels(reading.text, numbers, passage.start, passage.end)
    groups = _groups(reading.text, named, passage.end)
    scopes = Scopes(reading, index)
    found: list[Draft] = []
    aimed: list[int] = []
    for group in groups:
        if _forecast(reading.text, passage.start, group.start):
            metrics = [metric for one in group.mentions if (metric := scopes.metric(one))]
            inside = [tag for tag in tags if group.end <= tag.start < group.until]
            aimed += [tag.start for tag in inside if _fits(metrics, tag, "为")]
            continue
        found += _values(reading.text, group, tags, scopes)
        _add_changes(reading.text, group, tags, found, scopes)
    _add_ranks(reading.text, tags, found, ranks(reading.text, passage.start, passage.end))
    return found, aimed


def _groups(text: str, named: Sequence[Mention], end: int) -> list[Group]:
    groups: list[list[Mention]] = []
    for mention in named:
        if groups and groups[-1][-1].end == mention.start:
            groups[-1][-1] = mention
        elif groups and LINK.fullmatch(text, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    ends = [*(group[0].start for group in groups), end][1:]
    return [
        Group(mentions=tuple(group), start=group[0].start, end=group[-1].end, until=until)
        for group, until in zip(groups, ends, strict=True)
    ]


def _forecast(text: str, start: int, place: int) -> bool:
    """Whether a place stands behind a word for something aimed at (力争, 目标为)."""
    words = list(FORECAST.finditer(text, start, place))
    return bool(words) and RESULT.search(text, words[-1].end(), place) is None


# --------------------------------------------------------------------------- values


def _values(text: str, group: Group, tags: Sequence[Label], scopes: Scopes) -> list[Draft]:
    """The drafts of a group's values, bases (由38降至35) among them."""
    metrics = [scopes.metric(mention) for mention in group.mentions]
    values = _value_labels(text, group, metrics, tags)
    pairs = _pairs(text, group, metrics, values)
    drafts = []
    for metric, label, scope_index in pairs:
        drafts += scopes.drafts(group, metric, label, values, scope_index)
    bases = [
        tag
        for tag in tags
        if tag.part is Part.BASE and group.end <= tag.start < group.until and len(metrics) == 1
    ]
    for tag in bases[:1]:
        first = metrics[0]
        if first is not None and tag.number is not None and canonical(first, tag.number):
            drafts = scopes.drafts(group, first, tag, [tag], 0, base=True) + drafts
    return drafts


def _value_labels(
    text: str, group: Group, metrics: list[Metric | None], tags: Sequence[Label]
) -> list[Label]:
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
        if not tag.listed or not _fits(known, tag, "为"):
            break
        values.append(tag)
    return values


def _first_value(
    text: str, group: Group, known: list[Metric], inside: Sequence[Label]
) -> Label | None:
    """The first number behind a group that can be its value, with nothing foreign between."""
    first_end = clauses(text, group.start, group.until)[0][1]
    for tag in inside:
        if tag.masked:
            return None
        if tag.part is not Part.VALUE:
            continue
        gap = text[group.end : tag.start]
        foreign = OTHER_THING.search(SAID_OF_METRIC.sub("", gap)) or OF_DAYS.match(text, tag.end)
        if foreign or len(gap) > WIDEST:
            return None
        away = tag.start > first_end and not LEAD.match(CLAUSE_END.split(gap)[-1])
        if not away and _fits(known, tag, gap):
            return tag
    return None


def _bettered(mark: Label, gap: str) -> bool:
    """首次降到30微克/立方米以内,为29微克/立方米: the first is a mark, the second the value."""
    within = mark.number is not None and mark.number.qualifier in {
        Qualifier.AT_MOST,
        Qualifier.LESS,
    }
    return within and REALLY.search(gap) is not None


def _fits(metrics: list[Metric], tag: Label, gap: str) -> bool:
    """Whether a number can be a value of one of the metrics; a bare one only right behind."""
    if tag.number is None or tag.number.upper is not None or tag.number.kind is NumberKind.CLASS:
        return False
    if tag.number.kind is NumberKind.BARE and not DIRECT.search(gap):
        return False
    return any(canonical(metric, tag.number) is not None for metric in metrics)


def _pairs(
    text: str, group: Group, metrics: list[Metric | None], values: list[Label]
) -> list[tuple[Metric, Label, int]]:
    """Which metric has which value; the third is the place of a value in its list."""
    if not values:
        return []
    gap = text[group.end : values[0].start]
    if len(metrics) == len(values):
        chosen = list(zip(metrics, values, range(len(values)), strict=True))
    elif len(metrics) == 1:
        chosen = [(metrics[0], value, place) for place, value in enumerate(values)]
    elif len(values) == 1:
        together = EACH.search(gap) or values[0].value == 100  # noqa: PLR2004
        chosen = [(metric, values[0], 0) for metric in (metrics if together else metrics[-1:])]
    else:
        return []
    return [
        (metric, value, place)
        for metric, value, place in chosen
        if metric is not None and value.number is not None and canonical(metric, value.number)
    ]


# --------------------------------------------------------------------------- changes


def _runs(tags: Sequence[Label], text: str, start: int, end: int) -> Iterator[list[Label]]:
    """Changes that stand together: 下降7.7%、10%和持平."""
    run: list[Label] = []
    for tag in tags:
        if tag.part is not Part.CHANGE or tag.masked or not start <= tag.start < end:
            continue
        gap = text[run[-1].end : tag.start] if run else ""
        if run and (len(gap) > NEAR or any(sign in gap for sign in ",;。")):
            yield run
            run = []
        run.append(tag)
    if run:
        yield run


def _add_changes(
    text: str, group: Group, tags: Sequence[Label], found: list[Draft], scopes: Scopes
) -> None:
    """Give the changes behind a group to its drafts, or make drafts of the changes alone."""
    own = [draft for draft in found if draft.group == group.start and not draft.base]
    for run in _runs(tags, text, group.end, group.until):
        if not own:
            if not _added_to_earlier(group, run, found, scopes):
                found += _changes_alone(text, group, run, scopes)
            own = [draft for draft in found if draft.group == group.start]
            continue
        if not _ours(text, tags, own, run[0]):
            continue
        if len(run) > 1:
            recent = [draft for draft in found if not draft.base][-len(run) :]
            for draft, tag in zip(recent, run, strict=False):
                if (change := change_of(draft.metric, tag)) is not None:
                    draft.change = draft.change or change
                    draft.numbers.append(tag.start)
            continue
        together = len(own) > 1 and EACH.search(text[own[-1].end : run[0].start])
        _add_change(own if together else found, run[0], every=bool(together))


def _added_to_earlier(group: Group, run: list[Label], found: list[Draft], scopes: Scopes) -> bool:
    """其中SO2、NO2同比分别下降17.6%、4.3%: changes of metrics whose values stand before."""
    metrics = [scopes.metric(mention) for mention in group.mentions]
    if len(run) != len(metrics):
        return False
    added = False
    for metric, tag in zip(metrics, run, strict=True):
        for draft in found:
            if metric is not None and draft.metric.id == metric.id and draft.change is None:
                draft.change = change_of(draft.metric, tag)
                draft.numbers.append(tag.start)
                added = True
    return added


def _ours(text: str, tags: Sequence[Label], own: list[Draft], change: Label) -> bool:
    """Whether no other thing's number stands between a group's last value and a change."""
    last = own[-1].end
    between = [tag for tag in tags if last <= tag.start < change.start and tag.part is Part.VALUE]
    return not between and OTHER_SUBJECT.search(text, last, change.start) is None


OTHER_SUBJECT = re.compile(r"排放|罚款|案件|投诉|信访|处罚|问题|污染天数|火点")


def _add_change(drafts: list[Draft], tag: Label, *, every: bool) -> None:
    """Give a change to all drafts, or to the last one that it fits and that has none."""
    for draft in reversed(drafts):
        change = change_of(draft.metric, tag)
        if change is None or draft.base:
            continue
        draft.change = draft.change or change
        draft.numbers.append(tag.start)
        if not every:
            return


def _changes_alone(text: str, group: Group, run: list[Label], scopes: Scopes) -> list[Draft]:
    """PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%: no values, only changes."""
    gap = SAID_OF_METRIC.sub("", text[group.end : run[0].start])
    metrics = [scopes.metric(mention) for mention in group.mentions]
    if OTHER_THING.search(gap) or len(gap) > WIDEST or any(sign in gap for sign in ";。"):
        return []
    if len(run) == 1 and len(metrics) > 1:
        run = run * len(metrics) if EACH.search(gap) else []
    if len(run) != len(metrics):
        return []
    drafts: list[Draft] = []
    for metric, tag in zip(metrics, run, strict=True):
        change = None if metric is None else change_of(metric, tag)
        if metric is None or change is None or change.value is None:
            return []
        drafts += scopes.changed(group, metric, tag, run, change)
    return drafts


# --------------------------------------------------------------------------- ranks


def _add_ranks(
    text: str, tags: Sequence[Label], drafts: list[Draft], places: Sequence[Place]
) -> None:
    """Give each rank to the value it is said of: the next one inside, else the last before."""
    for place in places:
        for draft in _ranked(text, tags, drafts, place):
            draft.rank = draft.rank or place.rank


def _ranked(text: str, tags: Sequence[Label], drafts: list[Draft], place: Place) -> list[Draft]:
    inside = [draft for draft in drafts if draft.start < place.start < draft.place]
    if inside:
        return inside[-1:]
    earlier = [draft for draft in drafts if draft.end <= place.start + 1]
    if not earlier:
        return []
    last = max(draft.end for draft in earlier)
    foreign = [
        tag
        for tag in tags
        if last <= tag.start < place.start and tag.part is Part.VALUE and _amount(tag)
    ]
    if foreign or OTHER_SUBJECT.search(text, last, place.start):
        return []
    lead = text[place.start : place.end]
    count = SEVERAL.search(lead)
    if count:
        return earlier[-COUNTS[count[1]] :]
    return earlier if place.several else earlier[-1:]


def _amount(tag: Label) -> bool:
    """Whether a label's number could be another thing's: no mask, and no time (连续47年居首位)."""
    return tag.number is not None and not tag.masked and tag.number.unit_kind is not UnitKind.TIME
