"""The Excel file: a sheet a part, real numbers, and a link from every figure to its sentence."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Any

import xlsxwriter

from builder.language import Language
from builder.model import Figure, PartName
from builder.model.table import Sheet
from builder.render.number_format import number_format
from builder.render.parts import parts
from builder.wording import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model import Briefing
    from builder.model.table import SheetCell

# Excel wants a date; a fixed one keeps the bytes the same from build to build.
WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- XlsxWriter takes naive UTC
LONGEST_CELL = 32_767
LONGEST_NAME = 31
LONGEST_TIP = 255
LONGEST_PROPERTY = 255
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LINK_COLOUR = "#1F4E79"


def xlsx(briefing: Briefing) -> bytes:
    """The briefing as an Excel file; the same view gives the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False}) as workbook:
        workbook.set_properties(
            {
                "title": briefing.title[:LONGEST_PROPERTY],
                "subject": briefing.subtitle[:LONGEST_PROPERTY],
                "author": briefing.issuer[:LONGEST_PROPERTY],
                "created": WRITTEN,
            }
        )
        _Book(workbook, contents(briefing), Language(briefing.language)).write()
    return stream.getvalue()


Contents = tuple[tuple[PartName, Sheet], ...]


def contents(briefing: Briefing) -> Contents:
    """The sheets of the parts that the configuration asks for, in its order."""
    language = Language(briefing.language)
    return tuple(
        (part.id, sheet)
        for part in parts(briefing)
        for sheet in tables.sheets(part.id, part.title, briefing.comparison, language)
    )


class _Book:
    """A workbook under way: its formats, each made once, and the place of every mark."""

    def __init__(
        self,
        workbook: Any,  # noqa: ANN401
        sheets: Contents,
        language: Language,
    ) -> None:
        self._workbook = workbook
        self._language = language
        self._contents = sheets
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._places = _places(sheets)

    def write(self) -> None:
        for _, sheet in self._contents:
            self._write_sheet(sheet, self._workbook.add_worksheet(_name(sheet.title)))

    def _format(self, **properties: object) -> Any:  # noqa: ANN401
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            common = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
            self._formats[key] = self._workbook.add_format(common | properties)
        return self._formats[key]

    def _write_sheet(self, sheet: Sheet, page: Any) -> None:  # noqa: ANN401
        head = self._format(bold=True, bg_color="#EDEDED", align="center", valign="vcenter")
        for column, (words, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, words, head)
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                self._write_cell(page, number, column, cell)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.heads) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _write_cell(self, page: Any, row: int, column: int, cell: SheetCell) -> None:  # noqa: ANN401
        if isinstance(cell, int):
            page.write_number(row, column, cell, self._format())
        elif isinstance(cell, str):
            page.write_string(row, column, self._cut(cell), self._format())
        elif isinstance(cell, tuple):
            self._write_link(page, row, column, self._language("、").join(cell), cell)
        elif isinstance(cell, Figure) and cell.value is not None:
            # The link is set first; the number then takes the place of the link's words.
            form = number_format(cell.before, cell.value, cell.after)
            shown = self._write_link(page, row, column, cell.text, cell.marks, form)
            page.write_number(row, column, cell.value, shown)
        else:
            self._write_link(page, row, column, cell.text, cell.marks)

    def _write_link(
        self,
        page: Any,  # noqa: ANN401
        row: int,
        column: int,
        words: str,
        marks: tuple[str, ...],
        form: str = "@",
    ) -> Any:  # noqa: ANN401
        """Words that lead to the evidence of the first mark; plain words without one."""
        place = next((self._places[mark] for mark in marks if mark in self._places), None)
        if place is None:
            shown = self._format(num_format=form)
            page.write_string(row, column, self._cut(words), shown)
        else:
            shown = self._format(num_format=form, font_color=LINK_COLOUR)
            tip = self._language("、").join(marks)[:LONGEST_TIP]
            page.write_url(row, column, f"internal:{place}", shown, tip=tip)
            page.write_string(row, column, self._cut(words), shown)
        return shown

    def _cut(self, words: str) -> str:
        """Words that Excel can hold; what is cut off is said."""
        said = self._language("……（余下从略，全文见 Word 文件）")
        return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - len(said)] + said


def _places(sheets: Contents) -> Mapping[str, str]:
    """Where each mark's evidence stands, as Excel names a cell: on the first sheet of its part."""
    found = (sheet for part, sheet in sheets if part is PartName.EVIDENCE)
    listed = next(found, None)
    if listed is None:
        return {}
    return {
        str(row[0]): f"'{_name(listed.title)}'!A{number}"
        for number, row in enumerate(listed.rows, 2)
    }


def _name(title: str) -> str:
    """A title as Excel allows it for a sheet."""
    return FORBIDDEN_IN_NAMES.sub(" ", title)[:LONGEST_NAME]
