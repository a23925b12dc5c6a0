"""Rules on what is missing or doubtful in the material."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.model import Document, FlagType, Indicator, Problem, SourceKind
from builder.model.comparison import (
    Caution,
    Comparison,
    Dossier,
    DoubtfulReport,
    DoubtfulReports,
    KeyFinding,
    MissingValues,
    PartialPeriod,
    PartialPeriods,
    WithoutProblems,
)
from builder.vocabulary.environment.metrics import metric_of

_DOUBTFUL, _NO_PROBLEMS, _PARTIAL, _MISSING = 82, 72, 68, 50
# What makes a report doubtful, and what is said of one that is.
_GRAVE = (FlagType.UNOFFICIAL_SOURCE, FlagType.NO_BUREAU, FlagType.PLACEHOLDER)
_DOUBTS = (*_GRAVE, FlagType.TRUNCATED, FlagType.IMPLAUSIBLE)


def doubtful_reports(comparison: Comparison) -> Iterator[KeyFinding]:
    """Reports of unofficial pages, without a bureau, or with masked names and numbers."""
    found = [
        DoubtfulReport(report=report.line.report, doubts=doubts)
        for report in comparison.reports
        if (doubts := _doubts(report))
    ]
    if found:
        reports = tuple(doubtful.report for doubtful in found)
        yield DoubtfulReports(weight=_DOUBTFUL, reports=reports, doubtful=tuple(found))


def without_problems(comparison: Comparison) -> Iterator[KeyFinding]:
    """Reports that name no problem of their own, or only outside a section for it."""
    own = (one for one in comparison.reports if one.line.document is Document.WORK_REPORT)
    found = [report for report in own if _lacks_problems(report)]
    if found:
        yield WithoutProblems(
            weight=_NO_PROBLEMS,
            reports=tuple(report.line.report for report in found),
            problems=tuple(problem for report in found for problem in report.of(Problem)),
        )


def partial_periods(comparison: Comparison) -> Iterator[KeyFinding]:
    """Values of the leading metrics that do not cover a whole year."""
    periods = tuple(found for report in comparison.reports for found in _partial_periods(report))
    if periods:
        reports = tuple(dict.fromkeys(found.report for found in periods))
        yield PartialPeriods(weight=_PARTIAL, reports=reports, periods=periods)


def missing_values(comparison: Comparison) -> Iterator[KeyFinding]:
    """Leading metrics that some bureaus do not give though others do."""
    for item in comparison.metrics:
        if metric_of(item.metric).expected and item.missing:
            yield MissingValues(weight=_MISSING, reports=item.missing, metric=item.metric)


def _doubts(report: Dossier) -> tuple[Caution, ...]:
    found = Counter(finding.code for finding in report.extraction.findings)
    unofficial = report.line.source_kind is SourceKind.TEMPLATE_SITE
    found[FlagType.UNOFFICIAL_SOURCE] = int(unofficial)
    if not any(found[kind] for kind in _GRAVE):
        return ()
    return tuple(Caution(kind=kind, count=found[kind]) for kind in _DOUBTS if found[kind])


def _lacks_problems(report: Dossier) -> bool:
    codes = {finding.code for finding in report.extraction.findings}
    return not report.of(Problem) or FlagType.MISSING_SECTION in codes


def _partial_periods(report: Dossier) -> Iterator[PartialPeriod]:
    by_period: dict[object, list[Indicator]] = {}
    for fact in report.of(Indicator):
        if metric_of(fact.metric).expected and _is_partial(fact, report):
            by_period.setdefault(fact.period, []).append(fact)
    for facts in by_period.values():
        yield PartialPeriod(report=report.line.report, facts=tuple(facts))


def _is_partial(fact: Indicator, report: Dossier) -> bool:
    """Whether a value of the reported time covers less than a year; an earlier base is none."""
    period, reported = fact.period, report.line.period
    if period is None or period.whole_year:
        return False
    return reported is None or period.end >= reported.start
