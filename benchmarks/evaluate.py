"""The extracted facts of seeds and pages against the hand-found ones, as tables of figures.

The small cases of tests/cases come last: how many pass, and which fail.

usage: nox -s evaluate [-- --misses indicator] [-- --misses cases] [-- --reports DIR --gold DIR]
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from cases import Case, cases, wrongs
from scoring import Figure, figures, link_figure
from sureness import Sureness, of_all, sureness

from builder.check import check
from builder.config import Config
from builder.extract import extract
from builder.facts_file import facts_jsonl, links_jsonl
from builder.outline import outline
from builder.pipeline.extracting import extracted_reports
from builder.read import Entry, source_from_text

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests"
LINKS = "links.jsonl"


def rows(text: str) -> list[dict[str, Any]]:
    """The objects of a JSON-lines text."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How the extracted facts of some reports agree with the hand-found ones."""

    figures: tuple[Figure, ...]
    sureness: tuple[Sureness, ...]


def evaluation(reports: Path, gold: Path) -> Evaluation:
    """All figures for the reports of a folder that have a gold file of the same stem."""
    gold_files = sorted(path for path in gold.glob("*.jsonl") if path.name != LINKS)
    paths = [path for path in sorted(reports.iterdir()) if (gold / f"{path.stem}.jsonl").exists()]
    extractions, _ = extracted_reports(map(Entry.of, paths), Config().limits, jobs=1)
    extractions = tuple(check(extraction) for extraction in extractions)
    hand_found = [row for path in gold_files for row in rows(path.read_text(encoding="utf-8"))]
    texts = {extraction.report.report: extraction.outline.source.text for extraction in extractions}
    found = rows(facts_jsonl(extractions))
    measured = figures(hand_found, found, texts)
    if (gold / LINKS).exists():
        links = rows((gold / LINKS).read_text(encoding="utf-8"))
        measured = (*measured, link_figure(links, rows(links_jsonl(extractions))))
    return Evaluation(figures=measured, sureness=sureness(hand_found, found))


def case_wrongs(case: Case) -> tuple[str, ...]:
    """What is wrong with what is read in the text of a case."""
    source = source_from_text(case.id, f"{case.id}.txt", case.text)
    read = [check(extract(outline(source)))]
    return wrongs(case, rows(facts_jsonl(read)), rows(links_jsonl(read)))


@click.command()
@click.option(
    "--reports", type=click.Path(path_type=Path), help="A folder of reports of one's own."
)
@click.option("--gold", type=click.Path(path_type=Path), help="Their hand-found facts.")
@click.option("--misses", help="List what was missed and wrongly found for this figure.")
def main(reports: Path | None, gold: Path | None, misses: str | None) -> None:
    """Print the figures of seeds, pages and cases; exit with 1 if one is below its floor.

    The floors stand in floors.toml. Reports of one's own have none.
    """
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))
    if reports is not None and gold is not None:
        low = _printed(evaluation(reports, gold), {}, misses)
    else:
        click.echo("seeds/")
        low = _printed(evaluation(ROOT / "seeds", TESTS / "gold"), floors["seeds"], misses)
        for name in ("pages", *(f"unseen{n}" for n in ("", 2, 3, 4, 5, 6, 7))):
            click.echo(f"\ntests/{name}/")
            found = evaluation(TESTS / name, TESTS / name / "gold")
            low += _printed(found, floors[name], misses)
        click.echo("\ntests/cases/")
        listed = cases((TESTS / "cases" / "cases.jsonl").read_text(encoding="utf-8"))
        low += _printed_cases(listed, floors["cases"], explained=misses == "cases")
    for line in low:
        click.echo(line)
    if low:
        raise SystemExit(1)


def _printed(found: Evaluation, floors: Mapping[str, float], misses: str | None) -> list[str]:
    """The figures printed, with the misses of one; a line for each that is below its floor."""
    low = []
    for figure in found.figures:
        counts = f"P {figure.precision:.3f}  R {figure.recall:.3f}  of {figure.gold}"
        click.echo(f"{figure.name:24}{figure.share:.3f}  {counts}")
        if figure.name == misses:
            for title, listed in (("missed", figure.missed), ("found", figure.extra)):
                for row in listed:
                    click.echo(f"    {title} {row['report']} {row.get('start', '')} {row['quote']}")
        if figure.share < floors.get(figure.name, 0):
            floor = floors[figure.name]
            low.append(f"below its floor: {figure.name} {figure.share:.3f}, {floor}")
    for line in (*found.sureness, of_all(found.sureness)):
        click.echo(
            f"{line.kind:24}right {_share(line.right, line.found)}"
            f"  called sure {_share(line.sure, line.found)}"
            f"  of these right {_share(line.sure_right, line.sure)}  of {line.found}"
        )
    return low


def _printed_cases(
    listed: tuple[Case, ...], floors: Mapping[str, float], *, explained: bool
) -> list[str]:
    """How many cases and guards pass and which fail; a line for each share below its floor."""
    failing = {case.id: found for case in listed if (found := case_wrongs(case))}
    counts, low = [], []
    for name, guard in (("cases", False), ("guards", True)):
        asked = [case.id for case in listed if case.guard == guard]
        right = sum(one not in failing for one in asked)
        counts.append(f"{name}  {right} of {len(asked)}")
        if right < floors[name] * len(asked):
            low.append(f"below its floor: {name} {right / len(asked):.3f}, {floors[name]}")
    click.echo("  ".join(counts))
    for one, found in failing.items():
        click.echo(f"    {one}")
        for line in found if explained else ():
            click.echo(f"        {line}")
    return low


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "  –  "


if __name__ == "__main__":
    main()
