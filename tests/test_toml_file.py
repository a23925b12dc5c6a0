"""What is wrong with a TOML file is said at once, in Chinese, with its place."""

from __future__ import annotations

import codecs
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, RootModel

from builder.toml_file import TomlError, read_toml


class Kind(StrEnum):
    AIR = "air"
    WATER = "water"


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=3)] = "甲乙"
    since: Annotated[int, Field(alias="from")] = 2020
    day: date = date(2025, 1, 1)
    share: Annotated[Decimal, Field(gt=0, le=100)] = Decimal(1)
    on: bool = True
    choice: Literal["a", "b", "c"] = "a"
    wait: frozenset[int] | None = None


class Parts(RootModel[dict[Kind, Part]]):
    pass


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")

    part: tuple[Part, ...] = ()
    more: Part | None = None
    by_kind: dict[Kind, Part] = {}
    rooted: Parts = Parts({})
    names: Annotated[tuple[str, ...], Field(min_length=1)] = ("甲",)


def written(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "some.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def error_of(tmp_path: Path, content: str | bytes) -> list[str]:
    path = written(tmp_path, content)
    with pytest.raises(TomlError) as caught:
        read_toml(path, Shape)
    lines = str(caught.value).split("\n")
    assert all(line.startswith("some.toml: ") for line in lines)
    return [line.removeprefix("some.toml: ") for line in lines]


@pytest.mark.parametrize(
    "data",
    [
        'names = ["水质"]'.encode(),
        codecs.BOM_UTF8 + 'names = ["水质"]'.encode(),
        'names = ["水质"]'.encode("gb18030"),
        codecs.BOM_UTF16_LE + 'names = ["水质"]'.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + 'names = ["水质"]'.encode("utf-16-be"),
        'part = []\r\nnames = ["水质"]\r\n'.encode(),
    ],
    ids=["utf-8", "bom", "gbk", "utf-16-le", "utf-16-be", "crlf"],
)
def test_every_encoding_that_editors_write_is_read(tmp_path: Path, data: bytes) -> None:
    assert read_toml(written(tmp_path, data), Shape).names == ("水质",)


def test_error_encoding_that_nobody_knows(tmp_path: Path) -> None:
    said = error_of(tmp_path, b"names = ['\xff\xff\x81']")
    assert said == ["认不出文字编码；请用记事本另存为 UTF-8。"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("names = ", "第 1 行第 9 列：值写得不对；文字要写在引号里。"),
        ("\nnames = 水质\n", "第 2 行第 9 列：值写得不对；文字要写在引号里。"),
        ("names = [“水质”]", "第 1 行第 10 列：这里是中文标点 “，要用英文的。"),
        ('names = ["水质"，"土壤"]', "第 1 行第 14 列：这里是中文标点 ，，要用英文的。"),
        ('names： ["水质"]', "第 1 行第 6 列：这里是中文标点 ：，要用英文的。"),
        ('names ["水质"]', "第 1 行第 7 列：键后面缺少等号。"),
        ('names = ["水质" "土壤"]', "第 1 行第 15 列：列表缺少 ]，或两项之间缺少逗号。"),
        ('names = ["水质"', "第 1 行第 14 列：列表缺少 ]，或两项之间缺少逗号。"),
        ('names = ["水质\n"]', "第 1 行第 13 列：引号没有写完，或有不能用的字符。"),
        ('names = ["甲"] names = 1', "第 1 行第 15 列：一行只能写一项，后面多了字。"),
        ('more = { name = "甲"', "第 1 行第 20 列：表缺少 }，或两项之间缺少逗号。"),
        ("[[part]\n", "第 1 行第 7 列：方括号没有写完。"),
        ('names = ["甲"]\nnames = ["乙"]', "第 2 行第 14 列：这个键或表写了两次。"),
        ("[more]\n[more]\n", "第 2 行第 6 列：这个键或表写了两次。"),
        ('名 = "甲"', "第 1 行第 1 列：键写得不对；中文的键要写在引号里。"),
        (
            'names = ["C:\\中"]',
            "第 1 行第 15 列：双引号里的反斜杠要写两个（\\\\），或改用单引号。",
        ),
        ('names = ["甲', "第 1 行第 12 列：引号没有写完。"),
    ],
)
def test_error_of_syntax_says_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    assert error_of(tmp_path, text) == [said]


def test_error_lists_every_mistake_with_its_place(tmp_path: Path) -> None:
    text = """
names = []
[[part]]
[[part]]
nam = "甲"
from = "2020年"
choice = "d"
day = "昨天"
share = 0
on = "是的"
[more]
name = "甲"
form = 1
[by_kind.wter]
[by_kind.air]
shaer = 1
[rooted.water]
shaer = 1
name = "甲乙丙丁"
wait = false
"""
    assert error_of(tmp_path, text) == [
        'part[2].from: 应为整数（现为 "2020年"）',
        'part[2].day: 应为日期，例如 2025-03-01（现为 "昨天"）',
        "part[2].share: 应大于 0（现为 0）",
        'part[2].on: 应为 true 或 false（现为 "是的"）',
        'part[2].choice: 应为 "a"、"b" 或 "c"（现为 "d"）',
        "part[2].nam: 没有这个键。是不是想写 name？",
        "more.name: 至少要有 2 个字",
        "more.form: 没有这个键。是不是想写 from？",
        "by_kind.wter: 没有这个键。是不是想写 water？",
        "by_kind.air.shaer: 没有这个键。是不是想写 share？",
        'rooted.water.name: 最多 3 个字（现为 "甲乙丙丁"）',
        "rooted.water.wait: 不合要求：Input should be a valid frozenset（现为 false）",
        "rooted.water.shaer: 没有这个键。是不是想写 share？",
        "names: 至少要有 1 项",
    ]


def test_error_of_types(tmp_path: Path) -> None:
    text = 'part = 1\nmore = [1]\nby_kind = "x"\nnames = "甲"\n'
    assert error_of(tmp_path, text) == [
        'part: 应为列表，例如 ["甲", "乙"]（现为 1）',
        "more: 应为一个表（现为 一个列表）",
        'by_kind: 应为一个表（现为 "x"）',
        'names: 应为列表，例如 ["甲", "乙"]（现为 "甲"）',
    ]


def test_error_of_a_key_that_toml_quotes(tmp_path: Path) -> None:
    text = '"air.pm25" = 1\nzzzzzz = 1\n'
    assert error_of(tmp_path, text) == [
        '"air.pm25": 没有这个键。可用的：part、more、by_kind、rooted、names。',
        "zzzzzz: 没有这个键。可用的：part、more、by_kind、rooted、names。",
    ]


def test_error_of_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TomlError) as caught:
        read_toml(tmp_path / "none.toml", Shape)
    assert str(caught.value) == "none.toml: 打不开，没有这个文件。"
