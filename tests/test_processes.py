from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder import processes
from builder.processes import apart, end_with_helpers, ended_by, program, usual_jobs

PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
child.wait()
"""


def test_a_process_ends_with_what_it_started() -> None:
    process = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, **apart())
    assert process.stdout is not None
    helper = Path("/proc", process.stdout.readline().decode().strip(), "cmdline")
    # A process is there a moment before its line is.
    assert _becomes(helper, runs=True)
    with process.stdout:
        end_with_helpers(process)
    assert process.returncode == -signal.SIGKILL
    assert _becomes(helper, runs=False)


def _becomes(cmdline: Path, *, runs: bool) -> bool:
    """Whether a process runs, or has ended, within ten seconds."""
    end = time.monotonic() + 10
    while _runs(cmdline) is not runs and time.monotonic() < end:
        time.sleep(0.05)
    return _runs(cmdline) is runs


def _runs(cmdline: Path) -> bool:
    """Whether a process is there; of one that has ended and is not fetched the line is empty."""
    try:
        return bool(cmdline.read_bytes())
    except OSError:
        return False


def test_without_groups_of_processes_the_system_is_asked_to_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killer = tmp_path / "taskkill"
    killer.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/said\n', encoding="utf-8")
    killer.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.delattr("os.killpg")
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], **apart())
    end_with_helpers(process)
    assert process.returncode == -signal.SIGKILL
    said = (tmp_path / "said").read_text(encoding="utf-8")
    assert said == f"/F /T /PID {process.pid}\n"


def test_a_system_that_lacks_a_signal_is_never_ended_by_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert ended_by(-9, "SIGKILL")
    assert not ended_by(3, "SIGKILL")
    monkeypatch.delattr("signal.SIGKILL")
    assert not ended_by(-9, "SIGKILL")


def test_a_program_is_found_where_its_installer_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in processes.WINDOWS_FOLDERS:
        monkeypatch.delenv(name, raising=False)
    place = "Microsoft/Edge/Application/msedge.exe"
    assert program(("no-such-program",), (place,)) is None
    monkeypatch.setenv("ProgramFiles(x86)", str(tmp_path))
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()
    assert program(("no-such-program",), (place,)) == str(tmp_path / place)


def test_a_path_below_the_working_folder_is_no_installed_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("soffice.exe").touch()
    assert program(("no-such-program",), ("soffice.exe",)) is None


@pytest.mark.parametrize(("processors", "jobs"), [(None, 1), (2, 2), (500, 64)])
def test_so_many_reports_are_read_at_once(
    processors: int | None, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    assert usual_jobs() == jobs
