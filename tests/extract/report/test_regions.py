"""Regions of places that the table of divisions lacks, or knows several of."""

from __future__ import annotations

import pytest

from builder.extract import extract
from tests.outlines import outlined

PARTS = "一、工作情况\n完成治理项目12个。\n二、下一步计划\n整治排污口3个。\n"


def region(head: str, tail: str = "") -> tuple[str, ...]:
    return extract(outlined(f"{head}\n{PARTS}{tail}\n")).report.region


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("青坪县生态环境局2024年工作总结", ("青坪县",)),
        ("鹿鸣洲市生态环境局2024年工作总结", ("鹿鸣洲市",)),
        ("禾坪县水利局2024年工作总结", ("禾坪县",)),
        ("鼓楼区生态环境局2024年工作总结", ("鼓楼区",)),
        ("达县环境保护局2012年工作总结", ("达县",)),
        ("云墟旗生态环境局2024年工作总结", ("云墟旗",)),
        ("岳阳县生态环境局2024年工作总结", ("湖南省", "岳阳市", "岳阳县")),
        ("四川省生态环境厅2023年工作总结", ("四川省",)),
    ],
)
def test_the_place_that_a_bureau_is_named_after(title: str, places: tuple[str, ...]) -> None:
    assert region(title) == places


@pytest.mark.parametrize(
    ("tail", "around"),
    [
        ("主办:安徽省青坪县人民政府办公室", ("安徽省",)),
        ("版权所有:湖南省岳阳市青坪县生态环境局", ("湖南省", "岳阳市")),
        ("安徽省生态环境厅到青坪县调研。", ()),
        ("安徽省青坪县与湖南省青坪县结对。", ()),
    ],
)
def test_the_division_printed_right_before_it_is_around_it(
    tail: str, around: tuple[str, ...]
) -> None:
    assert region("青坪县生态环境局2024年工作总结", tail) == (*around, "青坪县")


@pytest.mark.parametrize(
    "title",
    [
        "XX县生态环境局2024年工作总结",
        "区生态环境分局2024年一季度工作总结",
        "市生态环境局2023年工作总结",
        "全市生态环境工作2023年总结",
    ],
)
def test_a_name_of_any_place_has_no_region(title: str) -> None:
    assert region(title) == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("今年,汀洲区PM2.5浓度31微克/立方米。", ("琴湖市", "汀洲区")),
        ("汀洲县委、县政府高度重视。汀洲县建成管网3公里。", ("琴湖市", "汀洲县")),
        ("区委、区政府高度重视。", ("琴湖市", "汀洲区")),
        # Guards: a stretch of land, and no district named at all.
        ("汀洲区域空气质量好转。", ("琴湖市",)),
        ("全年立案3件。", ("琴湖市",)),
    ],
)
def test_the_district_of_a_branch_by_its_full_name(text: str, places: tuple[str, ...]) -> None:
    assert region("琴湖市生态环境局汀洲分局2024年工作总结", text) == places
