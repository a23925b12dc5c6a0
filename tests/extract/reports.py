"""Short reports for tests of the rules: one sentence in the results of 2024."""

from __future__ import annotations

from builder.extract.extracted import Extracted
from builder.extract.indicators import indicators
from builder.extract.quantities import quantities
from builder.extract.tallies import tallies
from builder.model import Indicator, Outline, Quantity
from builder.outline import outline
from builder.read import source_from_text
from builder.text.analysis import TextAnalysis, text_analysis
from tests.periods import period as to_period

Numbers = tuple[str | None, str | None, str | None, str | None]
HEAD = "某市生态环境局2024年工作总结\n一、工作开展情况\n"
PLAN = "二、2025年工作计划\n"


def outlined(text: str) -> Outline:
    """The outline of a whole text."""
    return outline(source_from_text("report", "report.txt", text))


def read(sentence: str, *, period: str | None = "2024", head: str = HEAD) -> TextAnalysis:
    """A sentence among the results of a report."""
    return text_analysis(outlined(f"{head}{sentence}\n")).dated(to_period(period))


def measured(
    sentence: str, *, period: str | None = "2024", head: str = HEAD
) -> Extracted[Indicator]:
    """The indicators of a sentence."""
    return indicators(read(sentence, period=period, head=head))


def counted(sentence: str) -> tuple[Quantity, ...]:
    """The quantities of a sentence."""
    found = read(sentence)
    return quantities(found, indicators(found).taken).facts


def told(sentence: str) -> list[Numbers]:
    """Total, done, pending and rate of a sentence's tallies."""
    return [
        tuple(None if one is None else str(one) for one in (t.total, t.done, t.pending, t.rate))  # type: ignore[misc]
        for t in tallies(read(sentence), None).facts
    ]
