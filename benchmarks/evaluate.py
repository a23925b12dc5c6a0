"""The extracted facts of the seeds against the hand-found ones, as a table of figures.

usage: nox -s evaluate [-- --misses indicator] [-- --reports DIR --gold DIR]
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import click
from scoring import Figure, figures, link_figure

from builder.check import check
from builder.config import Config
from builder.facts_file import facts_jsonl, links_jsonl
from builder.pipeline.line import extracted_reports

ROOT = Path(__file__).parents[1]
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
@click.option("--reports", type=click.Path(path_type=Path), default=ROOT / "seeds")
@click.option("--gold", type=click.Path(path_type=Path), default=ROOT / "tests" / "gold")
@click.option("--misses", help="List what was missed and wrongly found for this figure.")
def main(reports: Path, gold: Path, misses: str | None) -> None:
    """Print the figures; exit with 1 if one is below its floor in floors.toml."""
    measured = evaluation(reports, gold)
    for figure in measured:
        counts = f"P {figure.precision:.3f}  R {figure.recall:.3f}  of {figure.gold}"
        click.echo(f"{figure.name:24}{figure.share:.3f}  {counts}")
        if figure.name == misses:
            for title, listed in (("missed", figure.missed), ("found", figure.extra)):
                for row in listed:
                    click.echo(f"    {title} {row['report']} {row.get('start', '')} {row['quote']}")
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    low = [figure for figure in measured if figure.share < floors.get(figure.name, 0)]
    for figure in low:
        click.echo(f"below its floor: {figure.name} {figure.share:.3f}, {floors[figure.name]}")
    if low:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
