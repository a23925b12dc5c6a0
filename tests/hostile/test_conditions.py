"""Conditions of `--where` that are wrong, long or made to harm: one sentence, or what they say."""

from __future__ import annotations

import pytest

from builder.dataset.where import WhereError, read_where

ROW = {"year": 2024, "province": "湖南省", "level": "county", "file": "a.txt"}
LONG = ("year == 2024 or " * 3_000 + "year == 1", f"year in ({'1,' * 20_000}2024)")
DEEP = ("not " * 60 + "year == 1", "(" * 60 + "year == 1" + ")" * 60, "(" * 60)
ODD = ("year == " + "9" * 5_000, "year == " + "9" * 31, "file == 'a.txt'\x01", "year == 1\x00")
WRONG = """


province == '
province == ''
province == '湖'
province in ()
province in (
year in (1
year in 1
year in in
year
== 2024
year == '2024'
year = 2024
year ＝ 2024
year == ２０２４ 年
year == 1e5
year == 0x10
year == 1.5
year == 2024 and
year == 2024 year == 2024
year == 2024; drop
level == 'x'
level == county
name == “湖南”
and
not
__class__ == 1
year.__class__ == 1
published >= '2024-13-01'
published == 2024
1 == 1
)"""


@pytest.mark.parametrize("text", [*DEEP, *ODD, *WRONG.split("\n")[1:]], ids=lambda text: text[:24])
def test_error_of_a_condition(text: str) -> None:
    with pytest.raises(WhereError, match=r"^--where 第 \d+ 列"):
        read_where(text)


@pytest.mark.parametrize("text", [*LONG, "not " * 48 + "year == 2024"], ids=["or", "in", "not"])
def test_a_long_condition_is_a_condition(text: str) -> None:
    assert read_where(text).holds(ROW)
