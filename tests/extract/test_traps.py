"""Sentences in which a careless reader takes a wrong figure, with all that they do tell.

`traps.txt` has each sentence on a line of its own and below it, indented, the facts with numbers
in text order; a sentence without any tells none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.extract import extract
from builder.model import Fact, Indicator, Quantity, Tally
from tests.extract.reports import HEAD, outlined

CORPUS = Path(__file__).with_name("traps.txt")


def told(sentence: str) -> list[str]:
    """The facts with numbers of a sentence of the results of 2024, one line each."""
    found = extract(outlined(f"{HEAD}{sentence}\n")).facts
    return [line for fact in found if (line := _line(fact))]


def _line(fact: Fact) -> str:
    if isinstance(fact, Indicator):
        change = fact.change
        moved = change and " ".join((change.direction, str(change.value), str(change.unit)))
        place = f"rank {fact.rank.position}" if fact.rank else None
        parts = (fact.metric, fact.qualifier, fact.value, fact.unit, fact.scope, fact.period)
        return " ".join(str(part) for part in (*parts, moved, place) if part is not None)
    if isinstance(fact, Tally):
        numbers = (fact.total, fact.done, fact.pending, fact.rate)
        return f"{fact.subject}: {' '.join('-' if one is None else str(one) for one in numbers)}"
    if isinstance(fact, Quantity):
        return f"{fact.label} {fact.qualifier} {fact.value} {fact.unit}"
    return ""


def _cases() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        elif line:
            found.append((line, []))
    return found


@pytest.mark.parametrize(("sentence", "expected"), _cases(), ids=lambda one: str(one)[:24])
def test_a_trap_gives_no_wrong_figure(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


def test_the_corpus_holds_many_traps() -> None:
    assert len(_cases()) >= 180
