"""Promises of many bureaus: what can be checked in a line each, or a line a bureau."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.model.comparison import Plan, PlannedCommitment
from builder.model.page import CellKind, Column, Row, Table
from builder.model.printed import Run
from builder.wording.cells import NOTHING, cell, middle, row
from builder.wording.parts.promises import Promises
from builder.wording.runs import in_a_row
from builder.wording.words import theme_words

_BEST = 3


def checkable_lines(items: Iterable[PlannedCommitment], promises: Promises) -> Iterator[Table]:
    """What can be checked of all bureaus in one table; nothing where there is none."""
    language = promises.language
    rows = tuple(_line(item, promises) for item in items if item.checkable)
    if rows:
        yield Table(
            caption=language("可核查的承诺"),
            columns=(
                Column(head=(language("单位"),), width=21),
                Column(head=(language("主题"),), width=23),
                Column(head=(language("可核查的承诺（摘要点）"),), width=118),
            ),
            rows=rows,
            dense=True,
            note=(Run(language("一般性承诺见 briefing.xlsx。")),),
        )


def _line(item: PlannedCommitment, promises: Promises) -> Row:
    language, fact = promises.language, item.fact
    return row(
        cell(language.bureau(fact.report), head=True),
        cell(*theme_words(fact.themes[:1], language)),
        cell(promises.point(item)),
    )


def plan_lines(plans: Iterable[Plan], promises: Promises) -> Table:
    """A row a bureau: how many promises, how many can be checked, and the best of them."""
    language = promises.language
    return Table(
        caption=language("各单位计划的承诺"),
        columns=(
            Column(head=(language("单位"),), width=22),
            Column(head=(language("句数"),), width=12, kind=CellKind.MIDDLE),
            Column(head=(language("可核查"),), width=13, kind=CellKind.MIDDLE),
            Column(head=(language("最具体的承诺"),), width=115),
        ),
        rows=tuple(_plan(plan, promises) for plan in plans),
        dense=True,
        note=(Run(language("每家至多列{count}句，其余见 briefing.xlsx。", count=_BEST)),),
    )


def _plan(plan: Plan, promises: Promises) -> Row:
    language = promises.language
    checkable = [item for item in plan.sure if item.checkable]
    best = sorted(checkable, key=promises.worth, reverse=True)[:_BEST]
    points = [promises.point(item) for item in plan.commitments if item in best]
    return row(
        cell(language.bureau(plan.report), head=True),
        middle(str(len(plan.sure))),
        middle(str(len(checkable))),
        cell(in_a_row(points, language("；")) if points else NOTHING),
    )
