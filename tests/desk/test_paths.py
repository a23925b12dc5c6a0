"""Names and paths as Windows writes them: backslashes, drives, devices, files held open."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path

import pytest

from builder.config import Limits, read_config
from builder.pipeline import publish, replacing
from builder.pipeline.publish import OutputError, staged_output
from builder.pipeline.replacing import listed
from builder.read import Entry, archive_entries
from builder.toml_file import TomlError


@pytest.mark.parametrize(
    "name",
    [
        "..\\a.docx",
        "text\\..\\..\\a",
        "C:\\Users\\a.docx",
        "D:a.docx",
        "\\\\server\\share\\a",
        "/a",
    ],
)
def test_a_manifest_names_nothing_outside_its_folder(tmp_path: Path, name: str) -> None:
    outputs = {name: "0", "text/2024/岳阳县.txt": "1"}
    (tmp_path / "manifest.json").write_text(json.dumps({"outputs": outputs}), encoding="utf-8")
    assert listed(tmp_path).outputs == {"text/2024/岳阳县.txt": "1"}


def test_an_archive_of_windows_has_its_folders_and_no_devices(tmp_path: Path) -> None:
    names = ("2024\\岳阳县.txt", "2024\\NUL.txt", "con\\潜江市.txt", "2024\\a:b.txt", "口碑con.txt")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in names:
            archive.writestr(name, "正文")
    found = archive_entries(Entry.of(tmp_path / "a.zip"), Limits()) or ()
    assert [item.name for item in found if isinstance(item, Entry)] == [
        "a.zip/2024/NUL_.txt",
        "a.zip/2024/a_b.txt",
        "a.zip/2024/岳阳县.txt",
        "a.zip/con_/潜江市.txt",
        "a.zip/口碑con.txt",
    ]


def test_a_template_folder_of_windows_is_written_with_single_quotes(tmp_path: Path) -> None:
    config = tmp_path / "briefing.toml"
    config.write_text("templates = 'D:\\模板\\本局'\n", encoding="utf-8")
    assert read_config(config).templates == "D:\\模板\\本局"
    config.write_text('templates = "D:\\模板\\本局"\n', encoding="utf-8")
    with pytest.raises(TomlError, match=r"双引号里的反斜杠要写两个（\\\\），或改用单引号"):
        read_config(config)


def test_error_a_document_that_word_has_open_is_to_be_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    with staged_output(output) as stage:
        _write_set(stage.folder, "old")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(publish, "exchanged", lambda *_: False)
    monkeypatch.setattr(replacing, "is_held", lambda path: path.name == "briefing.docx")
    with pytest.raises(OutputError) as caught, staged_output(output) as stage:
        _write_set(stage.folder, "new")
    assert str(caught.value) == (
        f"{output}：briefing.docx 正在别的程序里打开（多半是 Word、WPS 或 Excel），"
        "或设成了只读。请先关闭再运行一次；上一次的输出没有动。"
    )
    assert (output / "briefing.docx").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_file_that_refuses_to_be_writtenis_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "briefing.docx"
    file.write_bytes(b"")
    assert not replacing.is_held(file)

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    assert replacing.is_held(file)


def _write_set(folder: Path, content: str) -> None:
    (folder / "briefing.docx").write_text(content, encoding="utf-8")
    total = hashlib.sha256(content.encode()).hexdigest()
    outputs = {"briefing.docx": total}
    (folder / "manifest.json").write_text(json.dumps({"outputs": outputs}), encoding="utf-8")
