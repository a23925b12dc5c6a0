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
        ("（一）推进石门水库治理。全县断面水质优良率100%。", None),
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


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("（一）市区。全年降水186次。PM2.5年均值为33微克/立方米。", "市区"),
        ("（二）平沙县。PM2.5浓度31微克/立方米。", "平沙县"),
        ("1.中心城区。PM10浓度58微克/立方米，PM2.5浓度31微克/立方米。", "中心城区"),
        # Guards: its own place, the whole area, and headings that name no single place.
        ("（一）市区。全市PM2.5浓度33微克/立方米。", None),
        ("（二）各县（区）。PM2.5浓度33微克/立方米。", None),
        ("（三）大气环境质量。PM2.5浓度33微克/立方米。", None),
    ],
)
def test_a_place_alone_as_heading_is_the_scope_of_the_air(text: str, scope: str | None) -> None:
    (value,) = (one for one in scopes(text) if one[0] == "air.pm25")
    assert value[2] == scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("青石水源地取水总量1.42亿吨，水质达标率100%。", "青石水源地"),
        ("县城水源地年供水量860万吨，水质达标率100%。", "县城水源地"),
        ("柳河断面还不稳定达标，水质为Ⅳ类。", "柳河断面"),
        ("柳河断面仍为Ⅳ类。", "柳河断面"),
    ],
)
def test_what_is_said_of_a_water_is_no_part_of_its_name(text: str, scope: str) -> None:
    assert scopes(text)[-1][2] == scope


@pytest.mark.parametrize(
    "text",
    ["石门滩断面今年以来有七个月达到Ⅱ类。", "柳河断面有3个月为Ⅳ类。", "青湖有两个月达到Ⅲ类。"],
)
def test_a_class_of_some_months_is_none_of_the_year(text: str) -> None:
    assert scopes(text) == []


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("功能区噪声昼间、夜间达标率分别为97%、85%，其中夜间达标率同比下降2%。", [None, "2"]),
        ("功能区噪声昼间、夜间达标率分别为97%、85%，其中昼间达标率同比提高1%。", ["1", None]),
        ("功能区噪声昼间、夜间达标率分别为97%、85%，同比分别提高1%、2%。", ["1", "2"]),
    ],
)
def test_the_change_of_a_named_part_is_of_no_other(text: str, changes: list[str | None]) -> None:
    found = [one.change for one in measured(text).facts if one.metric == "noise.compliance"]
    assert [change and str(change.value) for change in found] == changes


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("区内两个空气自动站PM2.5平均浓度31微克/立方米。", "区内两个空气自动站"),
        ("3个国控点PM2.5平均浓度31微克/立方米。", "3个国控点"),
        ("城东监测站PM2.5平均浓度31微克/立方米。", "城东监测站"),
        ("全市PM2.5平均浓度31微克/立方米。", None),
    ],
)
def test_stations_are_places(text: str, scope: str | None) -> None:
    assert scopes(text)[-1][2] == scope


@pytest.mark.parametrize(
    "text",
    [
        "优良天数比例超过95%的有松林县和云台县。",
        "PM2.5浓度低于30微克/立方米的有4个县。",
        "优良天数比例90%以上的共有3个县。",
    ],
)
def test_a_bound_that_some_pass_is_no_value(text: str) -> None:
    assert scopes(text) == []


@pytest.mark.parametrize("count", ["2", "两", "二"])
def test_the_names_before_a_number_are_each_of_its_kind(count: str) -> None:
    found = scopes(f"雅河大桥、贡湖湖心{count}个国控断面水质分别达到Ⅱ类和Ⅰ类。")
    assert [one[2] for one in found] == ["雅河大桥", "贡湖湖心"]
