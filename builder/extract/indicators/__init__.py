"""Measured values of the known metrics, with scope, period, change and rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from builder.extract.indicators.binding import Bound, bound
from builder.extract.indicators.result_tables import table_indicators
from builder.extract.indicators.water_classes import water_classes
from builder.model import Indicator, Role
from builder.text.metric_mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.extract.indicators.drafts import Draft
    from builder.text.analysis import Reading
    from builder.text.sentences import Passage


class Measured(NamedTuple):
    """The indicators, and starts of numbers in the compact text: theirs, those of targets, and
    those that are not sure to be theirs.
    """

    facts: tuple[Indicator, ...]
    numbers: frozenset[int]
    targets: frozenset[int]
    doubted: frozenset[int]


def indicators(reading: Reading) -> Measured:
    """The indicators of a report, in text order; a plan gives none."""
    named = mentions(reading.text, reading.numbers)
    found: list[Indicator] = [*table_indicators(reading)]
    held: set[int] = set()
    aimed: set[int] = set()
    doubted: set[int] = set()
    at = 0
    for index, passage in enumerate(reading.passages):
        while at < len(named) and named[at].start < passage.start:
            at += 1
        first = at
        while at < len(named) and named[at].start < passage.end:
            at += 1
        if passage.role is Role.PLAN:
            continue
        here = named[first:at]
        drafts, targets, unsure = bound(reading, index, here) if here else Bound([], [], [])
        aimed.update(targets)
        doubted.update(unsure)
        if passage.role is not Role.PROBLEMS:
            drafts += water_classes(reading, index, here)
        found += [_indicator(reading, passage, draft) for draft in drafts]
        held.update(number for draft in drafts for number in _held(reading, passage, draft))
    found.sort(key=lambda fact: (fact.start, fact.end))
    return Measured(tuple(found), frozenset(held), frozenset(aimed), frozenset(doubted - held))


def _held(reading: Reading, passage: Passage, draft: Draft) -> Iterator[int]:
    """Starts of the numbers of an indicator: its own, those it quotes, those in its scope."""
    yield from draft.numbers
    yield from (number.start for number in reading.numbers.within(draft.start, draft.end))
    if draft.scope is not None:
        at = reading.text.rfind(draft.scope, passage.start, draft.end)
        stop = at + len(draft.scope) if at >= 0 else at
        yield from (number.start for number in reading.numbers.within(at, stop))


def _indicator(reading: Reading, passage: Passage, draft: Draft) -> Indicator:
    start, end, quote = reading.quote(draft.start, draft.end)
    return Indicator(
        report=reading.outline.source.report,
        start=start,
        end=end,
        quote=quote,
        themes=(draft.metric.theme,),
        headings=passage.headings,
        rule=f"indicator.{draft.rule}",
        metric=draft.metric.id,
        value=draft.value,
        unit=draft.unit,
        qualifier=draft.qualifier,
        scope=draft.scope,
        period=draft.period,
        change=draft.change,
        rank=draft.rank,
    )
