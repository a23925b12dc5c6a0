"""Stage 3, `extract`: a report's facts, by rules; the name of its rule stays with every fact.

Built upwards: `compact` (text without layout), `dates` and `numbers` (one pass), `passages`
(sentences), `reading` (all of these), then each kind of fact, and `coverage` over all of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.extract.commitments import commitments
from builder.extract.coverage import coverage, used_numbers
from builder.extract.indicators import indicators
from builder.extract.links import links
from builder.extract.problems import problems
from builder.extract.quantities import quantities
from builder.extract.rectifications import rectifications
from builder.extract.report import report_line
from builder.extract.tallies import tallies
from builder.model import Extraction, Role
from builder.text.analysis import reading
from builder.text.areas import areas
from builder.text.clocked import Clocked
from builder.text.numbers.number import placed

if TYPE_CHECKING:
    from builder.model import Fact, Outline
    from builder.text.analysis import Reading
    from builder.text.numbers.number import Number

__all__ = ["extract"]


def extract(outline: Outline) -> Extraction:
    """All facts of a report in text order, its links and its coverage."""
    report = report_line(outline)
    read = reading(outline, report.period, areas(report, outline.source.plain))
    measured = indicators(read)
    counted = tallies(read, report.period)
    used = measured.numbers | measured.targets | measured.doubted | used_numbers(read, counted)
    named = problems(outline)
    promised = commitments(outline, _planned(read))
    facts: list[Fact] = [
        *measured.facts,
        *counted,
        *quantities(read, used),
        *rectifications(outline, read.compact, counted),
        *named,
        *promised,
    ]
    return Extraction(
        outline=outline,
        report=report,
        facts=tuple(sorted(facts, key=lambda fact: (fact.start, fact.end))),
        links=links(outline, named, promised),
        coverage=coverage(read, measured, facts),
        clocked=Clocked(read.compact, tuple(read.times)),
    )


def _planned(read: Reading) -> tuple[Number, ...]:
    """The numbers of the plan at their places in the source."""
    plan = (passage for passage in read.passages if passage.role is Role.PLAN)
    return tuple(
        placed(number, read.compact)
        for passage in plan
        for number in read.numbers.within(passage.start, passage.end)
    )
