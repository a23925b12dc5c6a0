"""A `Source` from text that some reader has found."""

from __future__ import annotations

import hashlib

from builder.model import PageMetadata, Remark, Source
from builder.read.script import plain_copy
from builder.read.unseen import UNREADABLE, seen


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

    Line ends become LF, and signs that nobody sees are left out; nothing else of the text changes.
    Digits that can't be read are none in the plain copy. `sha256` is that of the file's bytes;
    without one it is that of the text as UTF-8.
    """
    read = seen(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = read.text
    copy = plain_copy(text)
    return Source(
        report=report,
        file=file,
        text=text,
        plain=_without(copy.plain, read.unsure),
        script=copy.script,
        converted=copy.converted,
        media_type=media_type,
        encoding=encoding,
        replaced_bytes=replaced_bytes,
        sha256=sha256 or hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest(),
        metadata=metadata or PageMetadata(),
        remarks=(*remarks, *read.remarks),
    )


def _without(plain: str, unsure: tuple[int, ...]) -> str:
    """The plain copy with no digit at these places."""
    if not unsure:
        return plain
    letters = list(plain)
    for place in unsure:
        letters[place] = UNREADABLE
    return "".join(letters)
