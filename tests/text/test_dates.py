from __future__ import annotations

import pytest

from builder.model import Period
from builder.text.calendar import Calendar
from builder.text.dates import times
from tests.periods import printed

PERIODS = {
    "2024": (
        "2024年",
        "今年",
        "2024年度",
        "二〇二四年",
        "全年",
        "本年度",
        "1-12月",
        "2024年1—12月份",
    ),
    "2024-01..2024-11": (
        "1-11月",
        "1—11月份",
        "2024年1至11月",
        "1~11月",
        "今年1-11月",
        "截至11月底",
        "截至2024年11月",
        "1月-11月",
    ),
    "2024-01-01..2024-12-05": ("截至12月5日", "截止12月5日", "截至2024年12月5日", "截至到12月5日"),
    "2024Q1": (
        "一季度",
        "1-3月",
        "第一季度",
        "2024年一季度",
        "截至3月31日",
        "1季度",
        "1月至3月",
        "今年一季度",
    ),
    "2024H1": ("上半年", "1-6月", "今年上半年", "截至6月底", "2024年上半年", "截至6月30日"),
    "2024-01..2024-09": ("前三季度", "1-9月", "截至9月底", "前3季度", "1-3季度"),
    "2024-09-06..2024-09-26": (
        "9月6日-26日",
        "9月6日至9月26日",
        "9月6日至26日",
        "2024年9月6日—26日",
    ),
    "2016..2023": ("2016年至2023年", "2016-2023年", "2016—2023年", "2016年到2023年"),
    "2017..2024": ("2017年以来", "2017年至今"),
    "2021..2025": ("“十四五”期间", "十四五时期", "“十四五”以来"),
    "2020..2024": ("五年来", "过去五年", "近五年来"),
    "2023": ("去年", "上年", "2023年", "上年度"),
    "2024-09": ("9月", "9月份", "九月", "2024年9月"),
}
NO_TIMES = (
    "三月三",
    "月季",
    "半年报",
    "第三轮",
    "3.5万元",
    "1+7+18",
    "五年规划",
    "年产30万吨",
    "12345",
)


def calendar(text: str) -> Calendar:
    return Calendar(times(text), (), Period.years(2024))


@pytest.mark.parametrize(
    ("period", "form"), [(period, form) for period, forms in PERIODS.items() for form in forms]
)
def test_a_period_in_all_its_spellings(period: str, form: str) -> None:
    (found,) = times(form)
    assert (found.start, found.end <= len(form)) == (0, True)
    assert printed(calendar(form).resolved(found)) == period


@pytest.mark.parametrize("text", ["202x年", "20xx年", "20**年", "202X年一季度", "201*年"])
def test_a_masked_year_has_no_period(text: str) -> None:
    (found,) = times(text)
    assert found.masked
    assert calendar(text).resolved(found) is None


@pytest.mark.parametrize(
    "text",
    ["较2020年下降", "与上年同期相比", "比去年", "由去年同期的", "同2023年相比", "较“十三五”末"],
)
def test_what_figures_are_set_against_is_no_period(text: str) -> None:
    assert [time.compared for time in times(text)] == [True]


@pytest.mark.parametrize("text", ["6月底前", "2025年底前", "10月15日前", "12月31日之前"])
def test_a_deadline(text: str) -> None:
    assert [time.deadline for time in times(text)] == [True]


@pytest.mark.parametrize("text", [text for text in NO_TIMES if text != "三月三"])
def test_words_that_are_no_times(text: str) -> None:
    assert times(text) == ()


def test_a_year_alone_is_the_report_that_covers_a_part_of_it() -> None:
    (this_year,) = times("今年以来")
    half = Period.parse("2021H1")
    assert Calendar((), (), half).resolved(this_year) == half


def test_without_a_known_year_only_printed_ones_count() -> None:
    month, year = times("1-9月,2020年")
    unknown = Calendar((), (), None)
    assert (unknown.resolved(month), unknown.resolved(year)) == (None, Period.years(2020))


@pytest.mark.parametrize(
    ("period", "same_window", "before"),
    [
        ("2024", False, "2023"),
        ("2024-01-01..2024-11-30", False, "2023"),
        ("2024-01..2024-09", True, "2023-01..2023-09"),
        (None, True, None),
    ],
)
def test_the_period_of_a_base(period: str | None, same_window: bool, before: str | None) -> None:
    known = Calendar((), (), Period.years(2024))
    told = None if period is None else Period.parse(period)
    assert printed(known.before(told, same_window=same_window)) == before
