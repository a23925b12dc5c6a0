from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.pipeline import publish
from builder.pipeline.publish import OutputError, staged_output


def write_set(folder: Path, word: str) -> None:
    (folder / "briefing.docx").write_text(word, encoding="utf-8")
    (folder / "manifest.json").write_text(
        json.dumps({"outputs": {"briefing.docx": ""}}), encoding="utf-8"
    )


def built(output: Path, word: str) -> None:
    with staged_output(output) as stage:
        write_set(stage, word)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_first_set_is_put_in_place_and_nothing_is_left_beside(tmp_path: Path) -> None:
    built(tmp_path / "output", "one")
    assert (tmp_path / "output" / "briefing.docx").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == [".output.lock", "output"]


def test_second_set_replaces_the_first_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staged_output(output) as stage:
        write_set(stage, "one")
        (stage / "manifest.json").write_text(
            json.dumps({"outputs": {"briefing.docx": "", "briefing.pdf": ""}}), encoding="utf-8"
        )
        (stage / "briefing.pdf").write_text("one", encoding="utf-8")
    built(output, "two")
    assert names(output) == ["briefing.docx", "manifest.json"]
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "two"


def test_files_of_the_user_stay(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / ".gitkeep").touch()
    (output / "我的批注.docx").write_text("mine", encoding="utf-8")
    built(output, "one")
    built(output, "two")
    assert names(output) == [".gitkeep", "briefing.docx", "manifest.json", "我的批注.docx"]
    assert (output / "我的批注.docx").read_text(encoding="utf-8") == "mine"


def test_a_failed_build_leaves_the_last_set(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one")
    with pytest.raises(RuntimeError, match="stop"), staged_output(output) as stage:
        (stage / "briefing.docx").write_text("half", encoding="utf-8")
        raise RuntimeError("stop")
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == [".output.lock", "output"]


def test_without_an_exchange_the_set_is_replaced_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_exchanged", lambda *_: False)
    output = tmp_path / "output"
    output.mkdir()
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    built(output, "one")
    built(output, "two")
    assert names(output) == ["briefing.docx", "manifest.json", "notes.txt"]
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "two"


@pytest.mark.parametrize("role", ["ready", "old"])
def test_a_replaced_set_that_a_kill_left_gives_the_users_files_back(
    tmp_path: Path, role: str
) -> None:
    output, left = tmp_path / "output", tmp_path / f".output.{role}"
    output.mkdir()
    write_set(output, "new")
    left.mkdir()
    write_set(left, "old")
    (left / "notes.txt").write_text("mine", encoding="utf-8")
    built(output, "newer")
    assert names(output) == ["briefing.docx", "manifest.json", "notes.txt"]
    assert names(tmp_path) == [".output.lock", "output"]


def test_a_kill_between_the_two_renames_is_undone(tmp_path: Path) -> None:
    old = tmp_path / ".output.old"
    old.mkdir()
    write_set(old, "one")
    with pytest.raises(RuntimeError), staged_output(tmp_path / "output"):
        assert (tmp_path / "output" / "briefing.docx").read_text(encoding="utf-8") == "one"
        raise RuntimeError


def test_error_two_builds_at_once(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staged_output(output), pytest.raises(OutputError) as caught, staged_output(output):
        pass
    assert str(caught.value) == (
        f"{output}：另一个构建正在写这个文件夹。请等它结束，或用 --output 换一个文件夹。"
    )


def test_error_output_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="上一次的输出没有动"), staged_output(tmp_path / "file/x"):
        pass
