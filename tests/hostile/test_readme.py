"""The table of probes in the README says what there is: each point, each file, its count."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
README = HERE / "README.md"
ROW = re.compile(r"\| (\d+) \| ([^|]+) \| ([^|]+) \| (\d+) \|")
POINTS, LEAST = range(1, 16), 10


class Group(NamedTuple):
    """A row of the table: a point, its files and how many probes it says they have."""

    point: int
    files: tuple[str, ...]
    probes: int


def groups() -> list[Group]:
    """The rows of the table."""
    return [
        Group(int(found[1]), tuple(re.findall(r"`([^`]+)`", found[3])), int(found[4]))
        for found in map(ROW.match, README.read_text(encoding="utf-8").split("\n"))
        if found is not None
    ]


@pytest.fixture(scope="module")
def collected() -> Counter[str]:
    """How many tests each file has, the slow ones too."""
    files = {str((HERE / file).resolve()) for group in groups() for file in group.files}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "", *sorted(files)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    names = (line.partition("::")[0] for line in done.stdout.split("\n") if "::" in line)
    found = Counter(str((ROOT / name).resolve()) for name in names)
    # Quieter settings give a line a file: tests/hostile/test_split.py: 151.
    for line in done.stdout.split("\n"):
        if counted := re.fullmatch(r"(\S+\.py): (\d+)", line):
            found[str((ROOT / counted[1]).resolve())] += int(counted[2])
    return found


@pytest.mark.parametrize("point", POINTS)
def test_each_point_has_its_group_of_probes(point: int, collected: Counter[str]) -> None:
    (group,) = (one for one in groups() if one.point == point)
    count = sum(collected[str((HERE / file).resolve())] for file in group.files)
    assert count == group.probes, f"point {point} has {count} probes; renew the table in {README}"
    assert count >= LEAST


def test_each_file_of_probes_is_of_a_point() -> None:
    named = Counter(file for group in groups() for file in group.files)
    here = {path.name for path in HERE.glob("test_*.py")} - {Path(__file__).name}
    assert here <= named.keys()
    assert set(named.values()) == {1}
    assert all((HERE / file).is_file() for file in named)
