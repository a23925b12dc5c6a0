from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.doctor import doctor_command
from builder.processes import installing

PACKAGES = {"apt-get": "chromium", "brew": "--cask google-chrome", "winget": "Microsoft.Edge"}
BREW, WINGET = "brew install --cask google-chrome", "winget install Microsoft.Edge"


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


def test_a_program_that_does_not_run_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "soffice", "exit 1")
    program(tmp_path, "chromium", "exit 0")
    program(tmp_path, "brew", "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(doctor_command)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    browser = next(index for index, line in enumerate(lines) if line.startswith("浏览器"))
    assert lines[browser : browser + 4] == [
        "浏览器          没有（可选）　用于没有 Pango 时的 PDF（Edge、Chrome 或 Chromium）",
        "                → brew install --cask google-chrome",
        "LibreOffice     没有（可选）　用于读取 .doc 和 .wps，没有 Pango 和浏览器时的 PDF",
        "                → brew install --cask libreoffice",
    ]


@pytest.mark.parametrize(
    ("tools", "line"),
    [
        (["apt-get"], "sudo apt-get install -y chromium"),
        (["brew"], BREW),
        (["winget"], WINGET),
        ([], f"sudo apt-get install -y chromium 或 {BREW} 或 {WINGET}"),
    ],
)
def test_the_line_for_this_system(
    tools: list[str], line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for tool in tools:
        program(tmp_path, tool, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installing(PACKAGES) == line
