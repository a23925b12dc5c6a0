"""The process that makes PDFs, which remembers those that it made before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from builder.cache import Cache, Input
from builder.pipeline.sums import template_sums
from builder.program import program_version
from builder.render.pdf import PdfWorker
from builder.render.pdf_libraries import asked_versions

KIND = "pdf"
# Of the templates the page itself has what these say.
READ_BEFORE = (".docx", ".j2")


class KeptPdfWorker(PdfWorker):
    """A `PdfWorker` that takes the PDF of a page from the cache where the same was made before."""

    def __init__(self, cache: Cache) -> None:
        super().__init__()
        self._cache = cache
        self._libraries = asked_versions() if cache else {}
        self._inputs: tuple[Input, ...] | None = None
        self._known: bytes | None = None

    def begin(self, html: str, templates: Path, attachments: Mapping[str, bytes]) -> None:
        """Hand over the HTML, unless its PDF is known."""
        self._inputs, self._known = None, None
        if self._libraries:
            named = [part for item in attachments.items() for part in item]
            libraries = json.dumps(self._libraries, sort_keys=True)
            sums = template_sums(templates, *READ_BEFORE)
            self._inputs = (program_version(), libraries, html, *sums, *named)
            self._known = self._cache.found(KIND, self._inputs)
        if self._known is None:
            super().begin(html, templates, attachments)

    def result(self) -> bytes:
        """The PDF of the last `begin`."""
        if self._known is not None:
            return self._known
        made = super().result()
        if self._inputs is not None:
            self._cache.keep(KIND, self._inputs, made)
        return made
