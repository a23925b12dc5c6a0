from __future__ import annotations

import dataclasses

import pytest

from builder.language import Language
from builder.render import tables
from builder.render.tables import TABLES, ColumnSpec, printed_table
from tools.word_template.blocks import columns_of

WIDTH = 156


@pytest.mark.parametrize("name", TABLES)
def test_columns_share_the_width_of_the_text(name: str) -> None:
    assert sum(column.width for column in TABLES[name].columns) == pytest.approx(WIDTH)


def test_unit_stands_under_its_head() -> None:
    made = printed_table("indicators", "μg/m³", language=Language("zh"))
    assert made.columns[2] == ("数值\n（μg/m³）", 23)
    assert printed_table("inspection", language=Language("zh")).columns[5][0] == "原文比率\n（%）"


def test_words_are_in_the_language_of_the_briefing() -> None:
    assert printed_table("quality", language=Language("en")).columns[0][0] == "Bureau"


def test_a_changed_head_and_width_reach_both_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = dataclasses.replace(
        TABLES["others"],
        columns=(ColumnSpec(head="甲", width=56), ColumnSpec(head="乙", width=100)),
    )
    monkeypatch.setattr(tables, "TABLES", {**TABLES, "others": changed})
    monkeypatch.setattr("tools.word_template.blocks.TABLES", {**TABLES, "others": changed})
    html = printed_table("others", language=Language("zh")).columns
    word = tuple((column.head, column.width) for column in columns_of("others", "", ""))
    assert html == word == (("甲", 56), ("乙", 100))
