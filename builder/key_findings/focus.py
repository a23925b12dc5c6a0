"""Our own bureau: which report it is, and one conclusion on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.key_findings.current import Current
from builder.key_findings.values import group_orders
from builder.model.comparison import Dossier, GroupOrder, KeyFinding, OwnPlace, OwnWork
from builder.vocabulary.environment.metrics import metric_of

_OWN = 88


def own_names(reports: tuple[Dossier, ...]) -> Mapping[str, Dossier]:
    """What a report may be called in `focus`: its bureau, its place, itself or its file.

    Where several reports share a name, it is the latest one's.
    """
    found: dict[str, Dossier] = {}
    for report in sorted(reports, key=_latest_first):
        line = report.line
        file = report.extraction.outline.source.file
        for name in (line.report, file, report.name.place, line.bureau or ""):
            found.setdefault(name, report)
    found.pop("", None)
    return found


def own_findings(current: Current, focus: str) -> Iterator[KeyFinding]:
    """Where the report `focus` stands in its most telling group, else its problems and promises."""
    orders = [order for order in group_orders(current) if focus in order.reports]
    told = [order for order in orders if _may_tell(order, focus)]
    if told:
        order = max(told, key=lambda order: metric_of(order.metric).weight)
        value = next(value for value in order.values if value.fact.report == focus)
        yield OwnPlace(
            weight=_OWN,
            reports=(focus,),
            metric=order.metric,
            value=value,
            better=order.better,
            group=order.group,
        )
        return
    problems = tuple(match for match in current.comparison.problems if match.fact.report == focus)
    plan = next((plan for plan in current.comparison.plans if plan.report == focus), None)
    yield OwnWork(weight=_OWN, reports=(focus,), problems=problems, plan=plan)


def _may_tell(order: GroupOrder, focus: str) -> bool:
    """Whether its place says what it seems to: no value that stands apart lies beyond it."""
    first, last = order.values[0].fact.report, order.values[-1].fact.report
    if order.equal:
        return False
    return (focus != first or order.first) and (focus != last or order.last)


def _latest_first(report: Dossier) -> tuple[int, int]:
    period = report.line.period
    return (-period.end.toordinal() if period else 0, report.number)
