"""The wheels of the program and of all that it needs, for another system than this one.

uv resolves, since it asks the conditions of packages of the other system; pip downloads.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.kit.platforms import Platform

# Whatever the clock says, the program's wheel has the same bytes.
EPOCH = "1577836800"


def collected_wheels(
    root: Path, platform: Platform, pythons: Sequence[str], folder: Path
) -> tuple[Path, ...]:
    """All wheels by name, each for the platform or for any; pip's own is among them."""
    _run("build", "--wheel", "--outdir", str(folder / "wheels"), str(root), SOURCE_DATE_EPOCH=EPOCH)
    for python in pythons:
        pinned = folder / f"{python}.txt"
        _resolve(root, platform, python, pinned)
        tags = [word for tag in platform.tags for word in ("--platform", tag)]
        _run(
            *("pip", "download", "-qq", "--no-deps", "--only-binary", ":all:"),
            *(*tags, "--python-version", python, "--implementation", "cp"),
            *("--dest", str(folder / "wheels"), "--requirement", str(pinned), "pip"),
        )
    return tuple(sorted((folder / "wheels").glob("*.whl")))


def _resolve(root: Path, platform: Platform, python: str, pinned: Path) -> None:
    """Write the version of every package, as the platform and its Python need it."""
    _run(
        *("uv", "pip", "compile", str(root / "pyproject.toml"), "--quiet", "--no-header"),
        *("--no-annotate", "--only-binary", ":all:", "--python-platform", platform.uv),
        *("--python-version", python, "--output-file", str(pinned)),
    )


def _run(module: str, *arguments: str, **environment: str) -> None:
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, check=True, env=os.environ | environment)  # noqa: S603 -- our own tools
