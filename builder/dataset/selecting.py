"""The reports of a dataset that are meant, as they were read from their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from builder.dataset.reading import REPORTS, DatasetError, part_files, report_rows
from builder.dataset.where import TYPES, Where
from builder.model import Refusal, Source
from builder.read import Entry
from builder.records import BadRecord, unpacked

# Half of a letter, which no text that was read has.
SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """The reports that fulfil a condition and the files that could not be read, by name.

    `of` is how many reports there are.
    """

    sources: tuple[Source, ...]
    refused: tuple[Refusal, ...]
    of: int


def selected_reports(folder: Path, where: Where | None) -> Selected:
    """The reports of a dataset that fulfil a condition; without one all, and what was refused.

    Raises `DatasetError` where the folder holds no dataset.
    """
    files = part_files(folder / REPORTS)
    if not files:
        raise DatasetError(
            f"{folder}：不是数据集。"
            f"请先用 briefing extract 报告 -o {folder} --format parquet 写一个。"
        )
    sources: list[Source] = []
    refused: list[Refusal] = []
    count = 0
    for path in files:
        meant = [row["file"] for row in _rows(path, where) if where is None or where.holds(row)]
        count += len(report_rows(path, ["file"]))
        for row in report_rows(path, ("file", "source", "refusal")) if meant else ():
            if row["file"] in meant and row["source"] is not None:
                sources.append(_source(path, row))
            elif row["file"] in meant and where is None:
                refused.append(_unpacked(path, Refusal, row["refusal"]))
    return Selected(
        sources=tuple(sorted(sources, key=lambda one: PurePosixPath(one.file).parts)),
        refused=tuple(sorted(refused, key=lambda one: PurePosixPath(one.file).parts)),
        of=count,
    )


def _rows(path: Path, where: Where | None) -> Iterator[dict[str, Any]]:
    """The fields that a condition is about, with days as days."""
    names = dict.fromkeys(("file", *(where.fields if where else ())))
    for row in report_rows(path, list(names)):
        read = {
            name: value.date() if isinstance(value, datetime) else value
            for name, value in row.items()
        }
        if any(
            value is not None and not isinstance(value, TYPES[name]) for name, value in read.items()
        ):
            raise DatasetError(f"{path}：有一列的类型不对，不是 briefing extract 写的。")
        yield read


def _source(path: Path, row: dict[str, Any]) -> Source:
    """The source of a row, whose name leads nowhere out of a folder and is that of its file."""
    source: Source = _unpacked(path, Source, row["source"])
    name = PureWindowsPath(source.file)
    entry = Entry(path=Path(source.file), name=source.file, root=Path())
    if (
        name.anchor
        or ".." in name.parts
        or entry.report != source.report
        or len(source.plain) != len(source.text)
        or any(map(SURROGATE.search, (source.text, source.plain)))
    ):
        raise DatasetError(f"{path}：{source.file} 的内容互不相合，不是 briefing extract 写的。")
    return source


def _unpacked(path: Path, shape: type[Any], text: object) -> Any:  # noqa: ANN401
    try:
        return unpacked(shape, str(text))
    except BadRecord:
        raise DatasetError(
            f"{path}：报告的内容读不懂，可能是别的版本写的。请用 briefing extract 重新写一遍。"
        ) from None
