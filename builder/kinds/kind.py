"""What is to be said of a kind of fact, and the shapes that kinds share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ClassVar, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainValidator

from builder.language import Language
from builder.model import Fact, Period, Theme

_CLASS = re.compile(r"劣?[ⅠⅡⅢⅣⅤ]")
# No measured value has more digits; one that has would fill the page.
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")

CLASS_UNIT = "class"
UNFIT = '水质类别（如 "Ⅲ"）的单位应为 "class"，数字的单位不能是 "class"'

Find = Callable[[str], tuple[int, int]]
"""Gives the place of quoted words; `LookupError` where they do not stand."""

F = TypeVar("F", bound=Fact)


class Values(BaseModel):
    """What a correction may set, in the keys of the facts file; a field is that of the record.

    An empty text means that the report tells nothing (`scope = ""`), since TOML has no null.
    `REQUIRED` must be given to add a fact.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    REQUIRED: ClassVar[tuple[str, ...]] = ()

    @property
    def given(self) -> dict[str, Any]:
        """The values that were written down."""
        return {key: getattr(self, key) for key in self.model_fields_set}


class FactValues(Values):
    """A fact's themes, the main one first."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes",)

    themes: tuple[Theme, ...] = ()


class RecordValues(Values):
    """Values of a part of a fact that is a record of its own: a change, a rank, a target."""

    def record(self, find: Find) -> object:
        """The part as a record."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind(Generic[F]):
    """A kind of fact: its record and name, how it is shown, written and corrected.

    `keys` are those that it alone has in the facts file, a `TypedDict`, and `line` gives them.
    `about` says in the evidence what a fact is about; empty, and its themes do. `title` is the
    name of its table in the documents for analysts, `style` that of `briefing explain`.
    """

    record: type[F]
    name: str
    label: str
    plural: str
    style: str
    keys: type
    line: Callable[[F], Mapping[str, object]]
    values: type[FactValues]
    about: Callable[[F, Language], str]


def plain(value: Decimal | Enum | Period | date | str | None) -> str | None:
    """A number without exponent, a period or day in the contract's form, a word as it is."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return None if value is None else str(value)


def number(text: object) -> Decimal | None:
    """A number as it is written in a correction. `ValueError` for anything else."""
    written = str(text)
    if written and not _NUMBER.fullmatch(written):
        raise ValueError('应为数字，如 "32.86"')
    return Decimal(written) if written else None


def number_or_class(text: object) -> Decimal | str | None:
    """A number, or a class of water."""
    return str(text) if _CLASS.fullmatch(str(text)) else number(text)


def fits_unit(value: Decimal | str | None, unit: str) -> bool:
    """Whether a class of water has the unit of classes, and nothing else has it."""
    return value is None or isinstance(value, str) == (unit == CLASS_UNIT)


def _some_number(text: object) -> Decimal:
    found = number(text)
    if found is None:
        raise ValueError('应为数字，如 "32.86"')
    return found


def _some_value(text: object) -> Decimal | str:
    return str(text) if _CLASS.fullmatch(str(text)) else _some_number(text)


def _period(text: object) -> Period | None:
    if text == "":
        return None
    try:
        read = Period.parse(str(text))
    except ValueError:
        raise ValueError('应为统计期，如 "2024"、"2024H1"、"2024-01..2024-11"') from None
    # 2024-01..2024-12 are the days of 2024: values of one period stand side by side.
    return Period.between(read.start, read.end)


Words = Annotated[str, Field(min_length=1)]
"""Some text."""
MaybeText = Annotated[str | None, AfterValidator(lambda text: text or None)]
MaybeNumber = Annotated[Decimal | None, PlainValidator(number)]
MaybeValue = Annotated[Decimal | str | None, PlainValidator(number_or_class)]
MaybePeriod = Annotated[Period | None, PlainValidator(_period)]
SomeNumber = Annotated[Decimal, PlainValidator(_some_number)]
SomeValue = Annotated[Decimal | str, PlainValidator(_some_value)]
