"""Rules on rectification: what was raised, what is done, rates that do not follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model import Tally, TallySource
from builder.model.comparison import (
    Comparison,
    Completion,
    CompletionTopic,
    KeyFinding,
    RatesDiffer,
    SilentTallies,
    TallyNote,
    TallyState,
    TallyStatus,
)

_INSPECTIONS = (
    TallySource.CENTRAL_INSPECTION,
    TallySource.PROVINCIAL_INSPECTION,
    TallySource.MIXED_INSPECTION,
)
_OUTFALLS = (TallySource.OUTFALL,)
_DIFFERS, _INSPECTED, _OUTFALL, _SILENT = 97, 90, 65, 48


def differing_rates(comparison: Comparison) -> Iterator[KeyFinding]:
    """Printed rates that do not follow from the printed numbers."""
    # Where they differ it matters little how sure the reading is: a reader has to look.
    found = [status for status in comparison.tallies if TallyNote.RATE_DIFFERS in status.notes]
    if found:
        yield RatesDiffer(weight=_DIFFERS, reports=_reports(found), tallies=tuple(found))


def inspections(comparison: Comparison) -> Iterator[KeyFinding]:
    """What inspectors raised: how many sets are done, and the rates of those that are not."""
    yield from _completion(comparison, CompletionTopic.INSPECTIONS, _INSPECTIONS, _INSPECTED)


def outfalls(comparison: Comparison) -> Iterator[KeyFinding]:
    """The same for outfalls."""
    yield from _completion(comparison, CompletionTopic.OUTFALLS, _OUTFALLS, _OUTFALL)


def silent(comparison: Comparison) -> Iterator[KeyFinding]:
    """Inspectors' items of which a report prints the number, but not how many are done."""
    found = [
        status
        for status in _of_sources(comparison, _INSPECTIONS)
        if status.fact.total is not None and status.fact.done is None and status.fact.rate is None
    ]
    if found:
        yield SilentTallies(weight=_SILENT, reports=_reports(found), tallies=tuple(found))


def _completion(
    comparison: Comparison, topic: CompletionTopic, sources: Sequence[TallySource], weight: int
) -> Iterator[KeyFinding]:
    rated = [status for status in _of_sources(comparison, sources) if status.rate is not None]
    if rated:
        done = tuple(status for status in rated if status.state is TallyState.COMPLETE)
        yield Completion(
            weight=weight,
            reports=_reports(rated),
            topic=topic,
            left=tuple(status for status in rated if status.state is not TallyState.COMPLETE),
            done=done,
        )


def _of_sources(comparison: Comparison, sources: Sequence[TallySource]) -> list[TallyStatus]:
    """The sets of these sources that are sure, by report and in text order."""
    known = {status.fact: status for status in comparison.tallies}
    return [
        known[fact]
        for report in comparison.reports
        for fact in report.of(Tally)
        if fact.source in sources and fact.is_sure
    ]


def _reports(found: Sequence[TallyStatus]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(status.fact.report for status in found))
