"""Which files of the input folder are reports, and which of them are the same report twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from builder.config import Limits
from builder.model import Document, Extraction, Outline, Refusal, Role
from builder.read import Entry, archive_entries, folder_entries
from builder.review.files import is_corrections, refused_corrections
from builder.user_error import UserError

ARCHIVE = ".zip"
# A line by itself that names a bureau and what it reports: 某市生态环境局2024年工作总结.
TITLE_LINE = re.compile(
    r"^[ ]*(?P<bureau>[^\n。,;:()]{2,24}(?:局|分局|厅))[^\n。,;:]{0,16}"
    r"工作(?:总结|报告|情况|汇报)[^\n。,;:]{0,20}$",
    re.MULTILINE,
)


class NothingToBuild(UserError):  # noqa: N818 -- it says what is the matter, in the caller's words
    """No report of the input can be used; the message says why for each of the `refused`."""

    def __init__(self, message: str, refused: tuple[Refusal, ...] = ()) -> None:
        super().__init__(message)
        self.refused = refused


def input_files(
    folder: Path, limits: Limits, left_out: Iterable[Path] = ()
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """The files of a folder, its subfolders and zip archives, in the order of their names.

    Corrections, hidden files and what systems leave are not among them; what can't be looked into
    is refused. Raises `NothingToBuild` if the folder is missing or holds no file.
    """
    try:
        if not folder.exists():
            raise NothingToBuild(f"{folder}：没有这个文件夹。请用 --input 指定放报告的文件夹。")
        if not folder.is_dir():
            raise NothingToBuild(
                f"{folder}：是文件，不是文件夹。请用 --input 指定放报告的文件夹，压缩包也放在里面。"
            )
        found, refused = folder_entries(folder, left_out)
    except OSError as error:
        raise NothingToBuild(f"{folder}：打不开：{error.strerror}。请检查名字和权限。") from None
    opened = [
        item
        for entry in found
        if not is_corrections(entry.name)
        for item in opened_entries(entry, limits)
    ]
    files = tuple(item for item in opened if isinstance(item, Entry))
    refused += tuple(item for item in opened if isinstance(item, Refusal))
    if not files and not refused:
        raise NothingToBuild(
            f"{folder}：文件夹是空的。请放入至少一份报告（txt、html、docx、pdf）再运行。"
        )
    return files, refused


def opened_entries(entry: Entry, limits: Limits) -> tuple[Entry | Refusal, ...]:
    """An entry itself, or what the archive holds that it is; corrections count at the top alone."""
    if (refusal := refused_corrections(entry.name)) is not None:
        return (refusal,)
    if not entry.name.lower().endswith(ARCHIVE):
        return (entry,)
    return archive_entries(entry, limits) or (entry,)


def distinct_reports(
    extractions: Iterable[Extraction],
) -> tuple[tuple[Extraction, ...], tuple[Refusal, ...]]:
    """The reports to compare: every text once, every bureau and period once, no other texts.

    What is left out is named in the refusals; of two files the first by name is kept.
    """
    kept: list[Extraction] = []
    refused: list[Refusal] = []
    first: dict[tuple[object, ...], str] = {}
    for extraction in extractions:
        refusal = _not_one_report(extraction) or _met_before(extraction, first)
        if refusal is None:
            kept.append(extraction)
        else:
            refused.append(refusal)
    return tuple(kept), tuple(refused)


def _not_one_report(extraction: Extraction) -> Refusal | None:
    """Why a text is no report at all, or more than one."""
    file = extraction.outline.source.file
    if extraction.report.document is Document.REFUSED:
        return Refusal(
            file=file,
            reason="这是{document}，不是工作报告",
            advice=(
                "请移出报告文件夹；若确是工作报告，请在 corrections.toml 里更正"
                "（briefing desk 的“材料”页点一下即可）。"
            ),
            values=(("document", extraction.report.reason or ""),),
            judged=extraction.report.report,
        )
    roles = {section.role for section in extraction.outline.sections}
    if not roles - {Role.OTHER} and not extraction.facts:
        return Refusal(
            file=file,
            reason="找不到工作总结、存在问题或工作计划的任何章节",
            advice="请确认这是一份工作报告；若是，请为各部分加上标题后再试。",
        )
    if len(titles := _report_titles(extraction.outline)) > 1:
        return Refusal(
            file=file,
            reason="一个文件里有 {count} 份报告：{titles}",
            advice="请拆成一份报告一个文件。",
            values=(
                ("count", str(len(titles))),
                ("titles", "；".join(titles)),
                ("titles_by_semicolon", "; ".join(titles)),
            ),
        )
    return None


def _report_titles(outline: Outline) -> tuple[str, ...]:
    """The titles of different bureaus' reports that a text holds, each with sections under it."""
    lines = [line for line in TITLE_LINE.finditer(outline.source.plain) if _own(line, outline)]
    ends = [line.start() for line in lines[1:]] + [len(outline.source.plain)]
    titles: dict[str, str] = {}
    for line, end in zip(lines, ends, strict=False):
        roles = {
            section.role
            for section in outline.sections
            if section.parent is None and line.end() <= section.start < end
        }
        if len(roles - {Role.OTHER}) > 1:
            titles.setdefault(line["bureau"], line[0].strip())
    return tuple(titles.values())


def _own(line: re.Match[str], outline: Outline) -> bool:
    """Whether a line belongs to the report and not to the page around it."""
    return not any(piece.start <= line.start() < piece.end for piece in outline.furniture)


def _met_before(extraction: Extraction, first: dict[tuple[object, ...], str]) -> Refusal | None:
    """Why a report repeats one that came before; `first` remembers whose text, name, bureau."""
    source, line = extraction.outline.source, extraction.report
    text = "".join(source.text.split())
    if (twin := first.setdefault(("text", text), source.file)) != source.file:
        return Refusal(
            file=source.file,
            reason="与 {twin} 内容相同，只计一次",
            advice="删去其中一份即可。",
            values=(("twin", twin),),
        )
    if (twin := first.setdefault(("name", source.report), source.file)) != source.file:
        return Refusal(
            file=source.file,
            reason="与 {twin} 只有后缀不同，分不清出处",
            advice="请给其中一个文件改名。",
            values=(("twin", twin),),
        )
    bureau = ("bureau", line.bureau, line.period)
    if line.bureau and (twin := first.setdefault(bureau, source.file)) != source.file:
        return Refusal(
            file=source.file,
            reason="{bureau}同一时期（{period}）已有一份报告：{twin}"
            if line.period
            else "{bureau}同一时期（未载明）已有一份报告：{twin}",
            advice="同一单位同一时期只能有一份；请保留一份，把另一份移出文件夹。",
            values=(("bureau", line.bureau), ("period", str(line.period)), ("twin", twin)),
        )
    return None
