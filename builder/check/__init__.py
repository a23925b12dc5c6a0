"""Stage `check`: what a careful reader must know before using a report."""

from __future__ import annotations

from builder.check.checking import check

__all__ = ["check"]
