"""The water that a run-in heading names, as the scope of its text."""

from __future__ import annotations

import pytest

from tests.extract.reports import measured


def scopes(text: str) -> list[tuple[str, str, str | None]]:
    """Metric, value and scope of every indicator of a text."""
    return [(one.metric, str(one.value), one.scope) for one in measured(text).facts]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("（1）白水河国考断面：1-5月，采测分离结果显示，断面均值为Ⅲ类水质。", "白水河国考断面"),
        ("（二）金溪湖。1-6月水质为Ⅲ类。", "金溪湖"),
        ("1.沙河王庄断面。年均水质达到Ⅲ类。", "沙河王庄断面"),
        ("2.石门水库：水质稳定达到Ⅲ类标准。", "石门水库"),
        ("一是石门水库。全年水质保持Ⅲ类。", "石门水库"),
        ("沙河断面：水质类别为Ⅲ类。", "沙河断面"),
        ("白水河国考断面。水质为三类水质。", "白水河国考断面"),
        ("（3）白湖。湖体水质由Ⅳ类改善为Ⅲ类。", "白湖"),
    ],
)
def test_a_class_is_of_the_water_above(text: str, scope: str) -> None:
    assert scopes(text)[-1] == ("water.class", "Ⅲ", scope)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（一）金溪湖。总磷浓度0.08mg/L。", ("water.total_phosphorus", "0.08", "金溪湖")),
        ("沙河断面：水质为Ⅲ类，总磷0.1毫克/升。", ("water.total_phosphorus", "0.1", "沙河断面")),
        ("（三）饮用水源。水质达标率100%。", ("water.drinking_compliance", "100", "饮用水源")),
        ("（二）白水河流域。水质优良率90%。", ("water.good_ratio", "90", "白水河流域")),
    ],
)
def test_other_values_of_the_water_above(text: str, expected: tuple[str, str, str]) -> None:
    assert scopes(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("（1）沙河。白湖断面水质达到Ⅱ类。", "白湖断面"),
        ("（1）沙河。国控断面水质优良率100%。", "国控断面"),
        ("1.水环境质量。国控断面水质优良率100%。", "国控断面"),
        ("（一）推进石门水库治理。全县断面水质优良率100%。", "断面"),
        ("（一）加强白水河流域保护。总磷浓度0.1毫克/升。", None),
        ("（1）沙河。PM2.5浓度30微克/立方米。", None),
    ],
)
def test_what_has_a_water_of_its_own_or_none(text: str, scope: str | None) -> None:
    assert [one for _, _, one in scopes(text)] == [scope]


@pytest.mark.parametrize(
    "text",
    ["1.水环境方面。水质达到Ⅲ类。", "（1）沙河。上游支流水质为Ⅳ类。", "（1）沙河。3个达到Ⅲ类。"],
)
def test_a_class_without_a_water(text: str) -> None:
    assert scopes(text) == []
