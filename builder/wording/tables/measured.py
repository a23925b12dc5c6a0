"""The tables of values: 环境质量, 督察与整改 and 执法、信访与服务."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.language import Language
from builder.model import (
    IndicatorGroup,
    IndicatorRow,
    IndicatorTable,
    QuantityGroup,
    QuantityRow,
    TallyRow,
)
from builder.model.table import CellKind
from builder.wording.tables.spec import OF_TABLE, Field, PrintedColumn, TableSpec

NUMBER, WORD = CellKind.NUMBER, CellKind.WORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a metric with the group in which it compares; none for one that stands apart."""

    metric: IndicatorTable
    group: IndicatorGroup | None
    row: IndicatorRow


def values(metrics: Iterable[IndicatorTable]) -> Iterator[Value]:
    """The values of metrics, those that compare before those that stand apart."""
    for metric in metrics:
        for group in metric.groups:
            for row in group.rows:
                yield Value(metric=metric, group=group, row=row)
        for row in metric.apart:
            yield Value(metric=metric, group=None, row=row)


def missing(metric: IndicatorTable, language: Language) -> str:
    """The bureaus that do not state a metric."""
    if not metric.missing:
        return ""
    return language("没有写明的单位：{bureaus}。", bureaus=language("、").join(metric.missing))


def _shared(value: Value, language: Language) -> str:
    """What values of a group share, with their limit; or why a value stands apart."""
    if value.group is None:
        return language("单独列出，不排位次：{reason}", reason=value.row.reason)
    limit = value.group.limit
    if limit is None:
        return language("可比：{group}", group=value.group.label)
    return language(
        "可比：{group}；限值：{standard} {grade}{statistic}{value} {unit}",
        group=value.group.label,
        standard=limit.standard,
        grade=limit.grade,
        statistic=limit.statistic,
        value=limit.value,
        unit=limit.unit,
    )


def _alone(value: Value, language: Language) -> str:
    """The metric of which no two values compare, why, and who does not state it."""
    metric = value.metric
    said = language(
        "{name}（{unit}）：{reason}", name=metric.name, unit=metric.unit, reason=value.row.reason
    )
    unstated = missing(metric, language)
    return said + (language("；") + unstated if unstated else "")


_METRIC: Field[Value] = Field(head="指标", width=30, value=lambda item, _: item.metric.name)
_GROUP: Field[Value] = Field(
    head="可比组",
    width=30,
    value=lambda item, language: item.group.label if item.group else language("单独列出"),
)
_BUREAU: Field[Value] = Field(head="单位", width=14, value=lambda item, _: item.row.bureau)
_SCOPE: Field[Value] = Field(head="范围", width=24, value=lambda item, _: item.row.scope)
_PERIOD: Field[Value] = Field(head="期间", width=22, value=lambda item, _: item.row.period)
_FIGURE: Field[Value] = Field(head="数值", width=16, value=lambda item, _: item.row.figure)
_MARKS: Field[Value] = Field(head="出处", width=10, value=lambda item, _: item.row.figure.marks)
_CHANGE: Field[Value] = Field(head="同比变化", width=22, value=lambda item, _: item.row.change)
_RANK: Field[Value] = Field(
    head="公布的排名", width=18, value=lambda item, _: item.row.rank, printed="排名：{value}"
)
_STANDARD: Field[Value] = Field(head="达标情况", width=34, value=lambda item, _: item.row.standard)
_PLACE: Field[Value] = Field(head="位次", width=10, value=lambda item, _: item.row.place)
_REASON: Field[Value] = Field(
    head="不能比较的原因",
    width=44,
    value=lambda item, language: item.row.reason or language("可比"),
)

INDICATORS: TableSpec[Value] = TableSpec(
    band=_shared,
    columns=(
        PrintedColumn(head="单位", width=15, fields=(_BUREAU,), names_row=True),
        PrintedColumn(head="范围和期间", width=37, fields=(_SCOPE, _PERIOD)),
        PrintedColumn(head="数值", width=23, fields=(_FIGURE,), kind=NUMBER, unit=OF_TABLE),
        PrintedColumn(head="同比变化和公布的排名", width=30, fields=(_CHANGE, _RANK)),
        PrintedColumn(head="达标情况", width=33.5, fields=(_STANDARD,)),
        PrintedColumn(head="位次", width=17.5, fields=(_PLACE,), kind=WORD),
    ),
    sheet=(
        _METRIC,
        _GROUP,
        _BUREAU,
        _SCOPE,
        _PERIOD,
        _FIGURE,
        _MARKS,
        _CHANGE,
        _RANK,
        _STANDARD,
        _PLACE,
        _REASON,
    ),
)
"""A table a metric of which some values compare."""

APART: TableSpec[Value] = TableSpec(
    caption="没有两家的期间、范围相同的指标",
    band=_alone,
    columns=(
        PrintedColumn(head="单位", width=15, fields=(_BUREAU,), names_row=True),
        PrintedColumn(head="范围和期间", width=44, fields=(_SCOPE, _PERIOD)),
        PrintedColumn(head="数值", width=23, fields=(_FIGURE,), kind=NUMBER),
        PrintedColumn(head="同比变化和公布的排名", width=30, fields=(_CHANGE, _RANK)),
        PrintedColumn(head="达标情况", width=44, fields=(_STANDARD,)),
    ),
)
"""The metrics of which no two values compare, in one table."""

_SET_BUREAU: Field[TallyRow] = Field(head="单位", width=14, value=lambda row, _: row.bureau)
_SOURCE: Field[TallyRow] = Field(head="来源", width=18, value=lambda row, _: row.source)
_SUBJECT: Field[TallyRow] = Field(head="事项", width=40, value=lambda row, _: row.subject)
_TOTAL: Field[TallyRow] = Field(head="总数", width=12, value=lambda row, _: row.total)
_DONE: Field[TallyRow] = Field(head="已完成", width=12, value=lambda row, _: row.done)
_PENDING: Field[TallyRow] = Field(head="未完成", width=12, value=lambda row, _: row.pending)
_PENDING_ORIGIN: Field[TallyRow] = Field(
    head="未完成数的来历",
    width=16,
    value=lambda row, language: language("总数减已完成" if row.pending.computed else "原文"),
)
_PRINTED_RATE: Field[TallyRow] = Field(
    head="原文比率", width=12, value=lambda row, _: row.printed_rate
)
# The note under the table says that this rate is computed, of figures that are cited beside it.
_COMPUTED_RATE: Field[TallyRow] = Field(
    head="计算比率", width=12, value=lambda row, _: row.computed_rate, uncited=True
)
_SET_MARKS: Field[TallyRow] = Field(
    head="出处", width=10, value=lambda row, _: row.total.marks or row.done.marks
)
_SET_PERIOD: Field[TallyRow] = Field(head="期间", width=22, value=lambda row, _: row.period)
_STATE: Field[TallyRow] = Field(head="进展", width=16, value=lambda row, _: row.state)
_NOTE: Field[TallyRow] = Field(head="说明", width=40, value=lambda row, _: row.note)
_STATE_AND_NOTE: Field[TallyRow] = Field(
    value=lambda row, language: language("；").join(filter(None, (row.state, row.note)))
)

INSPECTION: TableSpec[TallyRow] = TableSpec(
    caption="督察、信访等事项的总数和完成数",
    none="各份报告都没有写明这类事项的数量。",
    note="计算比率＝已完成÷总数，由本简报计算；原文没有写明总数或完成数的不计算。",
    columns=(
        PrintedColumn(head="单位", width=15, fields=(_SET_BUREAU,), names_row=True),
        PrintedColumn(head="来源和事项", width=27, fields=(_SOURCE, _SUBJECT)),
        PrintedColumn(head="总数", width=15.5, fields=(_TOTAL,), kind=NUMBER),
        PrintedColumn(head="已完成", width=15.5, fields=(_DONE,), kind=NUMBER),
        PrintedColumn(head="未完成", width=17.5, fields=(_PENDING,), kind=NUMBER),
        PrintedColumn(head="原文比率", width=17.5, fields=(_PRINTED_RATE,), kind=NUMBER, unit="%"),
        PrintedColumn(head="计算比率", width=17.5, fields=(_COMPUTED_RATE,), kind=NUMBER, unit="%"),
        PrintedColumn(head="期间和进展", width=30.5, fields=(_SET_PERIOD, _STATE_AND_NOTE)),
    ),
    sheet=(
        _SET_BUREAU,
        _SOURCE,
        _SUBJECT,
        _TOTAL,
        _DONE,
        _PENDING,
        _PENDING_ORIGIN,
        _PRINTED_RATE,
        _COMPUTED_RATE,
        _SET_MARKS,
        _SET_PERIOD,
        _STATE,
        _NOTE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A figure of a kind that two or more bureaus report."""

    group: QuantityGroup
    row: QuantityRow


def services(groups: Iterable[QuantityGroup]) -> Iterator[Service]:
    """The figures of all kinds."""
    return (Service(group=group, row=row) for group in groups for row in group.rows)


def _kind(item: Service, language: Language) -> str:
    said = language("{title}（{unit}）", title=item.group.title, unit=item.group.unit)
    return said + (language("；") + item.group.note if item.group.note else "")


NOT_RANKED = "各单位名目不尽相同，只并列、不排序。"
_SERVICE_KIND: Field[Service] = Field(head="类别", width=30, value=lambda item, _: item.group.title)
_SERVICE_BUREAU: Field[Service] = Field(
    head="单位", width=14, value=lambda item, _: item.row.bureau
)
_LABEL: Field[Service] = Field(head="事项", width=44, value=lambda item, _: item.row.label)
_AMOUNT: Field[Service] = Field(
    head="数值", width=16, value=lambda item, _: item.row.figure, uncited=True
)
_UNIT: Field[Service] = Field(value=lambda item, _: item.row.unit)
_AMOUNT_MARKS: Field[Service] = Field(
    head="出处", width=10, value=lambda item, _: item.row.figure.marks
)
_AMOUNT_PERIOD: Field[Service] = Field(head="期间", width=22, value=lambda item, _: item.row.period)
_CAUTION: Field[Service] = Field(
    head="说明", width=60, value=lambda item, language: language(NOT_RANKED) + item.group.note
)

SERVICES: TableSpec[Service] = TableSpec(
    caption="两个以上单位都有的数字",
    none="没有两个以上单位都写明的同类数字。",
    note=NOT_RANKED,
    band=_kind,
    columns=(
        PrintedColumn(head="单位", width=17, fields=(_SERVICE_BUREAU,), names_row=True),
        PrintedColumn(head="事项", width=58, fields=(_LABEL,)),
        PrintedColumn(head="数值", width=19, fields=(_AMOUNT,), kind=NUMBER),
        PrintedColumn(head="计量单位", width=18, fields=(_UNIT,), kind=WORD),
        PrintedColumn(head="出处", width=15, fields=(_AMOUNT_MARKS,), kind=WORD),
        PrintedColumn(head="期间", width=29, fields=(_AMOUNT_PERIOD,)),
    ),
    sheet=(
        _SERVICE_KIND,
        _SERVICE_BUREAU,
        _LABEL,
        _AMOUNT,
        _AMOUNT_MARKS,
        _AMOUNT_PERIOD,
        _CAUTION,
    ),
)
