"""A comparison as it stands now: of each bureau its latest reports, and what they report."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from builder.model import Document
from builder.model.comparison import (
    Comparison,
    Dossier,
    MetricComparison,
    MetricValue,
    Plan,
    ProblemMatch,
    TallyStatus,
)
from builder.vocabulary.words import Words


class Current:
    """What page 1 speaks of: an older report of a bureau tells what is over."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def reports(self) -> tuple[Dossier, ...]:
        """The latest report of each bureau, of every kind of text that it has."""
        ends: dict[tuple[str, Document], date] = {}
        for report in self.comparison.reports:
            kind = report.identity, report.line.document
            ends[kind] = max(_end(report), ends.get(kind, date.min))
        return tuple(
            report
            for report in self.comparison.reports
            if ends[report.identity, report.line.document] == _end(report)
        )

    @cached_property
    def _periods(self) -> dict[str, date]:
        return {
            report.line.report: report.line.period.start if report.line.period else date.min
            for report in self.reports
        }

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of the reports."""
        return frozenset(report.line.report for report in self.reports)

    def values(self, item: MetricComparison) -> tuple[MetricValue, ...]:
        """The values of these reports, without bases of earlier times (由36降至32)."""
        return tuple(value for value in item.values if self._is_reported(value))

    def is_whole(self, values: Iterable[MetricValue]) -> bool:
        """Whether all values are of these reports and of their time."""
        return all(map(self._is_reported, values))

    def is_of_most_time(self, value: MetricValue) -> bool:
        """Whether a value is of half of its report's time or more, and not of one month."""
        lines = (report.line for report in self.reports)
        return any(
            line.report == value.fact.report and line.is_mostly(value.fact.period) for line in lines
        )

    def speaks_of(self, words: Words) -> bool:
        """Whether a report has one of the words."""
        sources = (report.extraction.outline.source for report in self.reports)
        return any(words.within(source.plain) for source in sources)

    @property
    def tallies(self) -> tuple[TallyStatus, ...]:
        """The sets of items of these reports, by report and in text order."""
        order = {report.line.report: report.number for report in self.reports}
        own = [status for status in self.comparison.tallies if status.fact.report in order]
        return tuple(sorted(own, key=lambda s: (order[s.fact.report], s.fact.start)))

    @property
    def problems(self) -> tuple[ProblemMatch, ...]:
        """The problems that these reports name."""
        return tuple(m for m in self.comparison.problems if m.fact.report in self.names)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of these reports, those with promises."""
        return tuple(
            plan for plan in self.comparison.plans if plan.commitments and plan.report in self.names
        )

    def _is_reported(self, value: MetricValue) -> bool:
        period, start = value.fact.period, self._periods.get(value.fact.report)
        return start is not None and (period is None or period.end >= start)


def one_each(values: Iterable[MetricValue]) -> tuple[MetricValue, ...]:
    """One value a report: that of its whole area, else the first."""
    found: dict[str, MetricValue] = {}
    for value in sorted(values, key=lambda value: not value.key.scope.whole):
        found.setdefault(value.fact.report, value)
    return tuple(found.values())


def of_reports(values: Iterable[MetricValue]) -> tuple[str, ...]:
    """The reports of values, each once."""
    return tuple(dict.fromkeys(value.fact.report for value in values))


def _end(report: Dossier) -> date:
    return report.line.period.end if report.line.period else date.min
