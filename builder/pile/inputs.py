"""Which files of the paths that were named are reports: files, folders, archives of folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from builder.config import Limits
from builder.model import Refusal
from builder.pipeline.inputs import opened_entries
from builder.read import Entry, folder_entries
from builder.review.files import is_corrections


def pile_entries(
    paths: Iterable[Path], limits: Limits, glob: str | None = None
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """The reports under some paths, by the id of the report, and what could not be looked into.

    A file has its own name. What is in a folder has its path in it; where several were named, the
    path from the folder above all of them, as a file has that is not the first of its name. `glob`
    chooses among the names, or among their last parts.
    """
    given = list(dict.fromkeys(Path(os.path.abspath(path)) for path in paths))  # noqa: PTH100 -- links stay
    above = Path(os.path.commonpath([path.parent for path in given]))
    entries: dict[str, Entry] = {}
    refused: list[Refusal] = []
    for path in given:
        own = "" if path.is_dir() and len(given) == 1 else path.relative_to(above).as_posix()
        if path.is_file() and path.name not in entries:
            own = path.name
        for found in _entries(path, own, limits):
            if isinstance(found, Refusal):
                refused.append(found)
            elif glob is None or _chosen(found.name, glob):
                entries[found.name] = found
    return tuple(sorted(entries.values(), key=lambda one: (one.report, one.name))), tuple(refused)


def _entries(path: Path, name: str, limits: Limits) -> Iterator[Entry | Refusal]:
    """The files of a path; `name` is that of a file, or what stands before those of a folder."""
    if not path.is_dir():
        yield from opened_entries(Entry(path=path, name=name, root=path.parent), limits)
        return
    found, refused = folder_entries(path)
    head = f"{name}/" if name else ""
    yield from (replace(refusal, file=f"{head}{refusal.file}") for refusal in refused)
    for entry in found:
        if not is_corrections(entry.name):
            yield from opened_entries(replace(entry, name=f"{head}{entry.name}"), limits)


def _chosen(name: str, glob: str) -> bool:
    return fnmatchcase(name, glob) or fnmatchcase(PurePosixPath(name).name, glob)
