"""The lasting address of a fact, which links name: yueyang-county-2024:1171."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from builder.model import AnyFact, Extraction


def fact_addresses(extraction: Extraction) -> Mapping[AnyFact, str]:
    """The address of each fact: its report and its start, and :2 for the second at one start.

    Marks are counted anew whenever a build cites more; an address stays while its words stand.
    """
    at: Counter[int] = Counter()
    found: dict[AnyFact, str] = {}
    for fact in dict.fromkeys(extraction.facts):
        at[fact.start] += 1
        ordinal = f":{at[fact.start]}" if at[fact.start] > 1 else ""
        found[fact] = f"{fact.report}:{fact.start}{ordinal}"
    return found
