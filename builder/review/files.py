"""Which file of an input folder holds its corrections, and which only looks as if it did."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from builder.model import Refusal
from builder.toml_file import TomlError

CORRECTIONS = "corrections.toml"
# What people and systems make of the name: corrections - 副本.toml, corrections.toml.txt.
LOOKALIKE = re.compile(r"corrections.*\.toml", re.IGNORECASE)
TEXT = ".txt"


def corrections_file(folder: Path) -> Path:
    """The file of the corrections, Corrections.TOML too, or where it would be.

    Raises `TomlError` where there are two, which only some systems let be.
    """
    named = [path for path in folder.iterdir() if _is_the_name(path.name)]
    if len(named) > 1:
        names = "、".join(sorted(path.name for path in named))
        raise TomlError(f"{CORRECTIONS}: 有几个只差大小写的更正文件：{names}。请只留一个。")
    return named[0] if named else folder / CORRECTIONS


def is_corrections(name: str) -> bool:
    """Whether a path in the input folder is the corrections file at its top."""
    return "/" not in name and _is_the_name(name)


def refused_corrections(name: str) -> Refusal | None:
    """Why a file that would be taken for a bureau's report is corrections without effect.

    None for a file that has nothing to do with corrections.
    """
    last = PurePosixPath(name).name
    if _is_the_name(last):
        return Refusal(
            file=name,
            reason="更正文件只在输入文件夹的最上层起作用",
            advice="请把它移到最上层。",
        )
    if LOOKALIKE.search(last) is None:
        return None
    if last.lower().endswith(TEXT):
        return Refusal(
            file=name,
            reason="更正文件的名字后面多了 .txt，没有起作用",
            advice="请改名为 corrections.toml；要先让资源管理器显示文件扩展名。",
        )
    return Refusal(
        file=name,
        reason="像是更正文件的副本，没有起作用",
        advice="要用它，请改名为 corrections.toml；不用就移出输入文件夹。",
    )


def _is_the_name(name: str) -> bool:
    return name.lower() == CORRECTIONS
