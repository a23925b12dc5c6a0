"""`briefing.toml`: every key with its default."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from builder.model import OTHER_CODES, FlagType, PartName
from builder.toml_file import TomlError, advice, read_toml

PARTS = tuple(PartName)


def _known_code(code: str) -> str:
    codes = [*FlagType, *OTHER_CODES]
    if code not in codes:
        raise PydanticCustomError(
            "unknown_code", "没有这个代码。{advice}", {"advice": advice(code, codes)}
        )
    return code


Code = Annotated[str, AfterValidator(_known_code)]


class Shape(BaseModel):
    """A table of the configuration: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Fonts(Shape):
    """Font families by use. Word keeps these names; the PDF embeds the project's own fonts."""

    body: str = "仿宋_GB2312"
    title: str = "方正小标宋简体"
    heading1: str = "黑体"
    heading2: str = "楷体_GB2312"
    latin: str = "Times New Roman"


class Limits(Shape):
    """What one input may cost at most; a file over a limit is refused and named."""

    file_megabytes: Annotated[int, Field(gt=0)] = 50
    text_characters: Annotated[int, Field(gt=0)] = 2_000_000
    pages: Annotated[int, Field(gt=0)] = 1_000
    seconds: Annotated[int, Field(gt=0)] = 60
    memory_megabytes: Annotated[int, Field(ge=500)] = 2_000


class Config(Shape):
    """Everything a user can set for a briefing."""

    title: str = "生态环境工作对比简报"
    subtitle: str = ""
    issuer: str = ""
    issue: str = ""
    date: str = ""
    recipients: str = ""
    language: Literal["zh", "en"] = "zh"
    profile: Literal["gbt9704", "plain"] = "gbt9704"
    charts: Literal["picture", "native"] = "picture"
    templates: str = ""
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
