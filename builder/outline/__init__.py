"""Stage `outline`: a text as sections, sentences with their role, and page furniture."""

from __future__ import annotations

from builder.outline.outlining import outline

__all__ = ["outline"]
