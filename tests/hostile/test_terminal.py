"""Streams that are closed or full, reports that command the terminal, processes that are killed."""

from __future__ import annotations

import ctypes.util
import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from builder.check import check
from builder.cli import run
from builder.cli.doctor import checks
from builder.cli.explain import painted_text, rule_table
from builder.cli.terminal import visible
from builder.config import Limits
from builder.extract import extract
from builder.fonts import FontError
from builder.outline import outline
from builder.read import read_source
from builder.render.folder import default_templates
from builder.render.pdf import PdfWorker
from builder.render.pdf_errors import PdfError
from tests.goldfacts import ROOT

SEED = ROOT / "seeds" / "hengnan-2023.txt"
PAGE = "<!DOCTYPE html><html lang='zh-CN'><title>简报</title><p>岳阳县</p></html>"
FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")


def started(*words: str, closed: tuple[int, ...] = (), **given: object) -> subprocess.Popen[bytes]:
    """The program, with some of its standard streams closed."""
    command = [sys.executable, "-m", "builder", *words]
    if closed:
        streams = " ".join(f"{number}{'<' if number == 0 else '>'}&-" for number in closed)
        command = ["sh", "-c", f'exec "$@" {streams}', "sh", *command]
    given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | given
    return subprocess.Popen(command, cwd=ROOT, **given)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / SEED.name).write_bytes(SEED.read_bytes())
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2)], ids=str)
def test_a_build_with_closed_streams_is_whole(
    closed: tuple[int, ...], reports: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    words = ("build", "--input", str(reports), "--output", str(output), "--formats", "pdf,html")
    process = started(*words, closed=closed)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert (output / "briefing.pdf").read_bytes().startswith(b"%PDF")
    assert b"\x00" not in (output / "manifest.json").read_bytes()


@pytest.mark.slow
@needs_full
@pytest.mark.parametrize(
    "words",
    [("explain", str(SEED)), ("--help",), ("doctor",), ("check-templates",), ("--version",)],
    ids=lambda words: words[0],
)
def test_error_standard_output_is_full(words: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        process = started(*words, stdout=full)
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 1
    assert said == "说明写不到屏幕或所指的文件：No space left on device。\n"


@pytest.mark.slow
@needs_full
def test_error_both_streams_are_full(tmp_path: Path) -> None:
    with FULL.open("wb") as full:
        process = started("build", "--input", str(tmp_path / "no"), stdout=full, stderr=full)
        process.communicate(timeout=60)
    assert process.returncode == 1


@pytest.mark.slow
@needs_full
def test_error_the_facts_go_to_a_full_device() -> None:
    process = started("extract", str(SEED), "-o", str(FULL))
    said = process.communicate(timeout=60)[1].decode()
    assert said == "/dev/full：写不了：No space left on device。\n"


@pytest.mark.slow
def test_a_reader_that_goes_away_is_no_error_to_speak_of() -> None:
    with started("explain", str(SEED)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


def test_error_of_a_font_or_a_pdf_is_a_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for error in (FontError("缺少字体：甲。"), PdfError("打不开。"), MemoryError()):
        monkeypatch.setattr("builder.cli.briefing.main", raising(error))
        assert run() == 1
        said = capsys.readouterr().err
        assert said.strip() == (str(error) or said.strip())
        assert "内部错误" not in said


def test_a_fault_of_ours_says_that_it_is_ours_and_where_to_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("builder.cli.briefing.main", raising(KeyError("x\x1b[31m")))
    assert run() == 1
    said = capsys.readouterr().err
    assert said.startswith("内部错误：KeyError")
    assert "docs/security.md" in said
    assert "\x1b" not in said


def raising(error: Exception) -> object:
    def main(**_: object) -> None:
        raise error

    return main


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_error_the_process_of_the_pdf_was_killed(kind: signal.Signals) -> None:
    with PdfWorker() as worker:
        worker._process.send_signal(kind)  # noqa: SLF001 -- as the system does it
        with pytest.raises(PdfError, match=f"意外结束（退出码 -{kind.value}）"):
            worker.render(PAGE, default_templates(), {})


def test_error_the_layout_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.render.pdf.allowed_seconds", lambda _: 0)
    with PdfWorker() as worker, pytest.raises(PdfError, match="排版 PDF 超过了 0 秒"):
        worker.render(PAGE * 2_000, default_templates(), {})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<div>" * 3_000, "套得太深"),
        ("<table><td colspan=99999999>x</table>", "内存超过上限"),
        ("<style>p::before { content: '\\a188' }</style>", "样式表要印的字没有字体：ꆈ（U+A188）"),
        ("<style>@import url(http://example.org/)</style>", "不能用 http://example.org/"),
        ("<link rel=attachment href='file:///etc/passwd'>", "不能用 file:///etc/passwd"),
        ("<img alt=x src='data:image/svg+xml;base64,AAAA'>", "Failed to load image"),
    ],
    ids=["deep", "wide", "letter", "import", "attachment", "picture"],
)
def test_error_of_a_page_that_cannot_be_set(body: str, said: str) -> None:
    with PdfWorker() as worker, pytest.raises(PdfError, match=re.escape(said)):
        worker.render(PAGE.replace("<p>", f"{body}<p>"), default_templates(), {})


@pytest.mark.parametrize(
    "sign", ["\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e"]
)
def test_control_characters_of_a_report_stop_no_pdf(sign: str) -> None:
    with PdfWorker() as worker:
        page = PAGE.replace("岳阳", f"岳{sign}阳")
        assert worker.render(page, default_templates(), {}).startswith(b"%PDF")


ESCAPES = {
    "colour": "\x1b[31m红",
    "title": "\x1b]0;题\x07",
    "clear": "\x1b[2J\x1b[H",
    "one byte": "\x9b31m",
    "link": "\x1b]8;;http://example.org\x1b\\点\x1b]8;;\x1b\\",
    "bell": "\x07\x07",
    "back": "甲\x08\x08乙",
    "return": "甲\r乙",
    "bidi": "\u202e甲乙\u202c",
    "isolate": "\u2067甲\u2069",
    "delete": "\x7f",
    "separator": "甲\u2028乙",
    "surrogate": "\ud800",
}
OBEYED = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u202e\u202c\u2067\u2069\u2028"}


@pytest.mark.parametrize("words", ESCAPES.values(), ids=ESCAPES)
def test_words_for_the_terminal_command_nothing(words: str) -> None:
    assert not OBEYED & set(visible(words))
    assert len(visible(words)) == len(words)
    visible(words).encode()


@pytest.mark.parametrize("name", [name for name in ESCAPES if name != "surrogate"])
def test_explain_shows_what_a_report_would_do_to_the_terminal(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    words = f"{ESCAPES[name]}优良天数比例92.6%。\n二、问题\n无。\n"
    path.write_text(f"甲县生态环境局2024年工作总结\n一、主要工作\n{words}", encoding="utf-8")
    extraction = check(extract(outline(read_source(path, Limits()))))
    console = Console(record=True, file=io.StringIO())
    console.print(painted_text(extraction))
    console.print(rule_table(extraction))
    assert not (OBEYED - {"\n"}) & set(console.export_text(styles=False))


def test_looking_for_libraries_starts_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("find_library was asked")

    monkeypatch.setattr(ctypes.util, "find_library", refuse)
    assert {check.name for check in checks()} >= {"Pango", "templates/fonts"}


@pytest.mark.slow
def test_the_pdf_process_starts_no_compiler(tmp_path: Path) -> None:
    for name in ("gcc", "cc", "ld", "ldconfig"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\ntouch {tmp_path}/started-{name}\n", encoding="utf-8")
        program.chmod(0o700)
    before = os.environ["PATH"]
    os.environ["PATH"] = f"{tmp_path}:{before}"
    try:
        with PdfWorker() as worker:
            worker.render(PAGE, default_templates(), {})
    finally:
        os.environ["PATH"] = before
    assert list(tmp_path.glob("started-*")) == []
