from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.pipeline import publish, replacing
from builder.pipeline.publish import OutputError, staged_output

WAYS = ("exchanged", "in place")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways in which a set is put in place."""
    if request.param == "in place":
        monkeypatch.setattr(publish, "exchanged", lambda *_: False)
    return str(request.param)


def built(output: Path, word: str, *others: str, kept: tuple[str, ...] = ()) -> dict[str, str]:
    """A set of files that all hold one word, put in place; the names that were changed."""
    with staged_output(output) as stage:
        sums = {}
        for name in ("briefing.docx", *others):
            (stage.folder / name).parent.mkdir(exist_ok=True, parents=True)
            (stage.folder / name).write_text(word, encoding="utf-8")
            sums[name] = hashlib.sha256(word.encode()).hexdigest()
        manifest = {"outputs": sums, "kept": {name: stage.earlier[name] for name in kept}}
        (stage.folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return stage.renamed


def words(folder: Path) -> dict[str, str]:
    """All files of a folder with what they hold, without the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(path: Path, word: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(word, encoding="utf-8")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "name",
    ["charts/mine.png", "text/笔记.txt", "mine.png", "files/a/b.txt", ".hidden/x", "text/.x"],
)
def test_files_of_a_person_stay_where_they_are(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    write(output / name, "mine")
    for word in ("one", "two"):
        built(output, word, "charts/1.png", "text/a.txt")
        assert words(output) == {
            "briefing.docx": word,
            "charts/1.png": word,
            "text/a.txt": word,
            name: "mine",
        }
    assert names(tmp_path) == ["output"]


@pytest.mark.usefixtures("way")
def test_what_a_person_changed_is_kept_under_another_name(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "text/a.txt")
    write(output / "briefing.docx", "mine")
    write(output / "text/a.txt", "mine too")
    assert built(output, "two", "text/a.txt") == {
        "briefing.docx": "briefing（人工修改 1）.docx",
        "text/a.txt": "text/a（人工修改 1）.txt",
    }
    write(output / "briefing.docx", "again")
    assert built(output, "three") == {"briefing.docx": "briefing（人工修改 2）.docx"}
    assert words(output) == {
        "briefing.docx": "three",
        "briefing（人工修改 1）.docx": "mine",
        "briefing（人工修改 2）.docx": "again",
        "text/a（人工修改 1）.txt": "mine too",
    }


@pytest.mark.usefixtures("way")
def test_files_from_before_the_first_build_are_a_persons(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / "briefing.docx", "mine")
    write(output / "manifest.json", '{"name": "my app"}')
    assert built(output, "one") == {
        "briefing.docx": "briefing（人工修改 1）.docx",
        "manifest.json": "manifest（人工修改 1）.json",
    }
    assert words(output)["briefing（人工修改 1）.docx"] == "mine"


@pytest.mark.usefixtures("way")
def test_an_older_document_stays_and_is_still_known_for_ours(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "briefing.pdf")
    built(output, "two", kept=("briefing.pdf",))
    assert words(output) == {"briefing.docx": "two", "briefing.pdf": "one"}
    assert built(output, "three", "briefing.pdf") == {}
    assert words(output) == {"briefing.docx": "three", "briefing.pdf": "three"}


@pytest.mark.usefixtures("way")
def test_an_older_document_that_a_person_changed_stays_as_it_is(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "briefing.pdf")
    write(output / "briefing.pdf", "mine")
    assert built(output, "two", kept=("briefing.pdf",)) == {}
    assert built(output, "three", "briefing.pdf") == {"briefing.pdf": "briefing（人工修改 1）.pdf"}


@pytest.mark.usefixtures("way")
def test_files_of_reports_that_are_gone_go_with_their_folder(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "text/2023/a.txt", "text/b.txt")
    write(output / "empty" / "x", "")
    (output / "empty" / "x").unlink()
    built(output, "two", "text/b.txt")
    assert words(output) == {"briefing.docx": "two", "text/b.txt": "two"}
    assert not (output / "text" / "2023").exists()
    assert (output / "empty").is_dir()


@pytest.mark.usefixtures("way")
def test_a_file_where_we_need_a_folder_gets_another_name(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / "charts", "mine")
    write(output / "briefing.docx" / "a.txt", "mine")
    assert built(output, "one", "charts/1.png") == {
        "charts": "charts（人工修改 1）",
        "briefing.docx": "briefing（人工修改 1）.docx",
    }
    assert words(output) == {
        "briefing.docx": "one",
        "briefing（人工修改 1）.docx/a.txt": "mine",
        "charts/1.png": "one",
        "charts（人工修改 1）": "mine",
    }


@pytest.mark.usefixtures("way")
def test_links_in_the_folder_are_not_written_through(tmp_path: Path) -> None:
    output, outside = tmp_path / "output", tmp_path / "outside"
    write(outside / "1.png", "mine")
    output.mkdir()
    (output / "charts").symlink_to(outside)
    (output / "briefing.docx").symlink_to(outside / "1.png")
    built(output, "one", "charts/1.png")
    assert words(outside) == {"1.png": "mine"}
    assert words(output)["charts/1.png"] == "one"
    assert (output / "charts（人工修改 1）").is_symlink()


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("name", ["../outside/1.png", "/etc/hostname", "a/../../outside/1.png"])
def test_a_manifest_that_names_files_outside_harms_none(tmp_path: Path, name: str) -> None:
    output, outside = tmp_path / "output", tmp_path / "outside" / "1.png"
    write(outside, "mine")
    total = hashlib.sha256(b"mine").hexdigest()
    write(output / "manifest.json", json.dumps({"outputs": {name: total}}))
    built(output, "one")
    assert outside.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "text", ["", "[]", '{"outputs": []}', '{"outputs": {"a": 1}, "kept": 3}', "[" * 10_000, "\x00"]
)
def test_a_broken_manifest_stops_no_build(tmp_path: Path, text: str) -> None:
    write(tmp_path / "output" / "manifest.json", text)
    built(tmp_path / "output", "one")
    assert words(tmp_path / "output")["briefing.docx"] == "one"


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_followed_and_stays(tmp_path: Path, exists: bool) -> None:
    target, output = tmp_path / "far" / "target", tmp_path / "output"
    target.parent.mkdir()
    if exists:
        target.mkdir()
    output.symlink_to(target)
    built(output, "one")
    built(output, "two")
    assert output.is_symlink()
    assert words(target) == {"briefing.docx": "two"}
    assert names(target.parent) == ["target"]


def test_the_working_folder_itself_is_written_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "w" / "mine.txt", "mine")
    monkeypatch.chdir(tmp_path / "w")
    before = Path.cwd().stat().st_ino
    built(Path(), "one")
    built(Path(), "two")
    assert Path.cwd().stat().st_ino == before
    assert words(Path.cwd()) == {"briefing.docx": "two", "mine.txt": "mine"}


def test_a_mounted_folder_is_written_from_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    write(output / "mine.txt", "mine")
    (tmp_path / "other").mkdir()
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) == output)
    before = output.stat().st_ino
    built(output, "one")
    built(output, "two")
    assert output.stat().st_ino == before
    assert words(output) == {"briefing.docx": "two", "mine.txt": "mine"}
    assert names(output) == ["briefing.docx", "manifest.json", "mine.txt"]


@pytest.mark.parametrize("closed", ["output", ""])
def test_rights_decide_where_the_work_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    output = tmp_path / "output"
    output.mkdir()
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path / closed)
    if closed:
        with pytest.raises(OutputError, match="没有写入权限") as caught:
            built(output, "one")
        assert str(caught.value).startswith(f"{output}：")
        return
    built(output, "one")
    assert words(output) == {"briefing.docx": "one"}
    assert names(output.parent) == ["output"]


@pytest.mark.usefixtures("way")
def test_rights_of_the_folder_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / "private" / "a.txt", "mine")
    output.chmod(0o750)
    (output / "private").chmod(0o700)
    built(output, "one")
    assert stat.S_IMODE(output.stat().st_mode) == 0o750
    assert stat.S_IMODE((output / "private").stat().st_mode) == 0o700


@pytest.mark.usefixtures("way")
def test_pipes_and_dead_links_of_a_person_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    os.mkfifo(output / "pipe")
    (output / "dead").symlink_to("nowhere")
    os.mkfifo(output / "briefing.docx")
    assert built(output, "one") == {"briefing.docx": "briefing（人工修改 1）.docx"}
    assert stat.S_ISFIFO((output / "pipe").stat().st_mode)
    assert (output / "dead").readlink() == Path("nowhere")


def test_many_files_of_a_person_are_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replacing, "MOST_LINKED", 3)
    output = tmp_path / "output"
    for number in range(10):
        write(output / f"{number}.txt", "mine")
    before = output.stat().st_ino
    built(output, "one")
    assert output.stat().st_ino == before
    assert len(words(output)) == 11


def test_a_folder_that_others_write_into_stays_itself(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    output.chmod(0o1777)
    before = output.stat().st_ino
    built(output, "one")
    built(output, "two")
    assert output.stat().st_ino == before
    assert names(output) == ["briefing.docx", "manifest.json"]


def longest(folder: Path) -> Path:
    return folder / ("长" * 85)


def below_a_file(folder: Path) -> Path:
    write(folder / "file", "")
    return folder / "file" / "a" / "b"


def a_file(folder: Path) -> Path:
    write(folder / "file", "mine")
    return folder / "file"


def a_circle(folder: Path) -> Path:
    (folder / "circle").symlink_to(folder / "circle")
    return folder / "circle"


BAD: tuple[tuple[Callable[[Path], Path], str], ...] = (
    (a_file, "已有同名的文件，不是文件夹"),
    (below_a_file, "上级有一个是文件，不是文件夹"),
    (a_circle, "链接指向自己|已有同名的文件"),
    (lambda _: Path("/"), "磁盘的最上层"),
    (lambda _: Path("/dev/null"), "已有同名的文件，不是文件夹"),
    (lambda folder: folder / ("长" * 86), "名字太长"),
    (lambda folder: folder / "/".join(["a" * 200] * 30), "名字太长"),
)


@pytest.mark.parametrize(("make", "said"), BAD)
def test_error_of_what_can_be_no_output_folder(
    tmp_path: Path, make: Callable[[Path], Path], said: str
) -> None:
    output = make(tmp_path)
    with pytest.raises(OutputError, match=said) as caught:
        built(output, "one")
    assert str(caught.value).startswith(f"{output}：")
    assert all(path.is_symlink() or path.is_file() for path in tmp_path.iterdir())


@pytest.mark.parametrize(
    "name", ["长" * 85, "a b", "-x", "报告[2024]", "*", ".hidden", "a.b", "名\t字", "'", "..a"]
)
def test_odd_names_work_and_leave_nothing_beside(tmp_path: Path, name: str) -> None:
    built(tmp_path / name, "one")
    built(tmp_path / name, "two")
    assert words(tmp_path / name) == {"briefing.docx": "two"}
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("name", ["lock", "ready", "new", "old", "ready/a", "new/a", "old/a"])
def test_what_another_version_left_beside_stops_no_build(tmp_path: Path, name: str) -> None:
    left = tmp_path / f".output.{name}"
    write(left, "left")
    built(tmp_path / "output", "one")
    assert words(tmp_path / "output") == {"briefing.docx": "one"}
    assert name == "lock" or left.read_text(encoding="utf-8") == "left"


@pytest.mark.parametrize("holds", [(), ("begun",), ("begun", "set/x"), ("set/manifest.json",)])
def test_a_broken_work_folder_is_cleared(tmp_path: Path, holds: tuple[str, ...]) -> None:
    output = tmp_path / "output"
    built(output, "one")
    for home in (tmp_path, output):
        work = home / ".output.abcdefgh.briefing"
        work.mkdir()
        for name in holds:
            write(work / name, "")
    built(output, "two")
    assert words(output) == {"briefing.docx": "two"}
    assert names(tmp_path) == ["output"]


def test_a_work_folder_of_a_neighbour_is_left_alone(tmp_path: Path) -> None:
    neighbour = tmp_path / ".output.more.abcdefgh.briefing"
    write(neighbour / "set" / "x", "")
    built(tmp_path / "output", "one")
    assert neighbour.exists()


def test_a_cut_in_the_midst_is_finished_by_the_next_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    texts = ("a.txt", "b.txt", "c.txt")
    built(output, "one", *texts, "gone.txt")
    write(output / "b.txt", "mine")
    monkeypatch.setattr(publish, "exchanged", lambda *_: False)
    replace, count = Path.replace, iter(range(9))

    def failing(path: Path, target: Path) -> Path:
        if next(count) == 2:
            raise OSError(errno.EACCES, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OutputError, match="再运行一次，会接着写完"):
        built(output, "two", *texts)
    with pytest.raises(RuntimeError), staged_output(output):
        assert words(output) == {
            "a.txt": "two",
            "b.txt": "two",
            "b（人工修改 1）.txt": "mine",
            "briefing.docx": "two",
            "c.txt": "two",
        }
        raise RuntimeError


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_error_a_full_disk_leaves_the_last_set_and_nothing_else(
    tmp_path: Path, number: int
) -> None:
    output = tmp_path / "output"
    built(output, "one")
    said = "腾出空间后再试；上一次的输出没有动"
    with pytest.raises(OutputError, match=said), staged_output(output):
        raise OSError(number, os.strerror(number))
    assert words(output) == {"briefing.docx": "one"}
    assert names(tmp_path) == ["output"]


def test_errors_of_other_files_are_not_taken_for_the_outputs(tmp_path: Path) -> None:
    with pytest.raises(PermissionError), staged_output(tmp_path / "output"):
        raise PermissionError(errno.EACCES, "Permission denied", "/elsewhere/template.docx")


def test_the_lock_is_held_by_the_build_alone_and_leaves_no_trace(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staged_output(output):
        with pytest.raises(OutputError, match="另一个构建"), staged_output(output):
            pass
        link = tmp_path / "link"
        link.symlink_to(output)
        with pytest.raises(OutputError, match="另一个构建"), staged_output(link):
            pass
        (stage,) = tmp_path.glob(".output.*.briefing")
        write(stage / "set" / "manifest.json", '{"outputs": {}}')
    link.unlink()
    assert names(tmp_path) == ["output"]
