"""`corrections.toml`: what the reader found wrong, kept beside the reports."""

from __future__ import annotations

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
from builder.review.values import VALUES
from builder.toml_file import located, mistakes, read_toml

_NULLABLE = ("change", "rank")


def _kind(text: str) -> str:
    if text not in VALUES:
        choices = ", ".join(f"'{name}'" for name in VALUES)
        raise PydanticKnownError("literal_error", {"expected": choices})
    return text


class Correction(BaseModel):
    """One correction: which fact, what is right, why, who says so and since when.

    The fact is the one of `kind` at the quoted words. `nth` picks one of several places of the
    same words, `which` one of several facts at one place: `which = { metric = "air.so2" }`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    action: Literal["set", "drop", "add"]
    report: Words
    kind: Annotated[str, AfterValidator(_kind)]
    quote: Words
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
    def _fits(self) -> Correction:
        if self.action != "drop" and not self.values:
            raise ValueError(f"{self.action} 需要 values")
        if self.kind == "link" and self.action != "set":
            raise ValueError("link 只能用 set")
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
    return read_toml(path, Corrections) if path.exists() else Corrections()


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
