"""Tables of a text that the rules read without its unseen signs stand where the source has them."""

from __future__ import annotations

import pytest

from builder.extract import extract
from builder.outline import outline
from builder.read import source_from_text
from builder.read.unseen import without_unseen

HEAD = "云溪县生态环境局2024年工作总结\n一、主要工作完成情况\n空气质量\u200b如下：\n"
ROWS = ("县区|PM2.5浓度(微克/立方米)|优良率(%)", "东区|3\u200b2|9\u00ad1.5", "西区|35|\ufeff90")
CELLS = [
    ["县区", "PM2.5浓度(微克/立方米)", "优良率(%)"],
    ["东区", "32", "91.5"],
    ["西区", "35", "90"],
]
# Rows of one width are rows, however wide they are.
WIDE = tuple(
    f"{name}断面本年度水质监测情况  {34 + at}  {90 + at}.5  良好"
    for at, name in enumerate("甲乙丙丁戊")
)


@pytest.mark.parametrize("sign", ["|", "\t", "   "])
def test_cells_stand_in_the_source(sign: str) -> None:
    text = HEAD + "\n".join(ROWS).replace("|", sign) + "\n"
    found = outline(source_from_text("report", "report.txt", text))
    words = found.source.text
    assert [
        [[without_unseen(words[slice(*cell)]) for cell in row] for row in grid.rows]
        for grid in found.grids
    ] == [CELLS]


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_values_of_cells_are_whole(sign: str) -> None:
    text = HEAD + "\n".join(ROWS).replace("|", sign) + "\n"
    facts = extract(outline(source_from_text("report", "report.txt", text))).facts
    found = [str(getattr(fact, "value", None)) for fact in facts]
    assert found == ["32", "91.5", "35", "90"]
    assert all(text[fact.start : fact.end] == fact.quote for fact in facts)


def test_rows_of_one_width_are_not_joined() -> None:
    text = HEAD + "\n".join(WIDE) + "\n"
    found = outline(source_from_text("report", "report.txt", text))
    assert [len(grid.rows) for grid in found.grids] == [len(WIDE)]
