"""What `docs/security.md` promises is tested where it says, and no known advisory is in use."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from tests.goldfacts import ROOT
from tools.advisories import installed_versions, known, unsound

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
PROMISED = [line for line in PAGE.split("\n") if line.startswith("| ") and "`t" in line]


@pytest.mark.parametrize("line", PROMISED, ids=lambda line: line.split("|")[1].strip()[:40])
def test_every_promise_names_tests_that_there_are(line: str) -> None:
    named = re.findall(r"`([\w/]+(?:\.py)?)`", line.split("|")[-2])
    assert named
    for name in named:
        places = (ROOT / name, ROOT / "tests" / "hostile" / name, ROOT / "tests" / "desk" / name)
        assert any(place.exists() for place in places), name


@pytest.mark.parametrize("package", sorted(installed_versions()))
def test_no_package_in_use_is_older_than_its_mend(package: str) -> None:
    assert Version(version(package)) >= Version(known()[package][0])


@pytest.mark.parametrize("package", ["pillow", "lxml", "jinja2", "weasyprint", "fonttools"])
def test_an_older_one_would_be_named(package: str) -> None:
    assert unsound({package: "0.1"})[0].startswith(f"{package} 0.1: ")


def test_pillow_is_asked_for_above_its_advisories() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = map(Requirement, project["project"]["dependencies"])
    (pillow,) = (one for one in needed if one.name.lower() == "pillow")
    mended = known()["pillow"][0]
    assert not pillow.specifier.contains("12.2.0")
    assert pillow.specifier.contains(mended)


def test_the_page_says_when_the_list_was_looked_through_and_how_to_report() -> None:
    listed = tomllib.loads((ROOT / "tools" / "advisories.toml").read_text(encoding="utf-8"))
    assert f"{listed['looked_through']}" in PAGE
    assert "## How to report" in PAGE
