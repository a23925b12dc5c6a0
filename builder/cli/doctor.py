"""`briefing doctor`: what this machine has, what it lacks, and what brings it."""

from __future__ import annotations

import ctypes
import shutil
import sys
from dataclasses import dataclass

import click

from builder.fonts import faces
from builder.render.folder import default_templates
from builder.render.pdf import PANGO

# As the systems call it; macOS looks into the folders of Homebrew only where told.
PANGO_FILES = (
    "libpangoft2-1.0.so.0",
    "libpangoft2-1.0.dylib",
    "/opt/homebrew/lib/libpangoft2-1.0.dylib",
    "/usr/local/lib/libpangoft2-1.0.dylib",
    "libpangoft2-1.0-0.dll",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that a build uses: what it is for, whether it is there, what brings it."""

    name: str
    use: str
    found: bool
    needed: bool
    advice: str


def checks() -> tuple[Check, ...]:
    """Everything of the system that a build can use, in the order of its weight."""
    return (
        Check(
            name=f"Python {sys.version_info.major}.{sys.version_info.minor}",
            use="运行",
            found=sys.version_info >= (3, 11),
            needed=True,
            advice="请安装 Python 3.11 或更新版本。",
        ),
        Check(
            name="templates/fonts",
            use="PDF 与图表的字体",
            found=bool(faces(default_templates() / "fonts")),
            needed=True,
            advice="请重新取得项目的 templates/fonts/。",
        ),
        Check(
            name="Pango",
            use="PDF",
            found=any(map(_loads, PANGO_FILES)),
            needed=False,
            advice=f"Debian、Ubuntu：{PANGO}；macOS：brew install pango",
        ),
        Check(
            name="LibreOffice",
            use="读取 .doc 和 .wps",
            found=shutil.which("soffice") is not None,
            needed=False,
            advice="Debian、Ubuntu：sudo apt-get install libreoffice-writer-nogui",
        ),
    )


def _loads(file: str) -> bool:
    """Whether the loader finds a library; `find_library` would start a compiler to look for it."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


@click.command("doctor")
def doctor_command() -> None:
    """检查本机还缺什么，并给出补齐的命令。"""
    found = checks()
    for check in found:
        state = "有" if check.found else ("缺少" if check.needed else "没有（可选）")
        click.echo(f"{check.name:<16}{state}　用于{check.use}")
        if not check.found:
            click.echo(f"                → {check.advice}")
    if any(check.needed and not check.found for check in found):
        raise SystemExit(1)
