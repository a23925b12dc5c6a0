from __future__ import annotations

from pathlib import Path

import pytest

from builder.render.folder import HTML, STYLE, WORD, TemplateError, checked_templates


def folder(tmp_path: Path, version: str) -> Path:
    for name in (WORD, HTML, STYLE):
        (tmp_path / name).touch()
    (tmp_path / "version.toml").write_text(version, encoding="utf-8")
    return tmp_path


def test_a_folder_of_this_version_is_taken(tmp_path: Path) -> None:
    assert checked_templates(folder(tmp_path, "version = 2\n")) == tmp_path


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ('version = "一"', 'version.toml: version: 应为整数（现为 "一"）'),
        ("", "version.toml: version: 缺少这一项"),
        ("version ", "version.toml: 第 1 行第 9 列：键后面缺少等号。"),
    ],
)
def test_error_of_a_version_that_cannot_be_read(tmp_path: Path, version: str, said: str) -> None:
    with pytest.raises(TemplateError) as caught:
        checked_templates(folder(tmp_path, version))
    assert str(caught.value) == f"{tmp_path}：{said}"
