"""The headline under the head of page 1, where the office gives none: what is set side by side."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.comparison import Comparison
from builder.wording.numbers import counted
from builder.wording.wording import Wording

_TOLD = 2


def headline(comparison: Comparison, language: Wording) -> str:
    """五家单位整改进展和下一年承诺对比; 潜江市整改进展和下一年承诺 where there is one report."""
    subjects = list(_subjects(comparison, language))[:_TOLD] or [language("主要工作")]
    told = language("和").join(map(language.inside, subjects))
    bureaus = {report.identity for report in comparison.reports}
    if len(bureaus) > 1:
        count = counted(len(bureaus), language)
        return language.sentence(
            language("{count}家单位{subjects}对比", count=count, subjects=told)
        )
    if not comparison.reports:
        return ""
    place = language.place(comparison.reports[0].line.report)
    if len(comparison.reports) > 1:
        return language("{bureau}各年{subjects}对比", bureau=place, subjects=told)
    return language("{bureau}{subjects}", bureau=place, subjects=told)


def _subjects(comparison: Comparison, language: Wording) -> Iterator[str]:
    """What the reports tell, the most decisive first."""
    if comparison.tallies:
        yield language("整改进展")
    if any(plan.commitments for plan in comparison.plans):
        yield language.promises
    if comparison.metrics:
        yield language("环境质量")
    if comparison.problems:
        yield language("存在问题")
