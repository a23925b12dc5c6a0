from __future__ import annotations

from dataclasses import replace

from builder.model import Extraction, Sureness
from builder.model.comparison import BureauYears
from tests.smallreports import compared, extraction, indicator, second


def of_year(year: int, *facts: object) -> Extraction:
    return extraction(f"jia-{year}", *facts, period=str(year))  # type: ignore[arg-type]


def joined(years: BureauYears) -> list[tuple[int, str, bool]]:
    (metric,) = years.metrics
    return [(each.year, str(each.value.fact.value), each.joined) for each in metric.values]


def test_whole_years_of_the_same_scope_are_joined() -> None:
    (years,) = compared(
        of_year(2023, indicator("33", period="2023")), of_year(2024, indicator("30"))
    ).years
    assert years.reports == ("jia-2024", "jia-2023")
    assert joined(years) == [(2023, "33", True), (2024, "30", True)]


def test_two_bureaus_make_no_years() -> None:
    assert (
        compared(of_year(2023, indicator("33", period="2023")), second(indicator("30"))).years == ()
    )


def test_part_of_a_year_has_no_point() -> None:
    (years,) = compared(
        of_year(2022, indicator("35", period="2022")),
        of_year(2023, indicator("33", period="2023H1")),
        of_year(2024, indicator("30")),
    ).years
    assert joined(years) == [(2022, "35", True), (2024, "30", True)]


def test_an_unsure_value_has_no_point() -> None:
    unsure = replace(indicator("33", period="2023"), sureness=Sureness.UNSURE)
    (years,) = compared(of_year(2023, unsure), of_year(2024, indicator("30"))).years
    assert years.metrics == ()


def test_two_values_of_a_report_that_contradict_each_other_have_no_point() -> None:
    (years,) = compared(
        of_year(2022, indicator("35", period="2022")),
        of_year(2023, indicator("33", period="2023"), indicator("34", period="2023", start=1)),
        of_year(2024, indicator("30")),
    ).years
    assert joined(years) == [(2022, "35", True), (2024, "30", True)]
