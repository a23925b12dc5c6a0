"""Rules on problems against measures and promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.key_findings.current import Current
from builder.model import Followed, every_theme
from builder.model.comparison import (
    CheckablePromises,
    KeptPromises,
    KeyFinding,
    NamedProblems,
    ProblemMatch,
    SharedProblems,
)

_UNANSWERED, _KEPT, _CHECKABLE, _SHARED, _GENERAL, _ANSWERED = 90, 84, 66, 48, 44, 40
_SILENT = 20


def named_problems(current: Current) -> Iterator[KeyFinding]:
    """How the plans answer the problems that their reports name."""
    every = tuple(match for match in current.problems if match.planned)
    planned = tuple(match for match in every if match.is_sure)
    if not planned:
        return
    found = NamedProblems(
        weight=0,
        reports=_reports(planned),
        problems=planned,
        unplanned=len(_reports(m for m in current.problems if m.is_sure and not m.planned)),
        doubtful=len(every) - len(planned),
    )
    yield replace(found, weight=_weight(found))


def shared_problems(current: Current) -> Iterator[KeyFinding]:
    """Main themes of problems that two or more bureaus name."""
    of = {report.line.report: report.identity for report in current.reports}
    for theme in every_theme():
        problems = tuple(
            m for m in current.problems if m.fact.themes[:1] == (theme,) and m.fact.is_sure
        )
        bureaus = {of[match.fact.report] for match in problems}
        if len(bureaus) > 1:
            yield SharedProblems(
                weight=_SHARED + min(len(bureaus), 9) - 2,
                reports=_reports(problems),
                theme=theme,
                problems=problems,
            )


def checkable_promises(current: Current) -> Iterator[KeyFinding]:
    """The share of promises that can be checked, by bureau."""
    plans = tuple(plan for plan in current.plans if plan.sure)
    if plans:
        yield CheckablePromises(
            weight=_CHECKABLE,
            reports=tuple(plan.report for plan in plans),
            plans=plans,
            all_plan=len(plans) == len(current.reports),
        )


def kept_promises(current: Current) -> Iterator[KeyFinding]:
    """What the latest reports tell of the checkable promises of the year before."""
    followed = current.comparison.followups
    promising = {one.promise.fact.report for one in followed}
    if promising:
        told = any(one.followed is not Followed.UNMENTIONED for one in followed)
        yield KeptPromises(
            weight=_KEPT if told else _SILENT,
            reports=tuple(
                report.line.report
                for report in current.comparison.reports
                if report.line.report in promising
            ),
            promises=followed,
        )


def _weight(found: NamedProblems) -> int:
    if found.unanswered:
        return _UNANSWERED
    return _GENERAL if found.general else _ANSWERED


def _reports(problems: Iterable[ProblemMatch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.fact.report for match in problems))
