"""Values of other years beside this year's, where the metric's name stands but once."""

from __future__ import annotations

import pytest

from builder.model import Direction
from tests.extract.reports import measured

Found = list[tuple[str, str, str | None]]


def found(sentence: str) -> Found:
    """Value, period and change of each indicator of a sentence."""
    return [
        (str(one.value), str(one.period), str(one.change.value) if one.change else None)
        for one in sorted(measured(sentence).facts, key=lambda one: str(one.period))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市PM2.5平均浓度为31微克/立方米，2023年同期为34微克/立方米，下降8.8%。",
        "PM2.5平均浓度31微克/立方米,2023年同期是34,同比下降8.8%。",
        "全县PM2.5浓度31微克/立方米，上年为34，下降8.8%。",
        "全县PM2.5浓度31微克/立方米(2023年同期34微克/立方米),下降8.8%。",
        "上年PM2.5年均浓度34微克/立方米，今年降至31微克/立方米，降幅8.8%。",
        "2023年PM2.5浓度34微克/立方米；今年已下降到31微克/立方米，同比下降8.8%。",
        "PM2.5浓度由2023年的34降至今年的31，下降8.8%。",
    ],
)
def test_the_value_of_the_year_before_and_the_change_of_this_year(sentence: str) -> None:
    assert found(sentence) == [("34", "2023", None), ("31", "2024", "8.8")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2023年优良天数比率为88.2%，今年提高到91.5%。", ["88.2", "91.5"]),
        ("2023年优良天数302天，2024年增加到318天。", ["302", "318"]),
        ("2023年PM2.5浓度34微克/立方米，今年力争降至27微克/立方米。", ["34"]),
        ("2023年PM2.5浓度34微克/立方米，明年降至27微克/立方米。", ["34"]),
        ("2023年PM2.5浓度34微克/立方米，今年臭氧超标天数降至27天。", ["34"]),
        ("PM2.5平均浓度为31微克/立方米，同期全省为34微克/立方米。", ["31"]),
    ],
)
def test_what_an_earlier_value_led_to(sentence: str, expected: list[str]) -> None:
    assert [value for value, *_ in found(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "basis"),
    [
        ("PM2.5浓度由2020年的36微克/立方米降至29微克/立方米，下降19.4%。", "2020"),
        ("2022年PM2.5浓度36微克/立方米，2024年降至29微克/立方米，降幅19.4%。", "2022"),
        ("PM2.5浓度从2021年的36微克/立方米下降到29微克/立方米，降低19.4%。", "2021"),
        ("PM2.5浓度由2020年的36微克/立方米降至29微克/立方米，同比下降3.3%。", None),
        ("PM2.5浓度由2023年的34微克/立方米降至29微克/立方米，下降14.7%。", None),
    ],
)
def test_a_change_is_counted_from_its_base(sentence: str, basis: str | None) -> None:
    change = max(measured(sentence).facts, key=lambda one: str(one.period)).change
    assert change is not None
    assert (change.direction, change.basis) == (Direction.DOWN, basis)
