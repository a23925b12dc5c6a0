"""The extracted facts of seeds and pages against the hand-found ones, as tables of figures.

usage: nox -s evaluate [-- --misses indicator] [-- --reports DIR --gold DIR]
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from scoring import Figure, figures, link_figure

from builder.check import check
from builder.config import Config
from builder.facts_file import facts_jsonl, links_jsonl
from builder.pipeline.line import extracted_reports

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
LINKS = "links.jsonl"


def rows(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-lines text."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def evaluation(reports: Path, gold: Path) -> tuple[Figure, ...]:
    """All figures for the reports of a folder that have a gold file of the same stem."""
    gold_files = sorted(path for path in gold.glob("*.jsonl") if path.name != LINKS)
    paths = [path for path in sorted(reports.iterdir()) if (gold / f"{path.stem}.jsonl").exists()]
    extractions, _ = extracted_reports(paths, Config().limits, jobs=1)
    extractions = tuple(check(extraction) for extraction in extractions)
    hand_found = [row for path in gold_files for row in rows(path.read_text(encoding="utf-8"))]
    texts = {extraction.report.report: extraction.outline.source.text for extraction in extractions}
    found = rows(facts_jsonl(extractions))
    measured = figures(hand_found, found, texts)
    if not (gold / LINKS).exists():
        return measured
    links = rows((gold / LINKS).read_text(encoding="utf-8"))
    return (*measured, link_figure(links, rows(links_jsonl(extractions))))


@click.command()
@click.option(
    "--reports", type=click.Path(path_type=Path), help="A folder of reports of one's own."
)
@click.option("--gold", type=click.Path(path_type=Path), help="Their hand-found facts.")
@click.option("--misses", help="List what was missed and wrongly found for this figure.")
def main(reports: Path | None, gold: Path | None, misses: str | None) -> None:
    """Print the figures of the seeds and of the pages; exit with 1 if one is below its floor.

    The floors stand in floors.toml. Reports of one's own have none.
    """
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    if reports is not None and gold is not None:
        low = _printed(evaluation(reports, gold), {}, misses)
    else:
        click.echo("seeds/")
        low = _printed(evaluation(ROOT / "seeds", TESTS / "gold"), floors["seeds"], misses)
        click.echo("\ntests/pages/")
        pages = evaluation(TESTS / "pages", TESTS / "pages" / "gold")
        low += _printed(pages, floors["pages"], misses)
    for line in low:
        click.echo(line)
    if low:
        raise SystemExit(1)


def _printed(
    measured: Iterable[Figure], floors: Mapping[str, float], misses: str | None
) -> list[str]:
    """The figures printed, with the misses of one; a line for each that is below its floor."""
    low = []
    for figure in measured:
        counts = f"P {figure.precision:.3f}  R {figure.recall:.3f}  of {figure.gold}"
        click.echo(f"{figure.name:24}{figure.share:.3f}  {counts}")
        if figure.name == misses:
            for title, listed in (("missed", figure.missed), ("found", figure.extra)):
                for row in listed:
                    click.echo(f"    {title} {row['report']} {row.get('start', '')} {row['quote']}")
        if figure.share < floors.get(figure.name, 0):
            floor = floors[figure.name]
            low.append(f"below its floor: {figure.name} {figure.share:.3f}, {floor}")
    return low


if __name__ == "__main__":
    main()
