"""Themes of a government's work report, most of which is about other things than the environment.

中小微企业经营困难 is no 执法监管, 民生事业还有短板 no 体制机制: without a word of the environment
they are of 统筹与责任, as is all that no theme fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.model import AnyFact, Document, Indicator, ReportLine, Theme
from builder.vocabulary.environment.government import government_words
from builder.vocabulary.words import Words

# What a government says of its own staff is as true of environment offices.
_GENERAL = (Theme.GOVERNANCE,)
_OF_ANYBODY = frozenset({Theme.TEAM, Theme.PARTY, Theme.GOVERNANCE})


def themed(facts: Sequence[AnyFact], report: ReportLine, plain: str) -> tuple[AnyFact, ...]:
    """The facts with `governance` for themes that their words and heading do not bear out."""
    marks = government_words().marks
    if report.document is not Document.GOVERNMENT_REPORT:
        return tuple(facts)
    return tuple(_themed(fact, plain, marks) for fact in facts)


def _themed(fact: AnyFact, plain: str, marks: Words) -> AnyFact:
    if isinstance(fact, Indicator) or _OF_ANYBODY.issuperset(fact.themes):
        return fact
    told = " ".join((plain[fact.start : fact.end], *fact.headings[-1:]))
    return fact if marks.within(told) else replace(fact, themes=_GENERAL)
