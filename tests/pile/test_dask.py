"""Dask with a scheduler and workers that are processes of their own, one of them killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd
import pytest

from builder.config import Limits
from builder.dataset.parquet import MissingPackage
from builder.pile.dask_engine import dask
from builder.pile.dataset_target import DatasetTarget
from builder.pile.extracting import Pile, extract_pile
from builder.pile.lines import LinesTarget
from builder.pipeline.sums import file_sum
from builder.user_error import UserError
from tests.goldfacts import ROOT

COPIES = 12
SECONDS = 300


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    for number in range(COPIES):
        shutil.copytree(ROOT / "tests" / "pages", folder / f"{number:02}", ignore=_no_gold)
    (folder / "empty.txt").touch()
    return folder


def _no_gold(_: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".txt")]


def started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + arguments[0], *arguments[1:]],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler's address and two workers without nannies, that nobody starts anew."""
    file = tmp_path / "scheduler.json"
    common = ("--scheduler-file", str(file))
    scheduler = started("dask_scheduler", "--port", "0", "--no-dashboard", *common)
    until(file.exists)
    options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", *common)
    workers = [started("dask_worker", *options) for _ in range(2)]
    try:
        yield json.loads(file.read_text(encoding="utf-8"))["address"], workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_worker_killed_in_mid_run_loses_and_doubles_nothing(
    tmp_path: Path, reports: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]], form: str
) -> None:
    address, workers = cluster
    target = tmp_path / f"facts.{form}"
    command = [sys.executable, "-m", "builder", "extract", str(reports), "-o", str(target)]
    command += ["--format", form, "--engine", "dask", "--scheduler", address, "--jobs", "8"]
    run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    parts = tmp_path / ".facts.jsonl.parts" if form == "jsonl" else target / "reports"
    # In mid-run: some parts are written, and not all of them.
    until(lambda: parts.is_dir() and len(list(parts.iterdir())) > 4)
    os.kill(workers[0].pid, signal.SIGKILL)
    said = run.communicate(timeout=5 * SECONDS)[0].decode()
    assert run.returncode == 0, said
    assert workers[1].poll() is None
    alone = LinesTarget.beside(tmp_path / "alone.jsonl")
    found = extract_pile(Pile(paths=(reports,), target=alone, limits=Limits()))
    assert f"新提取 {found.reports} 份报告、{found.facts} 条事实" in said
    if form == "jsonl":
        assert file_sum(target) == file_sum(alone.path)
    else:
        rows = pd.read_parquet(target / "reports")
        assert len(rows) == rows["file"].nunique() == found.reports + 1
        assert len(pd.read_parquet(target / "facts")) == found.facts


@pytest.mark.slow
def test_workers_started_here_write_what_one_process_writes(tmp_path: Path, reports: Path) -> None:
    ours = LinesTarget.beside(tmp_path / "ours.jsonl")
    theirs = LinesTarget.beside(tmp_path / "theirs.jsonl")
    extract_pile(Pile(paths=(reports,), target=ours, limits=Limits()))
    script = (
        "import sys; from pathlib import Path; from functools import partial\n"
        "from builder.config import Limits; from builder.pile.dask_engine import dask\n"
        "from builder.pile.extracting import Pile, extract_pile\n"
        "from builder.pile.lines import LinesTarget\n"
        "if __name__ == '__main__':\n"
        "    place = LinesTarget.beside(Path(sys.argv[2]))\n"
        "    extract_pile(Pile(paths=(Path(sys.argv[1]),), target=place, limits=Limits(), jobs=2,\n"
        "                      engine=partial(dask, scheduler=None)))\n"
    )
    (tmp_path / "run.py").write_text(script, encoding="utf-8")
    subprocess.run(
        [sys.executable, str(tmp_path / "run.py"), str(reports), str(theirs.path)],
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        timeout=5 * SECONDS,
    )
    assert file_sum(theirs.path) == file_sum(ours.path)


@pytest.mark.slow
def test_error_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.pile.dask_engine.SECONDS_TO_CONNECT", 1)
    with pytest.raises(UserError) as caught:
        list(dask([], 1, "tcp://127.0.0.1:1"))
    assert str(caught.value).startswith("tcp://127.0.0.1:1：连不上 Dask 的调度进程（")
    assert str(caught.value).endswith("请先用 dask scheduler 启动它，地址写成 tcp://主机:8786。")


@pytest.mark.parametrize(("package", "use"), [("distributed", "Dask"), ("pyarrow", "pyarrow")])
def test_error_a_missing_extra_has_the_line_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, use: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackage) as caught:
        if package == "pyarrow":
            with DatasetTarget(path=tmp_path).part("a", "b"):
                pass
        else:
            list(dask([], 1, None))
    assert str(caught.value).startswith(f"没有安装 {use}，")
    assert f"请运行：{sys.executable} -m pip install " in str(caught.value)
