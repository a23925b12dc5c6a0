"""Links that lead out of their folder: settings, corrections, words and templates alike."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.config import read_config
from builder.render.folder import checked_templates, default_templates
from builder.review import read_corrections
from builder.toml_file import TomlError
from builder.user_error import UserError
from builder.vocabulary.own import own_vocabulary

OTHERS = 'reason = "words of somebody else"\n'
OUTSIDE = "是指向文件夹之外的链接，不予读取"


def _words(path: Path) -> object:
    return own_vocabulary(path.parent)


def _version(path: Path) -> object:
    return checked_templates(path.parent)


READERS: dict[str, Callable[[Path], object]] = {
    "briefing.toml": read_config,
    "corrections.toml": read_corrections,
    "Corrections.TOML": read_corrections,
    "hedges.toml": _words,
    "metrics.toml": _words,
    "version.toml": _version,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a person, with templates in it, beside a file that is none of its own."""
    (tmp_path / "others.toml").write_text(OTHERS, encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    for path in default_templates().iterdir():
        if path.is_file() and path.name != "version.toml":
            (folder / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "target", ["../others.toml", "{above}/others.toml", "sub/../../others.toml"]
)
def test_error_of_a_link_that_leads_out(folder: Path, name: str, target: str) -> None:
    (folder / "sub").mkdir()
    (folder / name).symlink_to(target.format(above=folder.parent))
    with pytest.raises(UserError, match=OUTSIDE) as error:
        READERS[name](folder / name)
    assert name in str(error.value)
    assert "somebody" not in str(error.value)


@pytest.mark.parametrize("name", READERS)
def test_error_of_a_link_to_a_link_that_leads_out(folder: Path, name: str) -> None:
    (folder / "other").symlink_to("../others.toml")
    (folder / name).symlink_to("other")
    with pytest.raises(UserError, match=OUTSIDE):
        READERS[name](folder / name)


@pytest.mark.parametrize("name", READERS)
def test_error_of_a_link_to_a_file_of_the_system(folder: Path, name: str) -> None:
    (folder / name).symlink_to("/etc/passwd")
    with pytest.raises(UserError, match=OUTSIDE):
        READERS[name](folder / name)


@pytest.mark.parametrize("name", ["briefing.toml", "corrections.toml"])
def test_a_link_inside_the_folder_is_followed(folder: Path, name: str) -> None:
    """Some systems put every file of a folder in its place by a link."""
    (folder / "..data").mkdir()
    (folder / "..data" / name).write_text("", encoding="utf-8")
    (folder / name).symlink_to(f"..data/{name}")
    assert READERS[name](folder / name)


@pytest.mark.parametrize("name", ["briefing.toml", "corrections.toml"])
def test_a_folder_that_is_a_link_itself_is_the_users_choice(folder: Path, name: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    linked = folder.parent / "linked"
    linked.symlink_to(folder)
    assert READERS[name](linked / name)


@pytest.mark.parametrize("name", ["briefing.toml", "corrections.toml", "metrics.toml"])
def test_error_of_a_link_that_leads_nowhere(folder: Path, name: str) -> None:
    (folder / name).symlink_to("../nothing.toml")
    with pytest.raises(TomlError, match="链接指向的文件不在了"):
        READERS[name](folder / name)


@pytest.mark.parametrize("name", ["briefing.toml", "corrections.toml", "metrics.toml"])
def test_error_of_a_link_to_itself(folder: Path, name: str) -> None:
    (folder / name).symlink_to(name)
    with pytest.raises(TomlError, match=name):
        READERS[name](folder / name)


def test_a_hard_link_is_a_file(folder: Path) -> None:
    (folder.parent / "own.toml").write_text("", encoding="utf-8")
    os.link(folder.parent / "own.toml", folder / "corrections.toml")
    assert read_corrections(folder / "corrections.toml").correction == ()
