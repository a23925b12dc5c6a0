from __future__ import annotations

import re
import tomllib

from packaging.version import Version

from tests.goldfacts import ROOT
from tools.advisories import installed_versions, known, unsound

NEEDED = re.compile(r"(?P<name>[A-Za-z0-9.-]+)(?:>=|==)(?P<floor>[0-9a-z.]+)")


def test_no_installed_package_has_a_known_advisory() -> None:
    assert unsound(installed_versions()) == []


def test_a_package_before_its_mend_is_named() -> None:
    assert unsound({"pillow": "12.2.0", "numpy": "2.0"}) == [
        "pillow 12.2.0: heap overflows and decompression bombs before 12.3, mended in 12.3.0"
    ]


def test_what_the_project_asks_for_is_not_below_a_mend() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = {
        found["name"].lower(): found["floor"]
        for found in map(NEEDED.match, project["project"]["dependencies"])
        if found
    }
    below = {
        name
        for name in known().keys() & floors
        if Version(floors[name]) < Version(known()[name][0])
    }
    assert below == set()
    assert len(known().keys() & floors) >= 6
