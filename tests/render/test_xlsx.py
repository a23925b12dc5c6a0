"""The Excel file: real numbers and days, links, print set-up, and no formula anywhere."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from builder.config import Config
from builder.language import Language
from builder.model import Briefing
from builder.model.sheet import ColumnKind, Linked, Sheet, SheetCell, SheetColumn
from builder.pipeline.line import assembled_briefing
from builder.render import xlsx as module
from builder.render.word.package import unpacked
from builder.render.xlsx import xlsx
from builder.wording.sheets import sheets
from tests.smallreports import gold_comparison, viewed

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def briefing(**settings: Any) -> Briefing:  # noqa: ANN401
    config = Config(**settings)
    return assembled_briefing(viewed(config=config), config, Language(config.language))


class Book:
    """An Excel file taken apart: cells by their place."""

    def __init__(self, data: bytes) -> None:
        self.parts = unpacked(data)
        workbook = self.tree("xl/workbook.xml")
        self.names = [sheet.get("name") for sheet in workbook.iter(f"{S}sheet")]
        self.areas = [name.text for name in workbook.iter(f"{S}definedName")]
        strings = self.tree("xl/sharedStrings.xml").iter(f"{S}si")
        self._strings = ["".join(item.itertext()) for item in strings]
        styles = self.tree("xl/styles.xml")
        codes = {"1": "0"} | {
            code.get("numFmtId"): code.get("formatCode") for code in styles.iter(f"{S}numFmt")
        }
        self._formats = [codes.get(each.get("numFmtId"), "") for each in styles.find(f"{S}cellXfs")]

    def tree(self, name: str) -> Any:  # noqa: ANN401
        return etree.fromstring(self.parts[name])

    def sheet(self, name: str) -> Any:  # noqa: ANN401
        return self.tree(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml")

    def cells(self, name: str) -> dict[str, str | Decimal]:
        """What the cells hold; a blank one is not there."""
        return {
            cell.get("r"): self._value(cell)
            for cell in self.sheet(name).iter(f"{S}c")
            if cell.find(f"{S}v") is not None
        }

    def _value(self, cell: Any) -> str | Decimal:  # noqa: ANN401
        written = cell.findtext(f"{S}v")
        return self._strings[int(written)] if cell.get("t") == "s" else Decimal(written)

    def format(self, name: str, place: str) -> str:
        (cell,) = [cell for cell in self.sheet(name).iter(f"{S}c") if cell.get("r") == place]
        return str(self._formats[int(cell.get("s"))])

    def links(self, name: str) -> dict[str, str]:
        found = self.sheet(name).iter(f"{S}hyperlink")
        return {link.get("ref"): link.get("location") for link in found}


def table(
    *cells: SheetCell,
    kind: ColumnKind = ColumnKind.TEXT,
    title: str = "数据",
    **more: Any,  # noqa: ANN401
) -> Sheet:
    """A sheet of one column."""
    column = SheetColumn(head="值", width=20, kind=kind)
    return Sheet(title=title, columns=(column,), rows=tuple((cell,) for cell in cells), **more)


def book(*made: Sheet) -> Book:
    return Book(xlsx(briefing(), made))


@pytest.mark.parametrize(
    ("number", "form"),
    [("31", "0"), ("32.86", "0.00"), ("88.0", "0.0"), ("-3.20", "0.00"), ("1E+3", "0")],
)
def test_numbers_are_numbers_with_the_decimals_that_are_printed(number: str, form: str) -> None:
    made = book(table(Decimal(number), kind=ColumnKind.NUMBER))
    assert made.cells("数据") == {"A1": "值", "A2": Decimal(number)}
    assert made.format("数据", "A2") == form


def test_a_number_with_more_digits_than_excel_keeps_is_text() -> None:
    made = book(table(Decimal("123456789012345.6"), Decimal(123456789012345)))
    assert made.cells("数据") == {
        "A1": "值",
        "A2": "123456789012345.6",
        "A3": Decimal(123456789012345),
    }


def test_days_are_days_and_those_before_excel_counts_are_text() -> None:
    made = book(table(date(2024, 12, 31), date(1899, 5, 1), kind=ColumnKind.DATE))
    assert made.cells("数据") == {"A1": "值", "A2": Decimal(45657), "A3": "1899-05-01"}
    assert made.format("数据", "A2") == "yyyy-mm-dd"


def test_blank_cells_are_not_written() -> None:
    assert book(table(None, "有", None)).cells("数据") == {"A1": "值", "A3": "有"}


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@A1", "{=SUM(A1)}", "http://a.b"])
def test_no_text_becomes_a_formula_or_a_link(words: str) -> None:
    made = book(table(words))
    assert made.cells("数据")["A2"] == words
    assert b"<f>" not in b"".join(made.parts.values())
    assert made.links("数据") == {}


def test_a_figure_leads_to_its_row_and_stays_a_number() -> None:
    figure = Linked(value=Decimal("32.86"), sheet="出处", row=3, tip="岳21")
    made = book(table(figure, kind=ColumnKind.NUMBER), table("句", title="出处"))
    assert made.cells("数据")["A2"] == Decimal("32.86")
    assert made.links("数据") == {"A2": "'出处'!A5"}
    (link,) = made.sheet("数据").iter(f"{S}hyperlink")
    assert link.get("tooltip") == "岳21"


def test_more_links_than_excel_opens_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LINKS", 2)
    made = book(table(*(Linked(value=n, sheet="数据", row=0) for n in (1, 2, 3))))
    assert list(made.links("数据")) == ["A2", "A3"]
    assert made.cells("数据")["A4"] == 3


def test_text_longer_than_a_cell_says_that_it_is_cut() -> None:
    cut = book(table("长" * 40_000)).cells("数据")["A2"]
    assert isinstance(cut, str)
    assert len(cut) == 32_767
    assert cut.endswith("长……（余下从略，全文见 Word 文件）")


def test_heads_are_frozen_and_filtered() -> None:
    wide = table("一", "二")
    wide = replace(
        wide, columns=wide.columns * 3, rows=tuple(row * 3 for row in wide.rows), frozen=2
    )
    sheet = book(wide).sheet("数据")
    assert sheet.find(f".//{S}pane").get("topLeftCell") == "C2"
    assert sheet.find(f".//{S}pane").get("state") == "frozen"
    assert sheet.find(f"{S}autoFilter").get("ref") == "A1:C3"


def test_pages_lie_on_their_side_as_wide_as_the_paper_with_heads_and_numbers() -> None:
    made = book(table("一", printed=1))
    sheet = made.sheet("数据")
    setup = sheet.find(f"{S}pageSetup")
    assert (setup.get("orientation"), setup.get("paperSize")) == ("landscape", "9")
    assert setup.get("fitToHeight") == "0"
    assert sheet.find(f"{S}sheetPr/{S}pageSetUpPr").get("fitToPage") == "1"
    assert sheet.findtext(f"{S}headerFooter/{S}oddHeader") == "&L生态环境工作对比简报&R数据"
    assert sheet.findtext(f"{S}headerFooter/{S}oddFooter") == "&C第&P页，共&N页"
    assert made.areas == ["数据!$A$1:$A$2", "数据!$A$1:$A$2", "数据!$1:$1"]


def test_an_ampersand_in_the_title_is_no_code_of_the_header() -> None:
    made = Book(xlsx(briefing(title="A&P简报"), [table("一")]))
    assert made.sheet("数据").findtext(f"{S}headerFooter/{S}oddHeader") == "&LA&&P简报&R数据"


def test_rows_are_as_high_as_their_words_unless_they_run_on() -> None:
    long = "很长的一句话" * 20
    heights = [
        [Decimal(row.get("ht", "0")) for row in book(made).sheet("数据").iter(f"{S}row")]
        for made in (table("短", long), table("短", long, wrapped=False))
    ]
    (head, short, high), (_, *others) = heights
    assert head == short == Decimal("16.5")
    assert high == Decimal("14.5") * 13 + 2
    assert others == [0, 0]


def test_names_of_sheets_are_such_as_excel_allows() -> None:
    title = "问题[一]/二" + "长" * 40
    made = book(table(Linked(value="岳1", sheet=title, row=0)), table("句", title=title))
    assert made.names[1] == ("问题 一  二" + "长" * 40)[:31]
    assert made.links("数据") == {"A2": f"'{made.names[1]}'!A2"}


def test_the_same_sheets_give_the_same_bytes() -> None:
    made = sheets(gold_comparison(), "zh")
    assert xlsx(briefing(), made) == xlsx(briefing(), made)


def test_the_seeds_give_a_file_without_schema_errors(tmp_path: Path) -> None:
    path = tmp_path / "briefing.xlsx"
    path.write_bytes(xlsx(briefing(), sheets(gold_comparison(), "zh")))
    assert OpenXmlValidator().validate(path).errors == []


def test_the_seeds_have_their_links_and_their_numbers() -> None:
    made = Book(xlsx(briefing(), sheets(gold_comparison(), "zh")))
    cells, links = made.cells("全部数据"), made.links("全部数据")
    evidence = made.cells("出处")
    marks = {place: mark for place, mark in cells.items() if re.fullmatch(r"A(?!1$)\d+", place)}
    assert len(marks) == len(sheets(gold_comparison(), "zh")[0].rows)
    for place, mark in marks.items():
        assert evidence[links[place].removeprefix("'出处'!")] == mark
    assert made.names[:2] == ["全部数据", "说明"]
