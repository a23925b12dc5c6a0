"""How much CPU and memory a pile of reports takes, beside a loop over it with one bare regex.

usage: python benchmarks/pile.py --reports 3000 [--format parquet] [--engine dask] [--jobs 2]

The reports are made of the pages of `tests/pages/`: so many characters each, no two alike. CPU is
user and system of all processes; memory is what all of them held at once, looked at ten times a
second. Machines differ: read the ratio, and the seconds beside those of the same machine.
"""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import click
import psutil  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
CHARACTERS = 3_100
A_FOLDER = 1_000
# What anyone would write in a minute: a number and whatever stands behind it.
BARE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|个百分点|[a-zA-Zμ/³0-9]{1,6}|[一-鿿]{1,2})")
DECIMAL = re.compile(r"(?<=\d\.)\d+")
PEOPLE = re.compile(r"(?<=\d)\d(?=家|个|起|件|户)")
LOOKS_A_SECOND = 10
MEGABYTE = 1_000_000


@click.command()
@click.option("--reports", default=3_000, show_default=True)
@click.option("--format", "form", default="jsonl", show_default=True)
@click.option("--engine", default="local", show_default=True)
@click.option("--scheduler")
@click.option("--jobs", default=1, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for reports and results.")
def main(
    reports: int, form: str, engine: str, scheduler: str | None, jobs: int, keep: Path | None
) -> None:
    """Make the reports, extract them, loop over them with one regex, print a table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        pile = made(folder / f"pile-{reports}", reports)
        target = folder / f"facts-{engine}-{jobs}.{form}"
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
        command = [sys.executable, "-m", "builder", "extract", str(pile), "-o", str(target)]
        command += ["--format", form, "--engine", engine, "--jobs", str(jobs), "--fresh"]
        command += ["--scheduler", scheduler] if scheduler else []
        ours = measured(command)
        bare = measured([sys.executable, __file__, "bare", str(pile)])
    table = Table("", "CPU s", "wall s", "MB at once", "ms of CPU a report", title=f"{reports:,}")
    for name, (cpu, wall, memory) in (
        (f"extract --format {form} --engine {engine} --jobs {jobs}", ours),
        ("a loop with one bare regex", bare),
    ):
        each = 1_000 * cpu / reports
        table.add_row(name, f"{cpu:.1f}", f"{wall:.1f}", f"{memory:,.0f}", f"{each:.2f}")
    Console(width=120).print(table)
    click.echo(f"ratio of CPU: {ours[0] / bare[0]:.0f}")


def made(folder: Path, reports: int) -> Path:
    """The folder of so many reports, a thousand a subfolder; made once."""
    if folder.exists():
        return folder
    pages = [path.read_text(encoding="utf-8") for path in sorted(pages_folder().glob("*.txt"))]
    beginning = folder.with_name(f"{folder.name}.new")
    for number in range(reports):
        place = beginning / f"{number // A_FOLDER:03}" / f"{number:06}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text(pages, number), encoding="utf-8", newline="\n")
    beginning.rename(folder)
    return folder


def pages_folder() -> Path:
    """Where the pages are."""
    return ROOT / "tests" / "pages"


def text(pages: Sequence[str], number: int) -> str:
    """A report: a page, what other pages say after it, and figures of its own."""
    joined = "\n".join(page.strip() for page in _chosen(pages, number))[:CHARACTERS]
    figures = count(number)
    varied = DECIMAL.sub(lambda found: _like(found[0], next(figures)), joined)
    return PEOPLE.sub(lambda _: str(next(figures) % 10), varied)


def _chosen(pages: Sequence[str], number: int) -> Iterator[str]:
    """The pages of a report: its own first, then others in an order of their own."""
    step = 1 + number // len(pages) % (len(pages) - 1)
    length = 0
    for place in range(number, number + step * len(pages), step):
        yield pages[place % len(pages)]
        length += len(pages[place % len(pages)])
        if length > CHARACTERS:
            break


def _like(digits: str, number: int) -> str:
    return str((int(digits) + 7 * number) % 10 ** len(digits)).zfill(len(digits))


def measured(command: Sequence[str]) -> tuple[float, float, float]:
    """CPU and wall seconds of a command and all that it starts, and their most memory at once."""
    before, start = _cpu(), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 -- our own commands
    most = [0.0]
    watch = threading.Thread(target=_watch, args=(process.pid, most))
    watch.start()
    if process.wait():
        raise SystemExit(process.returncode)
    watch.join()
    return _cpu() - before, time.perf_counter() - start, most[0] / MEGABYTE


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(pid: int, most: list[float]) -> None:
    try:
        process = psutil.Process(pid)
        while process.is_running():
            family = (process, *process.children(recursive=True))
            held = 0
            for one in family:
                try:
                    held += one.memory_info().rss
                except psutil.Error:
                    continue
            most[0] = max(most[0], held)
            if not held:
                break
            time.sleep(1 / LOOKS_A_SECOND)
    except psutil.Error:
        pass


def bare_loop(folder: Path) -> None:
    """Find numbers with what stands behind them in every file, and count them."""
    found = sum(
        len(BARE.findall(path.read_text(encoding="utf-8"))) for path in folder.rglob("*.txt")
    )
    click.echo(f"{found:,} numbers", err=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["bare"]:
        bare_loop(Path(sys.argv[2]))
    else:
        main()
