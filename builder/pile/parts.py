"""Batches of reports and the parts of a target that they become.

A part has its name from the names of its reports and from the rules, so that a batch that is tried
again, or is done by two workers, writes the same part with the same bytes and none is doubled.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from builder.config import Limits
from builder.model import Extraction, Refusal
from builder.pipeline.faults import checked_reports
from builder.pipeline.sums import words_sums
from builder.pipeline.worker import extracted_or_refused
from builder.program import rules_version
from builder.read import Entry, Unreadable, entry_bytes
from builder.read.entries import printable_name
from builder.user_error import UserError
from builder.vocabulary.adding import OwnVocabulary
from builder.vocabulary.loading import use


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a target has of a file: its sum, None where it could not be read at all."""

    file: str
    sha256: str | None
    may_pass: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchResult:
    """What came of a batch."""

    reports: int
    facts: int
    refused: tuple[Refusal, ...]


class Fragment(ABC):
    """A part that is being written."""

    @abstractmethod
    def add(self, extraction: Extraction) -> None:
        """Add a report with its facts."""

    @abstractmethod
    def refuse(self, refusal: Refusal, report: str, total: str | None) -> None:
        """Add a file that could not be read; `total` is its sum where it has one."""


class Target(ABC):
    """Where facts go: known by its path alone, so that any worker can write a part of it."""

    path: Path

    def is_written(self) -> bool:
        """Whether it was an earlier run that wrote the file which stands at the path."""
        return False

    @abstractmethod
    def part(self, name: str, rules: str) -> AbstractContextManager[Fragment]:
        """A part that is there whole when the block ends well, and not at all before."""

    @abstractmethod
    def known(self, rules: str) -> Iterator[Known]:
        """What is there already of a stopped or an earlier run with the same rules."""

    @abstractmethod
    def drop(self, files: set[str]) -> None:
        """Take out what is there of some files, and what a run that was cut off left half done."""

    @abstractmethod
    def finish(self, files: Iterable[str], rules: str) -> None:
        """Put everything in place once all parts are written; `files` are in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Some files, and where their facts go; `refused` are files that were not even opened."""

    entries: tuple[Entry, ...]
    limits: Limits
    target: Target
    rules: str
    words: OwnVocabulary = field(default_factory=OwnVocabulary)
    refused: tuple[Refusal, ...] = ()

    @property
    def name(self) -> str:
        """The name of the part."""
        names = [self.rules, *map(file_name, self.entries)]
        names += [refusal.file for refusal in self.refused]
        return hashlib.sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def written(self) -> BatchResult:
        """Read, extract, check and write all of it.

        Raises `UserError` where the program that does it is another one than that which asked.
        """
        use(self.words)
        if self.rules != rules_sum(self.limits):
            raise UserError(
                "这个工作进程里的程序或词表与发起的不同，结果会不一致。请在每台机器上装同一个版本。"
            )
        return self.written_from(extracted_or_refused(one, self.limits) for one in self.entries)

    def written_from(self, results: Iterable[Extraction | Refusal]) -> BatchResult:
        """Check and write what was read by somebody else."""
        reports = facts = 0
        refused: list[Refusal] = []
        with self.target.part(self.name, self.rules) as part:
            for entry, result in zip(self.entries, results, strict=True):
                checked = _checked(entry, result)
                if isinstance(checked, Refusal):
                    refused.append(checked)
                    part.refuse(checked, entry.report, content_sum(entry, self.limits))
                else:
                    part.add(checked)
                    reports, facts = reports + 1, facts + len(checked.facts)
            for refusal in self.refused:
                part.refuse(refusal, refusal.file, None)
        return BatchResult(reports=reports, facts=facts, refused=(*refused, *self.refused))


def rules_sum(limits: Limits) -> str:
    """The sum of the rules, of the words in use and of the limits within which files are read."""
    said = (rules_version(), *words_sums(), limits.model_dump_json())
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def file_name(entry: Entry) -> str:
    """The name by which a target knows a file: that which is printed."""
    return printable_name(entry.name)


def content_sum(entry: Entry, limits: Limits) -> str | None:
    """The sum of a file's bytes, or None where they can't be had."""
    try:
        return hashlib.sha256(entry_bytes(entry, limits)).hexdigest()
    except Unreadable:
        return None


def _checked(entry: Entry, result: Extraction | Refusal) -> Extraction | Refusal:
    """A report with its findings, or why there is none, under the name of its file."""
    if isinstance(result, Refusal):
        return replace(result, file=file_name(entry))
    reports, failed = checked_reports([result])
    return reports[0] if reports else replace(failed[0], file=file_name(entry))
