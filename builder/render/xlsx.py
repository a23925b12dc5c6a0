"""The Excel file: sheets of real numbers and days, every figure a link to its sentence.

No cell holds a formula: a text that begins with = stays text.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import xlsxwriter

from builder.language import Language
from builder.model.sheet import ColumnKind, Linked
from builder.render.number_format import number_format
from builder.widths import columns

if TYPE_CHECKING:
    from builder.model import Briefing
    from builder.model.sheet import Sheet, SheetCell, SheetValue

# Excel wants a date; a fixed one keeps the bytes the same from build to build.
WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- XlsxWriter takes naive UTC
LONGEST_CELL = 32_767
LONGEST_NAME = 31
LONGEST_TIP = 255
LONGEST_PROPERTY = 255
MOST_LINKS = 65_530
MOST_DIGITS = 15
FIRST_DAY = dt.date(1900, 3, 1)
"""The first day that all spreadsheets count alike."""
FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LINE_HEIGHT, ROW_AIR, HIGHEST_ROW = 14.5, 2, 409
A4 = 9
MARGINS = {"left": 0.5, "right": 0.5, "top": 0.75, "bottom": 0.75}
LINK_COLOUR = "#1F4E79"
HEAD = {
    "bold": True,
    "bg_color": "#E8EDF3",
    "bottom": 1,
    "bottom_color": "#1F4E79",
    "text_wrap": True,
    "valign": "vcenter",
}
ROW_LINE = {"bottom": 1, "bottom_color": "#D0D5DB"}
DAY = "yyyy-mm-dd"
RIGHT = {"align": "right", "indent": 1}
# Windows, WPS and LibreOffice know it, and draw its digits as wide as each other.
FONT = {"zh": {"font_name": "宋体", "font_size": 10}, "en": {"font_name": "Arial", "font_size": 9}}


def xlsx(briefing: Briefing, sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an Excel file; the same ones give the same bytes."""
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_urls": False,
        # A copy: the library takes things out of it.
        "default_format_properties": dict(FONT[briefing.language]),
    }
    with xlsxwriter.Workbook(stream, options) as workbook:
        workbook.set_properties(
            {
                "title": briefing.title[:LONGEST_PROPERTY],
                "subject": briefing.subtitle[:LONGEST_PROPERTY],
                "author": briefing.issuer[:LONGEST_PROPERTY],
                "created": WRITTEN,
            }
        )
        formats = _Formats(workbook)
        language = Language(briefing.language)
        for sheet in sheets:
            _Page(workbook, sheet, formats, language).write(briefing.title)
    return stream.getvalue()


class _Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, **properties: object) -> Any:  # noqa: ANN401
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format({"valign": "top"} | properties)
        return self._made[key]


class _Page:
    """A sheet under way."""

    def __init__(
        self,
        workbook: Any,  # noqa: ANN401
        sheet: Sheet,
        formats: _Formats,
        language: Language,
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._language = language
        self._page = workbook.add_worksheet(_name(sheet.title))
        self._links = 0

    def write(self, title: str) -> None:
        """The head, the rows and the print set-up; `title` stands above every printed page."""
        for number, column in enumerate(self._sheet.columns):
            self._page.set_column(number, number, column.width)
            aligned = RIGHT if column.kind is ColumnKind.NUMBER else {}
            self._page.write_string(0, number, column.head, self._formats(**HEAD, **aligned))
        self._set_height(0, [column.head for column in self._sheet.columns])
        for number, row in enumerate(self._sheet.rows, 1):
            values = [cell.value if isinstance(cell, Linked) else cell for cell in row]
            if self._sheet.wrapped:
                self._set_height(number, values)
            for place, (cell, value) in enumerate(zip(row, values, strict=True)):
                self._write_cell(number, place, cell, value)
        last = len(self._sheet.rows), len(self._sheet.columns) - 1
        self._page.freeze_panes(1, self._sheet.frozen)
        self._page.autofilter(0, 0, *last)
        line = {"type": "no_errors", "format": self._formats(**ROW_LINE)}
        self._page.conditional_format(1, 0, *last, line)
        self._set_up_print(title, *last)

    def _set_up_print(self, title: str, last_row: int, last_column: int) -> None:
        page = self._page
        page.set_landscape()
        page.set_paper(A4)
        page.set_margins(**MARGINS)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.hide_gridlines(2)
        if self._sheet.printed:
            page.print_area(0, 0, last_row, min(self._sheet.printed - 1, last_column))
        page.set_header(f"&L{_literal(title)}&R{_literal(self._sheet.title)}")
        page.set_footer("&C" + self._language("第{page}页，共{pages}页", page="&P", pages="&N"))

    def _set_height(self, row: int, values: Iterable[SheetValue]) -> None:
        """Room for the words that a row wraps: not every program makes it by itself."""
        lines = max(
            _lines(value, column.width) if isinstance(value, str) else 1
            for value, column in zip(values, self._sheet.columns, strict=True)
        )
        self._page.set_row(row, min(lines * LINE_HEIGHT + ROW_AIR, HIGHEST_ROW))

    def _write_cell(self, row: int, place: int, cell: SheetCell, value: SheetValue) -> None:
        if value is None:
            return
        look = self._look(value)
        if isinstance(cell, Linked) and self._links < MOST_LINKS:
            self._links += 1
            look["font_color"] = LINK_COLOUR
            # The link is set first; the value then takes the place of the link's words.
            place_there = f"internal:'{_name(cell.sheet)}'!A{cell.row + 2}"
            tip = cell.tip[:LONGEST_TIP]
            self._page.write_url(row, place, place_there, self._formats(**look), tip=tip)
        self._write_value(row, place, value, self._formats(**look))

    def _look(self, value: SheetValue) -> dict[str, object]:
        if isinstance(value, dt.date):
            return {"num_format": DAY, "align": "left"}
        if isinstance(value, Decimal | int):
            return {"num_format": number_format(Decimal(value)), **RIGHT}
        return {"num_format": "@", "text_wrap": self._sheet.wrapped}

    def _write_value(self, row: int, place: int, value: SheetValue, look: Any) -> None:  # noqa: ANN401
        match value:
            case dt.date() if value >= FIRST_DAY:
                self._page.write_datetime(row, place, value, look)
            case Decimal() | int() if _digits(value) <= MOST_DIGITS:
                self._page.write_number(row, place, value, look)
            case Decimal():
                self._page.write_string(row, place, format(value, "f"), look)
            case _:
                self._page.write_string(row, place, self._cut(str(value)), look)

    def _cut(self, words: str) -> str:
        """Words that Excel can hold; what is cut off is said."""
        said = self._language("……（余下从略，全文见 Word 文件）")
        return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - len(said)] + said


def _lines(words: str, width: int) -> int:
    """How many lines words take in a column; a Chinese letter is as wide as two digits."""
    room = max(width - 1, 1)
    return sum(max(1, -(-columns(line) // room)) for line in words.split("\n"))


def _digits(value: Decimal | int) -> int:
    """How many digits must be kept for a number to stay what it is."""
    return len(Decimal(value).as_tuple().digits)


def _name(title: str) -> str:
    """A title as Excel allows it for a sheet."""
    return FORBIDDEN_IN_NAMES.sub(" ", title)[:LONGEST_NAME]


def _literal(words: str) -> str:
    """Words of a header, in which & would begin a code."""
    return words.replace("&", "&&")
