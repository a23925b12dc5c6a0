from __future__ import annotations

import pytest

from builder.compare import groups, obstacles
from builder.model import Change, Direction, IndicatorTable, Qualifier, View
from builder.vocabulary.environment.metrics import Compares, metric_of
from tests.smallreports import extraction, gold_view, indicator, second, viewed


def table(comparison: View, metric: str) -> IndicatorTable:
    return next(found for found in comparison.indicators if found.metric == metric)


def apart(metric: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Values of the seeds that stand apart: (bureau, figure) to (reason, standard)."""
    rows = table(gold_view(), metric).apart
    return {(row.bureau, row.figure.text): (row.reason, row.standard) for row in rows}


def test_pm25_of_the_seeds() -> None:
    found = table(gold_view(), "air.pm25")
    (group,) = found.groups
    assert group.label == "2024年，全域"
    assert group.limit is not None
    assert (group.limit.standard, str(group.limit.value)) == ("GB 3095-2012", "35")
    assert [(row.place, row.bureau, row.figure.text, row.change) for row in group.rows] == [
        ("1", "潜江市", "31 μg/m³", "未载明"),
        ("2", "岳阳县", "32.86 μg/m³", "同比下降3.64%（改善）"),
    ]
    assert found.missing == ("衡南县",)
    assert apart("air.pm25") == {
        ("赣州市", "22 μg/m³"): (
            "范围为中心城区，可比组为全域",
            "达标（GB 3095-2012二级，≤35 μg/m³）",
        ),
        ("赣州市", "18.1 μg/m³"): (
            "范围为县级及以上城市，可比组为全域",
            "达标（GB 3095-2012二级，≤35 μg/m³）",
        ),
        ("某区", "41 μg/m³"): (
            "年份被遮盖，统计期不能确定",
            "不评价：统计期不明或当时没有收录的限值",
        ),
        ("某区", "69.6 μg/m³"): (
            "统计期为2024年第一季度，可比组为2024年",
            "不评价：不是全年数据，不与年平均限值比较",
        ),
    }


def test_masked_year_is_said_in_the_period() -> None:
    rows = table(gold_view(), "air.pm25").apart
    assert [row.period for row in rows if row.figure.text == "41 μg/m³"] == ["年份被遮盖"]


def test_good_days_of_the_seeds() -> None:
    found = table(gold_view(), "air.good_days_ratio")
    assert [[row.bureau for row in group.rows] for group in found.groups] == [["潜江市", "岳阳县"]]
    assert apart("air.good_days_ratio")[("衡南县", "95.6%")] == (
        "统计期为2023年1月1日—12月5日，可比组为2024年",
        "无适用限值",
    )
    assert found.missing == ()


def test_lower_bounds_are_side_by_side_without_order() -> None:
    found = table(gold_view(), "soil.farmland_safe_use")
    rows = [(row.place, row.figure.text) for group in found.groups for row in group.rows]
    assert rows == [("不排", "≥93%"), ("不排", "≥92%")]
    assert "先后不能确定的不排" in found.note


def test_equal_values_share_a_place() -> None:
    (group,) = table(gold_view(), "water.drinking_compliance").groups
    assert group.label == "2024年，县级及以上饮用水水源"
    assert [(row.place, row.figure.text) for row in group.rows] == [("1（并列）", "100%")] * 2


def test_value_of_one_bureau_is_said_not_to_be_compared() -> None:
    reason, _ = apart("air.composite_index")[("岳阳县", "3.22")]
    assert reason == "只有岳阳县载明本指标，不作比较"


def test_change_without_value() -> None:
    (row,) = table(gold_view(), "air.so2").apart
    assert (row.figure.text, row.figure.value) == ("未载明", None)
    assert (row.change, row.reason) == ("同比下降11.1%（改善）", "只载变化，未载数值")


def test_water_bodies_are_not_put_in_an_order() -> None:
    for metric in ("water.class", "water.total_phosphorus"):
        found = table(gold_view(), metric)
        assert found.groups == ()
        assert {row.reason for row in found.apart} == {"各断面、水体各有其值，不同对象之间不比较"}


def test_every_seed_value_stands_once() -> None:
    tables = gold_view().indicators
    rows = [row for found in tables for group in found.groups for row in group.rows]
    rows += [row for found in tables for row in found.apart]
    assert len(rows) == 47
    assert all(row.figure.marks for row in rows)
    assert len({mark for row in rows for mark in row.figure.marks}) == 37
    assert all(row.reason for found in tables for row in found.apart)


def test_other_periods_never_compare() -> None:
    for period in ("2023", "2024Q1", "2024-01..2024-11", None):
        found = viewed(extraction("a", indicator("30")), second(indicator("31", period=period)))
        assert table(found, "air.pm25").groups == ()


def test_same_span_in_other_words_compares() -> None:
    found = viewed(
        extraction("a", indicator("30", period="2024H1")),
        second(indicator("31", period="2024-01..2024-06")),
    )
    assert len(table(found, "air.pm25").groups) == 1


def test_method_of_the_year_is_named_where_it_differs() -> None:
    metric = "air.good_days_ratio"
    old = [indicator("90", metric=metric, unit="%", period="2025")]
    found = viewed(
        extraction("a", *old),
        second(*old),
        extraction(
            "c",
            indicator("85", metric=metric, unit="%", period="2026"),
            bureau="丙市生态环境局",
            region=("某省", "丙市"),
        ),
    )
    (row,) = table(found, metric).apart
    assert row.reason == (
        "统计期为2026年，可比组为2025年；评价方法为HJ 633-2026，可比组为HJ 633-2012"
    )


def test_two_values_of_one_report_in_one_scope_are_not_compared() -> None:
    found = viewed(
        extraction("a", indicator("30"), indicator("33", start=5)), second(indicator("31"))
    )
    reasons = {row.figure.text: row.reason for row in table(found, "air.pm25").apart}
    assert reasons["30 μg/m³"] == "同一报告同一口径有多个数值，不比较"


def test_value_printed_twice_is_one_row_with_both_marks() -> None:
    found = viewed(
        extraction("a", indicator("30"), indicator("30", start=5)), second(indicator("31"))
    )
    (group,) = table(found, "air.pm25").groups
    assert group.rows[0].figure.marks == ("甲1", "甲2")


def test_bureau_is_not_compared_with_itself() -> None:
    found = viewed(
        extraction("a2023", indicator("30", period="2023"), period="2023"),
        extraction("a2024", indicator("30.0", period="2023"), period="2024"),
        second(indicator("31", period="2023")),
    )
    result = table(found, "air.pm25")
    assert [len(group.rows) for group in result.groups] == [2]
    (row,) = result.apart
    assert row.reason == "与甲市（2023年）是同一单位同一时期的数据，不重复比较"


def test_masked_object_is_not_compared() -> None:
    scope = "XX河口断面"
    facts = [indicator("90", metric="water.compliance_rate", unit="%", scope=scope)]
    found = table(viewed(extraction("a", *facts), second(*facts)), "water.compliance_rate")
    assert found.groups == ()
    assert {row.reason for row in found.apart} == {"对象名称被遮盖"}


def test_words_of_changes() -> None:
    changes = (
        (Change(value=None, unit=None, direction=Direction.FLAT, better=None), "同比持平"),
        (
            Change(value=None, unit=None, direction=Direction.DOWN, better=True),
            "同比下降（幅度未载明）（改善）",
        ),
    )
    for change, words in changes:
        (row,) = table(viewed(extraction("a", indicator(change=change))), "air.pm25").apart
        assert row.change == words


def test_hedge_stands_in_the_figure() -> None:
    fact = indicator("92", metric="soil.land_safe_use", unit="%", qualifier=Qualifier.ABOUT)
    (row,) = table(viewed(extraction("a", fact)), "soil.land_safe_use").apart
    assert row.figure.text == "约92%"


def test_a_metric_of_whole_areas_compares_only_those() -> None:
    city = indicator("34.5", metric="eco.forest_coverage", unit="%", scope="中心城区")
    one = extraction("jia-2024", city, indicator("50", metric="eco.forest_coverage", unit="%"))
    other = indicator("30.1", metric="eco.forest_coverage", unit="%", scope="中心城区")
    whole = indicator("40", metric="eco.forest_coverage", unit="%", start=5)
    found = table(viewed(one, second(other, whole)), "eco.forest_coverage")
    (group,) = found.groups
    assert [row.figure.text for row in group.rows] == ["50%", "40%"]
    assert {(row.figure.text, row.reason) for row in found.apart} == {
        ("34.5%", "本指标只比较全域的值，这是中心城区的值"),
        ("30.1%", "本指标只比较全域的值，这是中心城区的值"),
    }


def test_a_metric_that_compares_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    never = metric_of("air.pm25").model_copy(update={"compares": Compares.NONE})
    for module in (groups, obstacles):
        monkeypatch.setattr(module, "metric_of", lambda _: never)
    found = table(viewed(extraction("jia-2024", indicator()), second(indicator())), "air.pm25")
    assert found.groups == ()
    assert {row.reason for row in found.apart} == {"本指标各单位统计方法不一，不作比较"}
