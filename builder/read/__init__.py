"""Stage `read`: a file of any encoding becomes a `Source`, or is refused with a reason."""

from __future__ import annotations

from builder.read.archives import archive_entries
from builder.read.entries import Entry, folder_entries
from builder.read.files import entry_bytes, read_entry, read_source
from builder.read.refusal import Unreadable
from builder.read.sources import source_from_text

__all__ = [
    "Entry",
    "Unreadable",
    "archive_entries",
    "entry_bytes",
    "folder_entries",
    "read_entry",
    "read_source",
    "source_from_text",
]
