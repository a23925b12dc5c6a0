"""Kills builds at random moments and looks whether the output folder is whole each time.

`python tests/hostile/kills.py --kills 200 --seed 1`. Two sets of reports are built in turn, so that
a mixture would show: after each kill every file of the folder must have the hash that the
manifest of the same set lists. The end code is 1 if a set was not whole.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ("hengnan-2023.txt", "yueyang-county-2024.txt")


def broken_sets(kills: int, seed: int) -> list[str]:
    """What was wrong after each kill that did not leave a whole set."""
    chance = random.Random(seed)  # noqa: S311 -- moments, not secrets
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        inputs = _inputs(Path(folder))
        output = Path(folder) / "output"
        longest = max(_build_seconds(chosen, output) for chosen in inputs)
        for kill in range(kills):
            process = _build(chance.choice(inputs), output)
            time.sleep(chance.uniform(0, 1.1 * longest))
            process.send_signal(signal.SIGKILL)
            process.wait()
            wrong += [f"kill {kill}: {found}" for found in _faults(output)]
        _build_seconds(inputs[0], output)
        left = sorted(path.name for path in Path(folder).iterdir())
        if left != [".output.lock", "output", "reports0", "reports1"]:
            wrong.append(f"left beside the output: {left}")
    return wrong


def _inputs(folder: Path) -> list[Path]:
    """Two folders of reports that give different sets."""
    made = []
    for number, name in enumerate(SEEDS):
        made.append(folder / f"reports{number}")
        made[-1].mkdir()
        shutil.copy(ROOT / "seeds" / name, made[-1])
    return made


def _build(reports: Path, output: Path) -> subprocess.Popen[bytes]:
    words = ["build", "--input", str(reports), "--output", str(output), "--formats", "html,xlsx"]
    return subprocess.Popen(
        [sys.executable, "-m", "builder", *words],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _build_seconds(reports: Path, output: Path) -> float:
    start = time.monotonic()
    if _build(reports, output).wait() != 0:
        raise SystemExit("a build that nobody killed failed")
    return time.monotonic() - start


def _faults(output: Path) -> list[str]:
    """Which files of the output folder are not those of its own manifest."""
    if not output.is_dir():
        return ["no output folder"]
    listed = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    found = {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    names = sorted(listed.keys() | found.keys())
    return [name for name in names if listed.get(name) != found.get(name)]


def main() -> None:
    """Kill as often as asked, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    wrong = broken_sets(arguments.kills, arguments.seed)
    print("\n".join(wrong) or f"{arguments.kills} kills, the output folder was whole each time")  # noqa: T201
    raise SystemExit(bool(wrong))


if __name__ == "__main__":
    main()
