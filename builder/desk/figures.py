"""Figures that must not change by themselves, from one output to the next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from builder.facts_file import fact_line
from builder.model import AnyFact

Figure = tuple[str, str, str, str]
"""A report, a metric or a set of items, its scope or source, and its period."""


def last_figures(file: Path) -> dict[Figure, str] | None:
    """The figures of a facts file; None where there is none that can be read."""
    try:
        lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        return _single(lines)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def figures(facts: Iterable[AnyFact]) -> dict[Figure, str]:
    """The figures of facts, each by what it is of.

    Of several values of the same thing nobody could say later which was which: they are left out.
    """
    return _single(map(fact_line, facts))


def changed(
    facts: Sequence[AnyFact], earlier: Mapping[Figure, str]
) -> Iterator[tuple[AnyFact, str]]:
    """Facts whose figure is another than it was, with that; not those that were corrected."""
    now = figures(facts)
    for fact in facts:
        for figure, value in _figures(fact_line(fact)):
            old = earlier.get(figure, value)
            if fact.correction is None and figure in now and old != value:
                yield fact, old


def _single(lines: Iterable[Mapping[str, Any]]) -> dict[Figure, str]:
    found = [pair for line in lines for pair in _figures(line)]
    counts = Counter(figure for figure, _ in found)
    return {figure: value for figure, value in found if counts[figure] == 1}


def _figures(line: Mapping[str, Any]) -> Iterator[tuple[Figure, str]]:
    """What a line of the facts file says a figure of, and the figure."""
    if line["kind"] == "indicator" and line["value"] is not None:
        of = (line["report"], line["metric"], line["scope"] or "", line["period"] or "")
        yield of, line["value"]
    elif line["kind"] == "tally":
        counts = (line["done"], line["total"], line["rate"])
        of = (line["report"], line["subject"], line["source"], line["period"] or "")
        yield of, "/".join(one or "—" for one in counts)
