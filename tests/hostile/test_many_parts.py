"""Archives of many files, packages of many parts, keys of many parts: read once, or refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from builder.config import Limits
from builder.pipeline.inputs import input_files
from builder.read import Entry, archive_entries, archives, read_entry
from builder.read.docx import docx_page
from builder.read.packages import Package
from builder.read.refusal import Unreadable
from builder.toml_file import DEEPEST, TomlError, toml_tables

MANY, MOST_OPENINGS = 3_000, 3


def zip_of(path: Path, count: int) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for number in range(count):
            made.writestr(f"{number}.txt", f"第{number}份")
    return path


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The archives whose lists of files were read, each time that one was."""
    found: list[object] = []

    class Counting(zipfile.ZipFile):
        def __init__(self, file: object, *more: object) -> None:
            found.append(file)
            super().__init__(file, *more)  # type: ignore[call-overload]

    archives._opened.cache_clear()  # noqa: SLF001
    monkeypatch.setattr("builder.read.archives.zipfile.ZipFile", Counting)
    return found


@pytest.mark.parametrize("count", [1, 10, 100, MANY])
def test_the_list_of_an_archive_is_read_as_often_however_long(
    tmp_path: Path, openings: list[object], count: int
) -> None:
    """To name what is in it, and to read it: for each file anew it took hours of 30,000."""
    zip_of(tmp_path / "a.zip", count)
    entries, _ = input_files(tmp_path, Limits())
    assert len(entries) == count
    for entry in entries:
        assert archives.member_bytes(entry, 100).decode().endswith("份")
    assert len(openings) <= MOST_OPENINGS


def test_an_archive_may_be_moved_while_its_list_is_kept(tmp_path: Path) -> None:
    """No file stays open, which Windows would let nobody delete."""
    path = zip_of(tmp_path / "a.zip", 3)
    entry = archive_entries(Entry.of(path), Limits())[1]  # type: ignore[index]
    assert isinstance(entry, Entry)
    assert archives.member_bytes(entry, 100).decode() == "第1份"
    handles = Path("/proc/self/fd")
    if handles.is_dir():
        held = [str(link.resolve()) for link in handles.iterdir() if link.exists()]
        assert str(path) not in held
    path.unlink()
    with pytest.raises(FileNotFoundError):
        archives.member_bytes(entry, 100)


def test_an_archive_that_is_written_anew_is_read_anew(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", 3)
    entry = archive_entries(Entry.of(path), Limits())[0]  # type: ignore[index]
    assert isinstance(entry, Entry)
    assert archives.member_bytes(entry, 100).decode() == "第0份"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("0.txt", "改过的")
    assert archives.member_bytes(entry, 100).decode() == "改过的"


def test_error_of_an_archive_that_was_cut_meanwhile(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", 3)
    entry = archive_entries(Entry.of(path), Limits())[2]  # type: ignore[index]
    assert isinstance(entry, Entry)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(Unreadable, match="已损坏"):
        archives.member_bytes(entry, 100)


def test_a_word_file_of_many_parts_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    document = docx.Document()
    document.add_paragraph("全年立案46起。")
    document.save(str(path))
    with zipfile.ZipFile(path, "a") as made:
        for number in range(MANY):
            made.writestr(f"word/media/{number}.bin", "")
    data = path.read_bytes()
    assert len(Package("a.docx", data, Limits()).names) >= MANY
    assert "46" in docx_page("a.docx", data, Limits()).text
    assert "46" in read_entry(Entry.of(path), Limits()).text


KEYS: list[Callable[[str], str]] = [
    lambda key: f"{key} = 1",
    lambda key: f"[{key}]",
    lambda key: f"[[{key}]]",
    lambda key: f"a = {{ {key} = 1 }}",
    lambda key: f"[b]\nc = 1\n{key} = 1",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("dot", [".", " . ", "\t.\t", '."a".', ".'a'."])
def test_error_of_a_key_of_many_parts(key: Callable[[str], str], dot: str) -> None:
    """A key of 20,000 parts took 25 seconds."""
    with pytest.raises(TomlError, match=r"x.toml: 第 \d 行：键的层数太多，最多 100 层。请改短。"):
        toml_tables(key(dot.join("a" * 20_000)), "x.toml")


@pytest.mark.parametrize("key", KEYS)
def test_a_key_of_as_many_parts_as_may_be_is_read(key: Callable[[str], str]) -> None:
    assert toml_tables(key(".".join("a" * (DEEPEST - 1))), "x.toml")


@pytest.mark.parametrize(
    "value",
    ["." * 5_000, "… " * 500, "1.2 " * 500, "第1.2条、" * 200, "a" * 100_000, "目录......" * 50],
)
def test_dots_in_a_text_are_no_key(value: str) -> None:
    assert toml_tables(f'reason = "{value}"', "x.toml") == {"reason": value}
