"""Nobody needs a compiler: every dependency has a wheel for each system and each Python."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.goldfacts import ROOT

SEARCHED = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))


@pytest.mark.slow
@pytest.mark.parametrize("python", ["3.11", "3.14"])
@pytest.mark.parametrize("system", ["x86_64-pc-windows-msvc", "aarch64-apple-darwin"])
def test_every_dependency_has_a_wheel(system: str, python: str) -> None:
    uv = shutil.which("uv", path=SEARCHED)
    assert uv is not None, "uv comes with the group of the tests"
    found = subprocess.run(
        [
            *(uv, "pip", "compile", "pyproject.toml", "--no-header", "--no-annotate", "--quiet"),
            *("--only-binary", ":all:", "--python-platform", system, "--python-version", python),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stderr
    names = re.findall(r"^([a-z0-9-]+)==", found.stdout, re.MULTILINE)
    assert {"weasyprint", "lxml", "vl-convert-python", "uharfbuzz", "pandas"} <= set(names)
