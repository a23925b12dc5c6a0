"""How long the reading view takes to show and to answer, in the browser of this machine.

usage: python benchmarks/reading.py output/briefing.html [--runs 3]

Milliseconds up to what is painted: those of the clock, and behind the slash those that the page's
own thread computed, which stay the same on a busy machine. tests/browser/test_many.py has limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from playwright.sync_api import CDPSession, Page, sync_playwright
from rich.console import Console
from rich.table import Table

from builder import processes

SIZES = ((1280, 800), (390, 844))
# What is clicked, and how often; the places are spread over all that there are.
CLICKS = {
    "figure": ("#r-briefing section:not(.evidence) .figure", 20),
    "span": ("#r-text a.r-value", 20),
    "tab": ("#r-tabs [role=tab]", 10),
    "filter": ("#r-kinds button", 7),
}
# From a click to the frame after it was painted.
PAINTED = """(link) => new Promise((done) => {
    const start = performance.now();
    link.click();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
SEEN = """() => new Promise((done) => {
    const told = () => {
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        const ready = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
        if (paint && ready) done(Math.max(paint.startTime, ready));
        else setTimeout(told, 20);
    };
    told();
})"""


class Took(NamedTuple):
    """Milliseconds of the clock and of the processor."""

    clock: float
    thread: float


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--runs", default=3, show_default=True, help="How often the page is opened.")
def main(file: Path, runs: int) -> None:
    """Time the first view, and the slowest of the clicks of each kind."""
    table = Table(title=f"{file.name}, {file.stat().st_size / 1e6:.2f} MB")
    for head in ("width", "run", "first view", *CLICKS):
        table.add_column(head)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=processes.browser(), args=["--no-sandbox"]
        )
        for width, height in SIZES:
            for run in range(1, runs + 1):
                page = browser.new_page(viewport={"width": width, "height": height})
                row = [first_view(page, file.resolve().as_uri()), *slowest(page).values()]
                table.add_row(str(width), str(run), *(f"{a:.0f}/{b:.0f}" for a, b in row))
                page.close()
        browser.close()
    Console().print(table)


def first_view(page: Page, address: str) -> Took:
    """When a page had painted and its scripts were ready."""
    meter = _meter(page)
    before = _computed(meter)
    page.goto(address)
    seen = float(page.evaluate(SEEN))
    return Took(seen, _computed(meter) - before)


def slowest(page: Page) -> dict[str, Took]:
    """The slowest click by what was clicked."""
    took = {name: list(_clicked(page, *asked)) for name, asked in CLICKS.items()}
    return {name: Took(*map(max, zip(*each, strict=True))) for name, each in took.items()}


def _clicked(page: Page, selector: str, count: int) -> Iterator[Took]:
    meter = _meter(page)
    links = page.locator(selector).all()
    for link in links[:: max(1, len(links) // count)][:count]:
        before = _computed(meter)
        clock = float(link.evaluate(PAINTED))
        yield Took(clock, _computed(meter) - before)


def _meter(page: Page) -> CDPSession:
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    return meter


def _computed(meter: CDPSession) -> float:
    """What the page's thread has computed so far, in milliseconds."""
    metrics = meter.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(each["value"]) for each in metrics if each["name"] == "TaskDuration")


if __name__ == "__main__":
    main()
