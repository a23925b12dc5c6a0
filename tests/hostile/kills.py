"""Kills builds at random moments and looks whether the output folder is whole each time.

`python tests/hostile/kills.py --kills 200 --seed 1`. Sets of reports are built in turn, so that
a mixture would show; one is so large that a pool of processes reads it. After each kill every
file of the folder must have the hash that the manifest of the same set lists, a person's files
must be there, the next build must get its turn at once, and no process may be left. The end code
is 1 if anything was wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from builder.pipeline.extracting import POOL_FROM
from builder.pipeline.publish import OutputError, staged_output

ROOT = Path(__file__).parents[2]
SEEDS = ("hengnan-2023.txt", "yueyang-county-2024.txt")
SMALL = "{name}市生态环境局2024年工作总结\n一、工作成效\n完成治理项目{number}个。\n"
NAMES = "青白云龙金银石松竹梅兰清澄明秀丰永安福宁溪岭川江河湖海山谷原"
MINE = ("notes.txt", "charts/mine.png", "text/我的.txt")
SIGNALS = ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")
# A process that is being started when its parent dies sees it a little later.
SECONDS_TO_END = 6
MARK = "BRIEFING_KILLED_BUILD"


def broken_sets(kills: int, seed: int, *, pool: bool = True) -> list[str]:
    """What was wrong after each kill that did not leave a whole set."""
    chance = random.Random(seed)  # noqa: S311 -- moments, not secrets
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder) / "scratch"
        scratch.mkdir()
        sets = inputs(Path(folder), pool=pool)
        output = Path(folder) / "output"
        seconds = {chosen: _build_seconds(chosen, output) for chosen in sets}
        for name in MINE:
            (output / name).parent.mkdir(exist_ok=True)
            (output / name).write_text("mine", encoding="utf-8")
        for kill in range(kills):
            chosen, sign = chance.choice(sets), chance.choice(SIGNALS)
            process = _build(chosen, output)
            time.sleep(chance.uniform(0, 1.1 * seconds[chosen]))
            # A closed terminal and Ctrl-C reach the whole group; the others the build alone.
            if sign in {"SIGHUP", "SIGINT"} and process.poll() is None:
                os.killpg(process.pid, getattr(signal, sign))
            else:
                process.send_signal(getattr(signal, sign))
            process.wait()
            found = [*faults(output), *_stuck(output), *_alive(folder)]
            if sign != "SIGKILL":
                found += [f"left in TMPDIR: {path.name}" for path in scratch.iterdir()]
            wrong += [f"kill {kill} ({sign}): {fault}" for fault in found]
        _build_seconds(sets[0], output)
        wrong += faults(output)
        left = sorted(path.name for path in Path(folder).iterdir())
        if left != sorted(["output", "scratch", *(reports.name for reports in sets)]):
            wrong.append(f"left beside the output: {left}")
    return wrong


def inputs(folder: Path, *, pool: bool) -> list[Path]:
    """Folders of reports that give different sets; the last is large enough for a pool."""
    made = []
    for number, name in enumerate(SEEDS):
        made.append(folder / f"reports{number}")
        made[-1].mkdir()
        shutil.copy(ROOT / "seeds" / name, made[-1])
    if pool:
        made.append(folder / "many")
        made[-1].mkdir()
        for number, name in enumerate(NAMES[: POOL_FROM + 2]):
            text = SMALL.format(name=name, number=number + 1)
            (made[-1] / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return made


def _build(reports: Path, output: Path) -> subprocess.Popen[bytes]:
    words = ["build", "--input", str(reports), "--output", str(output), "--formats", "html,xlsx"]
    marked = {MARK: str(output.parent), "TMPDIR": str(output.parent / "scratch")}
    return subprocess.Popen(
        [sys.executable, "-m", "builder", *words, "--jobs", "2"],
        cwd=ROOT,
        env=os.environ | marked,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _build_seconds(reports: Path, output: Path) -> float:
    start = time.monotonic()
    if _build(reports, output).wait() != 0:
        raise SystemExit("a build that nobody killed failed")
    return time.monotonic() - start


def faults(output: Path) -> list[str]:
    """Which files of the output folder are not those of its own manifest or a person's."""
    if not output.is_dir():
        return ["no output folder"]
    listed = json.loads((output / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    listed |= dict.fromkeys(MINE, hashlib.sha256(b"mine").hexdigest())
    found = {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in output.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    names = sorted(listed.keys() | found.keys())
    return [name for name in names if listed.get(name) != found.get(name)]


class _EnoughError(Exception):
    """The folder was to be had; nothing is to be written."""


def _stuck(output: Path) -> list[str]:
    """What would stop the next build."""
    try:
        with suppress(_EnoughError), staged_output(output):
            _leave()
    except OutputError as error:
        return [str(error)]
    return []


def _leave() -> None:
    raise _EnoughError


def _alive(folder: str) -> list[str]:
    """Processes of killed builds that are still there after a while; told by Linux alone."""
    wanted = f"{MARK}={folder}".encode()
    until = time.monotonic() + SECONDS_TO_END
    while (found := list(_marked(wanted))) and time.monotonic() < until:
        time.sleep(0.1)
    return [f"process {number} is still there" for number in found]


def _marked(wanted: bytes) -> list[str]:
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if wanted in path.read_bytes().split(b"\0"):
                found.append(path.parent.name)
        except OSError:
            continue
    return found


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
