"""Commitments: sentences of the plan that say what will be done."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from typing_extensions import TypedDict

from builder.kinds.kind import (
    UNFIT,
    FactKind,
    FactValues,
    Find,
    MaybePeriod,
    MaybeText,
    RecordValues,
    SomeValue,
    Words,
    fits_unit,
    plain,
)
from builder.language import Language
from builder.model import Commitment, Qualifier, Target


class TargetKeys(TypedDict):
    """要达到的一个数值。"""

    value: Annotated[str | None, Field(description="十进制数或水质类别")]
    unit: Annotated[str, Field(description="单位")]
    qualifier: Annotated[Qualifier, Field(description="要等于，还是不高于、不低于")]
    start: Annotated[int, Field(description="在报告原文中的开始位置")]
    end: Annotated[int, Field(description="结束位置")]
    quote: Annotated[str, Field(description="原文字句")]


class CommitmentKeys(TypedDict):
    """承诺：计划中的一句话，写明要做什么。"""

    heading: Annotated[list[str], Field(description="所在的各级标题，由外到内")]
    targets: Annotated[list[TargetKeys], Field(description="要达到的数值")]
    deadline: Annotated[str | None, Field(description="照原文的时限")]
    product: Annotated[str | None, Field(description="要完成的具名文件或工程")]
    horizon: Annotated[
        str | None, Field(description="跨年度承诺的起止年份，如 2026..2030；下一年的为 null")
    ]


def _line(fact: Commitment) -> CommitmentKeys:
    return {
        "heading": list(fact.headings),
        "targets": [_target(target) for target in fact.targets],
        "deadline": fact.deadline,
        "product": fact.product,
        "horizon": plain(fact.horizon),
    }


def _target(target: Target) -> TargetKeys:
    return {
        "value": plain(target.value),
        "unit": target.unit,
        "qualifier": target.qualifier,
        "start": target.start,
        "end": target.end,
        "quote": target.quote,
    }


class TargetValues(RecordValues):
    """A number to be reached, with its quoted words."""

    value: SomeValue
    unit: str
    qualifier: Qualifier = Qualifier.EQUAL
    quote: Words

    @field_validator("unit")
    @classmethod
    def _fits_the_value(cls, unit: str, info: ValidationInfo) -> str:
        if not fits_unit(info.data.get("value"), unit):
            raise ValueError(UNFIT)
        return unit

    def record(self, find: Find) -> Target:
        """The target, with the place of its words."""
        start, end = find(self.quote)
        return Target(**dict(self), start=start, end=end)


class CommitmentValues(FactValues):
    """The values of a commitment; `targets` replaces all of them."""

    deadline: MaybeText = None
    product: MaybeText = None
    horizon: MaybePeriod = None
    targets: tuple[TargetValues, ...] = ()


def _about(fact: Commitment, language: Language) -> str:
    del fact, language
    return ""


COMMITMENT = FactKind(
    record=Commitment,
    name="commitment",
    label="承诺",
    plural="commitments",
    style="on grey15",
    keys=CommitmentKeys,
    line=_line,
    values=CommitmentValues,
    about=_about,
)
