"""Quantities: every other amount of what was done, spent, found or built."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import TypedDict

from builder.kinds.kind import FactKind, FactValues, SomeNumber, plain
from builder.language import Language
from builder.model import Qualifier, Quantity


class QuantityKeys(TypedDict):
    """数量：做了、花了、查出、建成多少。"""

    value: Annotated[str | None, Field(description="十进制数")]
    unit: Annotated[str, Field(description="照原文的单位，万元、亿元不换算")]
    qualifier: Annotated[Qualifier, Field(description="数值是等于、约为，还是上限、下限")]
    label: Annotated[str, Field(description="原文中说明是什么的名词")]


def _line(fact: Quantity) -> QuantityKeys:
    return {
        "value": plain(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "label": fact.label,
    }


class QuantityValues(FactValues):
    """The values of a quantity."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "value", "unit", "label")

    value: SomeNumber = Decimal(0)
    unit: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    label: str = ""


def _about(fact: Quantity, language: Language) -> str:
    return fact.label or language("未载明")


QUANTITY = FactKind(
    record=Quantity,
    name="quantity",
    label="数量",
    plural="quantities",
    style="cyan",
    keys=QuantityKeys,
    line=_line,
    values=QuantityValues,
    about=_about,
)
