"""What is said of values behind them: changes (同比下降3%) and ranks (全市排名第2)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, change_of
from builder.extract.indicators.groups import EACH, OTHER_THING, SAID_OF_METRIC, WIDEST, Group
from builder.extract.indicators.scope_resolver import Scopes
from builder.text.number_roles import NumberRole, RoledNumber
from builder.text.ranks import RankMention
from builder.vocabulary.generic.amounts import UnitKind, area_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OTHER_SUBJECT = re.compile(r"排放|罚款|案件|投诉|信访|处罚|问题|污染天数|火点")
# 优良比例提升到80%,河流污染指数同比下降12.6%: the change is that of the index.
OTHER_INDEX = re.compile(
    r"[,;](?:20\d\d年)?[^,;。\d]{0,12}(?P<noun>指数|浓度|比例|天数|[标良]率)(?:同比|较|比)"
)
OWN_NOUNS = {
    "%": ("比例", "标率", "良率"),
    "天": ("天数",),
    "1": ("指数",),
    "μg/m³": ("浓度",),
    "mg/m³": ("浓度",),
    "mg/L": ("浓度",),
}
SEVERAL = re.compile(r"([两二三四五六])项指标")
COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
NEAR = 8
REACHED = re.compile(r",?(?:实际|累计|最终|目前)?(?:达到?|为|降至|升至|降到|升到|至)(?:每立方米)?")


def _runs(
    tags: Sequence[RoledNumber], text: str, start: int, end: int
) -> Iterator[list[RoledNumber]]:
    """Changes that stand together: 下降7.7%、10%和持平."""
    run: list[RoledNumber] = []
    for tag in tags:
        if tag.role is not NumberRole.CHANGE or tag.masked or not start <= tag.start < end:
            continue
        gap = text[run[-1].end : tag.start] if run else ""
        if run and (len(gap) > NEAR or any(sign in gap for sign in ",;。")):
            yield run
            run = []
        run.append(tag)
    if run:
        yield run


def add_changes(
    text: str, group: Group, tags: Sequence[RoledNumber], found: list[Draft], scopes: Scopes
) -> None:
    """Give the changes behind a group to its drafts, or make drafts of the changes alone."""
    for run in _runs(tags, text, group.end, group.until):
        values = [draft for draft in found if not draft.base and draft.place < run[0].start]
        own = [draft for draft in values if draft.group == group.start]
        if not own and _reached(text, group, run, found):
            continue
        if not own:
            if not _added_to_earlier(group, run, values, scopes):
                found += _changes_alone(text, group, run, scopes)
            continue
        if not _ours(text, tags, own, run[0]):
            continue
        if len(run) > 1:
            recent = values[-len(run) :]
            agreed = run if len(recent) == len(run) else []
            for draft, tag in zip(recent, agreed, strict=False):
                if (change := change_of(draft.metric, tag)) is not None:
                    draft.change = draft.change or change
                    draft.numbers.append(tag.start)
            continue
        together = len(own) > 1 and EACH.search(text[own[-1].end : run[0].start])
        _add_change(own if together else values, run[0], every=bool(together))


def _reached(text: str, group: Group, run: list[RoledNumber], found: list[Draft]) -> bool:
    """增加12天,达到318天: a change that stands before the value it led to."""
    later = [draft for draft in found if draft.group == group.start and not draft.base]
    if not later or len(run) > 1 or not REACHED.fullmatch(text, run[0].end, later[0].place):
        return False
    _add_change(later[:1], run[0], every=False)
    return True


def _added_to_earlier(
    group: Group, run: list[RoledNumber], found: list[Draft], scopes: Scopes
) -> bool:
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


def _ours(text: str, tags: Sequence[RoledNumber], own: list[Draft], change: RoledNumber) -> bool:
    """Whether no other thing's number stands between a group's last value and a change."""
    last = own[-1].end
    between = [
        tag for tag in tags if last <= tag.start < change.start and tag.role is NumberRole.VALUE
    ]
    if _of_others().search(text, last, change.start):
        return False
    other = OTHER_INDEX.search(text, last, change.start)
    if other is not None and other["noun"] not in OWN_NOUNS.get(own[-1].metric.unit, other["noun"]):
        return False
    return not between and OTHER_SUBJECT.search(text, last, change.start) is None


@cache
def _of_others() -> re.Pattern[str]:
    """全省平均下降5% is the change of others."""
    words = area_words()
    others = Words((*words.above_city, *words.neighbours)).pattern
    return re.compile(f"(?:{others})[^,。;]{{0,6}}(?:平均|均值|同比)")


def _add_change(drafts: list[Draft], tag: RoledNumber, *, every: bool) -> None:
    """Give a change to all drafts, or to the last one that it fits and that has none."""
    for draft in reversed(drafts):
        change = change_of(draft.metric, tag)
        if change is None:
            continue
        draft.change = draft.change or change
        draft.numbers.append(tag.start)
        if not every:
            return


def _changes_alone(text: str, group: Group, run: list[RoledNumber], scopes: Scopes) -> list[Draft]:
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


def add_ranks(
    text: str, tags: Sequence[RoledNumber], drafts: list[Draft], places: Sequence[RankMention]
) -> None:
    """Give each rank to the value it is said of: the next one inside, else the last before."""
    for place in (place for place in places if not place.of_change):
        for draft in _ranked(text, tags, drafts, place):
            draft.rank = draft.rank or place.rank


def _ranked(
    text: str, tags: Sequence[RoledNumber], drafts: list[Draft], place: RankMention
) -> list[Draft]:
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
        if last <= tag.start < place.start and tag.role is NumberRole.VALUE and _amount(tag)
    ]
    if foreign or OTHER_SUBJECT.search(text, last, place.start):
        return []
    lead = text[place.start : place.end]
    count = SEVERAL.search(lead)
    if count:
        return earlier[-COUNTS[count[1]] :]
    return earlier if place.several else earlier[-1:]


def _amount(tag: RoledNumber) -> bool:
    """Whether a label's number could be another thing's: no mask, and no time (连续47年居首位)."""
    return tag.number is not None and not tag.masked and tag.number.unit_kind is not UnitKind.TIME
