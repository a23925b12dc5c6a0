"""Themes × bureaus: signs, counts and sums."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from builder.model import Link, Strength, Theme
from builder.model.page import RowKind, Table
from builder.wording.parts.theme_grid import theme_grid
from tests.smallreports import (
    commitment,
    compared,
    extraction,
    gold_comparison,
    problem,
    second,
)
from tests.wording.parts.blocks import context, rows, words
from tests.wording.parts.test_matrix import copies

TEXT = "管网不完善。运维不到位。加强管网建设。"


def gold() -> Table:
    found = theme_grid(context(gold_comparison()))
    assert found is not None
    return found


def test_caption_is_what_the_grid_says() -> None:
    assert gold().caption == "衡南县大气、水、农村环境问题未见对应承诺"
    many = theme_grid(context(copies(8)))
    assert many is not None
    assert many.caption == "四家12个问题未见对应承诺"


def test_signs_of_problems_and_promises() -> None:
    heads = [group.head for group in gold().groups]
    assert heads == ["", "潜江市", "岳阳县", "赣州市", "衡南县", "某区"]
    assert rows(gold())[0] == ["水", "▣", "○○○", "□", "○", "", "●", "■", "", "", "○"]
    assert rows(gold())[4][:3] == ["执法监管", "", "○○○○"]


def test_signs_are_said_in_words() -> None:
    labels = [cell.label for cell in gold().rows[0].cells]
    assert labels[1:3] == ["仅同主题承诺1个", "3句，其中可核查0句"]
    assert labels[6] == "1句，其中可核查1句"


def test_other_themes_and_sums() -> None:
    assert rows(gold())[-2] == [
        *("其他主题", "", "11句", "", "3句", "", "16句", "", "4句", "", "7句")
    ]
    assert rows(gold())[-1] == [
        *("合计", "1", "21句", "3", "8句", "—", "29句", "4", "4句", "4", "16句")
    ]
    assert gold().rows[-1].kind is RowKind.SUM


def test_note_explains_signs_and_tells_of_the_other_themes() -> None:
    assert words(gold().note) == (
        "问题：■ 未见对应承诺　▣ 仅同主题承诺　□ 有相关承诺。承诺（每个一句）：● 可核查　○ 一般性。"
        "按第一主题计，对应的承诺可能列在别的主题。没有写到问题的主题共11个，承诺较多的是"
        "生态保护与创建10句、督察整改8句、环评与许可4句、体制机制4句。"
    )


def test_many_signs_are_counted() -> None:
    promises = [replace(commitment("加强执法。"), start=n, end=n + 1) for n in range(7)]
    trouble = replace(problem(TEXT, "管网不完善", "管网不完善"), themes=(Theme.WATER,))
    found = theme_grid(context(compared(extraction("a", trouble, *promises, text=TEXT), second())))
    assert found is not None
    assert rows(found)[0][:3] == ["水", "■", "○×7"]


def test_caption_where_every_problem_has_its_promise() -> None:
    trouble = problem(TEXT, "管网不完善", "管网不完善")
    promise = replace(commitment("加强管网建设。"), start=12, end=19)

    def caption(strength: Strength) -> str:
        link = Link(report="a", problem=0, commitments=(12,), strength=strength, shared=())
        report = extraction("a", trouble, promise, text=TEXT, links=[link])
        found = theme_grid(context(compared(report, second())))
        assert found is not None
        return found.caption

    assert caption(Strength.DIRECT) == "写明的问题都有相关承诺"
    assert caption(Strength.GENERAL) == "1个问题仅有同主题承诺"


def test_report_without_a_plan_lacks_no_promise() -> None:
    trouble = problem(TEXT, "管网不完善", "管网不完善")
    found = theme_grid(context(compared(extraction("a", trouble, text=TEXT), second())))
    assert found is not None
    assert found.caption == "各主题的问题和承诺"


def test_no_grid_of_one_bureau_or_without_problems() -> None:
    assert theme_grid(context(copies(1))) is None
    assert theme_grid(context(compared(extraction(), second()))) is None


def test_from_eight_bureaus_on_rows_are_bureaus_and_open_ones_stand_before_the_stroke() -> None:
    found = theme_grid(context(copies(8)))
    assert found is not None
    assert [group.head for group in found.groups][1:] == [
        *("水", "大气", "农村环境", "信访", "党建", "队伍能力", "其他主题", "合计")
    ]
    counts = {tuple(row[1:]) for row in rows(found)[:-1]}
    hengnan = ("1/1", "", "1/1", "", "1/1", "", "1", "", "", "", "", "", "", "1/4", "3/4", "1/4")
    yueyang = ("1", "1", "", "1", "", "", "", "", "1", "2", "1", "1", "", "3", "3", "8")
    assert counts == {hengnan, yueyang}
    assert rows(found)[-1][0] == "合计"
    assert rows(found)[-1][-2:] == ["12/28", "4/48"]


def test_from_sixteen_bureaus_on_themes_are_summed() -> None:
    found = theme_grid(context(copies(16)))
    assert found is not None
    assert rows(found)[0] == ["水", "", "16", "16", "8", "0", "8", "0"]
    assert found.rows[0].cells[1].share == Decimal(1)


@pytest.mark.parametrize("count", [2, 5, 12, 30])
def test_heads_stand_above_all_columns(count: int) -> None:
    found = theme_grid(context(copies(count)))
    assert found is not None
    assert not found.groups or sum(g.span for g in found.groups) == len(found.columns)
    assert {len(row.cells) for row in found.rows} == {len(found.columns)}
