"""What is said of values behind them: changes (同比下降3%)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, change_of
from builder.extract.indicators.mention_groups import MAX_GAP_CHARACTERS, MentionGroup
from builder.extract.indicators.scope_resolver import Scopes
from builder.extract.indicators.value_patterns import change_patterns, value_patterns
from builder.model import Direction
from builder.text.number_roles import NumberRole, RoledNumber
from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.generic.number_roles import number_role_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# To look up a member of an enumeration takes as long as a search.
_CHANGE, _VALUE = NumberRole.CHANGE, NumberRole.VALUE

MAX_LIST_GAP = 8


def _runs(
    labelled: Sequence[RoledNumber], text: str, start: int, end: int
) -> Iterator[list[RoledNumber]]:
    """Changes that stand together: 下降7.7%、10%和持平."""
    run: list[RoledNumber] = []
    for label in labelled:
        if label.role is not _CHANGE or label.masked or not start <= label.start < end:
            continue
        gap = text[run[-1].end : label.start] if run else ""
        if run and (len(gap) > MAX_LIST_GAP or any(sign in gap for sign in ",;。")):
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def add_changes(
    text: str,
    group: MentionGroup,
    labelled: Sequence[RoledNumber],
    found: list[Draft],
    scopes: Scopes,
) -> None:
    """Give the changes behind a group to its drafts, or make drafts of the changes alone."""
    for run in _runs(labelled, text, group.end, group.until):
        values = [draft for draft in found if not draft.base and draft.offset < run[0].start]
        own = [draft for draft in values if draft.group_start == group.start]
        if not own and _reached(text, group, run, found):
            continue
        if not own:
            if not _added_to_earlier(group, run, _of_named(text, group, values), scopes):
                found += _changes_alone(text, group, run, scopes)
            continue
        bases = {number for draft in found if draft.base for number in draft.numbers}
        others = [one for one in labelled if one.start not in bases] if bases else labelled
        if not _is_of_group(text, others, own, run[0]):
            continue
        if len(run) > 1:
            recent = values[-len(run) :]
            agreed = run if len(recent) == len(run) else []
            for draft, label in zip(recent, agreed, strict=False):
                if (change := change_of(draft.metric, label)) is not None:
                    draft.change = draft.change or change
                    draft.numbers.append(label.start)
            continue
        together = len(own) > 1 and _is_of_all(text, own, run[0])
        listed = _listed_before(text, values, own, run[0])
        _add_change(listed or (own if together else values), run[0], every=together or bool(listed))


def add_bases(text: str, drafts: Sequence[Draft]) -> None:
    """Say what changes are counted from behind an older base: 由2020年的36降至29,下降19.4%.

    同比下降3.3% behind it is that of a year.
    """
    words = number_role_words()
    for draft in drafts:
        change, period = draft.change, draft.period
        if change is None or change.value is None or change.basis or draft.base or period is None:
            continue
        own = (one for one in drafts if one.base and one.group_start == draft.group_start)
        base = next((one.period for one in own if one.scope == draft.scope and one.period), None)
        between = text[draft.offset : draft.numbers[-1]]
        yearly = words.year_on_year.within(between) or words.year_before.within(between)
        if base is not None and base.end.year < period.end.year - 1 and not yearly:
            draft.change = replace(change, basis=str(base.end.year))


def _listed_before(
    text: str, values: list[Draft], own: list[Draft], label: RoledNumber
) -> list[Draft]:
    """The values of a list that a last word tells of: PM10为38,SO2为5,NO2为16,均与上年持平."""
    gap = text[own[-1].end : label.start]
    if len(own) > 1 or not gap.startswith(",") or not indicator_words().each.within(gap):
        return []
    begin = max(text.rfind(sign, 0, own[0].offset) for sign in ";。\n")
    return [draft for draft in values if draft.offset > begin and draft.change is None]


def _is_of_all(text: str, own: list[Draft], label: RoledNumber) -> bool:
    """Whether a change is that of each value of a list: 均下降5%, and 分别为35、55,同比持平."""
    listed = all(draft.end == own[-1].end for draft in own)
    flat = label.direction is Direction.FLAT and listed
    return flat or indicator_words().each.within(text[own[-1].end : label.start])


def _reached(text: str, group: MentionGroup, run: list[RoledNumber], found: list[Draft]) -> bool:
    """增加12天,达到318天: changes that stand before the values they led to, one or a list."""
    later = [draft for draft in found if draft.group_start == group.start and not draft.base]
    if not later or not value_patterns().reached.fullmatch(text, run[-1].end, later[0].offset):
        return False
    if len(run) == len(later) > 1:
        for draft, label in zip(later, run, strict=True):
            _add_change([draft], label, every=True)
        return True
    if len(run) > 1:
        return False
    every = run[0].direction is Direction.FLAT
    _add_change(later if every else later[:1], run[0], every=every)
    return True


def _of_named(text: str, group: MentionGroup, found: list[Draft]) -> list[Draft]:
    """Those of some values that the words before a metric name: 其中|夜间|达标率同比下降2.1%."""
    begin = max(text.rfind(sign, 0, group.start) for sign in ",;。\n") + 1
    words = scope_words().partitive.sub("", text[begin : group.start])
    own = [draft for draft in found if words and (draft.scope or "").endswith(words)]
    return own or found


def _added_to_earlier(
    group: MentionGroup, run: list[RoledNumber], found: list[Draft], scopes: Scopes
) -> bool:
    """其中SO2、NO2同比分别下降17.6%、4.3%: changes of metrics whose values stand before."""
    metrics = [scopes.metric(mention) for mention in group.mentions]
    if len(run) != len(metrics):
        return False
    added = False
    for metric, label in zip(metrics, run, strict=True):
        for draft in found:
            if metric is not None and draft.metric.id == metric.id and draft.change is None:
                draft.change = change_of(draft.metric, label)
                draft.numbers.append(label.start)
                added = True
    return added


def _is_of_group(
    text: str, labelled: Sequence[RoledNumber], own: list[Draft], change: RoledNumber
) -> bool:
    """Whether no other thing's number stands between a group's last value and a change."""
    last = own[-1].end
    between = [
        label for label in labelled if last <= label.start < change.start and label.role is _VALUE
    ]
    # 较全省平均高3.4个百分点,同比持平: what was told of others is over.
    begin = max(last, text.rfind(",", last, change.start))
    own_year = indicator_words().changes.compared.match(text, begin + 1)
    if change_patterns().others.search(text, begin if own_year else last, change.start):
        return False
    other = change_patterns().other_metric.search(text, last, change.start)
    nouns = indicator_words().changes.nouns.get(own[-1].metric.unit)
    # 优良比例提升到80%,河流污染指数同比下降12.6%: the change is that of the index.
    if other is not None and nouns is not None and other["noun"] not in nouns:
        return False
    state = change_patterns().other_state.search(text, last, change.start)
    name = state["name"] if state else ""
    # Its own nouns may be named again: PM2.5为28微克/立方米,平均浓度同比下降3%.
    if name not in text[own[-1].group_start : last] and not name.endswith(tuple(nouns or ())):
        return False
    return not between and not indicator_words().changes.other_subjects.within(
        text, last, change.start
    )


def _add_change(drafts: list[Draft], label: RoledNumber, *, every: bool) -> None:
    """Give a change to all drafts, or to the last one that it fits and that has none."""
    for draft in reversed(drafts):
        change = change_of(draft.metric, label)
        if change is None:
            continue
        draft.change = draft.change or change
        draft.numbers.append(label.start)
        if not every:
            return


def _changes_alone(
    text: str, group: MentionGroup, run: list[RoledNumber], scopes: Scopes
) -> list[Draft]:
    """PM10和SO2年均浓度较上年同期分别改善了8.2%和11.1%: no values, only changes."""
    gap = value_patterns().said_of_metric.sub("", text[group.end : run[0].start])
    metrics = [scopes.metric(mention) for mention in group.mentions]
    foreign = value_patterns().other_thing.search(gap)
    if foreign or len(gap) > MAX_GAP_CHARACTERS or any(sign in gap for sign in ";。"):
        return []
    if len(run) == 1 and len(metrics) > 1:
        run = run * len(metrics) if indicator_words().each.within(gap) else []
    if len(run) != len(metrics):
        return []
    drafts: list[Draft] = []
    for metric, label in zip(metrics, run, strict=True):
        change = None if metric is None else change_of(metric, label)
        if metric is None or change is None or change.value is None:
            return []
        drafts += scopes.changed(group, metric, label, run, change)
    return drafts
