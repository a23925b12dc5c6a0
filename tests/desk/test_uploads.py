"""Files that are dropped: names that are no paths, sizes that are bounded, links not followed."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.config import Limits
from builder.desk.uploads import MOST_FILES, Refused, checked_name
from tests.desk.deskclient import Tried, tried

MEGABYTE = 1_000_000


@pytest.fixture
def desk(tmp_path: Path) -> Tried:
    return tried(tmp_path, limits=Limits(file_megabytes=1))


def put(desk: Tried, name: str, content: bytes = b"a", **more: str) -> tuple[int, str]:
    answer = desk.client().post("/api/files", params={"name": name} | more, content=content)
    return answer.status_code, answer.json().get("message", "")


def test_a_file_comes_under_its_own_name_and_is_built(desk: Tried) -> None:
    assert put(desk, "岳阳县 2024年.txt", "正文".encode()) == (200, "")
    assert (desk.folder / "岳阳县 2024年.txt").read_text(encoding="utf-8") == "正文"
    assert desk.settled == [True]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../x", "../x：文件名里不能有路径。"),
        ("..", "..：文件名里不能有路径。"),
        ("a/b.txt", "a/b.txt：文件名里不能有路径。"),
        ("a\\b.txt", "a\\b.txt：文件名里不能有路径。"),
        ("/etc/passwd", "/etc/passwd：文件名里不能有路径。"),
        ("", "（没有名字）：文件名里不能有路径。"),
        ("a\0.txt", "a\ufffd.txt：文件名里不能有路径。"),
        ("a\n.txt", "a\ufffd.txt：文件名里有不能用的字符，请改名。"),
        ("a\u202etxt.exe", "a\ufffdtxt.exe：文件名里有不能用的字符，请改名。"),
        ("C:a.txt", "C:a.txt：文件名里有不能用的字符，请改名。"),
        ("CON", "CON：Windows 不能用这个名字，请改名。"),
        ("nul.txt", "nul.txt：Windows 不能用这个名字，请改名。"),
        ("a.txt.", "a.txt.：Windows 不能用这个名字，请改名。"),
        (".ssh", ".ssh：是系统或程序留下的文件，不收。"),
        ("Thumbs.db", "Thumbs.db：是系统或程序留下的文件，不收。"),
        ("corrections.toml", "corrections.toml：更正文件请直接放进材料文件夹，不从这里收。"),
        ("a" * 255, f"{'a' * 60}…：文件名太长，请改短（最多约 80 个汉字）。"),
    ],
)
def test_error_a_name_that_is_more_than_a_name(desk: Tried, name: str, message: str) -> None:
    assert put(desk, name) == (422, message)
    assert list(desk.folder.iterdir()) == []
    assert desk.settled == []


def test_a_name_is_kept_as_one_system_writes_it() -> None:
    assert checked_name("e\u0301.txt") == "é.txt"
    with pytest.raises(Refused):
        checked_name("\ud800.txt")


def test_error_a_name_that_is_there_is_asked_for(desk: Tried) -> None:
    put(desk, "a.txt", b"old")
    assert put(desk, "a.txt", b"new") == (409, "a.txt：已有同名的文件。")
    assert (desk.folder / "a.txt").read_bytes() == b"old"
    assert put(desk, "a.txt", b"new", replace="1")[0] == 200
    assert (desk.folder / "a.txt").read_bytes() == b"new"


def test_error_a_file_that_says_it_is_too_large_is_not_read(desk: Tried) -> None:
    answer = desk.client().post(
        "/api/files",
        params={"name": "a.txt"},
        content=iter([b"a"]),
        headers={"Content-Length": str(500 * MEGABYTE)},
    )
    assert (answer.status_code, answer.json()["message"]) == (
        413,
        "超过 1 MB。请拆开，或压缩里面的图片。",
    )
    assert list(desk.folder.iterdir()) == []


def test_error_a_file_that_does_not_say_how_large_it_is_ends_at_the_limit(desk: Tried) -> None:
    assert put(desk, "a.txt", b"a" * (MEGABYTE + 1))[0] == 413
    assert list(desk.folder.iterdir()) == []


def test_a_file_of_just_the_limit_is_taken(tmp_path: Path) -> None:
    desk = tried(tmp_path, limits=Limits(file_megabytes=20))
    client = desk.client()
    client.post("/api/files", params={"name": "a.txt"}, content=iter([b"a" * MEGABYTE] * 20))
    assert (desk.folder / "a.txt").stat().st_size == 20 * MEGABYTE


def test_error_too_many_files(desk: Tried) -> None:
    for number in range(MOST_FILES):
        (desk.folder / f"{number}.txt").touch()
    assert put(desk, "a.txt") == (413, f"a.txt：已有 {MOST_FILES} 份，请另建一个文件夹。")


def test_a_link_is_replaced_and_never_written_through(desk: Tried, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    (desk.folder / "a.txt").symlink_to(outside)
    assert put(desk, "a.txt")[0] == 409
    assert put(desk, "a.txt", b"new", replace="1")[0] == 200
    assert outside.read_text(encoding="utf-8") == "mine"
    assert not (desk.folder / "a.txt").is_symlink()


def test_error_a_folder_of_that_name_stays(desk: Tried) -> None:
    (desk.folder / "a.txt").mkdir()
    assert put(desk, "a.txt", replace="1") == (409, "a.txt：已有同名的文件夹。")
    assert [path.name for path in desk.folder.iterdir()] == ["a.txt"]


def test_a_file_is_set_aside_and_not_deleted(desk: Tried) -> None:
    client = desk.client()
    for content in ("one", "two"):
        (desk.folder / "a.txt").write_text(content, encoding="utf-8")
        desk.state.show(files=[{"name": "a.txt", "state": "read"}])
        assert client.delete("/api/files", params={"name": "a.txt"}).status_code == 200
    aside = desk.folder / ".移出"
    assert sorted(path.name for path in aside.iterdir()) == ["a.txt", "a（2）.txt"]
    assert (aside / "a.txt").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize("name", ["../secret.txt", "b.txt", "/etc/passwd", ""])
def test_error_only_what_was_read_can_be_set_aside(desk: Tried, name: str) -> None:
    secret = desk.folder.parent / "secret.txt"
    secret.touch()
    (desk.folder / "b.txt").touch()
    assert desk.client().delete("/api/files", params={"name": name}).status_code == 404
    assert secret.exists()
