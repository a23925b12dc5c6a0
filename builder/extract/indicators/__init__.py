"""Measured values of the known metrics, with scope, period, change and rank."""

from __future__ import annotations

from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from builder.extract.extracted import Extracted
from builder.extract.indicators.binding import binding
from builder.extract.indicators.drafts import with_own_basis
from builder.extract.indicators.result_tables import table_indicators
from builder.extract.indicators.water_classes import water_classes
from builder.model import Indicator, Role
from builder.text.metric_mentions import mentions
from builder.text.numbers.number import NumberKind
from builder.text.sorted_spans import SortedSpans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.extract.indicators.drafts import Draft
    from builder.text.analysis import TextAnalysis
    from builder.text.sentences import TextSentence

# To look up a member of an enumeration takes as long as a search.
_CLASS = NumberKind.CLASS
_PLAN, _PROBLEMS = Role.PLAN, Role.PROBLEMS

# How many sentences back the values may stand that a rank is said of.
MAX_SENTENCES_BACK = 3


def indicators(analysis: TextAnalysis) -> Extracted[Indicator]:
    """The indicators of a report, in text order; a plan gives none."""
    named = SortedSpans(mentions(analysis.text, analysis.numbers))
    classes = SortedSpans([one for one in analysis.numbers if one.kind is _CLASS])
    tabled = table_indicators(analysis)
    found = [*tabled.facts]
    measured: dict[int, list[Draft]] = {}
    told: list[tuple[TextSentence, list[Draft]]] = []
    targets = {*tabled.targets}
    doubted: set[int] = set()
    for index, sentence in enumerate(analysis.sentences):
        if sentence.role is _PLAN:
            continue
        inside = named.within(sentence.start, sentence.end)
        earlier = _ranked_earlier(analysis, index, measured)
        if inside or earlier:
            bound = binding(analysis, index, inside, earlier)
            measured[index] = bound.drafts
            told.append((sentence, bound.drafts))
            targets.update(bound.targets)
            doubted.update(bound.doubted)
        of_sentence = classes.within(sentence.start, sentence.end)
        told.append((sentence, water_classes(analysis, index, of_sentence, inside)))
    used = {*tabled.used}
    # A rank may stand in a later sentence than its value.
    for sentence, drafts in told:
        found += [_indicator(analysis, sentence, draft) for draft in drafts]
        used.update(number for draft in drafts for number in _numbers(analysis, sentence, draft))
    found.sort(key=attrgetter("start", "end"))
    return Extracted(
        facts=tuple(found),
        used=frozenset(used),
        targets=frozenset(targets - used),
        doubted=frozenset(doubted - used - targets),
    )


def _ranked_earlier(
    analysis: TextAnalysis, index: int, drafts: dict[int, list[Draft]]
) -> list[list[Draft]]:
    """The drafts of the sentences before one that has ranks, in its item, the nearest first."""
    sentence = analysis.sentences[index]
    if not analysis.ranks.within(sentence.start, sentence.end):
        return []
    first = max(-1, index - MAX_SENTENCES_BACK - 1)
    before = takewhile(
        lambda at: analysis.sentences[at].block == sentence.block, range(index - 1, first, -1)
    )
    return [drafts.get(at, []) for at in before]


def _numbers(analysis: TextAnalysis, sentence: TextSentence, draft: Draft) -> Iterator[int]:
    """Starts of the numbers of an indicator: its own, those it quotes, those in its scope."""
    yield from draft.numbers
    yield from (number.start for number in analysis.numbers.within(draft.start, draft.end))
    if draft.scope is not None:
        start = analysis.text.rfind(draft.scope, sentence.start, draft.end)
        if start >= 0:
            end = start + len(draft.scope)
            yield from (number.start for number in analysis.numbers.within(start, end))


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
        change=with_own_basis(draft.change, draft.period),
        rank=draft.rank,
    )
