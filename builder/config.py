"""`briefing.toml`: every key with its default, and errors that name the nearest valid key."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic_core import PydanticCustomError

from builder.model import OTHER_CODES, FlagType

Part = Literal[
    "findings",
    "materials",
    "indicators",
    "inspection",
    "matrix",
    "services",
    "commitments",
    "quality",
    "evidence",
]
PARTS: tuple[Part, ...] = get_args(Part)

# What pydantic expected, in the user's language; anything else keeps its own words.
EXPECTATIONS = {
    "literal_error": "应为 {expected}",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than_equal": "应不大于 {le}",
    "string_type": "应为文字，写在引号里",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "tuple_type": '应为列表，例如 ["甲", "乙"]',
    "model_type": "应为一个表",
    "dict_type": "应为一个表",
}


class ConfigError(Exception):
    """The configuration is wrong; the message lists every error with its key."""


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
    parts: tuple[Part, ...] = PARTS
    key_findings: Annotated[int, Field(ge=1, le=30)] = 12
    fonts: Fonts = Fonts()
    limits: Limits = Limits()
    levels: dict[str, Literal["error", "warning", "note", "off"]] = {}

    @field_validator("levels")
    @classmethod
    def _known_codes(cls, levels: dict[str, str]) -> dict[str, str]:
        """Only codes that a finding can have."""
        codes = [*FlagType, *OTHER_CODES]
        for code in levels:
            if code not in codes:
                raise PydanticCustomError(
                    "unknown_code", "{advice}", {"advice": _advice(code, codes)}
                )
        return levels


def read_config(path: Path | None) -> Config:
    """The configuration of a file, or the defaults where `path` is None.

    Raises `ConfigError` with one line for each error of the file.
    """
    if path is None:
        return Config()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{path.name}: 打不开，没有这个文件。请检查 --config 的路径。") from None
    except OSError as error:
        raise ConfigError(f"{path.name}: 打不开：{error.strerror}。") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path.name}: 不是有效的 TOML：{error}") from None
    try:
        return Config.model_validate(table)
    except ValidationError as error:
        raise ConfigError("\n".join(f"{path.name}: {line}" for line in _lines(error))) from None


def _lines(error: ValidationError) -> list[str]:
    return [_line(item) for item in error.errors(include_url=False)]


def _line(item: Any) -> str:  # noqa: ANN401 -- pydantic's own type is a loose mapping
    key = ".".join(str(part) for part in item["loc"])
    if item["type"] == "extra_forbidden":
        return f"{key}: 没有这个键。{_nearest(item['loc'])}"
    if item["type"] == "unknown_code":
        return f"{key}: 没有这个代码。{item['msg']}"
    wanted = EXPECTATIONS.get(item["type"], item["msg"]).format(**item.get("ctx", {}))
    wanted = wanted.replace(" or ", " 或 ")
    return f"{key}: {wanted}（现为 {item['input']!r}）"


def _nearest(location: tuple[str | int, ...]) -> str:
    """The valid key of the same table that is spelt most like the unknown one."""
    shape: Any = Config
    for part in location[:-1]:
        shape = shape.model_fields[str(part)].annotation
    return _advice(str(location[-1]), list(shape.model_fields))


def _advice(key: str, valid: Sequence[str]) -> str:
    """What to write instead of a key that there is not."""
    near = difflib.get_close_matches(key, valid, n=1, cutoff=0.5)
    return f"是不是想写 {near[0]}？" if near else f"可用的键：{'、'.join(valid)}。"
