"""The values that a correction may set, in the contract's keys, and the record fields they make.

An empty text means that the report tells nothing (`scope = ""`), since TOML has no null.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from builder.facts_file import FROM_BOTTOM
from builder.model import (
    Change,
    Commitment,
    Direction,
    Fact,
    Indicator,
    Period,
    Problem,
    Qualifier,
    Quantity,
    Rank,
    Rectification,
    Strength,
    Tally,
    TallySource,
    Target,
    Theme,
)
from builder.toml_file import advice
from builder.vocabulary.environment.names import names

_CLASS = re.compile(r"劣?[ⅠⅡⅢⅣⅤ]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def _number(text: str) -> str:
    if text and not _NUMBER.fullmatch(text):
        raise ValueError('应为数字，如 "32.86"')
    return text


def _number_or_class(text: str) -> str:
    return text if _CLASS.fullmatch(text) else _number(text)


def _metric(text: str) -> str:
    if text not in names().metrics:
        raise ValueError(f"没有这个指标。{advice(text, names().metrics)}")
    return text


def _period(text: object) -> Period | None:
    if text == "":
        return None
    try:
        return Period.parse(str(text))
    except ValueError:
        raise ValueError('应为统计期，如 "2024"、"2024H1"、"2024-01..2024-11"') from None


Words = Annotated[str, Field(min_length=1)]
Number = Annotated[str, BeforeValidator(str), AfterValidator(_number)]
Value = Annotated[str, BeforeValidator(str), AfterValidator(_number_or_class)]
Timespan = Annotated[Period | None, PlainValidator(_period)]


class Values(BaseModel):
    """What is common to all kinds. `REQUIRED` must be given to add a fact."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    FACT: ClassVar[type[Fact] | None] = None
    REQUIRED: ClassVar[tuple[str, ...]] = ()

    @property
    def given(self) -> dict[str, Any]:
        """The values that were written down."""
        return {key: getattr(self, key) for key in self.model_fields_set}


class FactValues(Values):
    """A fact's themes, the main one first."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes",)

    themes: tuple[Theme, ...] = ()


class ChangeValues(Values):
    """A change against the year before, or against `basis`."""

    value: Number = ""
    unit: str = ""
    direction: Direction
    better: bool | None = None
    basis: str = ""

    @property
    def record(self) -> Change:
        """The change as a record."""
        return Change(
            value=_decimal(self.value),
            unit=self.unit or None,
            direction=self.direction,
            better=self.better,
            basis=self.basis or None,
        )


class RankValues(Values):
    """A printed rank."""

    position: int
    of: int | None = None
    area: str = ""
    tied: bool = False

    @property
    def record(self) -> Rank:
        """The rank as a record; its area is as the facts file has it, 全市倒数 from the bottom."""
        return Rank(
            position=self.position,
            of=self.of,
            area=self.area.removesuffix(FROM_BOTTOM) or None,
            tied=self.tied,
            from_bottom=self.area.endswith(FROM_BOTTOM),
        )


class TargetValues(Values):
    """A number to be reached, with its quoted words."""

    value: Value
    unit: str
    qualifier: Qualifier = Qualifier.EQUAL
    quote: Words


class IndicatorValues(FactValues):
    """The values of an indicator; `change = {}` and `rank = {}` unset them."""

    FACT: ClassVar[type[Fact] | None] = Indicator
    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "metric", "value", "unit", "period")

    metric: Annotated[str, AfterValidator(_metric)] = ""
    value: Value = ""
    unit: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    scope: str = ""
    period: Timespan = None
    change: ChangeValues | None = None
    rank: RankValues | None = None


class TallyValues(FactValues):
    """The values of a tally."""

    FACT: ClassVar[type[Fact] | None] = Tally
    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "subject", "source", "period")

    subject: str = ""
    source: TallySource = TallySource.OTHER
    total: Number = ""
    done: Number = ""
    pending: Number = ""
    rate: Number = ""
    period: Timespan = None


class QuantityValues(FactValues):
    """The values of a quantity."""

    FACT: ClassVar[type[Fact] | None] = Quantity
    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "value", "unit", "label")

    value: Annotated[Number, Field(min_length=1)] = ""
    unit: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    label: str = ""


class RectificationValues(FactValues):
    """The values of a rectification."""

    FACT: ClassVar[type[Fact] | None] = Rectification

    source: TallySource | None = None


class ProblemValues(FactValues):
    """The values of a problem."""

    FACT: ClassVar[type[Fact] | None] = Problem
    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "title")

    title: str = ""
    cause: str = ""


class CommitmentValues(FactValues):
    """The values of a commitment; `targets` replaces all of them."""

    FACT: ClassVar[type[Fact] | None] = Commitment

    deadline: str = ""
    targets: tuple[TargetValues, ...] = ()


class LinkValues(Values):
    """Which commitments, by their quoted words, answer the problem that the correction quotes."""

    commitments: tuple[Words, ...]
    strength: Strength


VALUES: dict[str, type[Values]] = {
    "indicator": IndicatorValues,
    "tally": TallyValues,
    "quantity": QuantityValues,
    "rectification": RectificationValues,
    "problem": ProblemValues,
    "commitment": CommitmentValues,
    "link": LinkValues,
}

# Texts that are None in a record where they are empty here.
_OPTIONAL = frozenset({"scope", "cause", "deadline"})
_DECIMALS = frozenset({"total", "done", "pending", "rate"})


def record_fields(values: Values, find: Callable[[str], tuple[int, int]]) -> dict[str, Any]:
    """The fields of a fact's record that the given values set.

    `find` gives the place of a target's words; it raises `LookupError` where they do not stand.
    """
    return {key: _field(key, value, find) for key, value in values.given.items()}


def complete_fields(values: Values, find: Callable[[str], tuple[int, int]]) -> dict[str, Any]:
    """All fields of a new fact's record, defaults where nothing was given."""
    own = {field.name for field in fields(values.FACT or Fact)}
    every = {key: getattr(values, key) for key in type(values).model_fields if key in own}
    return {key: _field(key, value, find) for key, value in every.items()}


def _field(key: str, value: Any, find: Callable[[str], tuple[int, int]]) -> Any:  # noqa: ANN401 -- a record's field
    if isinstance(value, (ChangeValues, RankValues)):
        return value.record
    if key == "targets":
        return tuple(_target(target, find) for target in value)
    if key == "value":
        return value if _CLASS.fullmatch(value) else _decimal(value)
    if key in _DECIMALS:
        return _decimal(value)
    return value or None if key in _OPTIONAL else value


def _target(target: TargetValues, find: Callable[[str], tuple[int, int]]) -> Target:
    start, end = find(target.quote)
    number = target.value if _CLASS.fullmatch(target.value) else Decimal(target.value)
    return Target(
        value=number,
        unit=target.unit,
        qualifier=target.qualifier,
        start=start,
        end=end,
        quote=target.quote,
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
