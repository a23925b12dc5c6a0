"""How a new set takes the place of the last one, and what is kept of what stands there.

Ours is what the manifest of the last set lists with the very bytes that it lists. All else in the
folder is a person's: it stays where it is, and gets another name where the new set needs its own.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

MANIFEST = "manifest.json"
LONGEST_NAME = 255
# With more of a person's files the folder is more than a place for briefings, and stays itself.
MOST_LINKED = 100

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the manifest of a set lists: its files with their sums, and earlier ones it kept."""

    outputs: Mapping[str, str]
    kept: Mapping[str, str]

    @property
    def files(self) -> dict[str, str]:
        """All files that a build wrote."""
        return {**self.kept, **self.outputs}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of the files of a folder: names of new ones, ones to remove, ones to rename."""

    new: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: Mapping[str, str]


def listed(folder: Path) -> Listed:
    """What the manifest of a folder lists; nothing where there is no manifest of ours."""
    try:
        manifest = json.loads(plain_text(folder / MANIFEST))
        outputs, kept = manifest["outputs"], manifest.get("kept", {})
        return Listed(outputs=_sums(outputs), kept=_sums(kept))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Listed(outputs={}, kept={})


def is_whole(folder: Path) -> bool:
    """Whether every file that the manifest of a folder lists stands there as it was written.

    Of the earlier ones that it keeps it is enough that they stand there: they are a person's.
    """
    found = listed(folder)
    return all(_ours(folder / name, total) for name, total in found.outputs.items()) and all(
        _occupied(folder, name) for name in found.kept
    )


def plain_text(path: Path) -> str:
    """The text of a plain file; raises `OSError` for what may never end, as a pipe or a device."""
    if not path.is_file():
        raise FileNotFoundError(path)
    return path.read_text(encoding="utf-8")


def planned(new: Path, real: Path) -> Plan:
    """What to do so that the set in `new` stands in the folder `real`.

    It follows from the two manifests alone, so that it can be made again after a cut.
    """
    old, coming = listed(real).files, listed(new)
    if old:
        old[MANIFEST] = _sum(real / MANIFEST)
    names = (*sorted(coming.outputs), MANIFEST)
    renamed: dict[str, str] = {}
    for name in (*_obstacles(names, real), *names, *sorted(old)):
        if name in coming.kept or _below(name, renamed) or not _occupied(real, name):
            continue
        if not _ours(real / name, old.get(name), coming.outputs.get(name)):
            renamed[name] = _free(real, name, {*names, *renamed.values()})
    removed = (
        name
        for name in sorted(old)
        if name not in {*names, *coming.kept} and not _below(name, renamed)
    )
    return Plan(
        new=names,
        removed=tuple(name for name in removed if _occupied(real, name)),
        renamed=renamed,
    )


def held_files(real: Path, plan: Plan) -> tuple[str, ...]:
    """Files to be replaced that a program has open, as Word has a briefing.docx.

    Windows would refuse in the midst of replacing; elsewhere nothing stands against it.
    """
    if sys.platform != "win32":
        return ()
    names = (*plan.new, *plan.removed, *plan.renamed)
    return tuple(name for name in names if is_held(real / name))


def is_held(path: Path) -> bool:
    """Whether a program lets nobody else write a file that it has open."""
    try:
        if path.is_file():
            path.open("r+b").close()
    except PermissionError:
        return True
    return False


def replace_in_place(new: Path, real: Path, plan: Plan) -> None:
    """Put the files of the set in place one by one, the manifest last."""
    for name, other in plan.renamed.items():
        (real / name).rename(real / other)
    for name in plan.removed:
        (real / name).unlink(missing_ok=True)
    for name in plan.new:
        if (new / name).exists():
            (real / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).replace(real / name)
    for folder in sorted(_folders(plan.removed), reverse=True):
        # One that is not empty holds what is still needed, or what is a person's.
        with suppress(OSError):
            (real / folder).rmdir()


def exchanged(new: Path, real: Path, plan: Plan) -> bool:
    """Exchange the two folders in one step, a person's files linked into the new one before.

    False where the system can't, or where the folder itself must stay: someone is in it, others
    may write into it (/tmp), or it holds many files of others, or sockets and pipes.
    """
    swap = _swap()
    shared = bool(real.stat().st_mode & (stat.S_ISVTX | stat.S_IWOTH))
    if swap is None or shared or Path.cwd().is_relative_to(real):
        return False
    try:
        _link_others(new, real, plan)
        _look_alike(real, new)
        return swap(os.fsencode(new), os.fsencode(real))
    except OSError:
        return False


def _sums(names: Mapping[str, str]) -> dict[str, str]:
    """Names with sums; none that leads out of the folder."""
    return {str(name): str(total) for name, total in names.items() if _inside(name)}


def _inside(name: str) -> bool:
    """Whether a name stays in its folder on every system: no root, no drive (D:), no way up."""
    path = PureWindowsPath(name)
    return bool(path.parts) and not path.anchor and ".." not in path.parts


def _sum(path: Path) -> str:
    """The sum of a file's content, or nothing where it is no plain file."""
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _ours(path: Path, *sums: str | None) -> bool:
    found = _sum(path)
    return bool(found) and found in sums


def _occupied(real: Path, name: str) -> bool:
    return os.path.lexists(real / name)


def _below(name: str, names: Mapping[str, str]) -> bool:
    """Whether a name or a folder above it is among the names."""
    path = PurePosixPath(name)
    return any(str(whole) in names for whole in (path, *path.parents))


def _folders(names: Iterable[str]) -> set[str]:
    """All folders that files of these names lie in."""
    return {str(parent) for name in names for parent in PurePosixPath(name).parents[:-1]}


def _obstacles(names: tuple[str, ...], real: Path) -> tuple[str, ...]:
    """Files and links that stand where the new set needs a folder: a file named charts."""
    return tuple(
        folder
        for folder in sorted(_folders(names))
        if (path := real / folder).is_symlink() or (path.exists() and not path.is_dir())
    )


def _free(real: Path, name: str, taken: set[str]) -> str:
    """A name for what a person has changed: briefing（人工修改 1）.docx."""
    path = PurePosixPath(name)
    number = 1
    while True:
        added = f"（人工修改 {number}）{path.suffix}"
        room = LONGEST_NAME - len(os.fsencode(added))
        stem = os.fsencode(path.stem)[:room].decode("utf-8", errors="ignore")
        found = str(path.with_name(stem + added))
        if found not in taken and not _occupied(real, found):
            return found
        number += 1


def _link_others(new: Path, real: Path, plan: Plan) -> None:
    """Give the new folder all that is not ours, each file the very one that it was."""
    replaced = {*plan.new, *plan.removed} - plan.renamed.keys()
    folders = []
    for count, (name, path) in enumerate(_all(real, "")):
        if count > MOST_LINKED:
            raise OSError
        if name in replaced:
            continue
        target = new / _renamed(name, plan.renamed)
        if path.is_dir() and not path.is_symlink():
            if os.path.ismount(path):
                raise OSError
            target.mkdir(exist_ok=True)
            folders.append((name, path, target))
        elif path.is_symlink() or path.is_file():
            os.link(path, target, follow_symlinks=False)
        else:
            raise OSError
    emptied = _folders(plan.removed)
    for name, path, target in reversed(folders):
        if name in emptied and not any(target.iterdir()):
            target.rmdir()
        else:
            shutil.copystat(path, target)


def _all(folder: Path, above: str) -> Iterator[tuple[str, Path]]:
    """Everything under a folder, folders before what they hold."""
    for item in sorted(folder.iterdir()):
        name = f"{above}{item.name}"
        yield name, item
        if item.is_dir() and not item.is_symlink():
            yield from _all(item, f"{name}/")


def _renamed(name: str, names: Mapping[str, str]) -> str:
    """A name after its own renaming or that of a folder above it."""
    path = PurePosixPath(name)
    for whole in (path, *path.parents):
        if (other := names.get(str(whole))) is not None:
            return str(PurePosixPath(other) / path.relative_to(whole))
    return name


def _look_alike(real: Path, new: Path) -> None:
    """Give the new folder the owner and the rights of the one whose place it takes."""
    own, other = new.stat(), real.stat()
    if hasattr(os, "chown") and (own.st_uid, own.st_gid) != (other.st_uid, other.st_gid):
        os.chown(new, other.st_uid, other.st_gid)
    shutil.copystat(real, new)
    os.utime(new)


class _Swap:
    """The system's call that exchanges two folders: Linux's renameat2, macOS's renamex_np."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._linux = getattr(library, "renameat2", None)
        self._mac = getattr(library, "renamex_np", None)

    def __bool__(self) -> bool:
        return self._linux is not None or self._mac is not None

    def __call__(self, one: bytes, other: bytes) -> bool:
        if self._linux is not None:
            failed = self._linux(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
        else:
            assert self._mac is not None
            failed = self._mac(one, other, _RENAME_SWAP)
        return bool(failed == 0)


def _swap() -> _Swap | None:
    """The exchange of this system, or None where it has none."""
    try:
        return _Swap(ctypes.CDLL(None)) or None
    except (OSError, TypeError):
        # Windows has no library of the whole process.
        return None
