"""Comparative briefings in Word and PDF from a folder of environment bureaus' work reports."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.api import (
        ComparedReports,
        Facts,
        build_briefing,
        check_facts,
        compare_reports,
        extract_facts,
        read_dataset,
        read_report,
        vocabulary_of,
    )

__version__ = "0.2.0"
__all__ = [
    "ComparedReports",
    "Facts",
    "build_briefing",
    "check_facts",
    "compare_reports",
    "extract_facts",
    "read_dataset",
    "read_report",
    "vocabulary_of",
]


def __getattr__(name: str) -> object:
    """A name of the public face, imported when it is first asked for."""
    if name in __all__:
        return getattr(import_module("builder.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
