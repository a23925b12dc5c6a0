"""What an input folder holds: its files, those of its subfolders and of zip archives in it.

What belongs to a system or a program (Thumbs.db, ~$报告.docx) and what belongs to a saved web page
(某局_files/) is passed over in silence. What can't be looked into is named in a `Refusal`.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from builder.model import Refusal
from builder.read.refusal import Unreadable

# Left by systems and programs beside the files of people; all in lower case.
JUNK_FILES = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"))
JUNK_FOLDERS = frozenset(("__macosx", "$recycle.bin", "system volume information", "@eadir"))
JUNK_STARTS = (".", "~$", "~wrl", "~wrd", "#recycle")
# The folder of a page that a browser or WPS saved: 某局.html and 某局_files/ or 某局.files/.
PAGE_SUFFIXES = frozenset((".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml"))
PAGE_FOLDERS = ("_files", ".files")
# Names of files have 255 bytes at most, and a text of a report is kept as NAME.txt.
LONGEST_NAME = 250
LONGEST_ID = 800
# Letters that steer a terminal or turn the direction of reading, and bytes that are no letter.
UNPRINTABLE = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))
# What every set in an output folder has beside its documents.
SET_KEYS = frozenset(("builder", "inputs", "outputs"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file to read: `name` is its path in the input folder, as messages print it.

    `root` is the folder that links must not leave; `member` is the place in the archive at `path`.
    """

    path: Path
    name: str
    root: Path
    member: int | None = None

    @classmethod
    def of(cls, path: Path) -> Entry:
        """A file by itself, with nothing around it: its name is the last part of its path."""
        return cls(path=path, name=path.name, root=path.parent)

    @property
    def report(self) -> str:
        """The id of the report: its name without suffix, 2024/岳阳县; too long ones are cut."""
        *folders, last = PurePosixPath(self.name).parts
        names = [*map(_folder, folders), _fitting(PurePosixPath(last).stem)]
        whole = "/".join(names)
        return whole if len(os.fsencode(whole)) <= LONGEST_ID else _fitting(names[-1], whole)


def folder_entries(
    folder: Path, left_out: Iterable[Path] = ()
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """The files of a folder and its subfolders by name, and what could not be looked into.

    `left_out` are folders that are not looked into, such as the one that a build writes.
    """
    refused: list[Refusal] = []
    passed = {os.path.realpath(path) for path in left_out}
    names = chosen(_walked(folder, "", passed, refused))
    entries = tuple(Entry(path=folder / name, name=name, root=folder) for name in names)
    return entries, tuple(refused)


def chosen(names: Iterable[str]) -> list[str]:
    """Those of the names (2024/岳阳.txt) that people put there, in their order."""
    kept = [name for name in names if not any(map(is_junk, PurePosixPath(name).parts))]
    pages = {
        str(path.with_suffix("")).casefold()
        for path in map(PurePosixPath, kept)
        if path.suffix.lower() in PAGE_SUFFIXES
    }
    return sorted(
        (name for name in kept if not _of_a_page(PurePosixPath(name), pages)),
        key=lambda name: PurePosixPath(name).parts,
    )


def printable_name(name: str) -> str:
    """A file's name for messages, with U+FFFD for whatever must not reach a terminal."""
    return "".join("\ufffd" if unicodedata.category(c) in UNPRINTABLE else c for c in name)


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name was left by a system or a program."""
    lower = name.lower()
    junk = lower in JUNK_FILES or lower in JUNK_FOLDERS or lower.startswith(JUNK_STARTS)
    return junk and name != ".."


def _walked(folder: Path, above: str, passed: set[str], refused: list[Refusal]) -> Iterator[str]:
    """The paths of all files under a folder; what can't be looked into is named."""
    for item in sorted(os.scandir(folder), key=lambda item: item.name):
        name, path = f"{above}{item.name}", Path(item.path)
        if is_junk(item.name) or not path.is_dir():
            yield name
        elif os.path.realpath(path) not in passed:
            try:
                _refuse_folder(path, printable_name(name))
                yield from _walked(path, f"{name}/", passed, refused)
            except Unreadable as error:
                refused.append(error.refusal)


def _refuse_folder(folder: Path, name: str) -> None:
    """Refuse a folder that is not the user's reports, or that can't be read."""
    if folder.is_symlink():
        raise Unreadable(name, "是指向文件夹的链接，不予读取", "请把文件夹本身复制到输入文件夹。")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise Unreadable(name, "打不开：没有读取文件夹的权限", "请让文件夹的主人给予读取权限。")
    if _holds_briefing(folder):
        raise Unreadable(name, "是以前生成的简报，不予读取", "请移出输入文件夹。")


def _holds_briefing(folder: Path) -> bool:
    """Whether a build wrote this folder, whose texts must not be read as reports again."""
    manifest = folder / "manifest.json"
    try:
        # A pipe or a device may never end.
        listed = json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else None
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(listed, dict) and listed.keys() >= SET_KEYS


def _of_a_page(path: PurePosixPath, pages: set[str]) -> bool:
    """Whether a file lies in the folder of a saved page that is there itself."""
    return any(
        str(parent).casefold().endswith(end) and str(parent).casefold().removesuffix(end) in pages
        for parent in path.parents
        for end in PAGE_FOLDERS
    )


def _folder(name: str) -> str:
    """A folder's name in an id; a.txt would be where the text of a report `a` is kept."""
    name = name[:-4] if name.lower().endswith(".zip") else name
    return _fitting(f"{name}_" if name.lower().endswith(".txt") else name)


def _fitting(name: str, whole: str | None = None) -> str:
    """A name cut to what a file system takes, with a sum of the whole so that it stays its own."""
    data = os.fsencode(name)
    if whole is None and len(data) <= LONGEST_NAME:
        return name
    mark = hashlib.sha256(os.fsencode(whole or name)).hexdigest()[:8]
    return data[: LONGEST_NAME - 12].decode("utf-8", errors="ignore") + f"…{mark}"
