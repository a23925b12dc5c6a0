"""Facts as a dataset of Parquet files; a part is a file of each kind and, last, one of reports."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builder.dataset.parquet import pyarrow
from builder.dataset.reading import FACTS, REPORTS, SUFFIX, part_files, report_rows
from builder.dataset.tables import (
    REPORT_COLUMNS,
    fact_columns,
    refused_row,
    report_row,
    table,
)
from builder.fact_table import Cell, rows
from builder.model import Extraction, Refusal
from builder.pile.parts import Fragment, Known, Target


class _Tables(Fragment):
    def __init__(self, rules: str) -> None:
        self._rules = rules
        self.reports: list[dict[str, Cell]] = []
        self.facts: defaultdict[str, list[dict[str, Cell]]] = defaultdict(list)

    def add(self, extraction: Extraction) -> None:
        for row in rows([extraction]):
            self.facts[str(row["kind"])].append(row)
        self.reports.append(report_row(extraction, len(extraction.facts), self._rules))

    def refuse(self, refusal: Refusal, report: str, total: str | None) -> None:
        self.reports.append(refused_row(refusal, report, total, self._rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetTarget(Target):
    """A dataset in a folder. Reports that are not named in a run stay in it."""

    path: Path

    @contextmanager
    def part(self, name: str, rules: str) -> Iterator[Fragment]:
        """A part; its file of reports is written last, and what has none does not count."""
        part = _Tables(rules)
        yield part
        for kind, found in sorted(part.facts.items()):
            _write(self._facts(kind) / f"{name}{SUFFIX}", table(found, fact_columns()))
        reports = self.path / REPORTS / f"{name}{SUFFIX}"
        _write(reports, table(part.reports, REPORT_COLUMNS))

    def known(self, rules: str) -> Iterator[Known]:
        """The reports that are there."""
        for path in part_files(self.path / REPORTS):
            for row in report_rows(path, ("file", "sha256", "may_pass", "rules")):
                if row["rules"] == rules:
                    yield Known(
                        file=row["file"], sha256=row["sha256"], may_pass=bool(row["may_pass"])
                    )

    def drop(self, files: set[str]) -> None:
        """Take the rows of some files out of every part; a part without rows goes."""
        names = {path.name for path in part_files(self.path / REPORTS)}
        for path in part_files(self.path / FACTS):
            if path.name not in names:
                path.unlink()
        for path in part_files(self.path / REPORTS):
            found = report_rows(path, ("file", "report"))
            gone = [row for row in found if row["file"] in files]
            if not gone:
                continue
            reports = {row["report"] for row in gone}
            for facts in sorted((self.path / FACTS).glob(f"*/{path.name}")):
                _without(facts, "report", reports)
            _without(path, "file", {row["file"] for row in gone})

    def finish(self, files: Iterable[str], rules: str) -> None:
        """Nothing: parts stay as they are."""

    def _facts(self, kind: str) -> Path:
        return self.path / FACTS / f"kind={kind}"


def _without(path: Path, column: str, values: set[str]) -> None:
    """A file without the rows that have one of some values; deleted where none are left."""
    found = pyarrow().parquet.ParquetFile(path).read()
    mask = [value not in values for value in found.column(column).to_pylist()]
    left = found.filter(pyarrow().array(mask))
    if left.num_rows:
        _write(path, left)
    else:
        path.unlink()


def _write(path: Path, content: Any) -> None:  # noqa: ANN401 -- a table of pyarrow
    """Write a file whole: two workers may write the same one at once, with the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.stem}.{os.getpid()}.new")
    pyarrow().parquet.write_table(content, new, compression="zstd", store_schema=True)
    new.replace(path)
