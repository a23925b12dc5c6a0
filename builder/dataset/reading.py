"""What a dataset holds, read file by file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builder.dataset.parquet import pyarrow
from builder.toml_file import leads_out
from builder.user_error import UserError

FACTS, REPORTS = "facts", "reports"
SUFFIX = ".parquet"


class DatasetError(UserError):
    """A folder is no dataset, or a file of it can't be read; the message says which and why."""


def part_files(folder: Path) -> list[Path]:
    """The Parquet files of a folder and of those in it, by name; none where there is no folder."""
    found = folder.rglob(f"*{SUFFIX}") if folder.is_dir() else ()
    return sorted(path for path in found if not path.name.startswith("."))


def report_rows(path: Path, names: Sequence[str]) -> list[dict[str, Any]]:
    """Some columns of a file of reports. Raises `DatasetError` where it does not have them."""
    package = pyarrow()
    # A pipe never ends.
    if (path.exists() and not path.is_file()) or leads_out(path):
        raise DatasetError(f"{path}：不是普通文件，或是指向文件夹之外的链接，不予读取。")
    try:
        found: list[dict[str, Any]] = (
            package.parquet.ParquetFile(path).read(list(names)).to_pylist()
        )
    except (OSError, package.ArrowException) as error:
        raise DatasetError(
            f"{path}：读不了，不是完好的 Parquet 文件：{_first_line(error)}"
        ) from None
    if found and found[0].keys() != set(names):
        lacking = "、".join(name for name in names if name not in found[0])
        raise DatasetError(f"{path}：没有这些列：{lacking}。不是 briefing extract 写的数据集。")
    return found


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]
