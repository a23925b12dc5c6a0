"""The zip around a Word file, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# The first moment that a zip can hold: no clock enters a build.
MOMENT = (1980, 1, 1, 0, 0, 0)
CONTENT_TYPES = "[Content_Types].xml"


def package(parts: Mapping[str, bytes], *, compressed: bool = True) -> bytes:
    """A package of named parts: the content types first, the others by name.

    Uncompressed bytes do not depend on the machine's zlib.
    """
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = method
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def unpacked(data: bytes, most: int | None = None) -> dict[str, bytes]:
    """The parts of a package by name; raises `BadZipFile` where they say to be more than `most`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if most is not None and sum(entry.file_size for entry in archive.infolist()) > most:
            raise zipfile.BadZipFile("解压后太大")
        return {name: archive.read(name) for name in archive.namelist()}
