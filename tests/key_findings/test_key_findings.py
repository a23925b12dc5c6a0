"""What the rules find, as data: small reports made by hand, each with the trap of its rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest

from builder.key_findings import candidates, chosen
from builder.model import (
    AnyFact,
    Change,
    Direction,
    Extraction,
    Level,
    Qualifier,
    Strength,
    Sureness,
    TallySource,
    Theme,
)
from builder.model.comparison import (
    CheckablePromises,
    GroupOrder,
    Improved,
    ItemsLeft,
    KeyFinding,
    LimitMet,
    LimitMissed,
    NamedProblems,
    OwnPlace,
    OwnWork,
    SharedProblems,
    Stated,
    TopicProgress,
    Worsened,
)
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    indicator,
    problem,
    second,
    tally,
)

Kind = TypeVar("Kind", bound=KeyFinding)
Fact = TypeVar("Fact", bound=AnyFact)
WORSE = Change(value=None, unit=None, direction=Direction.UP, better=False)
BETTER = Change(value=None, unit=None, direction=Direction.DOWN, better=True)


def found(kind: type[Kind], *extractions: Extraction, focus: str = "") -> list[Kind]:
    """Candidates of a kind in these reports; in the seeds where none is given."""
    comparison = compared(*extractions) if extractions else gold_comparison()
    return [item for item in candidates(comparison, focus) if isinstance(item, kind)]


def third(*facts: AnyFact, period: str = "2024") -> Extraction:
    return extraction(
        "bing-2024", *facts, bureau="丙市生态环境局", region=("某省", "丙市"), period=period
    )


def unsure(fact: Fact) -> Fact:
    return replace(fact, sureness=Sureness.UNSURE)


def themed(fact: Fact, *themes: Theme) -> Fact:
    return replace(fact, themes=themes)


# Which are chosen


def test_the_six_of_the_seeds_in_their_order() -> None:
    assert [finding.key for finding in chosen(candidates(gold_comparison()), 6)] == [
        "problems",
        "left:qianjiang-2024:督察",
        "left:hengnan-2023:信访",
        "worse:air.good_days_ratio",
        "within:air.pm25",
        "checkable",
    ]


def test_the_weightiest_come_first() -> None:
    weights = [finding.weight for finding in candidates(gold_comparison())]
    assert weights == sorted(weights, reverse=True)


def test_no_caveat_is_among_them() -> None:
    codes = {finding.code for finding in candidates(gold_comparison())}
    assert codes == {
        "problems",
        "left",
        "worse",
        "within",
        "checkable",
        "shared",
        "better",
        "order",
    }


def test_no_more_than_asked_and_pinned_ones_among_them() -> None:
    found = candidates(gold_comparison())
    assert [f.key for f in chosen(found, 2)] == ["problems", "left:qianjiang-2024:督察"]
    assert [f.key for f in chosen(found, 2, ["checkable"])] == ["problems", "checkable"]


def test_a_metric_is_told_of_once() -> None:
    reports = (extraction("a", indicator("30", change=WORSE)), second(indicator("31")))
    told = chosen(candidates(compared(*reports)), 6)
    assert [finding.key for finding in told] == ["worse:air.pm25"]


def test_a_second_of_a_kind_only_where_little_else_is_told() -> None:
    worse = [
        indicator("50", metric="air.pm10", change=WORSE, start=1),
        indicator("50", metric="air.no2", change=WORSE, start=2),
    ]
    few = chosen(candidates(compared(extraction("a", *worse))), 6)
    assert [finding.key for finding in few] == ["above:air.no2", "worse:air.pm10"]
    left = [tally("10", "5", source=source, start=n) for n, source in enumerate(TallySource)]
    many = chosen(candidates(compared(extraction("a", *worse, *left))), 6)
    assert [finding.kind for finding in many] == [
        "above",
        "left:督察",
        "left:信访",
        "worse",
        "left:排污口",
        "left:专项行动",
    ]


def test_nothing_to_say_is_nothing() -> None:
    assert candidates(compared(extraction("a"))) == ()


# Values


def test_a_limit_that_is_missed_comes_before_one_that_is_met() -> None:
    reports = (extraction("a", indicator("41")), second(indicator("30")))
    (missed,) = found(LimitMissed, *reports)
    assert ([str(v.fact.value) for v in missed.values], missed.judged) == (["41"], 2)
    assert found(LimitMet, *reports) == []
    (met,) = found(LimitMet, extraction("a", indicator("33")), second(indicator("30")))
    assert missed.weight > met.weight


def test_an_unsure_value_above_a_limit_leads_nothing_and_no_other_is_said_to_be_within() -> None:
    reports = (extraction("a", unsure(indicator("41"))), second(indicator("30")))
    assert found(LimitMissed, *reports) == []
    assert found(LimitMet, *reports) == []


def test_limits_are_told_of_what_compares() -> None:
    (met,) = [finding for finding in found(LimitMet) if finding.metric == "air.pm25"]
    assert ([str(value.fact.value) for value in met.values], met.compared) == (
        ["31", "32.86"],
        True,
    )
    (alone,) = found(LimitMet, extraction("a", indicator("30")))
    assert (len(alone.values), alone.compared) == (1, False)


def test_values_of_the_years_before_lead_nothing() -> None:
    first = extraction("a", indicator("41", period="2023"), indicator("33", start=5))
    other = second(indicator("42", period="2023"), indicator("30", start=5))
    assert found(LimitMissed, first, other) == []
    (met,) = found(LimitMet, first, other)
    assert [str(value.fact.value) for value in met.values] == ["33", "30"]
    (order,) = found(GroupOrder, first, other)
    assert [str(value.fact.value) for value in order.values] == ["30", "33"]


def test_what_an_older_report_of_a_bureau_tells_is_over() -> None:
    old = extraction("a-2023", indicator("41", period="2023"), tally("9", "1"), period="2023")
    new = extraction("a-2024", indicator("30"))
    assert found(LimitMissed, old, new) == []
    assert found(ItemsLeft, old, new) == []


def test_what_got_worse_counts_the_others_that_did() -> None:
    (finding,) = found(Worsened)
    assert (finding.reports, finding.others) == (("yueyang-county-2024",), 0)
    facts = [
        indicator("30", change=WORSE),
        unsure(indicator("60", metric="air.pm10", change=WORSE, start=3)),
    ]
    (alone,) = found(Worsened, extraction("a", *facts))
    assert (alone.metric, alone.others, alone.sole) == ("air.pm25", 1, False)


def test_no_change_is_the_only_one_where_a_text_speaks_of_another() -> None:
    fact = indicator("30", change=WORSE)
    (sole,) = found(Worsened, extraction("a", fact))
    (beside,) = found(Worsened, extraction("a", fact, text="河口断面降为Ⅳ类。"))
    assert (sole.sole, beside.sole) == (True, False)


def test_what_got_better_is_no_finding_where_another_got_worse() -> None:
    better, worse = indicator("30", change=BETTER), indicator("31", change=WORSE)
    (told,) = found(Improved, extraction("a", better), second(better))
    assert len(told.values) == 2
    assert found(Improved, extraction("a", better), second(worse)) == []


def test_no_first_or_last_beside_a_value_that_stands_apart_beyond_it() -> None:
    values = (extraction("a", indicator("20")), second(indicator("25")), third(indicator("30")))
    (order,) = found(GroupOrder, *values)
    assert (order.first, order.last) == (True, True)
    lower = extraction(
        "d", indicator("15", scope="中心城区"), bureau="丁市生态环境局", region=("某省", "丁市")
    )
    (order,) = found(GroupOrder, *values, lower)
    assert (order.first, order.last) == (False, True)


def test_a_hedged_or_unsure_value_leaves_no_order() -> None:
    about = indicator("20", qualifier=Qualifier.ABOUT)
    assert found(GroupOrder, extraction("a", about), second(indicator("25"))) == []
    assert found(GroupOrder, extraction("a", unsure(indicator())), second(indicator("25"))) == []


def test_equal_values_weigh_less() -> None:
    (equal,) = found(GroupOrder, extraction("a", indicator()), second(indicator()))
    (order,) = found(GroupOrder, extraction("a", indicator("20")), second(indicator()))
    assert (equal.equal, order.equal) == (True, False)
    assert equal.weight < order.weight


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2024-05", 0), ("2024Q1", 0), ("2024H1", 1), ("2024-01..2024-11", 1), ("2024", 1)],
)
def test_what_got_worse_in_a_month_is_no_finding_of_the_year(period: str, expected: int) -> None:
    worse = indicator(None, period=period, change=WORSE)
    assert (
        len(found(Worsened, extraction("a", indicator("30"), replace(worse, start=1)))) == expected
    )


def test_a_place_inside_the_bureaus_own_weighs_less() -> None:
    (inner,) = found(Worsened, extraction("a", indicator("30", scope="临浦区", change=WORSE)))
    (own,) = found(Worsened, extraction("a", indicator("30", change=WORSE)))
    assert inner.weight == own.weight - 8


def test_one_bureaus_limit_is_no_news_among_many() -> None:
    (alone,) = found(LimitMet, extraction("a", indicator("30")))
    (among,) = found(LimitMet, extraction("a", indicator("30")), second())
    assert among.weight == alone.weight - 25


def test_provinces_are_not_set_beside_cities() -> None:
    province = extraction(
        "p", indicator("20"), bureau="某省生态环境厅", region=("某省",), level=Level.PROVINCE
    )
    cities = (extraction("a", indicator("30")), second(indicator("31")))
    assert [o.key for o in found(GroupOrder, *cities)] == ["order:air.pm25"]
    assert [o.reports for o in found(GroupOrder, province, *cities)] == [("a", "yi-2024")]
    (met,) = found(LimitMet, province, *cities)
    assert (met.compared, met.reports) == (True, ("a", "yi-2024"))


def test_values_of_one_bureau_alone_are_told() -> None:
    facts = (indicator("95", metric="air.good_days_ratio", unit="%"),)
    assert [f.key for f in found(Stated, extraction("a", *facts))] == ["value:air.good_days_ratio"]
    assert found(Stated, extraction("a", *facts), second()) == []


# Items


def test_the_set_with_most_left_leads() -> None:
    first = extraction("a", tally("100", "50"), tally("9", "8", start=3))
    other = second(tally("60", "20"))
    left = found(ItemsLeft, first, other)
    assert [(item.key, int(item.left)) for item in left] == [
        ("left:a:督察", 50),
        ("left:yi-2024:督察", 40),
    ]
    assert left[0].weight > left[1].weight


def test_of_as_many_left_the_one_least_settled_leads() -> None:
    (left,) = found(ItemsLeft, extraction("a", tally("256", "246"), tally("40", "30", start=3)))
    assert left.status.fact.total == 40


def test_nearly_settled_sets_come_far_behind() -> None:
    (nearly,) = found(ItemsLeft, extraction("a", tally("100", "95")))
    (half,) = found(ItemsLeft, extraction("a", tally("10", "5")))
    assert nearly.weight == half.weight - 30


def test_sets_that_are_unsure_settled_or_contradict_themselves_have_nothing_left() -> None:
    facts = [
        unsure(tally("10", "5")),
        tally("10", "10", start=2),
        tally("10", "5", rate="90", start=4),
        tally("10", "5", pending="3", start=6),
        tally("10", None, start=8),
        tally(None, "5", start=10),
        tally("5", "10", start=12),
    ]
    assert found(ItemsLeft, extraction("a", *facts)) == []


def test_what_was_looked_at_is_not_what_is_to_be_settled() -> None:
    def of(quote: str, pending: str | None = None) -> list[ItemsLeft]:
        items = tally("85", "73", pending=pending, source=TallySource.OUTFALL)
        fact = replace(items, quote=quote)
        return found(ItemsLeft, extraction("a", fact))

    assert of("排查入河排污口85个,完成整治73个") == []
    assert len(of("排查排污口126个,需整治的85个已完成73个")) == 1
    assert len(of("排查入河排污口85个,完成整治73个,其余12个正在整治", pending="12")) == 1


def test_little_that_is_left_weighs_less() -> None:
    (two,) = found(ItemsLeft, extraction("a", tally("6", "4")))
    (many,) = found(ItemsLeft, extraction("a", tally("60", "40")))
    assert two.weight == many.weight - 9


def test_a_bureau_that_keeps_silent_on_a_set_is_not_called_done() -> None:
    reports = (
        extraction("a", tally("10", "10"), tally("19", None, start=3)),
        second(tally("100", "95")),
        third(tally("20", "5")),
    )
    (progress,) = found(TopicProgress, *reports)
    assert progress.done == ()


def test_letters_that_reached_inspectors_are_petitions() -> None:
    (left,) = found(ItemsLeft, extraction("a", tally("10", "5", subject="督察交办信访件")))
    assert left.key == "left:a:信访"


def test_a_topic_of_three_bureaus_is_told_together() -> None:
    reports = (
        extraction("a", tally("10", "10")),
        second(tally("100", "95")),
        third(tally("20", "5")),
    )
    (progress,) = found(TopicProgress, *reports)
    told = (progress.done, progress.nearly, progress.open)
    assert [[str(status.fact.total) for status in part] for part in told] == [
        ["10"],
        ["100"],
        ["20"],
    ]
    assert found(TopicProgress, *reports[:2]) == []


# Problems and promises


def test_unanswered_problems_without_a_measure_are_named_first() -> None:
    (finding,) = found(NamedProblems)
    assert [match.fact.title for match in finding.unanswered] == [
        "养殖行业问题突出",
        "大气环境质量改善难",
        "乡镇污水处理不稳定",
    ]
    assert (len(finding.problems), len(finding.reports), finding.unplanned) == (12, 4, 0)


def test_problems_of_a_report_without_a_plan_are_not_called_unanswered() -> None:
    text = "乡镇污水处理不稳定。"
    named = problem(text, text[:-1], text[:-1])
    assert found(NamedProblems, extraction("a", named, text=text)) == []
    plan = commitment("建设污水处理厂")
    other = second(named, plan)
    other = replace(other, outline=extraction("yi-2024", text=text).outline)
    (finding,) = found(NamedProblems, extraction("a", named, text=text), other)
    assert (finding.reports, finding.unplanned) == (("yi-2024",), 1)
    assert finding.unanswered[0].strength is Strength.NONE


def test_unsure_problems_do_not_count_and_are_said_to_be_checked() -> None:
    text = "乡镇污水处理不稳定。基层执法力量不足。"
    doubted = unsure(problem(text, text[:9], text[:9]))
    plan = replace(commitment("加强宣传"), start=30)
    assert found(NamedProblems, extraction("a", doubted, plan, text=text)) == []
    sure = problem(text, text[10:18], text[10:18])
    (finding,) = found(NamedProblems, extraction("a", doubted, sure, plan, text=text))
    assert [match.fact.title for match in finding.problems] == [sure.title]
    assert (len(finding.unanswered), finding.doubtful) == (1, 1)


def test_unsure_promises_do_not_count() -> None:
    promises = [commitment("加强监管"), commitment("年底前完成整改", deadline="年底前")]
    doubted = replace(unsure(promises[1]), start=20)
    (finding,) = found(CheckablePromises, extraction("a", promises[0], doubted))
    assert (finding.total, finding.checkable) == (1, 0)


def test_a_problem_that_the_plan_speaks_of_is_not_called_unanswered() -> None:
    text = "长效机制不够健全。基层执法力量不足。"
    named = (problem(text, text[:8], text[:8]), problem(text, text[9:17], text[9:17]))
    plan = replace(commitment("加强宣传"), start=30)
    (passed,) = found(NamedProblems, extraction("a", *named, plan, text=text))
    assert (len(passed.unanswered), passed.doubtful) == (2, 0)
    headed = replace(plan, headings=("下一步工作", "健全长效机制"))
    (spoken,) = found(NamedProblems, extraction("a", *named, headed, text=text))
    assert (len(spoken.unanswered), spoken.doubtful) == (1, 1)


def test_a_theme_is_shared_by_two_bureaus_and_by_what_is_sure() -> None:
    text = "乡镇污水处理不稳定。"
    named = problem(text, text[:-1], text[:-1])
    first, other = extraction("a", named, text=text), second(named)
    other = replace(other, outline=first.outline)
    assert [finding.key for finding in found(SharedProblems, first, other)] == ["shared:water"]
    doubted = replace(first, facts=(unsure(first.facts[0]),))
    assert found(SharedProblems, doubted, other) == []


def test_promises_that_can_be_checked() -> None:
    (finding,) = found(CheckablePromises)
    assert (finding.total, finding.checkable, finding.all_plan) == (78, 11, True)
    (one,) = found(CheckablePromises, extraction("a", commitment("加强监管")), second())
    assert (one.total, one.checkable, one.all_plan) == (1, 0, False)


# Our own bureau


def test_our_own_bureau_has_its_place_where_it_compares() -> None:
    reports = (extraction("a", indicator("20")), second(indicator("25")), third(indicator("30")))
    (own,) = found(OwnPlace, *reports, focus="yi-2024")
    assert (own.key, own.metric, own.value.place and own.value.place.position) == (
        "own:yi-2024",
        "air.pm25",
        2,
    )


def test_our_own_bureau_is_not_called_first_beside_a_lower_value_apart() -> None:
    reports = (
        extraction("a", indicator("20")),
        second(indicator("25")),
        third(indicator("15", scope="中心城区")),
    )
    assert found(OwnPlace, *reports, focus="a") == []
    (own,) = found(OwnWork, *reports, focus="a")
    assert (own.key, own.promises) == ("own:a", 0)
