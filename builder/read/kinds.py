"""What a file is, told from its first bytes: names and suffixes are not believed."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """A family of files that are read, or refused, in the same way."""

    TEXT = "text/plain"
    HTML = "text/html"
    MHTML = "multipart/related"
    PDF = "application/pdf"
    ZIP = "application/zip"
    OLE = "application/x-ole-storage"
    RTF = "application/rtf"
    ODT = "application/vnd.oasis.opendocument.text"
    PICTURE = "image"
    ARCHIVE = "application/x-archive"


# Read by way of LibreOffice, whose versions differ.
BY_OFFICE = frozenset((Kind.OLE, Kind.RTF, Kind.ODT))

MAGIC = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"Rar!", Kind.ARCHIVE),
    (b"7z\xbc\xaf", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
    (b"BZh", Kind.ARCHIVE),
)
HEAD_BYTES = 4096
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|table|p)\b", re.IGNORECASE)
MIME = re.compile(rb"(?im)^(?:mime-version|content-type:\s*multipart/related)")


def kind(data: bytes) -> Kind:
    """The kind of a file with this content; whatever is nothing else is taken for text."""
    # An OpenDocument file names itself at this very place.
    if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return Kind.ODT
    for magic, found in MAGIC:
        if data.startswith(magic):
            return found
    # UTF-16 pages become readable for the patterns once their zero bytes are gone.
    head = data[:HEAD_BYTES].replace(b"\x00", b"")
    if MIME.search(head) and b"multipart/" in head.lower():
        return Kind.MHTML
    # Some PDF writers put a few bytes before the header; the standard allows 1024.
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    return Kind.HTML if _is_markup(head) else Kind.TEXT


def _is_markup(head: bytes) -> bool:
    """A page, or a piece of one: a tag at the very beginning. Tags inside a text are text."""
    bare = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return MARKUP.match(bare) is not None or bare[:5].lower() in {b"<?xml", b"<!-- "}
