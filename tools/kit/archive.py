"""A zip of the same bytes from the same files: no clock, no compression of this machine."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

_UNIX = 3
_FILE, _SCRIPT, _FOLDER = 0o100644 << 16, 0o100755 << 16, (0o40755 << 16) | 0x10


def archive(target: Path, files: Mapping[str, bytes]) -> None:
    """Write the files, in their order, stored as they are: wheels are compressed already."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as book:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = _UNIX
            entry.external_attr = _attributes(name)
            book.writestr(entry, data)


def _attributes(name: str) -> int:
    if name.endswith("/"):
        return _FOLDER
    return _SCRIPT if name.endswith(".sh") else _FILE
