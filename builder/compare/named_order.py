"""The names in `order` of briefing.toml, each of which must be one of a report at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from builder.config import Config
from builder.model import Refusal
from builder.model.comparison import Dossier
from builder.toml_file import TomlError, advice


def names_of(report: Dossier) -> tuple[str, ...]:
    """What a report is called: its id, its file, its bureau, and the bureau's place."""
    line = report.line
    file = report.extraction.outline.source.file
    return line.report, file, line.bureau or "", report.name.place


def check_order(reports: Sequence[Dossier], refused: Iterable[Refusal], config: Config) -> None:
    """Raises `TomlError` with each name of `order` that no file of the folder has.

    A report that can't be used has been named already; that is no mistake of the order.
    """
    known = {name for report in reports for name in names_of(report)}
    absent = {name for item in refused for name in (item.file, _stem(item.file))}
    if mistakes := list(_mistakes(reports, config, known | absent)):
        raise TomlError("\n".join(mistakes))


def _mistakes(reports: Sequence[Dossier], config: Config, known: set[str]) -> Iterator[str]:
    valid = dict.fromkeys(name for report in reports for name in reversed(names_of(report)) if name)
    for index, name in enumerate(config.order, 1):
        if name not in known:
            said = f"没有名为“{name}”的报告或单位。{advice(name, valid)}"
            yield f"{config.file}: order[{index}]: {said}"


def _stem(file: str) -> str:
    return str(PurePosixPath(file).with_suffix(""))
