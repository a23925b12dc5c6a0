"""What the preview shows: the HTML, the pages of the PDF, the text of the Word file, or an error.

A change of a template or of the style makes the documents anew from the comparison at hand; a
change of reports, corrections or configuration begins at the beginning. The HTML comes first,
for it is ready in a fraction of the time that the PDF takes.
"""

from __future__ import annotations

import html as markup
import io
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdfium2 import PdfDocument

from builder.charts.draw import rasterised
from builder.pipeline.line import Compared, Request, compared
from builder.render.docx import docx
from builder.render.folder import checked_templates
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable
from builder.render.templates import check_templates

PANES = ("html", "word", "pages", "error")
PIXELS_PER_POINT = 1.4


@dataclass(slots=True)
class Panes:
    """The latest of everything; each pane counts its versions, so that a page knows it is old."""

    html: str = ""
    word: str = ""
    pages: tuple[bytes, ...] = ()
    error: str = ""
    versions: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PANES, 0))
    lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, pane: str, content: object) -> None:
        """Put new content into a pane."""
        with self.lock:
            setattr(self, pane, content)
            self.versions[pane] += 1


class Rebuilder:
    """Makes the panes anew, from the comparison at hand where that is enough."""

    def __init__(
        self,
        request: Callable[[], Request],
        panes: Panes,
        expected: tuple[type[Exception], ...],
    ) -> None:
        self._request = request
        self._panes = panes
        self._expected = expected
        self._compared: Compared | None = None
        self._worker: PdfWorker | None = None

    def rebuild(self, *, inputs_changed: bool) -> None:
        """All panes anew; an error is shown in the page, and the old panes stay.

        Whatever goes wrong, the next change is followed.
        """
        try:
            self._rebuild(inputs_changed=inputs_changed)
        except self._expected as error:
            self._panes.show("error", str(error))
        except Exception as error:  # noqa: BLE001 -- the thread that rebuilds must go on
            self._panes.show("error", f"内部错误：{type(error).__name__}: {error}")
        else:
            self._panes.show("error", "")

    def close(self) -> None:
        """End the PDF's process."""
        if self._worker is not None:
            self._worker.close()

    def _rebuild(self, *, inputs_changed: bool) -> None:
        request = self._request()
        check_templates(checked_templates(request.templates))
        if inputs_changed or self._compared is None:
            self._compared = compared(request)
        briefing, vectors = self._compared.briefing, self._compared.vectors
        page = html(briefing, vectors, request.templates)
        self._panes.show("html", page)
        # A worker that is busy with an older page is of no use any more.
        self.close()
        self._worker = PdfWorker()
        self._worker.begin(page, request.templates, {})
        self._panes.show("word", word_text(docx(briefing, rasterised(vectors), request.templates)))
        try:
            self._panes.show("pages", tuple(page_pictures(self._worker.result())))
        except PdfUnavailable as error:
            self._panes.show("error", str(error))


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


def is_input(path: Path, templates: Path) -> bool:
    """Whether a changed file needs more than new documents from the comparison at hand."""
    return not path.absolute().is_relative_to(templates.absolute())
