"""Tallies: sets of items raised, and how many are settled."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, field_validator
from typing_extensions import TypedDict

from builder.kinds.kind import FactKind, FactValues, MaybeNumber, MaybePeriod, plain
from builder.language import Language
from builder.model import Tally, TallySource

WHOLE = 100


class TallyKeys(TypedDict):
    """办理情况：一组交办、反馈的事项办了多少，照原文，从不计算。"""

    subject: Annotated[str, Field(description="是什么事项")]
    source: Annotated[TallySource, Field(description="由谁提出")]
    total: Annotated[str | None, Field(description="总数")]
    done: Annotated[str | None, Field(description="已完成")]
    pending: Annotated[str | None, Field(description="未完成")]
    rate: Annotated[str | None, Field(description="完成率，%")]
    period: Annotated[str | None, Field(description="事项提出的时期，否则为报告期")]
    unit: Annotated[str | None, Field(description="量词，如 件、个、起；只有完成率的没有")]
    note: Annotated[str | None, Field(description="限定办结程度的词，如 县级销号")]
    pending_as: Annotated[
        str | None, Field(description="原文怎样说未完成的，如 阶段性办结；只说未完成的为 null")
    ]


def _line(fact: Tally) -> TallyKeys:
    return {
        "subject": fact.subject,
        "source": fact.source,
        "total": plain(fact.total),
        "done": plain(fact.done),
        "pending": plain(fact.pending),
        "rate": plain(fact.rate),
        "period": plain(fact.period),
        "unit": fact.unit,
        "note": fact.note,
        "pending_as": fact.pending_as,
    }


class TallyValues(FactValues):
    """The values of a tally."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "subject", "source", "period")

    subject: str = ""
    source: TallySource = TallySource.OTHER
    total: MaybeNumber = None
    done: MaybeNumber = None
    pending: MaybeNumber = None
    rate: MaybeNumber = None
    period: MaybePeriod = None
    unit: str | None = None
    note: str | None = None
    pending_as: str | None = None

    @field_validator("total", "done", "pending")
    @classmethod
    def _counts(cls, count: Decimal | None) -> Decimal | None:
        if count is not None and count < 0:
            raise ValueError("件数不能是负数")
        return count

    @field_validator("done", "pending")
    @classmethod
    def _is_part(cls, part: Decimal | None, info: ValidationInfo) -> Decimal | None:
        total = info.data.get("total")
        if part is not None and total is not None and part > total:
            raise ValueError(f"不能多于总数 {total}")
        return part

    @field_validator("rate")
    @classmethod
    def _is_share(cls, rate: Decimal | None) -> Decimal | None:
        if rate is not None and not 0 <= rate <= WHOLE:
            raise ValueError("比率应在 0 与 100 之间")
        return rate


def _about(fact: Tally, language: Language) -> str:
    return fact.subject or language("未载明")


TALLY = FactKind(
    record=Tally,
    name="tally",
    label="办理情况",
    plural="tallies",
    style="bold magenta",
    keys=TallyKeys,
    line=_line,
    values=TallyValues,
    about=_about,
)
