"""`briefing extract`: the facts alone, of any number of reports."""

from __future__ import annotations

import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import click
from filelock import FileLock, Timeout
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from builder.cli.messages import fail, fail_to_write
from builder.cli.settings import config_option, settings_in_use
from builder.cli.terminal import tell
from builder.dataset.parquet import pyarrow
from builder.pile.dask_engine import dask
from builder.pile.dataset_target import DatasetTarget
from builder.pile.engines import local
from builder.pile.extracting import Extracted, OntoReport, Pile, extract_pile
from builder.pile.lines import LinesTarget
from builder.pile.parts import Target
from builder.processes import MOST_JOBS, usual_jobs

LINES, DATASET = "jsonl", "parquet"
LOCAL, DASK = "local", "dask"
# So many are named one by one; all of them are rows of what is written.
MOST_NAMED = 20
SECONDS_BETWEEN_LINES = 30

OnProgress = Callable[[int, int], None]


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@config_option
@click.option(
    "-o",
    "target",
    type=click.Path(path_type=Path),
    required=True,
    help="写到哪里：JSONL 是一个文件，Parquet 数据集是一个文件夹。",
)
@click.option(
    "--format",
    "form",
    type=click.Choice([LINES, DATASET]),
    default=LINES,
    show_default=True,
    help="jsonl：一行一条事实；parquet：供 pandas 读取的数据集，按事实种类分文件夹。",
)
@click.option("--glob", metavar="样式", help="文件夹和压缩包里只取名字合样式的，如 '*2024*.txt'。")
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    default=usual_jobs(),
    show_default="处理器个数",
    help="同时读取几份报告。",
)
@click.option(
    "--engine",
    type=click.Choice([LOCAL, DASK]),
    default=LOCAL,
    show_default=True,
    help="由本机的进程做，还是交给 Dask 集群。",
)
@click.option(
    "--scheduler",
    metavar="地址",
    help="Dask 的调度进程，如 tcp://主机:8786；不写就在本机起 --jobs 个。",
)
@click.option("--fresh", is_flag=True, help="全部重做，不管上次做到哪里。")
def extract_command(
    paths: tuple[Path, ...],
    config: Path | None,
    target: Path,
    form: str,
    glob: str | None,
    jobs: int,
    engine: str,
    scheduler: str | None,
    fresh: bool,
) -> None:
    """只提取事实：从文件、文件夹、压缩包写成 JSONL 或 Parquet 数据集，多少份都行。

    \b
    briefing extract 报告/ -o facts.jsonl
    briefing extract 2023/ 2024.zip --glob '*.txt' -o 数据 --format parquet
    briefing extract 报告/ -o 数据 --format parquet --engine dask --scheduler tcp://10.0.0.5:8786

    内存不随份数增加。中途停了，再运行同一行就接着做：内容和规则都没变的报告不再读。
    读不了的报告也是一行，写明原因，其余照常。数据集里没有点到的报告留着；用
    briefing build --from 数据 --where "…" 从中选出报告做简报。
    """  # noqa: D301 -- \b keeps click from joining the lines
    if scheduler is not None and engine != DASK:
        raise click.UsageError("--scheduler 要与 --engine dask 一起用。")
    limits, started = settings_in_use(config).limits, time.monotonic()
    try:
        with _opened(target, form) as place, _progress() as on_progress:
            pile = Pile(
                paths=paths,
                target=place,
                limits=limits,
                glob=glob,
                jobs=jobs,
                engine=partial(dask, scheduler=scheduler) if engine == DASK else local,
                fresh=fresh,
            )
            extracted = extract_pile(pile, on_progress)
    except OntoReport as error:
        fail(str(error))
    except Timeout:
        fail(f"{target}：另一个 briefing extract 正在写它。请等它结束，或用 -o 写到别处。")
    except OSError as error:
        fail_to_write(target, error)
    _tell_refused(extracted)
    if not extracted.reports and not extracted.skipped:
        fail("没有一份报告可用。")
    tell(_summary(extracted, target, time.monotonic() - started))


@contextmanager
def _opened(path: Path, form: str) -> Iterator[Target]:
    """The target at a path, held against other runs; a device or a pipe is written at the end."""
    if form == LINES and path.exists() and not stat.S_ISREG(path.stat().st_mode):
        if path.is_dir():
            fail(f"{path}：是文件夹。要写数据集请加 --format parquet，否则请写明文件名。")
        with tempfile.TemporaryDirectory(prefix="briefing-") as parts:
            yield LinesTarget(path=path, parts=Path(parts))
        return
    if form == DATASET:
        pyarrow()
        if path.is_file():
            fail(f"{path}：是文件。数据集是一个文件夹，请换一个名字。")
        path.mkdir(parents=True, exist_ok=True)
    path = path.absolute()
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    with lock:
        try:
            yield DatasetTarget(path=path) if form == DATASET else LinesTarget.beside(path)
        finally:
            # While it is held: who waits for it makes a new one.
            with suppress(OSError):
                Path(lock.lock_file).unlink()


@contextmanager
def _progress() -> Iterator[OnProgress]:
    """A bar with the rate and the time left; a line now and then where there is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        *(TextColumn("提取事实"), BarColumn(), MofNCompleteColumn()),
        *(TextColumn("{task.fields[rate]}"), TextColumn("还需"), TimeRemainingColumn()),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def show(done: int, total: int) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            bar.update(
                task, completed=done, total=total, rate=f"{speed:.0f} 份/秒" if speed else ""
            )

        yield show


class _Lines:
    """Progress as lines of a log."""

    def __init__(self) -> None:
        self._started = self._told = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Say how far it is, if the last line is old enough."""
        now = time.monotonic()
        if done and now - self._told >= SECONDS_BETWEEN_LINES:
            self._told = now
            rate = done / (now - self._started)
            left = (total - done) / rate / 60
            click.echo(f"{done}/{total} 份，每秒 {rate:.0f} 份，还需 {left:.0f} 分钟", err=True)
            sys.stderr.flush()


def _tell_refused(extracted: Extracted) -> None:
    for item in extracted.refused[:MOST_NAMED]:
        tell(f"没有读取 {item}", error=True)
    if (more := len(extracted.refused) - MOST_NAMED) > 0:
        tell(f"没有读取的另有 {more} 份，原因都写在结果里。", error=True)


def _summary(extracted: Extracted, target: Path, seconds: float) -> str:
    words = [f"已写入 {target}：新提取 {extracted.reports} 份报告、{extracted.facts} 条事实"]
    if extracted.skipped:
        words.append(f"没有变化的 {extracted.skipped} 份没有重读")
    if extracted.refused:
        words.append(f"没有读取 {len(extracted.refused)} 份")
    words.append(f"用时 {seconds:.0f} 秒，每秒 {extracted.reports / max(seconds, 1):.0f} 份")
    return "，".join(words) + "。"
