"""Sums of what a build takes: of folders, and of everything that decides its output."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from builder.dataset.reading import REPORTS
from builder.fonts import templates_folder
from builder.model import Refusal
from builder.pipeline.inputs import input_files
from builder.pipeline.request import Request
from builder.program import program_version
from builder.read import Entry, Unreadable, entry_bytes
from builder.review import corrections_file
from builder.vocabulary.adding import OwnVocabulary
from builder.vocabulary.loading import own_words


def folder_sums(folder: Path, *left_out: str) -> tuple[str, ...]:
    """Each file of a folder with its sum, by name; not those of the suffixes `left_out`."""
    return tuple(
        f"{path.relative_to(folder).as_posix()} {file_sum(path)}"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in left_out
    )


def file_sum(path: Path) -> str:
    """The sum of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def template_sums(templates: Path, *left_out: str) -> tuple[str, ...]:
    """The sums of a template folder, and of the program's own that stands in where it lacks one."""
    folders = dict.fromkeys((templates.resolve(), templates_folder().resolve()))
    return tuple(one for folder in folders for one in folder_sums(folder, *left_out))


def request_sums(request: Request) -> tuple[str, ...]:
    """All that the output of a build follows from, but for the libraries that set the PDF.

    Raises `NothingToBuild` and `TomlError` as the build itself does.
    """
    config = request.config
    settings = [config.file, *request.formats, str(request.sheets)]
    return (
        program_version(),
        *words_sums(request.vocabulary),
        config.model_dump_json(),
        json.dumps(settings, ensure_ascii=False),
        *template_sums(request.templates),
        *(_dataset_sums(request) if request.dataset else _input_sums(request)),
        *_corrections_sum(corrections_file(request.input)),
    )


def words_sums(own: OwnVocabulary | None = None) -> tuple[str, ...]:
    """The sums of the user's own words, or of those that are in use."""
    found = own_words() if own is None else own
    return tuple(f"{table.name} {table.sha256}" for table in found.tables)


def is_repeatable(refused: tuple[Refusal, ...]) -> bool:
    """Whether no file was refused that may be read the next time, though it is the same."""
    return not any(refusal.may_pass for refusal in refused)


def _input_sums(request: Request) -> Iterator[str]:
    left_out = (request.output, request.templates)
    entries, unopened = input_files(request.input, request.config.limits, left_out)
    yield from map(str, unopened)
    yield from (_entry_sum(entry, request) for entry in entries)


def _dataset_sums(request: Request) -> Iterator[str]:
    yield request.where.text if request.where else ""
    yield from folder_sums(request.input / REPORTS)


def _entry_sum(entry: Entry, request: Request) -> str:
    name = json.dumps([entry.name, entry.member])
    try:
        data = entry_bytes(entry, request.config.limits)
    except Unreadable as error:
        return f"{name} {error}"
    return f"{name} {hashlib.sha256(data).hexdigest()}"


def _corrections_sum(file: Path) -> Iterator[str]:
    """The sum of the corrections; a file that can't be read is never the same."""
    if os.path.lexists(file):
        try:
            yield f"corrections {file_sum(file)}" if file.is_file() else os.urandom(8).hex()
        except OSError:
            yield os.urandom(8).hex()
