"""Measured values of the known metrics, with scope, period, change and rank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.extract.extracted import Extracted
from builder.extract.indicators.binding import Bound, bound
from builder.extract.indicators.result_tables import table_indicators
from builder.extract.indicators.water_classes import water_classes
from builder.model import Indicator, Role
from builder.text.metric_mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.extract.indicators.drafts import Draft
    from builder.text.analysis import TextAnalysis
    from builder.text.sentences import TextSentence


def indicators(analysis: TextAnalysis) -> Extracted[Indicator]:
    """The indicators of a report, in text order; a plan gives none."""
    named = mentions(analysis.text, analysis.numbers)
    found: list[Indicator] = [*table_indicators(analysis)]
    held: set[int] = set()
    aimed: set[int] = set()
    doubted: set[int] = set()
    at = 0
    for index, sentence in enumerate(analysis.sentences):
        while at < len(named) and named[at].start < sentence.start:
            at += 1
        first = at
        while at < len(named) and named[at].start < sentence.end:
            at += 1
        if sentence.role is Role.PLAN:
            continue
        here = named[first:at]
        drafts, targets, unsure = bound(analysis, index, here) if here else Bound([], [], [])
        aimed.update(targets)
        doubted.update(unsure)
        if sentence.role is not Role.PROBLEMS:
            drafts += water_classes(analysis, index, here)
        found += [_indicator(analysis, sentence, draft) for draft in drafts]
        held.update(number for draft in drafts for number in _held(analysis, sentence, draft))
    found.sort(key=lambda fact: (fact.start, fact.end))
    return Extracted(
        facts=tuple(found),
        used=frozenset(held),
        targets=frozenset(aimed - held),
        doubted=frozenset(doubted - held - aimed),
    )


def _held(analysis: TextAnalysis, sentence: TextSentence, draft: Draft) -> Iterator[int]:
    """Starts of the numbers of an indicator: its own, those it quotes, those in its scope."""
    yield from draft.numbers
    yield from (number.start for number in analysis.numbers.within(draft.start, draft.end))
    if draft.scope is not None:
        at = analysis.text.rfind(draft.scope, sentence.start, draft.end)
        stop = at + len(draft.scope) if at >= 0 else at
        yield from (number.start for number in analysis.numbers.within(at, stop))


def _indicator(analysis: TextAnalysis, sentence: TextSentence, draft: Draft) -> Indicator:
    start, end, quote = analysis.quote(draft.start, draft.end)
    return Indicator(
        report=analysis.outline.source.report,
        start=start,
        end=end,
        quote=quote,
        themes=(draft.metric.theme,),
        headings=sentence.headings,
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
