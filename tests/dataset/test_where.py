from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builder.dataset.where import WhereError, read_where

YUEYANG = {
    "province": "湖南省",
    "level": "county",
    "year": 2024,
    "bureau": "岳阳市生态环境局岳阳县分局",
    "published": date(2024, 3, 1),
    "may_pass": None,
    "publisher": None,
}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("province == '湖南' and level == 'county' and year == 2024", True),
        ('province == "湖南省"', True),
        ("province != '湖北'", True),
        ("year != 2024", False),
        ("year < 2024 or year > 2024", False),
        ("year<=2024", True),
        ("year >= 2025", False),
        ("level in ('city', 'county')", True),
        ("year in (2022, 2023)", False),
        ("not year in (2022, 2023)", True),
        ("published > '2024-02-29'", True),
        ("bureau == '岳阳市生态环境局岳阳县分局'", True),
        # `and` binds closer than `or`, `not` closer than both.
        ("year == 2024 or year == 2023 and level == 'city'", True),
        ("(year == 2024 or year == 2023) and level == 'city'", False),
        ("not year == 2023 and level == 'county'", True),
        ("not (year == 2024 and level == 'county')", False),
        ("not not year == 2024", True),
        # What a report does not state fulfils no comparison.
        ("publisher == '某局'", False),
        ("publisher != '某局'", False),
        ("publisher in ('某局')", False),
        ("may_pass == false", False),
    ],
)
def test_a_condition_holds_or_not(text: str, holds: bool) -> None:
    assert read_where(text).holds(YUEYANG) is holds


def test_only_the_fields_of_a_condition_are_read() -> None:
    assert read_where("year == 2024 or (level == 'city' and year == 2023)").fields == (
        "year",
        "level",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "第 1 列：应为：字段、not 或 (；现为：结尾。"),
        ("provinc == '湖南'", "第 1 列：没有字段 provinc。是不是想写 province？"),
        ("year == 2024 and levle == 'city'", "第 18 列：没有字段 levle。是不是想写 level？"),
        ("level == 'contry'", "第 10 列：level 没有 'contry' 这个值。是不是想写 county？"),
        ("province = '湖南'", "第 10 列：应为：==、!=、<、<=、>、>= 或 in；现为：=。"),
        ("year == '2024'", "第 9 列：应为：year 的值：整数，不加引号，如 2024；现为：'2024'。"),
        ("level == 2024", "第 10 列：应为：level 的值：文字，写在引号里，如 '湖南'；现为：2024。"),
        (
            "published > '2024'",
            "第 13 列：应为：published 的值：日期，写在引号里，如 '2024-03-01'；现为：'2024'。",
        ),
        ("may_pass == 1", "第 13 列：应为：may_pass 的值：true 或 false；现为：1。"),
        ("(year == 2024", "第 14 列：应为：and、or 或 )；现为：结尾。"),
        ("year == 2024)", "第 13 列：应为：and、or 或结尾；现为：)。"),
        ("year == 2024 level", "第 14 列：应为：and、or 或结尾；现为：level。"),
        ("year in 2024", "第 9 列：应为：(；现为：2024。"),
        ("year in (2024", "第 14 列：应为：, 或 )；现为：结尾。"),
        ("and year == 2024", "第 1 列：应为：字段、not 或 (；现为：and。"),
        (
            "bureau == “岳阳”",
            "第 11 列：应为：bureau 的值：文字，写在引号里，如 '湖南'；现为：“。",
        ),
        ("year == 20.24", "第 11 列：应为：and、or 或结尾；现为：.。"),
        ("province == '湖北' or province == '河'", None),
        ("(" * 60, "第 51 列：应为：至多 50 层括号；现为：(。"),
        ("__import__('os').system('true')", None),
        ("year.real == 1", "第 5 列：应为：==、!=、<、<=、>、>= 或 in；现为：.。"),
    ],
)
def test_error_says_where_and_what_was_expected(text: str, said: str | None) -> None:
    with pytest.raises(WhereError) as caught:
        read_where(text)
    assert str(caught.value).startswith("--where 第 ")
    if said is not None:
        assert str(caught.value) == f"--where {said}"


def test_a_province_may_be_written_short_where_one_is_meant() -> None:
    def holds(text: str, province: str) -> bool:
        row: dict[str, Any] = {"province": province}
        return read_where(text).holds(row)

    assert holds("province == '广西'", "广西壮族自治区")
    assert holds("province in ('北京', '内蒙古')", "内蒙古自治区")
    with pytest.raises(WhereError, match="第 13 列：没有省份 '湖'"):
        read_where("province == '湖'")
