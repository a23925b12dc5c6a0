"""`briefing check-templates`: the parts that it misses are those of the folder's briefing.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from builder.cli import briefing
from builder.model import PartName
from builder.render.folder import WORD
from builder.render.word.package import package
from tests.render.word import edits
from tests.render.word.test_edits import folder


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Templates without the part on inspections, beside the working folder."""
    made = tmp_path / "templates"
    made.mkdir()
    monkeypatch.chdir(tmp_path)
    return folder(made, edits.without_part(edits.own(), "inspection"))


def checked(templates: Path) -> Result:
    return CliRunner().invoke(briefing, ["check-templates", str(templates)])


def test_part_that_the_configuration_leaves_out_may_be_deleted(templates: Path) -> None:
    names = ", ".join(f'"{name}"' for name in PartName if name is not PartName.INSPECTION)
    Path("briefing.toml").write_text(f"parts = [{names}]\n", encoding="utf-8")
    result = checked(templates)
    assert result.output == f"{templates}：模板没有错误。\n"
    assert result.exit_code == 0


def test_error_part_that_the_configuration_prints_is_missing(templates: Path) -> None:
    result = checked(templates)
    assert result.exit_code == 1
    assert "模板没有印 inspection 这一部分" in result.output
    assert f"已写入 {templates / 'briefing-comments.docx'}，出错的地方有批注。" in result.output


def test_template_of_the_program_needs_no_change(templates: Path) -> None:
    (templates / WORD).write_bytes(package(edits.own()))
    assert checked(templates).output == f"{templates}：模板没有错误。\n"
