from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from builder.model import Figure
from builder.render.word.package import unpacked
from builder.render.xlsx import xlsx
from tests.samplebriefing import sample_briefing

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BRIEFING = sample_briefing()


class Book:
    """An Excel file taken apart: rows of (value, number format, link) by sheet."""

    def __init__(self, data: bytes) -> None:
        self.parts = unpacked(data)
        workbook = self.tree("xl/workbook.xml")
        self.names = [sheet.get("name") for sheet in workbook.iter(f"{S}sheet")]
        strings = self.tree("xl/sharedStrings.xml").iter(f"{S}si")
        self._strings = ["".join(item.itertext()) for item in strings]
        styles = self.tree("xl/styles.xml")
        codes = {code.get("numFmtId"): code.get("formatCode") for code in styles.iter(f"{S}numFmt")}
        cells = styles.find(f"{S}cellXfs")
        assert cells is not None
        self._formats = [codes.get(cell.get("numFmtId"), "") for cell in cells]

    def tree(self, name: str) -> Any:  # noqa: ANN401
        return etree.fromstring(self.parts[name])

    def sheet(self, name: str) -> Any:  # noqa: ANN401
        return self.tree(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml")

    def rows(self, name: str) -> list[list[Any]]:
        return [[self._value(cell) for cell in row] for row in self.sheet(name).iter(f"{S}row")]

    def _value(self, cell: Any) -> Any:  # noqa: ANN401
        value = cell.findtext(f"{S}v")
        return self._strings[int(value)] if cell.get("t") == "s" else Decimal(value)

    def format(self, name: str, place: str) -> str:
        (cell,) = [cell for cell in self.sheet(name).iter(f"{S}c") if cell.get("r") == place]
        return str(self._formats[int(cell.get("s"))])

    def links(self, name: str) -> dict[str, str]:
        found = self.sheet(name).iter(f"{S}hyperlink")
        return {link.get("ref"): link.get("location") for link in found}


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(xlsx(BRIEFING))


def test_sheets_stand_in_the_order_of_the_parts(book: Book) -> None:
    assert book.names == [
        "要点",
        "材料与可比性",
        "未能使用的文件",
        "环境质量",
        "督察与整改",
        "问题—整改矩阵",
        "没有写明问题的单位",
        "问题的主题分布",
        "执法、信访与服务",
        "下一年承诺",
        "承诺的主题分布",
        "数据质量",
        "文中数字的去向",
        "附录：出处与其他数字",
        "其他数字",
    ]


def test_values_are_numbers_with_their_unit(book: Book) -> None:
    head, first, second, *_ = book.rows("环境质量")
    assert head[5] == "数值"
    assert first[2] == "潜江市"
    assert first[5] == 31
    assert second[5] == Decimal("32.86")
    assert book.format("环境质量", "F3") == "0.00"


@pytest.mark.parametrize(
    ("before", "value", "after", "expected"),
    [
        ("≥", "92", " %", '"≥"0" %"'),
        ("约", "1.20", "亿元", '"约"0.00"亿元"'),
        ("", "20", " 部", '0" 部"'),
        ("", "5.5", "", "0.0"),
    ],
)
def test_number_formats_print_what_the_source_prints(
    before: str, value: str, after: str, expected: str
) -> None:
    figure = Figure(
        text=before + value + after,
        marks=("岳21",),
        value=Decimal(value),
        before=before,
        after=after,
    )
    row = dataclasses.replace(BRIEFING.comparison.others[0], figure=figure)
    changed = dataclasses.replace(BRIEFING.comparison, others=(row,))
    made = Book(xlsx(dataclasses.replace(BRIEFING, comparison=changed)))
    assert made.rows("其他数字")[1][3] == Decimal(value)
    assert made.format("其他数字", "D2") == expected


def test_every_figure_leads_to_its_evidence(book: Book) -> None:
    evidence = book.rows("附录：出处与其他数字")
    links = book.links("环境质量")
    for number, row in enumerate(book.rows("环境质量")[1:], 2):
        match = re.fullmatch(r"'附录：出处与其他数字'!A(\d+)", links[f"F{number}"])
        assert match
        assert evidence[int(match[1]) - 1][0] == row[6]


def test_missing_figures_are_words(book: Book) -> None:
    rows = book.rows("督察与整改")
    assert rows[2][3] == "未载明"
    assert "D3" not in book.links("督察与整改")


def test_heads_are_frozen_and_filtered(book: Book) -> None:
    sheet = book.sheet("督察与整改")
    assert sheet.find(f".//{S}pane").get("topLeftCell") == "B2"
    assert sheet.find(f"{S}autoFilter").get("ref") == "A1:M9"


def test_no_text_becomes_a_formula() -> None:
    row = dataclasses.replace(BRIEFING.comparison.others[0], label="=HYPERLINK(1)")
    changed = dataclasses.replace(BRIEFING.comparison, others=(row,))
    made = Book(xlsx(dataclasses.replace(BRIEFING, comparison=changed)))
    assert made.rows("其他数字")[1][2] == "=HYPERLINK(1)"
    assert b"<f>" not in b"".join(made.parts.values())


def test_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    row = dataclasses.replace(BRIEFING.comparison.others[0], label="长" * 40_000)
    changed = dataclasses.replace(BRIEFING.comparison, others=(row,))
    made = Book(xlsx(dataclasses.replace(BRIEFING, comparison=changed)))
    label = made.rows("其他数字")[1][2]
    assert len(label) == 32_767
    assert label.endswith("长……（余下从略，全文见 Word 文件）")


def test_same_view_gives_the_same_bytes() -> None:
    assert xlsx(BRIEFING) == xlsx(BRIEFING)
