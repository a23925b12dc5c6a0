"""Results kept from one build to the next in a folder of the user's own.

An entry is found by the sum of all that it was made from, never by a time, and is bytes: whoever
asks knows what they mean. Before them stands a code that only this user's secret makes for these
bytes under this name, so that what is broken, comes from elsewhere or was changed is thrown away.

The folder is not in the output, which is mailed and copied with all that is in it, but where the
system keeps what may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

VARIABLE = "BRIEFING_CACHE"
MEGABYTE = 1_000_000
MOST_MEGABYTES = 500
SECRET, SECRET_BYTES = "secret", 32
CODE_BYTES = 32
ENTRY = re.compile(r"[0-9a-f]{64}")
OTHERS_MAY_WRITE = 0o022
BROKEN = "缓存里有损坏的或不是本机写下的内容，已丢弃并重新生成"
NOT_OURS = "缓存文件夹 {folder} 不是本人的，或别人也能写入，没有使用"

Input = str | bytes


class Cache:
    """Entries in a folder; without a folder nothing is kept and everything is made.

    With `fresh` nothing is taken from it, and what is made is kept. `notices` are what the user is
    to be told of it.
    """

    def __init__(self, folder: Path | None = None, *, fresh: bool = False) -> None:
        self._fresh = fresh
        self._notices: dict[str, None] = {}
        self._secret = b""
        self._folder = folder
        if folder is not None:
            self._open(folder)

    def __bool__(self) -> bool:
        """Whether anything is kept."""
        return self._folder is not None

    @property
    def notices(self) -> tuple[str, ...]:
        """What is to be said of the cache: that something of it was thrown away."""
        return tuple(self._notices)

    def made(self, kind: str, inputs: Sequence[Input], make: Callable[[], bytes]) -> bytes:
        """What was made from these inputs before, or is made now."""
        found = self.found(kind, inputs)
        if found is None:
            found = make()
            self.keep(kind, inputs, found)
        return found

    def found(self, kind: str, inputs: Sequence[Input]) -> bytes | None:
        """The entry of these inputs, or None; one that can't be trusted is deleted."""
        if self._folder is None or self._fresh:
            return None
        name = _name(kind, inputs)
        path = self._folder / name[:2] / name
        try:
            data = path.read_bytes()
        except OSError:
            return None
        code, content = data[:CODE_BYTES], data[CODE_BYTES:]
        if not hmac.compare_digest(code, self._code(name, content)):
            self.throw_away(kind, inputs)
            return None
        # The moment is for `trim` alone: what is used stays longest.
        with suppress(OSError):
            os.utime(path)
        return content

    def keep(self, kind: str, inputs: Sequence[Input], content: bytes) -> None:
        """Keep what was made; where it can't be written nothing is lost but time."""
        if self._folder is None:
            return
        name = _name(kind, inputs)
        with suppress(OSError):
            _write(self._folder / name[:2] / name, self._code(name, content) + content)

    def throw_away(self, kind: str, inputs: Sequence[Input]) -> None:
        """Delete an entry that means nothing, and say so."""
        self._notices[BROKEN] = None
        if self._folder is not None:
            name = _name(kind, inputs)
            with suppress(OSError):
                (self._folder / name[:2] / name).unlink()

    def trim(self, most: int = MOST_MEGABYTES * MEGABYTE) -> None:
        """Delete what was longest without use until the entries have no more bytes than this."""
        with suppress(OSError):
            known = [(path, path.stat()) for path in self._entries()]
            size = sum(found.st_size for _, found in known)
            for path, found in sorted(known, key=lambda one: one[1].st_mtime_ns):
                if size <= most:
                    break
                path.unlink(missing_ok=True)
                size -= found.st_size

    def _entries(self) -> Iterator[Path]:
        if self._folder is not None:
            for path in self._folder.glob("??/*"):
                if ENTRY.fullmatch(path.name) and not path.is_symlink():
                    yield path

    def _open(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_ours(folder):
                self._secret = _secret(folder / SECRET)
                return
            self._notices[NOT_OURS.format(folder=folder)] = None
        except OSError:
            # A folder that can't be made or written is no reason to speak: all is made anew.
            pass
        self._folder = None

    def _code(self, name: str, content: bytes) -> bytes:
        return hmac.digest(self._secret, name.encode() + content, "sha256")


def user_cache() -> Path:
    """Where this user's cache is; `BRIEFING_CACHE` names another folder."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only where a cache is used

    return user_cache_path("briefing-builder", appauthor=False)


def _name(kind: str, inputs: Sequence[Input]) -> str:
    """The sum of a kind and its inputs, each with its length, so that no two lists are alike."""
    total = hashlib.sha256(f"{kind} {len(inputs)}".encode())
    for one in inputs:
        data = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
        total.update(f"\n{len(data)}\n".encode())
        total.update(data)
    return total.hexdigest()


def _is_ours(folder: Path) -> bool:
    """Whether a folder is this user's, and nobody else may write into it; Windows can't say."""
    if not hasattr(os, "geteuid"):
        return True
    found = folder.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & OTHERS_MAY_WRITE


def _secret(path: Path) -> bytes:
    """The secret of the folder, made where there is none; with another all entries are foreign."""
    with suppress(OSError):
        if len(found := path.read_bytes()) == SECRET_BYTES:
            return found
    made = secrets.token_bytes(SECRET_BYTES)
    _write(path, made)
    return made


def _write(path: Path, content: bytes) -> None:
    """Write a file whole, readable by this user alone."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
