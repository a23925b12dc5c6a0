from __future__ import annotations

import dataclasses
import itertools
from decimal import Decimal
from typing import Any

import pytest

from builder.charts.indicators import indicator_chart
from builder.language import Language
from builder.model import Chart, Figure, IndicatorTable, Qualifier
from tests.samplebriefing import figure, indicators

ZH = Language("zh")
PM25, GOOD_DAYS, _ = indicators()


def drawn(table: IndicatorTable) -> Chart:
    made = indicator_chart(table, "pm25", ZH)
    assert made is not None
    return made


def rows(chart: Chart, mark: str, field: str) -> list[dict[str, Any]]:
    """The rows of the layers that draw a field with a mark."""
    return [
        row
        for layer in chart.spec["layer"]
        if layer["mark"]["type"] == mark
        and any(channel.get("field") == field for channel in layer["encoding"].values())
        for row in chart.spec["datasets"][layer["data"]["name"]]
    ]


def test_bars_are_the_values_in_the_tables_order() -> None:
    bars = rows(drawn(PM25), "bar", "value")
    assert [(row["name"], row["value"], row["state"]) for row in bars] == [
        ("潜江市", 31, "comparable"),
        ("岳阳县", 32.86, "comparable"),
        ("赣州市 2024年，中心城区", 22, "apart"),
        ("赣州市", 18.1, "apart"),
        ("某区", 69.6, "apart"),
    ]


def test_what_does_not_compare_is_hollow_and_says_why() -> None:
    chart = drawn(PM25)
    hollow = [layer for layer in chart.spec["layer"] if layer["mark"].get("strokeDash")]
    assert [layer["mark"]["fill"] for layer in hollow] == ["white"]
    assert [row["remark"] for row in rows(chart, "text", "remark")] == [
        "范围不同：只有中心城区",
        "范围不同：县级及以上城市",
        "期间不同：只有第一季度，不能与年\n平均限值相比",
    ]


def test_missing_bureau_is_a_word_without_a_bar() -> None:
    chart = drawn(PM25)
    assert "衡南县" not in {row["name"] for row in rows(chart, "bar", "value")}
    missing = [row for row in rows(chart, "text", "text") if row["state"] == "missing"]
    assert [(row["name"], row["text"]) for row in missing] == [("衡南县", "未载明")]


def test_limit_runs_through_the_comparable_rows_alone() -> None:
    chart = drawn(PM25)
    assert [(row["name"], row["limit"]) for row in rows(chart, "rule", "limit")] == [
        ("潜江市", 35),
        ("岳阳县", 35),
    ]
    assert [row["limit_name"] for row in rows(chart, "text", "limit_name")] == [
        "GB 3095-2012 二级 年平均限值 35 μg/m³"
    ]


def test_caption_says_the_point() -> None:
    assert drawn(PM25).caption == (
        "2024年，全域可以比较的2家单位中，潜江市最低（31），岳阳县最高（32.86）；"
        "均不高于GB 3095-2012 二级 年平均限值 35 μg/m³；"
        "另有3个数值口径不同，以空心条单列，不参与比较；衡南县未载明。"
    )


def test_caption_names_who_is_above_the_limit() -> None:
    group = PM25.groups[0]
    low, high = group.rows
    above = dataclasses.replace(high, figure=Figure(text="41", value=Decimal(41)))
    table = dataclasses.replace(PM25, groups=(dataclasses.replace(group, rows=(low, above)),))
    assert "岳阳县高于GB 3095-2012 二级 年平均限值 35 μg/m³" in drawn(table).caption


def test_caption_ranks_no_hedged_number() -> None:
    group = PM25.groups[0]
    low, high = group.rows
    figure = Figure(text="≥32", value=Decimal(32), qualifier=Qualifier.AT_LEAST)
    hedged = dataclasses.replace(high, figure=figure)
    table = dataclasses.replace(PM25, groups=(dataclasses.replace(group, rows=(low, hedged)),))
    caption = drawn(table).caption
    assert caption.startswith("2024年，全域可以比较的有2家单位；")
    assert "最高" not in caption
    assert "限值" not in caption


def test_caption_without_a_comparable_pair() -> None:
    table = dataclasses.replace(PM25, groups=(), missing=())
    assert drawn(table).caption == (
        "没有两家单位的数值可以直接比较；另有3个数值口径不同，以空心条单列，不参与比较。"
    )


def test_alt_text_holds_every_value() -> None:
    assert drawn(GOOD_DAYS).alt == (
        "条形图：优良天数比例。潜江市 94；岳阳县 88.0；"
        "衡南县 95.6（不可比：年份不同：2023年，截至12月5日）；"
        "某区 65.9（不可比：期间不同：只有第一季度）；"
        "赣州市 99.5（不可比：范围不同：只有中心城区）。"
    )


def test_data_table_has_a_row_for_every_bureau_and_no_empty_cell() -> None:
    chart = drawn(PM25)
    assert chart.columns == ("单位", "范围", "统计期", "数值\n（μg/m³）", "限值", "可比性")
    assert chart.rows[0] == (
        "潜江市",
        "全域",
        "2024年",
        figure("31", "潜2", value="31", unit="μg/m³"),
        "GB 3095-2012 二级 年平均限值 35 μg/m³",
        "可以比较",
    )
    assert chart.rows[-1] == ("衡南县", "未载明", "未载明", "未载明", "无", "未载明")
    assert all(cell for row in chart.rows for cell in row)


def test_no_chart_without_a_number() -> None:
    assert indicator_chart(dataclasses.replace(PM25, groups=(), apart=()), "pm25", ZH) is None


@pytest.mark.parametrize("count", [1, 2, 12, 40])
def test_rows_never_overlap_and_fit_a_page(count: int) -> None:
    group = PM25.groups[0]
    many = tuple(
        dataclasses.replace(group.rows[0], bureau=f"第{number}生态环境局")
        for number in range(count)
    )
    chart = drawn(dataclasses.replace(PM25, groups=(dataclasses.replace(group, rows=many),)))
    bars = rows(chart, "bar", "value")
    places = [(row["start"], row["end"]) for row in bars[:count]]
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(places))
    assert chart.height <= 200
    assert len(chart.rows) == count + 4
