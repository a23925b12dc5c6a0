"""The tables of problems and promises: the matrix, commitments, and what became of the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.language import Language
from builder.model import (
    CommitmentRow,
    CommitmentTable,
    FollowUp,
    MatrixGap,
    MatrixRow,
)
from builder.model.table import CellKind
from builder.wording.tables.spec import Field, PrintedColumn, TableSpec

WORD = CellKind.WORD


def _problem(row: MatrixRow, language: Language) -> str:
    return language(
        "{bureau}问题{number}（{themes}）：{title}",
        bureau=row.bureau,
        number=row.number,
        themes=language("、").join(row.themes),
        title=row.title,
    )


_PROBLEM: Field[MatrixRow] = Field(head="原文", width=60, value=lambda row, _: row.problem)
_CAUSE: Field[MatrixRow] = Field(head="原因", width=30, value=lambda row, _: row.cause)
_MEASURES: Field[MatrixRow] = Field(head="已做工作", width=50, value=lambda row, _: [*row.measures])
_ANSWERS: Field[MatrixRow] = Field(
    head="下一年承诺", width=50, value=lambda row, _: [*row.commitments]
)
_ANSWERED: Field[MatrixRow] = Field(head="回应", width=16, value=lambda row, _: row.state)

MATRIX: TableSpec[MatrixRow] = TableSpec(
    caption="各单位写明的问题和对应的工作、承诺",
    none="各份报告都没有写明自身的问题。",
    tall=True,
    band=_problem,
    columns=(
        PrintedColumn(head="问题", width=38, fields=(_PROBLEM,)),
        PrintedColumn(head="原因", width=21, fields=(_CAUSE,)),
        PrintedColumn(head="已做工作", width=41, fields=(_MEASURES,)),
        PrintedColumn(head="下一年承诺", width=38.5, fields=(_ANSWERS,)),
        PrintedColumn(head="回应", width=17.5, fields=(_ANSWERED,)),
    ),
    sheet=(
        Field(head="单位", width=14, value=lambda row, _: row.bureau),
        Field(head="问题序号", width=10, value=lambda row, _: row.number),
        Field(head="主题", width=16, value=lambda row, language: language("；").join(row.themes)),
        Field(head="问题", width=30, value=lambda row, _: row.title),
        _PROBLEM,
        _CAUSE,
        _MEASURES,
        _ANSWERS,
        _ANSWERED,
    ),
)

GAPS_SHEET: tuple[Field[MatrixGap], ...] = (
    Field(head="单位", width=14, value=lambda row, _: row.bureau),
    Field(head="说明", width=80, value=lambda row, _: row.text),
)
"""The bureaus that name no problem; on the page they are sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A commitment with the bureau whose plan it is in."""

    bureau: str
    row: CommitmentRow


def planned(plans: Iterable[CommitmentTable]) -> Iterator[Planned]:
    """The commitments of plans."""
    return (Planned(bureau=plan.bureau, row=row) for plan in plans for row in plan.rows)


_NUMBER: Field[Planned] = Field(head="序号", width=8, value=lambda item, _: item.row.number)
_PASSAGE: Field[Planned] = Field(head="承诺", width=70, value=lambda item, _: item.row.passage)
_CHECKABLE: Field[Planned] = Field(
    head="可核查性", width=22, value=lambda item, _: item.row.checkable
)
_ANSWERING: Field[Planned] = Field(
    head="回应的问题", width=16, value=lambda item, _: item.row.answers
)


def _band(item: Planned, language: Language) -> str:
    """The heading; before it the years of promises that are not the next one's."""
    return language(" › ").join(filter(None, (item.row.horizon, item.row.heading)))


COMMITMENTS: TableSpec[Planned] = TableSpec(
    tall=True,
    band=_band,
    columns=(
        PrintedColumn(head="序号", width=10, fields=(_NUMBER,), kind=WORD, names_row=True),
        PrintedColumn(head="承诺原文", width=69.5, fields=(_PASSAGE,)),
        PrintedColumn(
            head="主题",
            width=18,
            fields=(Field(value=lambda item, language: language("、").join(item.row.themes)),),
        ),
        PrintedColumn(
            head="目标与期限", width=24, fields=(Field(value=lambda item, _: item.row.goal),)
        ),
        PrintedColumn(head="可核查性", width=17.5, fields=(_CHECKABLE,)),
        PrintedColumn(head="回应问题", width=17, fields=(_ANSWERING,)),
    ),
    sheet=(
        Field(head="单位", width=14, value=lambda item, _: item.bureau),
        _NUMBER,
        Field(
            head="主题",
            width=18,
            value=lambda item, language: language("；").join(item.row.themes),
        ),
        Field(head="所在标题", width=36, value=lambda item, _: item.row.heading),
        _PASSAGE,
        Field(head="出处", width=10, value=lambda item, _: item.row.passage.marks),
        Field(head="目标", width=24, value=lambda item, _: item.row.targets),
        Field(head="期限", width=14, value=lambda item, _: item.row.deadline),
        _CHECKABLE,
        _ANSWERING,
        Field(head="时期", width=24, value=lambda item, _: item.row.horizon or ""),
    ),
)
"""A table a bureau."""

_OLD_NUMBER: Field[FollowUp] = Field(head="序号", width=8, value=lambda row, _: row.number)
_PROMISE: Field[FollowUp] = Field(head="上一年的承诺", width=60, value=lambda row, _: row.promise)
_TARGET: Field[FollowUp] = Field(head="目标", width=24, value=lambda row, _: row.target)
_REPORTED: Field[FollowUp] = Field(
    head="本年报告的情况", width=60, value=lambda row, _: [*row.reported]
)
_KEPT: Field[FollowUp] = Field(head="兑现情况", width=20, value=lambda row, _: row.state)

FOLLOWUPS: TableSpec[FollowUp] = TableSpec(
    caption="上一年的承诺和本年报告的情况",
    tall=True,
    band=lambda row, _: row.bureau,
    columns=(
        PrintedColumn(head="序号", width=10, fields=(_OLD_NUMBER,), kind=WORD, names_row=True),
        PrintedColumn(head="上一年的承诺", width=55, fields=(_PROMISE,)),
        PrintedColumn(head="目标", width=18, fields=(_TARGET,)),
        PrintedColumn(head="本年报告的情况", width=55, fields=(_REPORTED,)),
        PrintedColumn(head="兑现情况", width=18, fields=(_KEPT,)),
    ),
    sheet=(
        Field(head="单位", width=14, value=lambda row, _: row.bureau),
        _OLD_NUMBER,
        _PROMISE,
        _TARGET,
        _REPORTED,
        _KEPT,
    ),
)
