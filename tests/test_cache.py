from __future__ import annotations

import os
import pickle
import stat
import sys
from pathlib import Path

import pytest

from builder.cache import BROKEN, NOT_OURS, Cache, user_cache

INPUTS = ("rules", b"report")


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("??/*"))


def test_what_was_made_is_not_made_again(tmp_path: Path) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"drawn"

    assert [Cache(tmp_path / "c").made("svg", INPUTS, make) for _ in range(3)] == [b"drawn"] * 3
    assert len(made) == 1


def test_each_input_counts_and_where_it_ends(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.keep("svg", ("ab", "c"), b"1")
    assert cache.found("svg", ("ab", "c")) == b"1"
    assert cache.found("png", ("ab", "c")) is None
    for inputs in (("a", "bc"), ("abc",), ()):
        assert cache.found("svg", inputs) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache()
    cache.keep("svg", INPUTS, b"1")
    assert not cache
    assert cache.made("svg", INPUTS, lambda: b"2") == b"2"


def test_fresh_takes_nothing_and_keeps_what_is_made(tmp_path: Path) -> None:
    Cache(tmp_path / "c").keep("svg", INPUTS, b"old")
    assert Cache(tmp_path / "c", fresh=True).made("svg", INPUTS, lambda: b"new") == b"new"
    assert Cache(tmp_path / "c").found("svg", INPUTS) == b"new"


@pytest.mark.parametrize(
    "content",
    [b"", b"short", bytes(40), pickle.dumps(os.getcwd), None],
    ids=["empty", "short", "zeros", "pickle", "one letter changed"],
)
def test_error_a_broken_entry_is_deleted_and_said(tmp_path: Path, content: bytes | None) -> None:
    Cache(tmp_path / "c").keep("svg", INPUTS, b"<svg/>")
    (entry,) = entries(tmp_path / "c")
    entry.write_bytes(entry.read_bytes()[:-1] + b"!" if content is None else content)
    cache = Cache(tmp_path / "c")
    assert cache.found("svg", INPUTS) is None
    assert cache.notices == (BROKEN,)
    assert entries(tmp_path / "c") == []
    assert cache.made("svg", INPUTS, lambda: b"new") == b"new"


def test_error_an_entry_of_another_machine_is_foreign(tmp_path: Path) -> None:
    for name in ("mine", "theirs"):
        Cache(tmp_path / name).keep("svg", INPUTS, name.encode())
    (mine,), (theirs,) = entries(tmp_path / "mine"), entries(tmp_path / "theirs")
    mine.write_bytes(theirs.read_bytes())
    cache = Cache(tmp_path / "mine")
    assert cache.found("svg", INPUTS) is None
    assert cache.notices == (BROKEN,)


def test_error_an_entry_under_another_name_is_foreign(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    cache.keep("svg", INPUTS, b"1")
    (one,) = entries(tmp_path / "c")
    cache.keep("svg", ("other",), b"2")
    (other,) = set(entries(tmp_path / "c")) - {one}
    one.write_bytes(other.read_bytes())
    assert cache.found("svg", INPUTS) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says nothing of who may write")
def test_error_a_folder_into_which_others_write_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    folder.mkdir()
    folder.chmod(0o777)
    cache = Cache(folder)
    assert not cache
    assert cache.notices == (NOT_OURS.format(folder=folder),)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "c")
    assert cache.made("svg", INPUTS, lambda: b"1") == b"1"
    assert cache.notices == ()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    Cache(tmp_path / "c").keep("svg", INPUTS, b"1")
    for path in (tmp_path / "c", *(tmp_path / "c").rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_what_was_longest_without_use_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c")
    for number in range(4):
        cache.keep("svg", (str(number),), bytes(1_000))
    for path in entries(tmp_path / "c"):
        os.utime(path, (0, 0))
    assert cache.found("svg", ("2",)) is not None
    cache.trim(1_500)
    assert [number for number in range(4) if cache.found("svg", (str(number),))] == [2]


def test_trimming_leaves_what_is_not_an_entry(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    cache = Cache(folder)
    (folder / "ab").mkdir()
    (folder / "ab" / "thesis.docx").write_bytes(bytes(9_000))
    cache.trim(0)
    assert (folder / "ab" / "thesis.docx").exists()


def test_a_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))
    assert user_cache() == tmp_path
    monkeypatch.delenv("BRIEFING_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert user_cache().name in {"briefing-builder", "Cache"}
