"""Corrections written into their file by a program; what people wrote there stays as it is.

Comments, order and line ends of the file are kept. An entry is named by a sum of its content, so
that the same one is meant even if the file was changed by hand meanwhile.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from builder.review.corrections import Correction, Corrections, read_corrections
from builder.toml_file import TomlError, toml_text

_KEYS = (
    *("action", "mark", "report", "kind", "quote", "nth", "which", "values"),
    *("reason", "who", "when"),
)
_LIST = "correction"


class GoneError(LookupError):
    """The entry is not in the file any more: it was changed by hand or in another window."""


def entry_id(correction: Correction) -> str:
    """The name of an entry: a sum of all that it says."""
    said = json.dumps(correction.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def add_correction(path: Path, correction: Correction, comment: str = "") -> str:
    """Write a correction at the end of its file, with a comment above it; gives its name.

    Raises `TomlError` where the file is wrong, `OSError` where it can't be written.
    """
    document = _document(path)
    entries = document.get(_LIST)
    if entries is None:
        entries = tomlkit.aot()
        document.append(_LIST, entries)
    assert isinstance(entries, AoT)
    if len(entries):
        entries[-1].add(tomlkit.nl())
    entries.append(_table(correction, comment))
    _write(path, document)
    return entry_id(correction)


def remove_correction(path: Path, entry: str) -> Correction:
    """Take an entry out of its file; gives what it said.

    Raises `GoneError` where there is none of that name.
    """
    document = _document(path)
    number, correction = _numbered(path, entry)
    entries = document[_LIST]
    assert isinstance(entries, AoT)
    del entries[number]
    if not entries:
        # An empty list would be written as one line, which no [[correction]] may follow.
        del document[_LIST]
    _write(path, document)
    return correction


def change_correction(path: Path, entry: str, changes: Mapping[str, object]) -> Correction:
    """Set keys of an entry, such as the words that it quotes; gives what it says now.

    Raises `GoneError` where there is none of that name, `ValidationError` where it would be wrong.
    """
    document = _document(path)
    number, correction = _numbered(path, entry)
    changed = Correction.model_validate(correction.model_dump() | dict(changes))
    table: Any = document[_LIST][number]
    for key, value in changes.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
    _write(path, document)
    return changed


def _numbered(path: Path, entry: str) -> tuple[int, Correction]:
    corrections: Corrections = read_corrections(path)
    for number, correction in enumerate(corrections.correction):
        if entry_id(correction) == entry:
            return number, correction
    raise GoneError(entry)


def _document(path: Path) -> tomlkit.TOMLDocument:
    if path.is_symlink():
        raise TomlError(f"{path.name}: 是链接，不往里写。请换成文件。")
    if not path.exists():
        return tomlkit.document()
    # What is wrong with it is said in the words of the one reader.
    read_corrections(path)
    return tomlkit.parse(toml_text(path))


def _table(correction: Correction, comment: str) -> Table:
    table = tomlkit.table()
    for line in filter(None, (one.strip() for one in comment.splitlines())):
        table.add(tomlkit.comment(line))
    given = correction.model_dump(exclude_defaults=True)
    for key in _KEYS:
        if key in given:
            table.add(key, _item(given[key]))
    return table


def _item(value: Any) -> Any:  # noqa: ANN401 -- any value of TOML
    if not isinstance(value, dict):
        return value
    inline: InlineTable = tomlkit.inline_table()
    inline.update({key: _item(one) for key, one in value.items() if one is not None})
    return inline


def _write(path: Path, document: tomlkit.TOMLDocument) -> None:
    """The file anew, at once: whoever reads it meanwhile sees the old one or the new one."""
    number, name = tempfile.mkstemp(prefix=".corrections.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_with_own_ends(tomlkit.dumps(document)).encode())
        with suppress(OSError):
            Path(name).chmod(path.stat().st_mode if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _with_own_ends(text: str) -> str:
    """All lines ended alike, as the file's first line is."""
    first, found, _ = text.partition("\n")
    if not found or not first.endswith("\r"):
        return text
    return text.replace("\r\n", "\n").replace("\n", "\r\n")
