"""A `Source` from text that some reader has found."""

from __future__ import annotations

import hashlib

from builder.model import PageMetadata, Remark, Source
from builder.read.script import plain_copy
from builder.read.unseen import seen, spread


def source_from_text(
    report: str,
    file: str,
    text: str,
    *,
    media_type: str = "text/plain",
    encoding: str = "utf-8",
    replaced_bytes: int = 0,
    sha256: str | None = None,
    metadata: PageMetadata | None = None,
    remarks: tuple[Remark, ...] = (),
) -> Source:
    """The source of a report whose text is already known.

    Line ends become LF, nothing else of the text changes; in its plain copy signs that nobody sees
    and digits that can't be read have signs of their own. `sha256` is that of the file's bytes;
    without one it is that of the text as UTF-8.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = seen(text)
    copy = plain_copy(found.text)
    return Source(
        report=report,
        file=file,
        text=text,
        plain=spread(copy.plain, found),
        script=copy.script,
        converted=copy.converted,
        media_type=media_type,
        encoding=encoding,
        replaced_bytes=replaced_bytes,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest(),
        metadata=metadata or PageMetadata(),
        remarks=(*remarks, *found.remarks),
    )
