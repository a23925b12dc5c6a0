from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from builder.config import Limits
from builder.pile.inputs import pile_entries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("2023/岳阳.txt", "2024/岳阳.txt", "2024/赣州.txt", "2024/Thumbs.db", "潜江.txt"):
        (tmp_path / "r" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "r" / name).write_text("报告", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "r" / "旧.zip", "w") as archive:
        archive.writestr("2022/岳阳.txt", "报告")
    return tmp_path / "r"


def names(*paths: Path, glob: str | None = None) -> list[str]:
    return [entry.name for entry in pile_entries(paths, Limits(), glob)[0]]


def test_a_folder_with_its_subfolders_and_archives(folder: Path) -> None:
    assert names(folder) == [
        "2023/岳阳.txt",
        "2024/岳阳.txt",
        "2024/赣州.txt",
        "旧.zip/2022/岳阳.txt",
        "潜江.txt",
    ]


def test_a_file_has_its_own_name_and_the_second_of_it_its_path(folder: Path) -> None:
    first, second = folder / "2023/岳阳.txt", folder / "2024/岳阳.txt"
    assert names(first) == ["岳阳.txt"]
    assert names(first, second, first) == ["2024/岳阳.txt", "岳阳.txt"]


def test_of_several_folders_each_stands_in_the_names(folder: Path) -> None:
    assert names(folder / "2023", folder / "2024", folder / "旧.zip") == [
        "2023/岳阳.txt",
        "2024/岳阳.txt",
        "2024/赣州.txt",
        "旧.zip/2022/岳阳.txt",
    ]


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("岳阳.*", ["2023/岳阳.txt", "2024/岳阳.txt", "旧.zip/2022/岳阳.txt"]),
        ("2024/*", ["2024/岳阳.txt", "2024/赣州.txt"]),
        ("*.docx", []),
    ],
)
def test_a_pattern_chooses_by_name_or_path(folder: Path, glob: str, found: list[str]) -> None:
    assert names(folder, glob=glob) == found


def test_paths_are_whole_for_workers_that_stand_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    entries, _ = pile_entries([Path("潜江.txt"), Path("2023")], Limits())
    assert all(entry.path.is_absolute() for entry in entries)


def test_error_what_cannot_be_looked_into_is_named(folder: Path) -> None:
    (folder / "锁.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    (folder / "2024" / "link").symlink_to(folder / "2023")
    _, refused = pile_entries([folder], Limits())
    assert [item.file for item in refused] == ["2024/link", "锁.zip"]
