"""One sentence read from left to right: metrics, their values, and what is said of these.

Groups of metric names (PM10、SO2和NO2) get the values behind them; changes and ranks go back to
the values they follow. A masked number, a target and another thing's number bind to nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import last_clause
from builder.extract.indicators.changes import add_bases, add_changes
from builder.extract.indicators.drafts import Draft, fits, fitting_unit
from builder.extract.indicators.mention_groups import (
    MAX_GAP_CHARACTERS,
    MentionGroup,
    mention_groups,
)
from builder.extract.indicators.other_years import (
    base_drafts,
    mark_earlier,
    of_another_year,
    of_later_year,
)
from builder.extract.indicators.part_values import bracketed_values, part_values
from builder.extract.indicators.planned_values import is_planned
from builder.extract.indicators.ranked import Told, add_ranks
from builder.extract.indicators.scope_resolver import Scopes
from builder.extract.indicators.value_patterns import value_patterns
from builder.model import Qualifier
from builder.numerals import whole_number
from builder.text.modality import modality
from builder.text.number_roles import NumberRole, RoledNumber, roled_numbers
from builder.text.numbers.arabic import announces_list
from builder.text.numbers.number import NumberKind
from builder.text.sentences import clauses
from builder.vocabulary.environment.amounts import no_amounts
from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.generic.amounts import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.ranks import RankMention
    from builder.vocabulary.environment.metrics import Metric

# To look up a member of an enumeration takes as long as a search.
_VALUE = NumberRole.VALUE
_AT_MOST, _LESS, _MORE = Qualifier.AT_MOST, Qualifier.LESS, Qualifier.MORE

# A list of years, however long: 2022年、2023年、2024年分别为36、34、32.
YEARS = re.compile(r"(?:20\d\d年[、和]?)+")
MAX_LEAD_CHARACTERS = 12
WHOLE_PERCENT = 100
RANKED_KINDS = (UnitKind.THING, UnitKind.PLACE)


class Binding(NamedTuple):
    """The drafts of a sentence, and starts of numbers that belong to no fact: planned ones, and
    values of which is not sure whose they are.
    """

    drafts: list[Draft]
    targets: list[int]
    doubted: list[int]


def binding(
    analysis: TextAnalysis, index: int, mentions: Sequence[Mention], earlier: list[list[Draft]]
) -> Binding:
    """What a sentence (by its index) that names these metrics tells of them.

    Its ranks may be of the values of `earlier` sentences, the nearest first.
    """
    sentence = analysis.sentences[index]
    numbers = analysis.numbers.within(sentence.start, sentence.end)
    ranks = analysis.ranks.within(sentence.start, sentence.end)
    labelled = _without_ranked(
        roled_numbers(analysis.text, numbers, sentence.start, sentence.end), ranks
    )
    scopes = Scopes(analysis, index)
    found: list[Draft] = []
    planned: list[int] = []
    doubted: list[int] = []
    groups = mention_groups(analysis.text, mentions, sentence.end)
    for group in groups:
        lead_start = max(sentence.start, group.start - MAX_LEAD_CHARACTERS)
        # 4个断面中有3个达到或优于Ⅲ类,占75%: the share is that of all.
        metric = group.mentions[0].metric
        share = metric is not None and metric.share_of is not None
        some = value_patterns().some_of.search(analysis.text[lead_start : group.start])
        if some and not share:
            doubted += [label.start for label in group.behind(labelled)]
            continue
        if is_planned(analysis.text, sentence.start, group, labelled) or scopes.to_come(
            group.start
        ):
            metrics = [metric for one in group.mentions if (metric := scopes.metric(one))]
            planned += [
                label.start for label in group.behind(labelled) if fits(metrics, label, "为")
            ]
            continue
        found += _values(analysis.text, group, labelled, scopes, doubted)
        add_changes(analysis.text, group, labelled, found, scopes)
    add_bases(analysis.text, found)
    if ranks:
        told = Told(
            text=analysis.text,
            start=sentence.start,
            groups=groups,
            labelled=labelled,
            drafts=found,
            earlier=earlier,
            scopes=scopes,
        )
        add_ranks(told, ranks)
    return Binding(found, planned, doubted)


def _without_ranked(
    labelled: Sequence[RoledNumber], ranks: Sequence[RankMention]
) -> tuple[RoledNumber, ...]:
    """The labels but for the 13 of 在13县市区中排名第4, which belongs to a rank."""
    spans = [(rank.start, rank.end) for rank in ranks]
    return tuple(
        label
        for label in labelled
        if label.number is None
        or label.number.unit_kind not in RANKED_KINDS
        or not any(start <= label.start < end for start, end in spans)
    )


def _values(
    text: str,
    group: MentionGroup,
    labelled: Sequence[RoledNumber],
    scopes: Scopes,
    doubted: list[int],
) -> list[Draft]:
    """The drafts of a group's values, bases (由38降至35) among them.

    Starts of values that can't be told apart, or are another area's, are added to `doubted`.
    """
    metrics = [scopes.metric(mention) for mention in group.mentions]
    if len(metrics) == 1 and metrics[0] is not None:
        named = bracketed_values(text, group, metrics[0], group.behind(labelled), scopes)
        if named:
            return named
    values = _value_labels(text, group, metrics, labelled)
    pairs = _pairs(text, group, metrics, values)
    drafts = []
    for metric, label, nth in pairs:
        drafts += scopes.drafts(group, metric, label, values, nth)
    if not _are_distinct(metrics, values, drafts):
        drafts = []
    behind = group.behind(labelled)
    if (
        not values
        and behind
        and not _is_distance(text, behind[0])
        and modality().unreached.search(text, group.end, behind[0].start)
    ):
        doubted.append(behind[0].start)
    if not drafts and None not in metrics:
        doubted += [value.start for value in values]
    if len(metrics) > 1 or metrics[0] is None:
        return drafts + of_another_year(text, group, metrics, values, behind, scopes)
    drafts += of_later_year(text, group, metrics[0], values, behind, drafts, scopes)
    last = max((draft.numbers[-1] for draft in drafts), default=0)
    last = max(last, values[-1].end if values else group.end)
    drafts += part_values(
        text, group, metrics[0], [label for label in behind if label.start >= last], scopes
    )
    mark_earlier(drafts)
    return base_drafts(group, metrics[0], behind, scopes) + drafts


def _is_distance(text: str, label: RoledNumber) -> bool:
    """Whether a number says how far a value is from a goal, and is none of its own: 还差0.8微克."""
    return text.endswith(tuple(no_amounts().aimed.lacking), 0, label.start)


def _are_distinct(
    metrics: Sequence[Metric | None], values: Sequence[RoledNumber], drafts: Sequence[Draft]
) -> bool:
    """Whether each value of a list belongs to one metric, or to one object or time of its own.

    Two metrics of two places need four values: 甲、乙县PM2.5、PM10分别为31、52 says nothing sure.
    """
    if len(values) < 2 or not drafts:  # noqa: PLR2004
        return True
    if len(metrics) > 1:
        return len({draft.scope for draft in drafts}) == 1
    counted = value_patterns().each_of.search(drafts[0].scope or "")
    if counted is not None and whole_number(counted[0]) == len(values):
        return True
    return len({(draft.scope, draft.period) for draft in drafts}) == len(values)


def _value_labels(
    text: str, group: MentionGroup, metrics: list[Metric | None], labelled: Sequence[RoledNumber]
) -> list[RoledNumber]:
    """The numbers that are values of the group: the first that fits, and its list."""
    known = [metric for metric in metrics if metric is not None]
    # 35微克/立方米的PM2.5浓度.
    ahead = [one for one in labelled if one.end == group.start - 1 and text[one.end] == "的"]
    if ahead and not ahead[0].masked and fits(known, ahead[0], ""):
        return ahead
    inside = group.behind(labelled)
    first = _first_value(text, group, known, inside)
    if first is None:
        return []
    values = [first]
    for label in inside[inside.index(first) + 1 :]:
        if _is_threshold(values[-1], text[group.end : label.start]) and fits(known, label, "为"):
            return [label]
        if label.listed and label.masked:
            return []
        if not label.listed or not fits(known, label, "为"):
            break
        values.append(label)
    return values


def _first_value(
    text: str, group: MentionGroup, known: list[Metric], inside: Sequence[RoledNumber]
) -> RoledNumber | None:
    """The first number behind a group that can be its value, with nothing foreign between."""
    patterns = value_patterns()
    first_end = clauses(text, group.end - 1, group.until)[0][1]
    for label in inside:
        if label.masked:
            return None
        if label.role is not _VALUE:
            continue
        gap = text[group.end : label.start]
        clause = last_clause(gap)
        if modality().unreached.search(clause):
            return None
        foreign = patterns.other_thing.search(patterns.said_of_metric.sub("", gap))
        if (
            foreign
            or patterns.counted.match(text, label.end)
            or len(YEARS.sub("", gap)) > MAX_GAP_CHARACTERS
        ):
            return None
        away = label.start > first_end and not patterns.lead.match(clause)
        if not away and fits(known, label, gap):
            return None if _is_cell(text, label, inside) else label
    return None


def _is_cell(text: str, label: RoledNumber, inside: Sequence[RoledNumber]) -> bool:
    """Whether a bare number stands before another: cells of a row whose heads are not known."""
    bare = label.number is not None and label.number.kind is NumberKind.BARE
    return bare and any(text[label.end : other.start] == " " for other in inside)


def _is_threshold(label: RoledNumber, gap: str) -> bool:
    """首次降到30微克/立方米以内,为29微克/立方米: the first is a threshold.

    So is that of 突破330天,达到334天.
    """
    within = label.number is not None and label.number.qualifier in {
        _AT_MOST,
        _LESS,
        _MORE,
    }
    return within and value_patterns().behind_threshold.search(gap) is not None


def _pairs(
    text: str, group: MentionGroup, metrics: list[Metric | None], values: list[RoledNumber]
) -> list[tuple[Metric, RoledNumber, int]]:
    """Which metric has which value; the third counts the values of a list."""
    if not values:
        return []
    gap = text[group.end : values[0].start]
    if len(metrics) == len(values):
        chosen = list(zip(metrics, values, range(len(values)), strict=True))
    elif len(metrics) == 1:
        chosen = [(metrics[0], value, nth) for nth, value in enumerate(values)]
    elif len(values) == 1:
        words = indicator_words()
        each = words.each.within(words.name_tails.sub("", gap)) or values[0].value == WHOLE_PERCENT
        # 分别为 announces a value for each; one alone is not understood.
        if announces_list(text, values[0].start) and not each:
            return []
        together = each or group.mentions[0].shared
        chosen = [(metric, values[0], 0) for metric in (metrics if together else metrics[-1:])]
    else:
        return []
    return [
        (metric, value, nth)
        for metric, value, nth in chosen
        if metric is not None and value.number is not None and fitting_unit(metric, value.number)
    ]
