"""The documents of a briefing in every format that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pypdfium2 import PdfDocument

from builder.cache import Cache
from builder.model import Briefing, BriefingPart, Drawing
from builder.model.comparison import Comparison
from builder.pipeline.drawing import with_pictures
from builder.pipeline.handouts import FOLDER, handouts
from builder.pipeline.request import FORMATS
from builder.reading import reading_page
from builder.render.docx import docx
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from builder.render.pdf_substitutes import pdf_by_browser, pdf_by_office
from builder.render.xlsx import xlsx
from builder.wording.sheets import sheets

# What a PDF lacks that was made without Pango.
BY_BROWSER = "briefing.pdf 由浏览器排版：不是存档用的 PDF/A，不附 facts.json，单位分册只有 Word"
BY_OFFICE = (
    "briefing.pdf 由 LibreOffice 从 Word 转成：不是存档用的 PDF/A，字体是本机的，"
    "不附 facts.json，单位分册只有 Word"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """Files by their names, what is said of the main ones (20 页), and what could not be made."""

    files: Mapping[str, bytes]
    details: Mapping[str, str]
    notices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What documents are made from: the briefing, its data, its charts, and the templates."""

    briefing: Briefing
    comparison: Comparison
    vectors: tuple[Drawing, ...]
    templates: Path
    formats: tuple[str, ...]


def documents(printed: Printed, worker: PdfWorker | None, facts: bytes, cache: Cache) -> Documents:
    """All documents; `facts` go into the PDF, which a process of its own lays out meanwhile.

    Word comes last, for its line of contents has the pages of the PDF.
    """
    briefing, vectors, templates = printed.briefing, printed.vectors, printed.templates
    # The PDF and the reading view are made from one page.
    page = ""
    if worker is not None or "html" in printed.formats:
        page = html(briefing, vectors, templates)
    if worker is not None:
        worker.begin(page, templates, {"facts.json": facts})
    pictures = with_pictures(vectors, cache)
    made: dict[str, bytes] = {}
    if "html" in printed.formats:
        made["html"] = reading_page(briefing, printed.comparison, page).encode()
    if "xlsx" in printed.formats:
        made["xlsx"] = xlsx(briefing, sheets(printed.comparison, briefing.language))
    by_pango, notices = _finish_pdf(made, worker, page, templates)
    lacking = worker is not None and "pdf" not in made
    if lacking or "docx" in printed.formats:
        pages = part_pages(made["pdf"], briefing.parts) if "pdf" in made else {}
        word = docx(briefing, pictures, templates, pages)
        if "docx" in printed.formats:
            made["docx"] = word
        if lacking and (found := pdf_by_office(word, templates)) is not None:
            made["pdf"] = found
            notices = (*notices, BY_OFFICE)
    own = dict(handouts(briefing, pictures, templates, printed.formats, by_pango))
    details = {f"briefing.{name}": _detail(name, made[name]) for name in FORMATS if name in made}
    if own:
        details[f"{FOLDER}/"] = f"{len(briefing.comparison.handouts)} 个单位各一份"
    files = {f"briefing.{suffix}": content for suffix, content in made.items()}
    return Documents(files=files | _charts(pictures) | own, details=details, notices=notices)


def part_pages(pdf: bytes, parts: Iterable[BriefingPart]) -> dict[str, int]:
    """The page on which each part with a heading begins, by its id, as the PDF's bookmarks say."""
    starts = {
        mark.get_title(): destination.get_index() + 1
        for mark in PdfDocument(pdf).get_toc()
        if mark.level == 0 and (destination := mark.get_dest()) is not None
    }
    return {
        part.id: page
        for part in parts
        for title, page in starts.items()
        if part.title and title.endswith(part.title)
    }


def _finish_pdf(
    made: dict[str, bytes], worker: PdfWorker | None, page: str, templates: Path
) -> tuple[PdfWorker | None, tuple[str, ...]]:
    """The PDF as soon as it is laid out, by a browser where the process can't.

    Gives the process if it can make PDFs, and what is to be said of the one that was made.
    """
    if worker is None:
        return None, ()
    try:
        made["pdf"] = worker.result()
    except PdfUnavailable as error:
        if (found := pdf_by_browser(page, templates)) is None:
            return None, (str(error),)
        made["pdf"] = found
        return None, (str(error), BY_BROWSER)
    return worker, ()


def _charts(pictures: Iterable[Drawing]) -> dict[str, bytes]:
    """The charts as files of their own."""
    return {
        f"charts/{picture.chart}.{suffix}": content
        for picture in pictures
        for suffix, content in (("svg", picture.svg.encode()), ("png", picture.png))
    }


def _detail(suffix: str, content: bytes) -> str:
    """What a reader wants to know of a file before opening it: its pages, or its size."""
    if suffix == "pdf":
        return f"{len(PdfDocument(content))} 页"
    return f"{len(content) / 1024:,.0f} KB"
