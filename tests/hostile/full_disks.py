"""Fills the disk under builds and looks whether the output folder is whole each time.

`python -m tests.hostile.full_disks --disks 50 --seed 1`, on Linux: a small file system in memory is
mounted in a name space of its own, which needs no rights. Two sets of reports are built in turn,
each with another amount of free space, from nothing to more than a set takes, in the output's file
system, for every third build also in that of temporary files. After each build the folder must be
that of its manifest, a person's files must be there, the message must be the one line of a full
disk, and once there is room the next build must go on. The end code is 1 if anything was wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.hostile.kills import MINE, ROOT, SEEDS, faults, inputs

MEGABYTE = 1_000_000
SIZE = 24 * MEGABYTE
# A set of these reports, with its copies while it is exchanged.
MOST_FREE = 3 * MEGABYTE
SAID = "：磁盘已满。请腾出空间后再试；上一次的输出没有动。"


def broken_sets(disks: int, seed: int) -> list[str]:
    """What was wrong after each build on a full disk; the file system is mounted already."""
    chance = random.Random(seed)  # noqa: S311 -- amounts, not secrets
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = inputs(folder, pool=False)
        disk, scratch = folder / "disk", folder / "scratch"
        for place in (disk, scratch):
            place.mkdir()
            mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
            subprocess.run(mounting, check=True)
        output = disk / "output"
        for path in (output / mine for mine in MINE):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("mine", encoding="utf-8")
        wrong += [f"first build: {fault}" for fault in _failed(reports[0], output, scratch)]
        for number in range(disks):
            free = chance.randrange(MOST_FREE)
            places = [disk, scratch] if number % 3 == 0 else [disk]
            for place in places:
                _fill(place, free)
            found = _failed(reports[number % len(SEEDS)], output, scratch, full=True)
            found += [f"not whole: {fault}" for fault in faults(output)]
            for place in places:
                (place / "filled").unlink()
            found += _failed(reports[(number + 1) % len(SEEDS)], output, scratch)
            found += [f"next not whole: {fault}" for fault in faults(output)]
            left = {path.name for place in (disk, scratch) for path in place.iterdir()}
            found += [f"left: {other}" for other in left - {"output"}]
            wrong += [f"disk {number} ({free} bytes free): {fault}" for fault in found]
        for place in (disk, scratch):
            subprocess.run(["umount", str(place)], check=True)  # noqa: S607
    return wrong


def _fill(place: Path, free: int) -> None:
    """Leave so many bytes free, to a page."""
    found = os.statvfs(place)
    with (place / "filled").open("wb") as file:
        file.write(bytes(max(0, found.f_bavail * found.f_frsize - free)))


def _failed(reports: Path, output: Path, scratch: Path, *, full: bool = False) -> list[str]:
    """What is wrong with how a build ended; with `full` it may say that the disk is full."""
    words = ["build", "--input", str(reports), "--output", str(output), "--formats", "html,xlsx"]
    ended = subprocess.run(
        [sys.executable, "-m", "builder", *words],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(scratch)},
        capture_output=True,
        text=True,
        check=False,
    )
    said = ended.stderr.strip()
    if (ended.returncode, said) == (0, "") or (full and said.endswith(SAID) and "\n" not in said):
        return []
    return [f"ended with {ended.returncode}: {said}"]


def main() -> None:
    """Fill as many disks as asked, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--disks", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mounts", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if not arguments.mounts:
        command = ["unshare", "--map-root-user", "--mount", sys.executable, *sys.argv, "--mounts"]
        os.execvp(command[0], command)  # noqa: S606 -- our own words
    wrong = broken_sets(arguments.disks, arguments.seed)
    print("\n".join(wrong) or f"{arguments.disks} full disks, the folder was whole each time")  # noqa: T201
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
