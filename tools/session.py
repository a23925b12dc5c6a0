"""Run one session of noxfile.py, `build` where none is named: `session.py build --input reports`.

What `.setup` and `setup.cmd` end with. It first installs the program beside nox, so that all its
commands can be typed. Paths mean what they mean where the user stands.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What says that the program was installed as pyproject.toml has it.
INSTALLED = "installed"
INTERRUPTED = 130


def command(arguments: Sequence[str]) -> list[str]:
    """The call of nox: the first argument is the session, the others go to it."""
    session, *rest = arguments or ["build"]
    nox = [sys.executable, "-m", "nox", "--noxfile", str(ROOT / "noxfile.py")]
    return [*nox, "--session", session, "--", *rest]


def mirror(environment: Mapping[str, str], configured: str) -> dict[str, str]:
    """The package index of pip by uv's name; pip's own variable or file may alone name it."""
    if "UV_DEFAULT_INDEX" in environment or "UV_INDEX_URL" in environment:
        return {}
    address = environment.get("PIP_INDEX_URL") or configured
    return {"UV_DEFAULT_INDEX": address} if address else {}


def _configured() -> str:
    """The package index of pip's file, or nothing."""
    asked = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    said = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603 -- pip
    return said.stdout.strip() if said.returncode == 0 else ""


def _install(environment: Mapping[str, str]) -> int:
    """Install the program where this Python is, if it is not there as it should be."""
    done, wanted = Path(sys.prefix) / INSTALLED, (ROOT / "pyproject.toml").read_bytes()
    if done.exists() and done.read_bytes() == wanted:
        return 0
    uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", sys.executable]
    code = subprocess.call([*uv, "--editable", str(ROOT)], env=environment)  # noqa: S603 -- uv
    if code == 0:
        done.write_bytes(wanted)
    return code


def main() -> int:
    """Install and run; the exit code is that of what failed, or of the session."""
    environment = os.environ | mirror(os.environ, _configured())
    return (
        _install(environment)
        or subprocess.call(  # noqa: S603 -- our own session
            command(sys.argv[1:]), env=environment
        )
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
