"""A document of its own on each bureau, in Word and PDF, to be handed out: `--sheets`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from builder.model import Briefing, Drawing
from builder.render.docx import docx
from builder.render.html import html
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfUnavailable

FOLDER = "sheets"


def handouts(
    briefing: Briefing,
    pictures: tuple[Drawing, ...],
    templates: Path,
    formats: tuple[str, ...],
    worker: PdfWorker | None,
) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the files, one bureau after the other: sheets/yueyang-2024.docx.

    Where no PDF can be made there are only those in Word: the briefing's own notice says why.
    """
    for handout in briefing.comparison.handouts:
        own = replace(briefing, comparison=replace(briefing.comparison, parts=handout.parts))
        if "docx" in formats:
            yield f"{FOLDER}/{handout.report}.docx", docx(own, pictures, templates)
        if worker is not None:
            try:
                page = worker.render(html(own, pictures, templates), templates, {})
            except PdfUnavailable:
                worker = None
            else:
                yield f"{FOLDER}/{handout.report}.pdf", page
