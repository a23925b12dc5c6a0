from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from builder.pipeline import publish
from builder.pipeline.publish import OutputError, staged_output


def write_set(folder: Path, word: str, *names: str) -> None:
    sums = {}
    for name in ("briefing.docx", *names):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(word, encoding="utf-8")
        sums[name] = hashlib.sha256(word.encode()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps({"outputs": sums}), encoding="utf-8")


def built(output: Path, word: str, *names: str) -> dict[str, str]:
    with staged_output(output) as stage:
        write_set(stage.folder, word, *names)
    return stage.renamed


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_first_set_is_put_in_place_and_nothing_is_left_beside(tmp_path: Path) -> None:
    built(tmp_path / "output", "one")
    assert (tmp_path / "output" / "briefing.docx").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["output"]


def test_second_set_replaces_the_first_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "briefing.pdf")
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
        (stage.folder / "briefing.docx").write_text("half", encoding="utf-8")
        raise RuntimeError("stop")
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "one"
    assert names(tmp_path) == ["output"]


def test_without_an_exchange_the_set_is_replaced_step_by_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "exchanged", lambda *_: False)
    output = tmp_path / "output"
    output.mkdir()
    (output / "notes.txt").write_text("mine", encoding="utf-8")
    built(output, "one")
    built(output, "two")
    assert names(output) == ["briefing.docx", "manifest.json", "notes.txt"]
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "two"


def test_a_kill_in_the_midst_of_replacing_is_finished_by_the_next_build(tmp_path: Path) -> None:
    output = tmp_path / "output"
    built(output, "one", "a.txt", "b.txt")
    work = output / ".output.abcdefgh.briefing"
    (work / "set").mkdir(parents=True)
    write_set(work / "set", "two", "a.txt")
    (work / "set" / "a.txt").rename(output / "a.txt")
    (work / "begun").touch()
    with pytest.raises(RuntimeError), staged_output(output) as stage:
        assert names(output) == ["a.txt", "briefing.docx", "manifest.json"]
        assert (output / "briefing.docx").read_text(encoding="utf-8") == "two"
        assert stage.renamed == {}
        raise RuntimeError


@pytest.mark.parametrize("role", ["lock", "abcdefgh.briefing", "new", "ready"])
def test_what_a_kill_left_beside_stops_no_build(tmp_path: Path, role: str) -> None:
    (tmp_path / f".output.{role}").touch()
    built(tmp_path / "output", "one")
    assert (tmp_path / "output" / "briefing.docx").read_text(encoding="utf-8") == "one"


def test_error_two_builds_at_once(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with staged_output(output), pytest.raises(OutputError) as caught, staged_output(output):
        pass
    assert str(caught.value) == (
        f"{output}：另一个构建正在写这个文件夹。请等它结束，或用 --output 换一个文件夹。"
    )


def test_error_output_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="上级有一个是文件"), staged_output(tmp_path / "file/x"):
        pass
