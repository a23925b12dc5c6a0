"""`corrections.toml`: what the reader found wrong, kept beside the reports."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticKnownError

from builder.kinds.kind import Values, Words
from builder.review.values import LINK, REPORT, VALUES
from builder.toml_file import located, mistakes, read_toml, refuse_outside

_NULLABLE = ("change", "rank")
# What ends the mark of a corrected fact in the briefing.
CORRECTED = "改"


def _kind(text: str) -> str:
    if text not in VALUES:
        choices = ", ".join(f"'{name}'" for name in VALUES)
        raise PydanticKnownError("literal_error", {"expected": choices})
    return text


def _plain_mark(text: str) -> str:
    """A mark as the briefing prints it, without brackets and without 改 behind a corrected one."""
    return text.strip("〔〕 ").removesuffix(CORRECTED)


class Correction(BaseModel):
    """One correction: which fact, what is right, why, who says so and since when.

    The fact is the one of `kind` at the quoted words of a report, or in the sentence that has the
    `mark` (岳22) in the briefing that the corrections above it make; words beside a mark stand in
    its sentence. `nth` picks one of several places of the same words, `which` one of several facts
    at one place: `which = { metric = "air.so2" }`. One of kind `report` is about the whole report.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Literal["set", "drop", "add"]
    mark: Annotated[str, AfterValidator(_plain_mark)] = ""
    report: str = ""
    kind: Annotated[str, AfterValidator(_kind)]
    quote: str = ""
    nth: Annotated[int, Field(ge=1)] | None = None
    which: dict[str, str] = {}
    values: dict[str, Any] = {}
    reason: Words
    who: Words
    when: date

    @field_validator("values")
    @classmethod
    def _fit_the_kind(cls, values: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        """The values fit the kind and the action, where these are right."""
        action, kind = info.data.get("action"), info.data.get("kind")
        if action == "drop" and values:
            raise ValueError("drop 不需要 values")
        if kind and action in {"set", "add"} and values:
            _checked(values, kind, whole=action == "add")
        return values

    @model_validator(mode="after")
    def _has_an_address(self) -> Correction:
        if self.kind == REPORT:
            return self._is_about_a_report()
        lacking = [key for key in ("report", "quote") if not getattr(self, key)]
        if lacking and not self.mark:
            raise located(((key,), "缺少这一项；也可以只写 mark") for key in lacking)
        if self.mark and self.report:
            raise located([(("mark",), "有了 mark 就不写 report")])
        if self.action == "add" and not self.quote:
            raise located([(("quote",), "补充数据还缺少这一项")])
        return self

    def _is_about_a_report(self) -> Correction:
        """A whole report has its name for an address, and nothing of it is quoted."""
        needless = [key for key in ("mark", "quote", "nth", "which") if getattr(self, key)]
        if needless:
            raise located(((key,), "更正整份材料（report）时不写这一项") for key in needless)
        if not self.report:
            raise located([(("report",), "缺少这一项")])
        return self

    @model_validator(mode="after")
    def _fits(self) -> Correction:
        if self.action != "drop" and not self.values:
            raise ValueError(f"{self.action} 需要 values")
        if self.kind in {LINK, REPORT} and self.action != "set":
            raise ValueError(f"{self.kind} 只能用 set")
        return self

    def checked_values(self) -> Values:
        """The values in the shape of the kind."""
        return _checked(self.values, self.kind, whole=self.action == "add")

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

    Raises `TomlError` with one line for each mistake of the file.
    """
    if not os.path.lexists(path):
        return Corrections()
    refuse_outside(path)
    return read_toml(path, Corrections)


def _checked(values: dict[str, Any], kind: str, *, whole: bool) -> Values:
    """Values in the shape of a kind; of a `whole` fact nothing that makes it one may lack.

    Raises `ValidationError` with every mistake.
    """
    shape = VALUES[kind]
    unset = {key: None for key in _NULLABLE if values.get(key) == {}}
    try:
        found = shape.model_validate(values | unset)
    except ValidationError as error:
        raise located(mistakes(error, shape)) from None
    lacking = [key for key in shape.REQUIRED if key not in found.model_fields_set]
    if whole and lacking:
        raise located(((key,), "补充数据还缺少这一项") for key in lacking)
    return found
