"""Rules on problems against measures and promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model import Problem, Strength, Theme
from builder.model.comparison import (
    CheckablePromises,
    Comparison,
    GeneralAnswers,
    KeptPromises,
    KeyFinding,
    ProblemMatch,
    SharedProblems,
    SharedTheme,
    UnansweredProblems,
)

_UNANSWERED, _KEPT, _CHECKABLE, _SHARED, _GENERAL = 88, 87, 85, 75, 45


def shared_problems(comparison: Comparison) -> Iterator[KeyFinding]:
    """Themes in which two or more bureaus name a problem."""
    bureaus = {report.line.report: report.identity for report in comparison.reports}
    themes = [
        SharedTheme(theme=theme, problems=problems)
        for theme in Theme
        for problems in (_of_theme(theme, comparison),)
        if len({bureaus[problem.report] for problem in problems}) > 1
    ]
    if themes:
        yield SharedProblems(
            weight=_SHARED,
            reports=_reports([fact for shared in themes for fact in shared.problems]),
            themes=tuple(sorted(themes, key=lambda shared: -len(_reports(shared.problems)))),
        )


def unanswered_problems(comparison: Comparison) -> Iterator[KeyFinding]:
    """Problems that no promise of the plan answers, and those of them without a measure."""
    matches = _of_strength(Strength.NONE, comparison)
    problems = tuple(match.fact for match in matches)
    if problems:
        yield UnansweredProblems(
            weight=_UNANSWERED,
            reports=_reports(problems),
            problems=problems,
            idle=tuple(match.fact for match in matches if not match.measures),
        )


def generally_answered(comparison: Comparison) -> Iterator[KeyFinding]:
    """Problems to which the plan has only promises of the same theme."""
    problems = tuple(match.fact for match in _of_strength(Strength.GENERAL, comparison))
    if problems:
        yield GeneralAnswers(weight=_GENERAL, reports=_reports(problems), problems=problems)


def checkable_promises(comparison: Comparison) -> Iterator[KeyFinding]:
    """The share of promises that can be checked, by bureau."""
    plans = tuple(plan for plan in comparison.plans if plan.commitments)
    if plans:
        reports = tuple(plan.report for plan in plans)
        yield CheckablePromises(weight=_CHECKABLE, reports=reports, plans=plans)


def kept_promises(comparison: Comparison) -> Iterator[KeyFinding]:
    """What later reports tell of the checkable promises of earlier ones."""
    promising = {followed.promise.fact.report for followed in comparison.followups}
    reports = (report.line.report for report in comparison.reports)
    if promising:
        yield KeptPromises(
            weight=_KEPT,
            reports=tuple(report for report in reports if report in promising),
            promises=comparison.followups,
        )


def _of_theme(theme: Theme, comparison: Comparison) -> tuple[Problem, ...]:
    return tuple(match.fact for match in comparison.problems if theme in match.fact.themes)


def _of_strength(strength: Strength, comparison: Comparison) -> list[ProblemMatch]:
    """Problems of reports that have a plan, by how the plan answers them."""
    return [match for match in comparison.problems if match.planned and match.strength is strength]


def _reports(problems: Sequence[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(problem.report for problem in problems))
