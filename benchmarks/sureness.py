"""Of the facts that are called sure, how many are right; and what each cue tells.

A fact is right where hand-found facts have it with all that it says: an indicator with its period,
scope and change, a tally with all its numbers, a sentence where most of it is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring import (
    SPAN_KINDS,
    TALLY_FIELDS,
    Row,
    number,
    overlap,
    paired,
    rows_by_kind,
    same_change,
    same_scope,
    same_value,
    spots,
)

MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sureness:
    """Of a kind: how many facts were found and are right, how many called sure and right."""

    kind: str
    found: int
    right: int
    sure: int
    sure_right: int


def sureness(gold: Sequence[Row], found: Sequence[Row]) -> tuple[Sureness, ...]:
    """A line a kind, over the reports that have gold."""
    judged = judgements(gold, found)
    kinds = dict.fromkeys(row["kind"] for row, _ in judged)
    return tuple(_line(kind, [one for one in judged if one[0]["kind"] == kind]) for kind in kinds)


def of_all(lines: Sequence[Sureness]) -> Sureness:
    """One line over all kinds."""
    return Sureness(
        kind="all kinds",
        found=sum(line.found for line in lines),
        right=sum(line.right for line in lines),
        sure=sum(line.sure for line in lines),
        sure_right=sum(line.sure_right for line in lines),
    )


def _line(kind: str, judged: Sequence[tuple[Row, bool]]) -> Sureness:
    sure = [right for row, right in judged if row["sureness"] == "sure"]
    return Sureness(
        kind=kind,
        found=len(judged),
        right=sum(right for _, right in judged),
        sure=len(sure),
        sure_right=sum(sure),
    )


def judgements(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, bool]]:
    """Every found fact, and whether it is right."""
    refused = {row["report"] for row in gold if row.get("document") == "refused"}
    reports = {row["report"] for row in gold} - refused
    theirs = rows_by_kind(row for row in found if row["report"] in reports)
    return list(_judged(rows_by_kind(gold), theirs))


def _judged(
    mine: Mapping[str, list[Row]], theirs: Mapping[str, list[Row]]
) -> Iterator[tuple[Row, bool]]:
    whole = {"indicator": _same_indicator, "tally": _same_tally, "quantity": same_value}
    for kind, same in whole.items():
        pairs, _, extra = paired(mine.get(kind, []), theirs.get(kind, []), same)
        yield from ((row, True) for _, row in pairs)
        elsewhere = [row for other in whole for row in mine.get(other, [])]
        for row in extra:
            # A quantity that gold has as part of an indicator or a tally is no wrong figure.
            known = kind == "quantity" and any(
                overlap(row, other) > 0 and _holds(other, row) for other in elsewhere
            )
            yield row, known
    for kind in SPAN_KINDS:
        wanted = {spot for row in mine.get(kind, []) for spot in spots(row)}
        for row in theirs.get(kind, []):
            own = spots(row)
            yield row, len(own & wanted) >= MOST * len(own)


def _same_indicator(one: Row, other: Row) -> bool:
    return (
        one["metric"] == other["metric"]
        and same_value(one, other)
        and one["period"] == other["period"]
        and same_scope(one["scope"], other["scope"])
        and same_change(one["change"], other["change"])
    )


def _same_tally(one: Row, other: Row) -> bool:
    return all(number(one[field]) == number(other[field]) for field in TALLY_FIELDS)


def _holds(other: Row, row: Row) -> bool:
    values = [other.get(key) for key in ("value", *TALLY_FIELDS)]
    return number(row["value"]) in [number(value) for value in values if value is not None]
