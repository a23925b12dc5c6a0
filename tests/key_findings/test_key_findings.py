"""What the rules find, as data."""

from __future__ import annotations

from typing import TypeVar

from builder.compare import compare
from builder.config import Config
from builder.key_findings import key_findings
from builder.model import Extraction, FlagType, Theme
from builder.model.comparison import (
    CheckablePromises,
    Completion,
    CompletionTopic,
    DoubtfulReports,
    GroupFinding,
    GroupOrder,
    KeyFinding,
    LimitMet,
    LimitMissed,
    MissingValues,
    PartialPeriods,
    SharedProblems,
    UnansweredProblems,
    WithoutProblems,
    Worsened,
)
from tests.smallreports import extraction, gold_comparison, indicator, second, tally

ALL = 100
Kind = TypeVar("Kind", bound=KeyFinding)
GANZHOU, QIANJIANG, YUEYANG = "ganzhou-2024", "qianjiang-2024", "yueyang-county-2024"
DISTRICT, HENGNAN = "district-2024q1", "hengnan-2023"


def found(kind: type[Kind], *extractions: Extraction) -> list[Kind]:
    """Findings of a kind in these reports; in the seeds where none is given."""
    comparison = compare(extractions, (), Config()) if extractions else gold_comparison()
    return [item for item in key_findings(comparison, ALL) if isinstance(item, kind)]


def test_weightiest_first_and_no_more_than_asked() -> None:
    weights = [finding.weight for finding in key_findings(gold_comparison(), ALL)]
    assert weights == sorted(weights, reverse=True)
    assert [finding.weight for finding in key_findings(gold_comparison(), 3)] == weights[:3]


def test_order_of_a_group_and_who_stands_apart() -> None:
    first = next(finding for finding in found(GroupFinding) if finding.metric == "air.pm25")
    assert (first.order, first.better) == (GroupOrder.RANKED, "lower")
    assert first.reports == (QIANJIANG, YUEYANG)
    assert first.left_out == (GANZHOU, DISTRICT)


def test_equal_values_and_open_orders_weigh_less() -> None:
    orders = {finding.metric: (finding.order, finding.weight) for finding in found(GroupFinding)}
    assert orders["water.drinking_compliance"] == (GroupOrder.EQUAL, 30)
    assert orders["soil.farmland_safe_use"] == (GroupOrder.OPEN, 20)


def test_limits() -> None:
    (met,) = [finding for finding in found(LimitMet) if finding.metric == "air.pm25"]
    assert {str(value.fact.value) for value in met.values} == {"22", "18.1", "31", "32.86"}
    missed = found(LimitMissed, extraction("a", indicator("41")), second(indicator("30")))
    assert [(item.judged, [str(v.fact.value) for v in item.values]) for item in missed] == [
        (2, ["41"])
    ]
    assert missed[0].weight > met.weight


def test_values_of_the_years_before_lead_nothing() -> None:

    first = extraction("a", indicator("41", period="2023"), indicator("33"))
    other = second(indicator("42", period="2023"), indicator("30"))
    assert found(LimitMissed, first, other) == []
    (met,) = found(LimitMet, first, other)
    assert [str(value.fact.value) for value in met.values] == ["33", "30"]
    groups = found(GroupFinding, first, other)
    weights = {str(group.group.values[0].fact.period): group.weight for group in groups}
    assert weights["2023"] < weights["2024"]


def test_worse_than_before() -> None:
    (finding,) = found(Worsened)
    assert all(value.fact.change and value.fact.change.better is False for value in finding.values)


def test_completion_of_inspections_is_computed_where_some_are_left() -> None:
    inspected = next(f for f in found(Completion) if f.topic is CompletionTopic.INSPECTIONS)
    assert inspected.computed
    assert all(status.fact.done != status.fact.total for status in inspected.left)
    assert all(status.fact.done == status.fact.total for status in inspected.done)
    (done,) = found(Completion, extraction("a", tally("13", "13")))
    assert (done.left, done.computed) == ((), False)


def test_problems_and_promises() -> None:
    (unanswered,) = found(UnansweredProblems)
    assert len(unanswered.problems) == 3
    assert set(unanswered.idle) <= set(unanswered.problems)
    (shared,) = found(SharedProblems)
    assert all(len({fact.report for fact in theme.problems}) > 1 for theme in shared.themes)
    assert Theme.AIR in {theme.theme for theme in shared.themes}
    (checkable,) = found(CheckablePromises)
    assert checkable.total == sum(len(plan.commitments) for plan in checkable.plans)
    assert 0 < checkable.checkable < checkable.total


def test_doubts_with_their_counts() -> None:
    (finding,) = found(DoubtfulReports)
    (report,) = finding.doubtful
    assert report.report == DISTRICT
    assert [(doubt.kind, doubt.count) for doubt in report.doubts] == [
        (FlagType.UNOFFICIAL_SOURCE, 1),
        (FlagType.NO_BUREAU, 1),
        (FlagType.PLACEHOLDER, 22),
        (FlagType.TRUNCATED, 1),
        (FlagType.IMPLAUSIBLE, 1),
    ]


def test_material_that_is_missing() -> None:
    (without,) = found(WithoutProblems)
    assert GANZHOU in without.reports
    (partial,) = found(PartialPeriods)
    assert set(partial.reports) == {DISTRICT, HENGNAN}
    assert [(item.metric, item.reports) for item in found(MissingValues)] == [
        ("air.pm25", (HENGNAN,))
    ]


def test_nothing_to_say_but_that_problems_are_missing() -> None:
    comparison = compare([extraction("a")], (), Config())
    assert [finding.code for finding in key_findings(comparison, ALL)] == ["no_problems"]
