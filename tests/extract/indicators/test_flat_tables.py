"""Values of tables whose cells are parted by single blanks."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.model import Fate
from tests.extract.reports import HEAD, measured, outlined

PM, RATE, CLASS = "air.pm25", "air.good_days_ratio", "water.class"


def values(table: str) -> list[tuple[str, str, str | None, str | None]]:
    """Metric, value, scope and change of the indicators of a table."""
    return [
        (
            one.metric,
            str(one.value),
            one.scope,
            f"{one.change.direction} {one.change.value}" if one.change else None,
        )
        for one in measured(table).facts
    ]


@pytest.mark.parametrize("line", ["\n", " "])
@pytest.mark.parametrize(
    "caption", ["", "表1 各区空气质量{0}", "2024年空气质量（单位：微克/立方米）{0}"]
)
@pytest.mark.parametrize("behind", ["", "{0}PM10平均浓度50微克/立方米，达到标准。"])
def test_places_in_rows(line: str, caption: str, behind: str) -> None:
    rows = ("区域 PM2.5 同比 优良率", "全市 29 -6.5% 91.3%", "东区 31 下降2% 88%", "西区 28 持平 —")
    text = caption.format(line) + line.join(rows) + behind.format(line)
    assert [one for one in values(text) if one[0] != "air.pm10"] == [
        (PM, "29", None, "down 6.5"),
        (RATE, "91.3", None, None),
        (PM, "31", "东区", "down 2"),
        (RATE, "88", "东区", None),
        (PM, "28", "西区", "flat None"),
    ]


@pytest.mark.parametrize("line", ["\n", " "])
def test_metrics_in_rows(line: str) -> None:
    rows = ("指标 单位 目标 完成值 2025年计划", "PM2.5 微克/立方米 33 31 30", "优良率 % 87 88 89")
    assert values(line.join(rows)) == [(PM, "31", None, None), (RATE, "88", None, None)]


@pytest.mark.parametrize("line", ["\n", " "])
@pytest.mark.parametrize("note", ["", " 优"])
def test_classes_of_waters(line: str, note: str) -> None:
    head = " 评价" if note else ""
    rows = (
        f"断面 目标 现状{head}",
        f"渡口 Ⅲ类 Ⅱ类{note}",
        f"石门 Ⅱ类 Ⅱ类{note}",
        f"柳堡 Ⅲ类 Ⅳ类{note}",
    )
    assert values(line.join(rows)) == [
        (CLASS, "Ⅱ", "渡口", None),
        (CLASS, "Ⅱ", "石门", None),
        (CLASS, "Ⅳ", "柳堡", None),
    ]


@pytest.mark.parametrize("line", ["\n", " "])
def test_numbers_of_a_row_of_no_columns_are_not_understood(line: str) -> None:
    rows = ("区域 PM2.5 PM10 优良率", "东区 31 52 88%", "西区 28 90%", "南区 27 47 93%")
    text = HEAD + line.join(rows) + "\n"
    found = extract(outlined(text))
    unread = [text[one.start : one.end] for one in found.coverage.uses if one.fate is Fate.UNREAD]
    assert unread == ["28", "90%"]
    assert [value for _, value, _, _ in values(line.join(rows))] == [
        "31",
        "52",
        "88",
        "27",
        "47",
        "93",
    ]
