"""Files of the output folder, by names that are known beforehand; nothing else is ever read."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from pathlib import Path

from builder.pipeline.request import FORMATS

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/x-ndjson",
}
NAMES = (*(f"briefing.{suffix}" for suffix in FORMATS), "facts.csv", "facts.jsonl")
ARCHIVE = "briefing.zip"
# A file of an archive has a time; the same files make the same archive.
_WRITTEN = (2025, 1, 1, 0, 0, 0)
_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)([^>]*)>(.*?)</script>", re.DOTALL)
_DATA = re.compile(rb"type=[\"']?(?:application/json|text/plain|text/template)", re.IGNORECASE)


def output_file(output: Path, name: str) -> bytes | None:
    """The bytes of a document, or None where there is none; a link is none."""
    if name not in NAMES:
        return None
    path = output / name
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def archive(output: Path) -> bytes:
    """All documents in one zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in NAMES:
            if (content := output_file(output, name)) is not None:
                made.writestr(zipfile.ZipInfo(name, _WRITTEN), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def page_policy(page: bytes) -> str:
    """What the briefing's own page may do: run the scripts that it came with, and load nothing."""
    scripts = [
        f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}'"
        for attributes, content in _SCRIPT.findall(page)
        if not _DATA.search(attributes)
    ]
    allowed = " ".join(scripts) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; "
        "style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts allow-downloads"
    )
