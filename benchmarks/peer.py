"""What a user could install instead: a segmenter that tags numbers with their units.

Both sides are asked for the same: the numbers with units that people found by hand in the seeds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from builder.facts_file import facts_jsonl
from builder.model import Extraction

ROOT = Path(__file__).parents[1]
NUMERAL = "m"


def numbers_by_hand(report: str) -> list[dict[str, Any]]:
    """The quantities of a seed's gold: numbers whose unit stands behind them as printed."""
    lines = (ROOT / "tests" / "gold" / f"{report}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row for row in rows if row["kind"] == "quantity" and row["value"] in row["quote"]]


def recall_of_ours(extraction: Extraction) -> tuple[int, int]:
    """How many of the hand-found numbers are in a fact with their value and unit, of how many."""
    found = [json.loads(line) for line in facts_jsonl([extraction]).splitlines()]
    wanted = numbers_by_hand(extraction.report.report)
    hits = sum(any(_same(row, fact) for fact in found) for row in wanted)
    return hits, len(wanted)


def _same(row: dict[str, Any], fact: dict[str, Any]) -> bool:
    if "start" not in fact or min(row["end"], fact["end"]) <= max(row["start"], fact["start"]):
        return False
    values = {fact.get(key) for key in ("value", "total", "done", "pending", "rate")}
    return row["value"] in values and fact.get("unit", row["unit"]) == row["unit"]


def recall_of_tags(report: str, tags: list[tuple[str, str]]) -> tuple[int, int]:
    """The same for tagged words: a numeral that carries the unit, or has it behind it."""
    wanted = numbers_by_hand(report)
    printed = set(_tagged_numbers(tags))
    hits = sum(any(_prints(row, words) for words in printed) for row in wanted)
    return hits, len(wanted)


def _tagged_numbers(tags: list[tuple[str, str]]) -> Iterator[str]:
    for (word, tag), (behind, _) in pairwise([*tags, ("", "")]):
        if tag == NUMERAL:
            yield word
            yield word + behind


def _prints(row: dict[str, Any], words: str) -> bool:
    return words.startswith(row["value"]) and words.endswith(row["unit"])
