"""Two reports of one bureau, of following years, made for tests from the text on."""

from __future__ import annotations

from functools import cache

from builder.check import check
from builder.config import Limits
from builder.extract import extract
from builder.model import Extraction
from builder.outline import outline
from builder.read import read_source
from tests.goldfacts import ROOT


@cache
def pair() -> tuple[Extraction, ...]:
    """The earlier report and the later one."""
    paths = sorted((ROOT / "tests" / "pairs").iterdir())
    return tuple(check(extract(outline(read_source(path, Limits())))) for path in paths)
