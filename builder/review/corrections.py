"""`corrections.toml`: what the reader found wrong, kept beside the reports."""

from __future__ import annotations

import difflib
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from builder.review.values import VALUES, Values, Words

_NULLABLE = ("change", "rank")


class CorrectionsError(Exception):
    """The corrections are wrong; the message lists every error with its place in the file."""


class Correction(BaseModel):
    """One correction: which fact, what is right, why, who says so and since when.

    The fact is the one of `kind` at the quoted words. `nth` picks one of several places of the
    same words, `which` one of several facts at one place: `which = { metric = "air.so2" }`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Literal["set", "drop", "add"]
    report: Words
    kind: Literal[
        "indicator", "tally", "quantity", "rectification", "problem", "commitment", "link"
    ]
    quote: Words
    nth: Annotated[int, Field(ge=1)] | None = None
    which: dict[str, str] = {}
    values: dict[str, Any] = {}
    reason: Words
    who: Words
    when: date

    @model_validator(mode="after")
    def _fits(self) -> Correction:
        """The values fit the kind and the action."""
        if self.action == "drop" and self.values:
            raise ValueError("drop 不需要 values")
        if self.action != "drop" and not self.values:
            raise ValueError(f"{self.action} 需要 values")
        if self.action != "drop":
            self.checked_values()
        if self.kind == "link" and self.action != "set":
            raise ValueError("link 只能用 set")
        return self

    def checked_values(self) -> Values:
        """The values in the shape of the kind.

        Raises `ValueError` with every error, and with the keys that an added fact lacks.
        """
        shape = VALUES[self.kind]
        unset = {key: None for key in _NULLABLE if self.values.get(key) == {}}
        try:
            values = shape.model_validate(self.values | unset)
        except ValidationError as error:
            lines = [_line(item, shape) for item in error.errors(include_url=False)]
            raise ValueError("values." + "；values.".join(lines)) from None
        lacking = [key for key in shape.REQUIRED if key not in values.model_fields_set]
        if self.action == "add" and lacking:
            raise ValueError(f"add 还需要 values.{'、values.'.join(lacking)}")
        return values

    @property
    def signed(self) -> str:
        """The reason with who and when, as printed with the evidence."""
        return f"{self.reason}（{self.who}，{self.when.isoformat()}）"


class Corrections(BaseModel):
    """All corrections of a folder, in the order of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    correction: tuple[Correction, ...] = ()


def read_corrections(path: Path) -> Corrections:
    """The corrections of a file; none where there is no such file.

    Raises `CorrectionsError` with one line for each error of the file.
    """
    if not path.exists():
        return Corrections()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CorrectionsError(f"{path.name}: 打不开：{error.strerror}。") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CorrectionsError(f"{path.name}: 不是有效的 TOML：{error}") from None
    try:
        return Corrections.model_validate(table)
    except ValidationError as error:
        lines = (_line(item, Correction) for item in error.errors(include_url=False))
        raise CorrectionsError("\n".join(f"{path.name}: {line}" for line in lines)) from None


def _line(item: Any, shape: type[BaseModel]) -> str:  # noqa: ANN401 -- pydantic's own loose mapping
    """`correction[2].reason: 缺少这一项`, with the nearest key for an unknown one."""
    place = _path(item["loc"])
    if item["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(item["loc"][-1]), list(shape.model_fields), n=1)
        hint = f"是不是想写 {near[0]}？" if near else f"可用的键：{'、'.join(shape.model_fields)}。"
        return f"{place}: 没有这个键。{hint}"
    if item["type"] == "missing":
        return f"{place}: 缺少这一项"
    message = str(item["msg"]).removeprefix("Value error, ")
    return f"{place}: {message}" if place else message


def _path(location: tuple[str | int, ...]) -> str:
    """`("correction", 1, "reason")` as `correction[2].reason`: the second, as people count."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")
