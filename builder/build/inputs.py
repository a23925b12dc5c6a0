"""Which files of the input folder are reports, and which of them are the same report twice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.model import Extraction, Refusal, ReportLine, Role

CORRECTIONS = "corrections.toml"


class NothingToBuild(Exception):  # noqa: N818 -- it says what is the matter, in the caller's words
    """No report of the input can be used; the message says why for each."""


def input_files(folder: Path) -> tuple[Path, ...]:
    """The files of a folder in the order of their names; hidden files and corrections left out.

    Raises `NothingToBuild` if the folder is missing or holds no file.
    """
    if not folder.is_dir():
        raise NothingToBuild(f"{folder}：没有这个文件夹。请用 --input 指定放报告的文件夹。")
    files = sorted(path for path in folder.iterdir() if _is_input(path))
    if not files:
        raise NothingToBuild(
            f"{folder}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。"
        )
    return tuple(files)


def _is_input(path: Path) -> bool:
    return not path.name.startswith(".") and path.name != CORRECTIONS and not path.is_dir()


def distinct_reports(
    extractions: Iterable[Extraction],
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """The reports to compare: every text once, every bureau and period once, no other texts.

    What is left out is named in the refusals; of two files the first by name is kept.
    """
    kept: list[Extraction] = []
    refused: list[Refusal] = []
    texts: dict[str, str] = {}
    bureaus: dict[tuple[str, str | None], str] = {}
    for extraction in extractions:
        source, line = extraction.outline.source, extraction.report
        same_text = texts.setdefault("".join(source.text.split()), source.file)
        if same_text != source.file:
            refused.append(_same_text(source.file, same_text))
        elif not _is_report(extraction):
            refused.append(_no_report(source.file))
        elif (
            line.bureau
            and (same_bureau := bureaus.setdefault((line.bureau, line.period), source.file))
            != source.file
        ):
            refused.append(_same_bureau(line, source.file, same_bureau))
        else:
            kept.append(extraction)
    return tuple(kept), tuple(refused)


def _is_report(extraction: Extraction) -> bool:
    """Whether any section has a role, or a fact was found outside one."""
    roles = {section.role for section in extraction.outline.sections}
    return bool(roles - {Role.OTHER} or extraction.facts)


def _same_text(file: str, twin: str) -> Refusal:
    return Refusal(file=file, reason=f"与 {twin} 内容相同，只计一次", advice="删去其中一份即可。")


def _no_report(file: str) -> Refusal:
    return Refusal(
        file=file,
        reason="找不到工作总结、存在问题或工作计划的任何章节",
        advice="请确认这是一份工作报告；若是，请为各部分加上标题后再试。",
    )


def _same_bureau(line: ReportLine, file: str, twin: str) -> Refusal:
    return Refusal(
        file=file,
        reason=f"{line.bureau}同一时期（{line.period or '未载明'}）已有一份报告：{twin}",
        advice="同一单位同一时期只能有一份；请保留一份，把另一份移出文件夹。",
    )
