"""What the terminal is told when something expected goes wrong."""

from __future__ import annotations

from typing import NoReturn

from builder.cli.terminal import tell
from builder.fonts import FontError
from builder.pipeline.inputs import NothingToBuild
from builder.pipeline.publish import OutputError
from builder.render.folder import TemplateError
from builder.render.pdf_errors import PdfError
from builder.toml_file import TomlError

EXPECTED = (
    FontError,
    NothingToBuild,
    OutputError,
    PdfError,
    TemplateError,
    TomlError,
)


def fail(message: str) -> NoReturn:
    """Print the message to standard error and leave with exit code 1."""
    tell(message, error=True)
    raise SystemExit(1)
