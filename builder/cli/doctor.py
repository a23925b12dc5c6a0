"""`briefing doctor`: what this machine has, what it lacks, and what brings it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import click

from builder.fonts import faces
from builder.processes import installing, libreoffice, unlimited
from builder.render.folder import default_templates
from builder.render.pdf import PANGO, PdfWorker
from builder.render.pdf_substitutes import pdf_by_browser
from builder.widths import terminal_columns

# How many columns of the terminal the names take.
NAMES = 16
# LibreOffice's start on a slow disk.
SECONDS = 60
OFFICE = {
    "apt-get": "libreoffice-writer-nogui",
    "dnf": "libreoffice-writer",
    "pacman": "libreoffice-fresh",
    "zypper": "libreoffice-writer",
    "brew": "--cask libreoffice",
    "winget": "TheDocumentFoundation.LibreOffice",
}
BROWSER = {
    "apt-get": "chromium",
    "dnf": "chromium",
    "pacman": "chromium",
    "zypper": "chromium",
    "brew": "--cask google-chrome",
    "winget": "Microsoft.Edge",
}


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
            use="PDF/A 存档格式",
            found=_typesets(),
            needed=False,
            advice=installing(PANGO),
        ),
        Check(
            name="浏览器",
            use="没有 Pango 时的 PDF（Edge、Chrome 或 Chromium）",
            found=_prints(),
            needed=False,
            advice=installing(BROWSER),
        ),
        Check(
            name="LibreOffice",
            use="读取 .doc 和 .wps，没有 Pango 和浏览器时的 PDF",
            found=_starts(libreoffice()),
            needed=False,
            advice=installing(OFFICE),
        ),
        Check(
            name="进程的内存上限",
            use="保护本机不被坏文件拖垮",
            found=not unlimited(),
            needed=False,
            advice="Windows 没有，只限制时间；来路不明的文件请先看过再放入。",
        ),
    )


def _typesets() -> bool:
    """Whether the process that makes PDFs loads all that it needs."""
    with PdfWorker() as worker:
        return bool(worker.versions())


def _prints() -> bool:
    """Whether a browser makes a PDF of a page."""
    return pdf_by_browser("<p>1</p>", default_templates()) is not None


def _starts(program: str | None) -> bool:
    """Whether a program is there and tells its version."""
    if program is None:
        return False
    try:
        ended = subprocess.run(  # noqa: S603 -- LibreOffice
            [program, "--version"], capture_output=True, check=False, timeout=SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


@click.command("doctor")
def doctor_command() -> None:
    """检查本机还缺什么，并给出补齐的命令。"""
    found = checks()
    for check in found:
        state = "有" if check.found else ("缺少" if check.needed else "没有（可选）")
        gap = " " * (NAMES - terminal_columns(check.name))
        click.echo(f"{check.name}{gap}{state}　用于{check.use}")
        if not check.found:
            click.echo(f"{' ' * NAMES}→ {check.advice}")
    if any(check.needed and not check.found for check in found):
        raise SystemExit(1)
