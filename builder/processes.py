"""Programs that we start, on any system: apart from the terminal, ended with what they started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

# More processes than this read no faster, and each takes its memory.
MOST_JOBS = 64
INSTALLERS = {
    "apt-get": "sudo apt-get install -y {}",
    "dnf": "sudo dnf install -y {}",
    "pacman": "sudo pacman -S --noconfirm {}",
    "zypper": "sudo zypper install -y {}",
    "brew": "brew install {}",
    "winget": "winget install {}",
}
# Where installers put programs that they do not add to the search path.
WINDOWS_FOLDERS = ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA", "ProgramW6432")


def usual_jobs() -> int:
    """How many reports are read at once where nobody says: one a processor."""
    return min(os.cpu_count() or 1, MOST_JOBS)


def apart() -> dict[str, Any]:
    """Arguments of `Popen`: Ctrl-C reaches the build alone, which then ends the process itself."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def end_with_helpers(process: subprocess.Popen[bytes]) -> None:
    """Kill a process that was started `apart`, and all that it has started, as the system can."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None and (taskkill := shutil.which("taskkill")) is not None:
        command = [taskkill, "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603 -- our own number
    process.kill()
    process.wait()


def ended_by(code: int, name: str) -> bool:
    """Whether the end code of a process says that a signal ended it; Windows has few of them."""
    number = getattr(signal, name, None)
    return number is not None and code == -number


def program(names: Sequence[str], places: Sequence[str] = ()) -> str | None:
    """The path of the first of some programs that is installed, or None.

    `places` are where it is if not on the search path: whole paths, or paths below the folders
    that Windows keeps programs in (`LibreOffice/program/soffice.exe`).
    """
    for name in names:
        if (found := shutil.which(name)) is not None:
            return found
    folders = [os.environ[name] for name in WINDOWS_FOLDERS if os.environ.get(name)]
    for place in places:
        for path in (Path(folder, place) for folder in ("", *folders)):
            if path.is_absolute() and path.is_file():
                return str(path)
    return None


def libreoffice() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return program(
        ("soffice", "libreoffice"),
        (
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "LibreOffice/program/soffice.exe",
        ),
    )


def browser() -> str | None:
    """The path of a browser that prints to PDF without a window, or None where there is none."""
    return program(
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge"),
        (
            "Microsoft/Edge/Application/msedge.exe",
            "Google/Chrome/Application/chrome.exe",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ),
    )


def installing(packages: Mapping[str, str]) -> str:
    """The one line that installs something here; `packages` by the tool that has them.

    Where no tool of theirs is here, the lines for all of them.
    """
    lines = {tool: INSTALLERS[tool].format(names) for tool, names in packages.items()}
    return next(
        (line for tool, line in lines.items() if shutil.which(tool)), " 或 ".join(lines.values())
    )


def unlimited() -> tuple[str, ...]:
    """A notice of what this system can't bound of what a report may cost; none where it can."""
    try:
        import resource  # noqa: F401, PLC0415 -- not on Windows
    except ImportError:
        return ("本系统不能限制读取一份报告所用的内存，只限制时间",)
    return ()
