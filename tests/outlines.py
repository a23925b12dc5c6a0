"""Outlines of texts written in the tests, and what their sentences say."""

from __future__ import annotations

from builder.model import Outline
from builder.outline import outline
from builder.read import source_from_text
from builder.text.normalized import normalized_text
from builder.text.numbers.number import Number, in_source
from builder.text.numbers.scanner import scan


def outlined(text: str) -> Outline:
    """The outline of a text as a file would give it."""
    return outline(source_from_text("report", "report.txt", text))


def tree(text: str) -> list[str]:
    """Every section as `level role heading`."""
    return [f"{s.level} {s.role} {s.heading}" for s in outlined(text).sections]


def numbers(found: Outline) -> tuple[Number, ...]:
    """The numbers of a text at their places in the source."""
    normalized = normalized_text(found)
    return tuple(in_source(number, normalized) for number in scan(normalized.text))
