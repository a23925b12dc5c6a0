"""Indicators: measured values of known metrics."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, NotRequired

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from typing_extensions import TypedDict

from builder.kinds.kind import (
    UNFIT,
    FactKind,
    FactValues,
    Find,
    MaybeNumber,
    MaybePeriod,
    MaybeText,
    MaybeValue,
    RecordValues,
    fits_unit,
    plain,
)
from builder.language import Language
from builder.model import Change, Direction, Indicator, Qualifier, Rank
from builder.toml_file import advice
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names

# How the facts file says that a rank is counted from the bottom.
LAST = "last"
# A correction may say so as it is printed: area = "全市倒数".
FROM_BOTTOM = "倒数"


class ChangeKeys(TypedDict):
    """与上一年（或 `basis`）相比的变化。"""

    value: Annotated[str | None, Field(description="变化的数值；持平或未载数值时为 null")]
    unit: Annotated[str | None, Field(description="%、pp（百分点）或指标的单位")]
    direction: Annotated[Direction, Field(description="升、降、持平")]
    better: Annotated[bool | None, Field(description="是否变好；说不清时为 null")]
    basis: NotRequired[Annotated[str, Field(description="不是与上一年相比时，与什么相比")]]


# `from` is a word of Python's, and no name of a field.
_From = TypedDict(
    "_From",
    {"from": NotRequired[Annotated[str, Field(description="从末位数起的为 last，否则没有此键")]]},
)


class RankKeys(_From):
    """原文所载的名次。"""

    position: Annotated[int, Field(description="第几名")]
    of: Annotated[int | None, Field(description="共几名")]
    area: Annotated[str | None, Field(description="在什么范围")]
    tied: Annotated[bool, Field(description="是否并列")]


class IndicatorKeys(TypedDict):
    """指标：已知指标的实测值。"""

    metric: Annotated[str, Field(description="指标的编号")]
    value: Annotated[str | None, Field(description="十进制数或水质类别；只载变化时为 null")]
    unit: Annotated[str, Field(description="规范的单位")]
    qualifier: Annotated[Qualifier, Field(description="数值是等于、约为，还是上限、下限")]
    scope: Annotated[str | None, Field(description="限定范围的原文字句；全域为 null")]
    period: Annotated[str | None, Field(description="统计期；原文不明时为 null")]
    change: Annotated[ChangeKeys | None, Field(description="变化")]
    rank: Annotated[RankKeys | None, Field(description="名次")]


def _line(fact: Indicator) -> IndicatorKeys:
    return {
        "metric": fact.metric,
        "value": plain(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "scope": fact.scope,
        "period": plain(fact.period),
        "change": None if fact.change is None else _change(fact.change),
        "rank": None if fact.rank is None else _rank(fact.rank),
    }


def _change(change: Change) -> ChangeKeys:
    keys: ChangeKeys = {
        "value": plain(change.value),
        "unit": change.unit,
        "direction": change.direction,
        "better": change.better,
    }
    return keys if change.basis is None else {**keys, "basis": change.basis}


def _rank(rank: Rank) -> RankKeys:
    keys: RankKeys = {
        "position": rank.position,
        "of": rank.of,
        "area": rank.area,
        "tied": rank.tied,
    }
    return {**keys, "from": LAST} if rank.from_bottom else keys


def _metric(text: str) -> str:
    if text not in names().metrics:
        raise ValueError(f"没有这个指标。{advice(text, names().metrics)}")
    return text


class ChangeValues(RecordValues):
    """A change against the year before, or against `basis`."""

    value: MaybeNumber = None
    unit: MaybeText = None
    direction: Direction
    better: bool | None = None
    basis: MaybeText = None

    def record(self, find: Find) -> Change:  # noqa: ARG002 -- a target needs it
        """The change as a record."""
        return Change(**dict(self))


class RankValues(RecordValues):
    """A printed rank, with `from = "last"` one from the bottom."""

    position: Annotated[int, Field(ge=1)]
    of: Annotated[int, Field(ge=1)] | None = None
    area: str = ""
    tied: bool = False
    counted_from: Literal["last"] | None = Field(default=None, alias="from")

    @field_validator("of")
    @classmethod
    def _holds_the_position(cls, of: int | None, info: ValidationInfo) -> int | None:
        position = info.data.get("position")
        if of is not None and position is not None and position > of:
            raise ValueError(f"共 {of} 名，名次不能是第 {position}")
        return of

    def record(self, find: Find) -> Rank:  # noqa: ARG002 -- a target needs it
        """The rank as a record."""
        return Rank(
            position=self.position,
            of=self.of,
            area=self.area.removesuffix(FROM_BOTTOM) or None,
            tied=self.tied,
            from_bottom=self.counted_from == LAST or self.area.endswith(FROM_BOTTOM),
        )


class IndicatorValues(FactValues):
    """The values of an indicator; `change = {}` and `rank = {}` unset them."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("themes", "metric", "value", "unit", "period")

    metric: Annotated[str, AfterValidator(_metric)] = ""
    value: MaybeValue = None
    unit: str = ""
    qualifier: Qualifier = Qualifier.EQUAL
    scope: MaybeText = None
    period: MaybePeriod = None
    change: ChangeValues | None = None
    rank: RankValues | None = None

    @field_validator("unit")
    @classmethod
    def _fits_the_value(cls, unit: str, info: ValidationInfo) -> str:
        if not fits_unit(info.data.get("value"), unit):
            raise ValueError(UNFIT)
        return unit

    @field_validator("value")
    @classmethod
    def _fits_the_metric(
        cls, value: Decimal | str | None, info: ValidationInfo
    ) -> Decimal | str | None:
        metric = info.data.get("metric")
        if metric and not fits_unit(value, metric_of(metric).unit):
            raise ValueError(f'{metric} 的单位是 "{metric_of(metric).unit}"，数值与它不合')
        return value


def _about(fact: Indicator, language: Language) -> str:
    name = language(names().metrics[fact.metric])
    if fact.scope is None:
        return name
    return language("{name}（{scope}）", name=name, scope=fact.scope)


INDICATOR = FactKind(
    record=Indicator,
    name="indicator",
    label="指标",
    plural="indicators",
    style="bold green",
    keys=IndicatorKeys,
    line=_line,
    values=IndicatorValues,
    about=_about,
)
