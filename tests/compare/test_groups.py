"""Which values have a place beside others, and the reasons of those that do not."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from builder.compare import compare
from builder.config import Config
from builder.model import Extraction, Level, Qualifier, Sureness
from builder.model.comparison import (
    MetricComparison,
    MetricValue,
    Obstacle,
    Place,
    Reason,
    Verdict,
)
from tests.smallreports import extraction, gold_comparison, indicator, second

PM25, GOOD_DAYS = "air.pm25", "air.good_days_ratio"


def of(metric: str, *extractions: Extraction) -> MetricComparison:
    """A metric of these reports; of the seeds where none is given."""
    found = compare(extractions, (), Config()) if extractions else gold_comparison()
    return next(item for item in found.metrics if item.metric == metric)


def reasons(value: MetricValue) -> list[Reason]:
    return [obstacle.reason for obstacle in value.obstacles]


def apart(found: MetricComparison) -> dict[str, list[Reason]]:
    return {str(value.fact.value): reasons(value) for value in found.apart}


def test_places_in_a_group() -> None:
    (group,) = of(PM25).groups
    assert [
        (value.fact.report, str(value.fact.value), value.verdict, value.place)
        for value in group.ordered
    ] == [
        ("qianjiang-2024", "31", Verdict.COMPARED, Place(position=1, tied=False)),
        ("yueyang-county-2024", "32.86", Verdict.COMPARED, Place(position=2, tied=False)),
    ]
    assert group.limit is not None
    assert str(group.limit.value) == "35"


def test_reasons_of_the_seeds() -> None:
    found = of(PM25)
    assert apart(found) == {
        "22": [Reason.OTHER_SCOPE],
        "18.1": [Reason.OTHER_SCOPE],
        "41": [Reason.MASKED_YEAR],
        "69.6": [Reason.OTHER_PERIOD],
    }
    assert all(value.verdict is Verdict.APART and value.place is None for value in found.apart)
    assert found.missing == ("hengnan-2023",)
    assert found.levels_differ


def test_a_difference_names_what_it_is_one_from() -> None:
    found = of(PM25)
    (group,) = found.groups
    obstacle = Obstacle(reason=Reason.OTHER_PERIOD, other=group.values[0].fact, key=group.key)
    assert [value.obstacles for value in found.apart if str(value.fact.value) == "69.6"] == [
        (obstacle,)
    ]


def test_equal_values_are_tied() -> None:
    (group,) = of("water.drinking_compliance").groups
    assert [value.place for value in group.values] == [Place(position=1, tied=True)] * 2


def test_hedges_leave_the_order_open() -> None:
    (group,) = of("soil.farmland_safe_use").groups
    for value in group.values:
        assert value.verdict is Verdict.NOT_JUDGED
        assert (value.place, reasons(value)) == (None, [Reason.HEDGED])


def test_metric_without_a_better_end_has_no_order() -> None:
    days = partial(indicator, metric="air.assessed_days", unit="天")
    found = of(
        "air.assessed_days",
        extraction("a", days("360")),
        second(days("358")),
    )
    (group,) = found.groups
    assert [(value.verdict, reasons(value)) for value in group.values] == [
        (Verdict.NOT_JUDGED, [Reason.UNORDERED])
    ] * 2


def test_water_bodies_are_no_places_to_compare() -> None:
    for metric in ("water.class", "water.total_phosphorus"):
        found = of(metric)
        assert found.groups == ()
        assert set(map(tuple, map(reasons, found.apart))) == {(Reason.BY_OBJECT,)}


def test_only_bureau_and_only_change() -> None:
    assert apart(of("air.composite_index"))["3.22"] == [Reason.ONLY_BUREAU]
    assert apart(of("air.so2")) == {"None": [Reason.NO_VALUE]}


def test_no_partner_where_no_two_have_the_same_key() -> None:
    other = second(indicator("31", period="2023"), period="2023")
    found = of(PM25, extraction("a", indicator("30")), other)
    assert apart(found) == {"30": [Reason.NO_PARTNER], "31": [Reason.NO_PARTNER]}


def test_unknown_period() -> None:
    found = of(PM25, extraction("a", indicator("30")), second(indicator("31", period=None)))
    assert apart(found)["31"] == [Reason.NO_PERIOD]


def test_method_of_the_year_is_a_difference_of_its_own() -> None:
    old = indicator("90", metric=GOOD_DAYS, unit="%", period="2025")
    new = indicator("85", metric=GOOD_DAYS, unit="%", period="2026")
    other = extraction("c", new, bureau="丙市生态环境局", region=("某省", "丙市"))
    found = of(GOOD_DAYS, extraction("a", old), second(old), other)
    assert apart(found) == {"85": [Reason.OTHER_PERIOD, Reason.OTHER_METHOD]}


def test_two_values_of_one_report_in_one_scope() -> None:
    own = extraction("a", indicator("30"), indicator("33", start=5))
    found = of(PM25, own, second(indicator("31")))
    assert apart(found)["30"] == [Reason.SEVERAL_VALUES]


def test_value_printed_twice_is_one_with_both_facts() -> None:
    own = extraction("a", indicator("30"), indicator("30", start=5))
    (group,) = of(PM25, own, second(indicator("31"))).groups
    assert [fact.start for fact in group.values[0].printings] == [0, 5]


def test_bureau_is_not_compared_with_itself() -> None:
    found = of(
        PM25,
        extraction("a2023", indicator("30", period="2023"), period="2023"),
        extraction("a2024", indicator("30.0", period="2023"), period="2023..2024"),
        second(indicator("31", period="2023"), period="2023"),
    )
    (value,) = found.apart
    (obstacle,) = value.obstacles
    assert obstacle.reason is Reason.SAME_BUREAU
    assert obstacle.other is not None
    assert obstacle.other.report == "a2023"


def test_what_a_report_says_of_an_earlier_time_is_compared_with_nothing() -> None:
    base, now = indicator("36", period="2023"), indicator("32")
    found = of(
        PM25, extraction("a", base, now), second(indicator("34", period="2023"), period="2023")
    )
    assert found.groups == ()
    assert apart(found) == {
        "36": [Reason.EARLIER],
        "32": [Reason.NO_PARTNER],
        "34": [Reason.NO_PARTNER],
    }


def test_masked_object() -> None:
    fact = indicator("90", metric="water.compliance_rate", unit="%", scope="XX河口断面")
    found = of("water.compliance_rate", extraction("a", fact), second(fact))
    assert found.groups == ()
    assert set(map(tuple, map(reasons, found.apart))) == {(Reason.MASKED_OBJECT,)}


def test_a_part_of_an_area_where_only_whole_ones_compare() -> None:
    forest = partial(indicator, metric="eco.forest_coverage", unit="%")
    part = forest("34.5", scope="中心城区")
    found = of(
        "eco.forest_coverage",
        extraction("a", part, forest("50")),
        second(forest("40")),
    )
    assert apart(found) == {"34.5": [Reason.PART_OF_AREA]}


def test_levels_of_one_kind_do_not_differ() -> None:
    one = extraction("a", indicator("30"), level=Level.CITY)
    assert not of(PM25, one, second(indicator("31"))).levels_differ


def province(report: str, value: str) -> Extraction:
    """A report of a province with a value of PM2.5."""
    return extraction(
        report,
        indicator(value),
        bureau=f"{report}生态环境厅",
        region=(report,),
        level=Level.PROVINCE,
    )


def test_provinces_are_compared_with_provinces_alone() -> None:
    found = of(
        PM25,
        province("甲省", "20"),
        extraction("a", indicator("30")),
        province("乙省", "21"),
        second(indicator("31")),
        province("丙省", "22"),
    )
    assert [[str(v.fact.value) for v in group.ordered] for group in found.groups] == [
        ["20", "21", "22"],
        ["30", "31"],
    ]
    assert not found.levels_differ


def test_a_province_among_cities_stands_apart_and_says_why() -> None:
    found = of(PM25, province("甲省", "20"), extraction("a", indicator("30")))
    assert apart(found) == {"20": [Reason.OTHER_LEVEL], "30": [Reason.OTHER_LEVEL]}
    found = of(
        PM25, province("甲省", "20"), extraction("a", indicator("30")), second(indicator("31"))
    )
    assert apart(found) == {"20": [Reason.OTHER_LEVEL]}


def test_a_value_read_with_doubt_is_in_no_group() -> None:
    doubted = replace(indicator("29"), sureness=Sureness.UNSURE)
    found = of(
        PM25,
        extraction("a", indicator("30")),
        second(indicator("31")),
        extraction("c", doubted, bureau="丙市生态环境局", region=("某省", "丙市")),
    )
    assert [[str(v.fact.value) for v in group.ordered] for group in found.groups] == [["30", "31"]]
    assert apart(found)["29"] == [Reason.UNSURE]
    found = of(PM25, extraction("a", doubted), second(indicator("31")))
    assert apart(found) == {"29": [Reason.UNSURE], "31": [Reason.UNSURE_PARTNER]}


def test_hedged_values_beside_exact_ones() -> None:
    bound = indicator("30", qualifier=Qualifier.AT_MOST)
    (group,) = of(PM25, extraction("a", bound), second(indicator("35"))).groups
    assert [value.place and value.place.position for value in group.values] == [1, 2]
