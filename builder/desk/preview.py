"""What the tab of templates shows: the pages as they would be printed, the words of the Word file.

They are made from the comparison at hand, for a template changes nothing of it.
"""

from __future__ import annotations

import html as markup
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdfium2 import PdfDocument

from builder.charts.draw import rasterised
from builder.pipeline.line import Compared, Request, compared
from builder.pipeline.words import with_its_words
from builder.render.checking.tags import TemplateProblem
from builder.render.docx import docx
from builder.render.folder import checked_templates
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from builder.render.pdf_substitutes import pdf_by_browser
from builder.render.templates import template_problems

PIXELS_PER_POINT = 1.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Pages as PNG, the Word file's words as HTML; or the problems, and then nothing of these."""

    pages: tuple[bytes, ...] = ()
    word: str = ""
    notice: str = ""
    problems: tuple[dict[str, str], ...] = ()


@with_its_words
def preview(request: Request, last: Compared | None) -> Preview:
    """The briefing with the templates as they are now.

    Raises the errors of a build where there is nothing at hand to show them with.
    """
    templates = checked_templates(request.templates)
    if found := template_problems(templates, request.config.parts):
        return Preview(problems=tuple(map(_problem, found)))
    side_by_side = last or compared(request)
    briefing, vectors = side_by_side.briefing, side_by_side.vectors
    page = html(briefing, vectors, templates)
    with PdfWorker() as worker:
        worker.begin(page, templates, {})
        word = word_text(docx(briefing, rasterised(vectors), templates))
        try:
            made = worker.result()
        except PdfUnavailable as error:
            found_by_browser = pdf_by_browser(page, templates)
            if found_by_browser is None:
                return Preview(word=word, notice=str(error))
            made = found_by_browser
    return Preview(pages=tuple(page_pictures(made)), word=word)


def _problem(found: TemplateProblem) -> dict[str, str]:
    """A problem with the line that it stands in, cut where it begins and ends."""
    text, start, end = found.line.text, found.column, found.column + max(found.length, 1)
    return {
        "file": found.file,
        "place": found.line.place,
        "message": found.message,
        "before": text[max(start - 60, 0) : start],
        "wrong": text[start:end],
        "behind": text[end : end + 60],
    }


def word_text(document: bytes) -> str:
    """The Word file's headings, paragraphs and tables as plain HTML, in their order."""
    blocks = Document(io.BytesIO(document)).iter_inner_content()
    return "\n".join(
        _table(block) if isinstance(block, Table) else _line(block) for block in blocks
    )


def _line(paragraph: Paragraph) -> str:
    name = paragraph.style.name if paragraph.style and paragraph.style.name else ""
    level = name.removeprefix("heading ").removeprefix("Heading ")
    tag = f"h{level}" if level.isdigit() else "p"
    return f"<{tag}>{markup.escape(paragraph.text)}</{tag}>" if paragraph.text.strip() else ""


def _table(table: Table) -> str:
    rows = "".join(f"<tr>{''.join(_cells(row.cells))}</tr>" for row in table.rows)
    return f"<table>{rows}</table>"


def _cells(cells: Iterable[object]) -> Iterator[str]:
    for cell in cells:
        yield f"<td>{markup.escape(str(getattr(cell, 'text', '')))}</td>"


def page_pictures(document: bytes) -> Iterator[bytes]:
    """Every page of a PDF as a PNG."""
    for page in PdfDocument(document):
        stream = io.BytesIO()
        page.render(scale=PIXELS_PER_POINT).to_pil().save(stream, "PNG")
        yield stream.getvalue()
