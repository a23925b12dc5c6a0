"""`briefing.toml`: every key with its default."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from builder.model import OTHER_CODES, FlagType, PartName
from builder.toml_file import TomlError, advice, read_toml

PARTS = tuple(PartName)
LONGEST = 500
# They turn the order of what is seen against what is stored.
BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NOT_IN_FONTS = "\"'<>&\\{};,/"


def _known_code(code: str) -> str:
    codes = [*FlagType, *OTHER_CODES]
    if code not in codes:
        raise PydanticCustomError(
            "unknown_code", "没有这个代码。{advice}", {"advice": advice(code, codes)}
        )
    return code


def _in_one_line(words: str) -> str:
    """Words that are printed in one line: a control character would break a file or a terminal."""
    if found := next((sign for sign in words if _is_control(sign)), None):
        raise PydanticCustomError(
            "control_character",
            "含有不能印出的控制字符 U+{code}，请删去",
            {"code": f"{ord(found):04X}"},
        )
    return words


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} or sign in BIDI


def _font_name(name: str) -> str:
    if found := next((sign for sign in name if sign in NOT_IN_FONTS), None):
        raise PydanticCustomError(
            "font_name", "字体名里不能有 {sign}，请照 Word 字体列表里的名字写", {"sign": found}
        )
    return name


Code = Annotated[str, AfterValidator(_known_code)]
Words = Annotated[str, Field(max_length=LONGEST), AfterValidator(_in_one_line)]
# Word itself knows no longer names.
FontName = Annotated[
    str,
    Field(min_length=1, max_length=64),
    AfterValidator(_font_name),
    AfterValidator(_in_one_line),
]


class Shape(BaseModel):
    """A table of the configuration: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fonts(Shape):
    """Font families by use. Word keeps these names; the PDF embeds the project's own fonts."""

    body: FontName = "仿宋_GB2312"
    title: FontName = "方正小标宋简体"
    heading1: FontName = "黑体"
    heading2: FontName = "楷体_GB2312"
    latin: FontName = "Times New Roman"


class Limits(Shape):
    """What one input may cost at most; a file over a limit is refused and named."""

    file_megabytes: Annotated[int, Field(gt=0, le=10_000)] = 50
    text_characters: Annotated[int, Field(gt=0, le=1_000_000_000)] = 2_000_000
    pages: Annotated[int, Field(gt=0, le=1_000_000)] = 1_000
    seconds: Annotated[int, Field(gt=0, le=86_400)] = 60
    memory_megabytes: Annotated[int, Field(ge=500, le=1_000_000)] = 2_000


class Config(Shape):
    """Everything a user can set for a briefing."""

    title: Words = "生态环境工作对比简报"
    subtitle: Words = ""
    issuer: Words = ""
    issue: Words = ""
    date: Words = ""
    recipients: Words = ""
    language: Literal["zh", "en"] = "zh"
    profile: Literal["gbt9704", "plain"] = "gbt9704"
    charts: Literal["picture", "native"] = "picture"
    templates: Annotated[str, AfterValidator(_in_one_line)] = ""
    order: tuple[str, ...] = ()
    parts: tuple[PartName, ...] = PARTS
    key_findings: Annotated[int, Field(ge=1, le=30)] = 12
    fonts: Fonts = Fonts()
    limits: Limits = Limits()
    levels: dict[Code, Literal["error", "warning", "note", "off"]] = {}


def read_config(path: Path | None) -> Config:
    """The configuration of a file, or the defaults where `path` is None.

    Raises `TomlError` with one line for each mistake of the file.
    """
    if path is None:
        return Config()
    if not path.exists():
        raise TomlError(f"{path.name}: 打不开，没有这个文件。请检查 --config 的路径。")
    return read_toml(path, Config)
