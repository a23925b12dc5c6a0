"""`briefing.toml`: every key with its default."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from builder.model import OTHER_CODES, FlagType, PartName
from builder.model.look import PROFILES, Look
from builder.toml_file import TomlError, advice, read_toml, refuse_outside

PARTS = tuple(PartName)
MOST_CHARACTERS = 500
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


def in_one_line(words: str) -> str:
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


def _each_once(parts: tuple[PartName, ...]) -> tuple[PartName, ...]:
    if twice := next((part for at, part in enumerate(parts) if part in parts[:at]), None):
        raise PydanticCustomError("twice", "{part} 写了两次，只能印一次", {"part": twice})
    return parts


def _font_name(name: str) -> str:
    if not name.strip():
        raise PydanticCustomError("font_name", "字体名是空的，请照 Word 字体列表里的名字写")
    if found := next((sign for sign in name if sign in NOT_IN_FONTS), None):
        raise PydanticCustomError(
            "font_name", "字体名里不能有 {sign}，请照 Word 字体列表里的名字写", {"sign": found}
        )
    return name


Code = Annotated[str, AfterValidator(_known_code)]
Words = Annotated[str, Field(max_length=MOST_CHARACTERS), AfterValidator(in_one_line)]
# Word itself knows no longer names.
FontName = Annotated[
    str,
    Field(min_length=1, max_length=64),
    AfterValidator(_font_name),
    AfterValidator(in_one_line),
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


Colour = Annotated[str, Field(pattern="^#[0-9A-Fa-f]{6}$")]
Points = Annotated[float, Field(ge=6, le=40)]
Millimetres = Annotated[float, Field(ge=10, le=60)]


class LookChanges(Shape):
    """What `[look]` changes of the profile's sizes (points), margins (mm) and colours (#RRGGBB)."""

    top: Millimetres | None = None
    right: Millimetres | None = None
    bottom: Millimetres | None = None
    left: Millimetres | None = None
    body: Points | None = None
    body_leading: Annotated[float, Field(ge=8, le=60)] | None = None
    title: Points | None = None
    headline: Points | None = None
    lead: Points | None = None
    heading1: Points | None = None
    heading2: Points | None = None
    table: Points | None = None
    note: Points | None = None
    mark: Points | None = None
    ink: Colour | None = None
    accent: Colour | None = None
    marks: Colour | None = None
    quiet: Colour | None = None
    apart: Colour | None = None
    rule: Colour | None = None
    band: Colour | None = None
    tag: Colour | None = None


class OwnWords(Shape):
    """What the office says instead of a finding's own sentence."""

    lead: Annotated[Words, Field(min_length=1)]
    detail: Words = ""


class Findings(Shape):
    """How page 1 is steered: findings by their keys, which `briefing findings` lists."""

    most: Annotated[int, Field(strict=True, ge=1, le=8)] = 6
    drop: tuple[Words, ...] = ()
    pin: tuple[Words, ...] = ()
    order: tuple[Words, ...] = ()
    reword: dict[Words, OwnWords] = {}


class Limits(Shape):
    """What one input may cost at most; a file over a limit is refused and named."""

    file_megabytes: Annotated[int, Field(strict=True, gt=0, le=10_000)] = 50
    text_characters: Annotated[int, Field(strict=True, gt=0, le=1_000_000_000)] = 2_000_000
    pages: Annotated[int, Field(strict=True, gt=0, le=1_000_000)] = 1_000
    seconds: Annotated[int, Field(strict=True, gt=0, le=86_400)] = 60
    memory_megabytes: Annotated[int, Field(strict=True, ge=500, le=1_000_000)] = 2_000


class Config(Shape):
    """Everything a user can set for a briefing."""

    title: Words = "生态环境工作对比简报"
    subtitle: Words = ""
    issuer: Words = ""
    issue: Words = ""
    date: Words = ""
    recipients: Words = ""
    copies: Annotated[int, Field(strict=True, ge=0, le=100_000)] = 0
    language: Literal["zh", "en"] = "zh"
    profile: Literal["briefing", "gbt9704"] = "briefing"
    templates: Annotated[str, AfterValidator(in_one_line)] = ""
    order: tuple[Words, ...] = ()
    parts: Annotated[tuple[PartName, ...], AfterValidator(_each_once)] = PARTS
    focus: Words = ""
    findings: Findings = Findings()
    fonts: Fonts = Fonts()
    look: LookChanges = LookChanges()
    limits: Limits = Limits()
    levels: dict[Code, Literal["error", "warning", "note", "off"]] = {}

    _file: str = PrivateAttr(default="briefing.toml")

    @property
    def file(self) -> str:
        """The name of the file, for what is wrong with its words beside the reports."""
        return self._file

    @property
    def appearance(self) -> Look:
        """The look of the profile, with the changes of `[look]`."""
        look = PROFILES[self.profile]
        look = look.latin if self.language == "en" else look
        return replace(look, **self.look.model_dump(exclude_none=True))


def read_config(path: Path | None) -> Config:
    """The configuration of a file, or the defaults where `path` is None.

    Raises `TomlError` with one line for each mistake of the file.
    """
    if path is None:
        return Config()
    if not os.path.lexists(path):
        raise TomlError(f"{path.name}: 打不开，没有这个文件。请检查 --config 的路径。")
    refuse_outside(path)
    config = read_toml(path, Config)
    config._file = path.name  # noqa: SLF001 -- no key of the file, so no field
    return config
