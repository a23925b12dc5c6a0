"""Stage `read`: a file of any encoding becomes a `Source`, or is refused with a reason."""

from __future__ import annotations

from builder.read.files import read_source
from builder.read.refusal import Unreadable
from builder.read.sources import source_from_text

__all__ = ["Unreadable", "read_source", "source_from_text"]
