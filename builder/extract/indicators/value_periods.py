"""The period of a value: its own of a list of times, else the one that holds where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.extract.indicators.listed_times import listed_times
from builder.vocabulary.environment.metrics import ScopeGrammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.model import Period
    from builder.text.analysis import TextAnalysis
    from builder.text.number_roles import RoledNumber
    from builder.vocabulary.environment.metrics import Metric

# What is reached by the end of several years, while the air and waters are measured in each.
_STATES = frozenset((ScopeGrammar.PLACE, ScopeGrammar.HANDLERS))
# A list of times stands so many characters for each before its metric.
_TIME_CHARACTERS = 8


def value_period(
    analysis: TextAnalysis,
    index: int,
    group: MentionGroup,
    metric: Metric,
    label: RoledNumber,
    values: Sequence[RoledNumber],
    nth: int,
) -> Period | None:
    """The period of the `nth` of some values in a sentence (by its index)."""
    return (
        _listed(analysis, index, group, values, nth)
        or analysis.calendar.at(label.start, index)
        or _of_state(analysis, index, metric, label.start)
    )


def _listed(
    analysis: TextAnalysis,
    index: int,
    group: MentionGroup,
    values: Sequence[RoledNumber],
    nth: int,
) -> Period | None:
    """1月、12月PM2.5浓度分别高达78、69 has one for each.

    The times stand before the metric, or between it and its values.
    """
    text, count = analysis.text, len(values)
    start = analysis.sentences[index].start
    near = max(start, group.start - count * _TIME_CHARACTERS)
    for begin, end in ((near, group.start), (group.end, values[0].start)):
        named = analysis.times.within(begin, end) if count > 1 else ()
        times = [one for time in named for one in listed_times(text, time, count)]
        between = text[times[-1].end : end] if times else ""
        # Of a list of places the values may be theirs as well.
        if len(times) == count and not any(sign in between for sign in "、和;"):
            return analysis.calendar.resolved(times[nth])
    return None


def _of_state(analysis: TextAnalysis, index: int, metric: Metric, offset: int) -> Period | None:
    """All years of a report of several, for a state without a time of its own: 森林覆盖率34.7%.

    A time behind the last semicolon, or at the head of a sentence of its item, may be the state's.
    """
    calendar, sentence = analysis.calendar, analysis.sentences[index]
    if metric.scope not in _STATES or not calendar.is_of_several_years:
        return None
    begin = max(sentence.start, analysis.text.rfind(";", sentence.start, offset) + 1)
    if calendar.named(begin, offset) is not None:
        return None
    for earlier in analysis.sentences[index::-1]:
        if earlier.block != sentence.block:
            break
        times = analysis.times.within(earlier.start, min(earlier.end, offset))
        if times and times[0].start == earlier.start and not times[0].compared:
            return None
    return calendar.period
