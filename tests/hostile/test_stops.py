"""Builds that are stopped: at points that they pass on every machine, and where C code is run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from builder.pipeline.extracting import POOL_FROM
from tests.goldfacts import ROOT
from tests.hostile.test_builds import hashes, small_reports

SAID = "已中断；上一次的输出没有动。"
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
# Runs the program with a hook that stops it, and all of its group, at the first event that has
# the words; where they are lost, it stops in a callback whose exceptions go nowhere.
PROGRAM = """
import os, signal, sys
number, event, words, lost = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
left = [True]
class Lost:
    def __del__(self):
        os.killpg(0, number)
def hook(seen, arguments):
    if left and seen == event and words in str(arguments):
        left.clear()
        Lost() if lost else os.killpg(0, number)
sys.addaudithook(hook)
sys.argv[1:] = sys.argv[5:]
from builder.__main__ import main
main()
"""
POINTS = {
    "imports begin": ("import", "builder.cli"),
    "others' code is imported": ("import", "pydantic_core"),
    "the command is imported": ("import", "builder.pipeline.rebuilding"),
    "the stages are imported": ("import", "builder.charts.draw"),
    "the process for the PDF starts": ("subprocess.Popen", "builder.render.pdf"),
    "a report is read": ("open", "0000.txt"),
    "a process reads a report": ("subprocess.Popen", "builder.read.child"),
    "fonts are read": ("open", "NotoSerifSC-Bold"),
    "templates are checked": ("open", "briefing.docx"),
    "documents are written": ("open", "set/briefing.docx"),
    "the list of files is written": ("open", "set/manifest.json"),
}
IN_A_POOL = {
    "the first process starts": ("subprocess.Popen", "builder.pipeline.worker"),
    "results come": ("pickle.find_class", "Extraction"),
}


def stopped(
    folder: Path, point: tuple[str, str], sign: str, *, count: int = 1, lost: bool = False
) -> subprocess.CompletedProcess[str]:
    """How a build ended that was stopped at a point."""
    started = build(folder, [sys.executable, "-c", PROGRAM], point, sign, count, lost=lost)
    _, said = started.communicate(timeout=60)
    return subprocess.CompletedProcess(started.args, started.returncode, "", said.strip())


def build(
    folder: Path, program: list[str], point: Sequence[str], sign: str, count: int, *, lost: bool
) -> subprocess.Popen[str]:
    number = getattr(signal, sign)
    reports = small_reports(folder / "r", count)
    (reports / "old.rtf").write_bytes(rb"{\rtf1 2024}")
    (folder / "scratch").mkdir()
    stop = [str(int(number)), *point, "1" if lost else ""] if point else []
    command = ["build", "--input", str(reports), "--output", str(folder / "output")]
    return subprocess.Popen(
        [*program, *stop, *command, "--jobs", "2"],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder / "scratch"), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What runs the tests in the background may have signals ignored, and hand that on.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509
    )


def left(folder: Path) -> tuple[list[str], list[str]]:
    """What stands in the folder and in that for temporary files."""
    scratch = (folder / "scratch").iterdir()
    return sorted(path.name for path in folder.iterdir()), [path.name for path in scratch]


@pytest.mark.slow
@pytest.mark.parametrize("lost", [False, True], ids=["", "lost"])
@pytest.mark.parametrize("point", POINTS)
def test_a_stopped_build_says_so_and_leaves_nothing(tmp_path: Path, point: str, lost: bool) -> None:
    ended = stopped(tmp_path, POINTS[point], "SIGTERM", lost=lost)
    if lost and point == "the list of files is written":
        # Nothing is left to do but to put the files in place.
        assert (ended.returncode, ended.stderr) == (0, "")
        return
    assert (ended.returncode, ended.stderr) == (128 + signal.SIGTERM, SAID)
    assert left(tmp_path) == (["r", "scratch"], [])


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNALS)
@pytest.mark.parametrize("point", IN_A_POOL)
def test_a_stopped_pool_leaves_nothing(tmp_path: Path, point: str, sign: str) -> None:
    ended = stopped(tmp_path, IN_A_POOL[point], sign, count=POOL_FROM)
    assert (ended.returncode, ended.stderr) == (128 + getattr(signal, sign), SAID)
    assert left(tmp_path) == (["r", "scratch"], [])


@pytest.mark.slow
@pytest.mark.parametrize("sign", SIGNALS)
def test_a_build_that_waits_for_libreoffice_is_stopped(tmp_path: Path, sign: str) -> None:
    started = build(tmp_path, [sys.executable, "-m", "builder"], (), sign, 1, lost=False)
    until = time.monotonic() + 30
    while not list((tmp_path / "scratch").glob("*/profile/user/*.xcu")):
        assert time.monotonic() < until
        time.sleep(0.01)
    os.killpg(started.pid, getattr(signal, sign))
    _, said = started.communicate(timeout=60)
    assert (started.returncode, said.strip()) == (128 + getattr(signal, sign), SAID)
    assert left(tmp_path) == (["r", "scratch"], [])


@pytest.mark.slow
def test_a_finished_build_leaves_nothing_in_the_folder_for_temporary_files(
    tmp_path: Path,
) -> None:
    ended = stopped(tmp_path, ("never", "seen"), "SIGTERM")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert left(tmp_path) == (["output", "r", "scratch"], [])
    assert "briefing.pdf" in {Path(name).name for name in hashes(tmp_path / "output")}
