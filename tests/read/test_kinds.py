from __future__ import annotations

import pytest

from builder.read.kinds import Kind, kind


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", Kind.TEXT),
        ("2024年工作总结".encode(), Kind.TEXT),
        ("优良率<94%，PM2.5<p>35</p>".encode(), Kind.TEXT),
        (b"<!DOCTYPE html><html>", Kind.HTML),
        (b"\xef\xbb\xbf\r\n <HTML>", Kind.HTML),
        ("\ufeff<html>".encode("utf-16-le"), Kind.HTML),
        (b"<!-- saved from url=(0014)about:internet -->\r\n<html>", Kind.HTML),
        (b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;", Kind.MHTML),
        (b"%PDF-1.7", Kind.PDF),
        (b"\x00\x00junk%PDF-1.4", Kind.PDF),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", Kind.ZIP),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            Kind.ODT,
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (b"{\\rtf1\\ansi", Kind.RTF),
        (b"\x89PNG\r\n", Kind.PICTURE),
        (b"Rar!\x1a", Kind.ARCHIVE),
    ],
)
def test_kind_is_told_from_the_content(data: bytes, found: Kind) -> None:
    assert kind(data) is found
