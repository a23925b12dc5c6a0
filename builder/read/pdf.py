"""PDF files with a text layer: paragraphs whole, tables as rows, page furniture left out."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from builder.config import Limits
from builder.model import Remark
from builder.read.encodings import FOREIGN
from builder.read.pages import Page
from builder.read.pdffonts import use_own_font
from builder.read.pdfglyphs import Glyph, letters
from builder.read.pdflayout import paragraphs
from builder.read.pdftables import Grid, grids, page_lines
from builder.read.refusal import Unreadable

MEDIA_TYPE = "application/pdf"
LOCKED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
# A table has at least the four edges of two cells; fewer lines are rules and frames.
FEWEST_PATHS = 6
# More lines are a map or a drawing, in which nobody sets a table and a search never ends.
MOST_PATHS = 3000
# Below this many letters a page is a picture with a stamp or a page number.
FEWEST_LETTERS = 15


def pdf_page(file: str, data: bytes, limits: Limits) -> Page:
    """The text of a PDF file, a paragraph or a row of a table to a line.

    Raises `Unreadable` where it is locked, damaged, too long, or has no text layer.
    """
    use_own_font()
    document = _document(file, data)
    if len(document) == 0:
        raise _damaged(file)
    if len(document) > limits.pages:
        raise Unreadable(
            file,
            "有 {count} 页，超过上限 {most} 页",
            "请拆分文件，或调大 briefing.toml 的 limits.pages。",
            count=len(document),
            most=limits.pages,
        )
    pages = [letters(page) for page in _pages(file, document)]
    empty = [number for number, found in enumerate(pages, 1) if not _has_text(found.glyphs)]
    if len(empty) == len(pages):
        raise Unreadable(
            file,
            "没有文字层，是扫描件或图片",
            "请先做文字识别（OCR），或换成有文字的 PDF、Word 文件。",
        )
    ruled = [number for number, page in enumerate(document, 1) if _is_ruled(page)]
    tables = _tables(_upright(data, document, {n: pages[n - 1].turn for n in ruled}), ruled)
    sheets = [page_lines(page.glyphs, tables.get(index, ())) for index, page in enumerate(pages)]
    text = "\n".join(paragraphs(sheets))
    _refuse_garbled(file, text)
    return Page(text=text, media_type=MEDIA_TYPE, remarks=_remarks(empty))


def _document(file: str, data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in LOCKED:
            raise Unreadable(
                file, "PDF 加了密码，打不开", "请去掉密码后另存，再放入输入文件夹。"
            ) from None
        raise _damaged(file) from None


def _damaged(file: str) -> Unreadable:
    return Unreadable(
        file, "PDF 已损坏，打不开", "请用 PDF 阅读器打开后重新打印成 PDF，或换成其他格式。"
    )


def _pages(file: str, document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    try:
        yield from document
    except pypdfium2.PdfiumError:
        raise _damaged(file) from None


def _has_text(found: Sequence[Glyph]) -> bool:
    return sum(glyph.placed for glyph in found) >= FEWEST_LETTERS


def _is_ruled(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has as many lines as a table has."""
    paths = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3)
    return FEWEST_PATHS <= sum(1 for _ in islice(paths, MOST_PATHS + 1)) <= MOST_PATHS


def _upright(data: bytes, document: pypdfium2.PdfDocument, turns: Mapping[int, int]) -> bytes:
    """The file with these pages turned so that their letters stand upright, for their tables."""
    astray = [number for number, turn in turns.items() if _rotation(document, number) != turn]
    if not astray:
        return data
    for number in astray:
        document[number - 1].set_rotation(turns[number])
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _rotation(document: pypdfium2.PdfDocument, number: int) -> int:
    return int(document[number - 1].get_rotation())


def _tables(data: bytes, numbers: Sequence[int]) -> dict[int, tuple[Grid, ...]]:
    """The tables of these pages, by the page's index.

    What pdfplumber can't read it leaves without tables: the words are there all the same.
    """
    if not numbers:
        return {}
    try:
        with pdfplumber.open(io.BytesIO(data), pages=list(numbers)) as document:
            return {page.page_number - 1: grids(page) for page in document.pages}
    except Exception:  # noqa: BLE001 -- pdfminer raises whatever a broken file leads it to
        return {}


def _refuse_garbled(file: str, text: str) -> None:
    """A text layer without a table of letters gives signs that no reader sees on the page."""
    broken = len(FOREIGN.findall(text)) + text.count("\ufffd")
    if broken * 10 > len(text):
        raise Unreadable(
            file,
            "文字层是乱码，字体没有对应的文字编码",
            "请换成 Word 文件，或打印后做文字识别（OCR）。",
        )


def _remarks(empty: Sequence[int]) -> tuple[Remark, ...]:
    if not empty:
        return ()
    pages = list(map(str, empty))
    return (
        Remark(
            message="第 {pages} 页没有文字层，可能是扫描图片，没有读取。",
            values=(("pages", "、".join(pages)), ("pages_by_comma", ", ".join(pages))),
        ),
    )
