"""Stage `extract`: a report's facts, by rules; the name of its rule stays with every fact.

Built upwards: `normalized` (text without layout), `dates` and `numbers` (one pass), `sentences`,
`analysis` (all of these), then each kind of fact, and `coverage` over all of them.
"""

from __future__ import annotations

from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from builder.extract.commitments import commitments
from builder.extract.coverage import coverage
from builder.extract.government import themed
from builder.extract.indicators import indicators
from builder.extract.links import links
from builder.extract.places import in_own_offsets
from builder.extract.problems import problems
from builder.extract.quantities import quantities
from builder.extract.rectifications import rectifications
from builder.extract.report import report_line
from builder.extract.report.other_years import spoken_year
from builder.extract.sureness import with_sureness
from builder.extract.tallies import tallies
from builder.model import Coverage, Document, Extraction, Period, Role, SourceKind
from builder.text.analysis import text_analysis
from builder.text.areas import areas
from builder.text.numbers.number import in_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from builder.model import AnyFact, Outline, ReportLine
    from builder.text.analysis import TextAnalysis
    from builder.text.numbers.number import Number

# To look up a member of an enumeration takes as long as a search.
_PLAN = Role.PLAN

__all__ = ["extract"]

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def extract(outline: Outline, stated: Mapping[str, Any] = _NOTHING) -> Extraction:
    """All facts of a report in text order, its links and its coverage; none of a refused text.

    `stated` are fields of its `ReportLine` as a person corrected them: {"period": Period(2024)}.
    """
    if outline.whole is not None:
        whole = _extract(outline.whole.outline, stated)
        return in_own_offsets(whole, outline, outline.whole.offsets)
    return _extract(outline, stated)


def _extract(outline: Outline, stated: Mapping[str, Any]) -> Extraction:
    report = report_line(outline, stated)
    if report.document is Document.REFUSED:
        nothing = Coverage(uses=())
        return Extraction(outline=outline, report=report, facts=(), links=(), coverage=nothing)
    analysis = text_analysis(outline)
    where = areas(report, outline.source.plain)
    analysis = analysis.spoken_in(spoken_year(outline, report))
    analysis = analysis.dated(report.period, where, _page_day(report, analysis))
    measured = indicators(analysis)
    counted = tallies(analysis, report.period)
    others = quantities(analysis, measured.taken | counted.taken)
    settled = rectifications(outline, analysis.normalized, counted.facts)
    named = problems(outline)
    promised = commitments(outline, _planned(analysis), _plan_of(report))
    quoted: list[AnyFact] = [*settled, *named, *promised]
    facts: list[AnyFact] = [*measured.facts, *counted.facts, *others.facts, *quoted]
    facts.sort(key=attrgetter("start", "end"))
    covered = coverage(analysis, (measured, counted, others), quoted)
    return Extraction(
        outline=outline,
        report=report,
        # The links know what a sentence's words are of, though it has no theme of ours.
        facts=themed(with_sureness(facts, analysis, report, covered), report, outline.source.plain),
        links=links(outline, named, promised),
        coverage=covered,
    )


def _page_day(report: ReportLine, analysis: TextAnalysis) -> date | None:
    """The day that tells the year of times without one; none of a text whose years are masked.

    A page of essays is put up long after its text, and a plan speaks of a year to come.
    """
    template = report.source_kind is SourceKind.TEMPLATE_SITE
    if template or report.document is Document.PLAN or any(one.masked for one in analysis.times):
        return None
    return report.day


def _plan_of(report: ReportLine) -> Period | None:
    """What the plan of a report is for: the year after its own where it names none."""
    if report.plan_period or report.period is None:
        return report.plan_period
    return Period.years(report.period.end.year + 1)


def _planned(analysis: TextAnalysis) -> tuple[Number, ...]:
    """The numbers of the plan at their places in the source."""
    plan = (sentence for sentence in analysis.sentences if sentence.role is _PLAN)
    return tuple(
        in_source(number, analysis.normalized)
        for sentence in plan
        for number in analysis.numbers.within(sentence.start, sentence.end)
    )
