"""Facts as one JSONL file, made of parts that stand beside it until all of them are written.

Beside each part, and in the end beside the file, stands an index: which bytes are whose. By it a
later run takes over what is the same as before.
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from builder.facts_file import facts_jsonl
from builder.model import Extraction, Refusal
from builder.pile.parts import Fragment, Known, Target
from builder.pipeline.sums import file_sum
from builder.records import BadRecord, packed, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRange:
    """The lines of a file among those of a part."""

    known: Known
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What a part holds; `sha256` is the sum of all of it."""

    rules: str
    sha256: str
    ranges: tuple[LineRange, ...]


class _Lines(Fragment):
    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.ranges: list[LineRange] = []

    def add(self, extraction: Extraction) -> None:
        source = extraction.outline.source
        known = Known(file=source.file, sha256=source.sha256, may_pass=False)
        self._write(known, facts_jsonl([extraction]))

    def refuse(self, refusal: Refusal, report: str, total: str | None) -> None:
        said = refusal.said()
        line = {
            "kind": "refused",
            "report": report,
            "file": refusal.file,
            "reason": said.reason,
            "advice": said.advice,
        }
        known = Known(file=refusal.file, sha256=total, may_pass=refusal.may_pass)
        self._write(known, json.dumps(line, ensure_ascii=False) + "\n")

    def _write(self, known: Known, lines: str) -> None:
        data = lines.encode("utf-8", "replace")
        self.ranges.append(LineRange(known=known, start=self._stream.tell(), length=len(data)))
        self._stream.write(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesTarget(Target):
    """A JSONL file; `parts` is the folder of its parts, and is gone when the file is whole."""

    path: Path
    parts: Path
    index: Path | None = None

    @classmethod
    def beside(cls, path: Path) -> LinesTarget:
        """With its parts and its index beside it, hidden."""
        parts = path.with_name(f".{path.name}.parts")
        return cls(path=path, parts=parts, index=path.with_name(f".{path.name}.index"))

    def is_written(self) -> bool:
        """Whether its index stands beside it."""
        return self.index is not None and self.index.exists()

    @contextmanager
    def part(self, name: str, rules: str) -> Iterator[Fragment]:
        """A part, and its index when it is whole."""
        if self.parts.is_symlink():
            raise NotADirectoryError(errno.ENOTDIR, f"{self.parts.name} 是链接，不往里写")
        self.parts.mkdir(exist_ok=True)
        beginning = self.parts / f"{name}.new"
        with beginning.open("wb") as stream:
            part = _Lines(stream)
            yield part
        lines = self.parts / f"{name}.jsonl"
        beginning.replace(lines)
        index = Index(rules=rules, sha256=file_sum(lines), ranges=tuple(part.ranges))
        _write_index(self.parts / f"{name}.index", index)

    def known(self, rules: str) -> Iterator[Known]:
        """What the parts and the file of an earlier run have."""
        return (stretch.known for _, stretch in self._stretches(rules).values())

    def drop(self, files: set[str]) -> None:
        """Take some files out of the indexes; the lines themselves are left out in the end."""
        for _, path in self._sources():
            index = _read_index(path)
            if index is not None:
                left = (one for one in index.ranges if one.known.file not in files)
                _write_index(path, replace(index, ranges=tuple(left)))

    def finish(self, files: Iterable[str], rules: str) -> None:
        """The file from the parts, in the order of `files`; then the parts go."""
        found = self._stretches(rules)
        if self.index is None:
            with self.path.open("wb") as stream:
                _copied(stream, files, found)
            return
        whole = self.parts / "whole"
        self.parts.mkdir(exist_ok=True)
        with whole.open("wb") as stream:
            ranges = _copied(stream, files, found)
        index = Index(rules=rules, sha256=file_sum(whole), ranges=ranges)
        whole.replace(self.path)
        _write_index(self.index, index)
        shutil.rmtree(self.parts)

    def _stretches(self, rules: str) -> Mapping[str, tuple[Path, LineRange]]:
        """The lines of each file, with the part that has them."""
        return {
            stretch.known.file: (path, stretch)
            for path, index in self._sources()
            for stretch in _indexed(path, index, rules)
        }

    def _sources(self) -> Iterator[tuple[Path, Path]]:
        """The file of an earlier run and the parts of this one, each with its index."""
        if self.index is not None:
            yield self.path, self.index
        for path in sorted(self.parts.glob("*.jsonl")):
            yield path, path.with_suffix(".index")


def _copied(
    target: BinaryIO, files: Iterable[str], found: Mapping[str, tuple[Path, LineRange]]
) -> tuple[LineRange, ...]:
    """Copy the lines of files, one after the other; where they are now."""
    ranges: list[LineRange] = []
    opened: dict[Path, BinaryIO] = {}
    try:
        for file in files:
            path, old = found[file]
            if path not in opened:
                # Parts follow each other as files do: one open at a time is nearly enough.
                for stream in opened.values():
                    stream.close()
                opened = {path: path.open("rb")}
            opened[path].seek(old.start)
            new = LineRange(known=old.known, start=target.tell(), length=old.length)
            target.write(opened[path].read(old.length))
            ranges.append(new)
    finally:
        for stream in opened.values():
            stream.close()
    return tuple(ranges)


def _indexed(path: Path, index: Path, rules: str) -> tuple[LineRange, ...]:
    """What an index says of a file; nothing where either was made by others, or changed."""
    found = _read_index(index)
    try:
        same = found is not None and (found.rules, found.sha256) == (rules, file_sum(path))
        whole = found is not None and same and _are_lines(path, found.ranges)
    except OSError:
        return ()
    return found.ranges if found is not None and whole else ()


def _are_lines(path: Path, ranges: Sequence[LineRange]) -> bool:
    """Whether all ranges are whole lines of a file: an index may be of somebody's making."""
    size = path.stat().st_size
    with path.open("rb") as stream:
        for one in ranges:
            if not 0 <= one.start < one.start + one.length <= size:
                return False
            for end in (one.start, one.start + one.length):
                stream.seek(max(end - 1, 0))
                if end and stream.read(1) != b"\n":
                    return False
    return True


def _read_index(path: Path) -> Index | None:
    try:
        return unpacked(Index, path.read_bytes())
    except (OSError, BadRecord):
        return None


def _write_index(path: Path, index: Index) -> None:
    new = path.with_name(f"{path.name}.new")
    new.write_text(packed(Index, index), encoding="utf-8", errors="surrogatepass")
    new.replace(path)
