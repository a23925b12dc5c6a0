"""A fault of ours at one report costs that report only: it is named, the others are built."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from pathlib import Path

from builder.check import check
from builder.model import Extraction, Refusal
from builder.toml_file import TomlError


def checked_reports(
    reports: Iterable[Extraction],
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """The reports with their findings; one whose check fails is named and left out."""
    found: list[Extraction] = []
    failed: list[Refusal] = []
    for report in reports:
        try:
            found.append(check(report))
        except TomlError:
            raise
        except Exception as error:  # noqa: BLE001 -- as above
            failed.append(fault(report.outline.source.file, error))
    return tuple(found), tuple(failed)


def fault(file: str, error: Exception) -> Refusal:
    """What is said of a report that the rules failed at: where, so that it can be mended."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next(
        (f"{Path(at.filename).stem}:{at.lineno}" for at in reversed(frames) if _is_ours(at)), ""
    )
    return Refusal(
        file=file,
        reason="处理这份报告时程序出错（{kind}，{place}），已把它排除，其余报告照常",
        advice="这是程序的问题：请把这份报告和这一行文字发给维护者。",
        values=(("kind", type(error).__name__), ("place", place or "—")),
    )


def _is_ours(frame: traceback.FrameSummary) -> bool:
    return Path(__file__).parents[1] in Path(frame.filename).parents
