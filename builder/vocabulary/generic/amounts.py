"""Units, hedges and decoys: the words around numbers."""

from __future__ import annotations

from enum import StrEnum

from builder.model import Qualifier
from builder.vocabulary.loading import Entry, table


class UnitKind(StrEnum):
    """What a unit measures."""

    MEASURE = "measure"
    THING = "thing"
    PLACE = "place"
    MONEY = "money"
    SIZE = "size"
    SHARE = "share"
    TIME = "time"


class Measure(Entry):
    """A unit with one canonical form."""

    unit: str
    spellings: tuple[str, ...]


class Counters(Entry):
    """Units that are printed as they are; `spelled` where Chinese numerals count them."""

    kind: UnitKind
    spelled: bool
    words: tuple[str, ...]


class Units(Entry):
    """`units.toml`."""

    unfit: tuple[str, ...]
    measures: tuple[Measure, ...]
    counters: tuple[Counters, ...]


class Hedge(Entry):
    """Words of one meaning."""

    qualifier: Qualifier
    words: tuple[str, ...]


class NoHedge(Entry):
    """Words that end like a hedge."""

    words: tuple[str, ...]


class Hedges(Entry):
    """`hedges.toml`."""

    before: tuple[Hedge, ...]
    after: tuple[Hedge, ...]
    between: tuple[Hedge, ...]
    none: NoHedge


class Decoy(Entry):
    """A word with a number in it that is no amount, and the sentence that forced it."""

    word: str
    rule: str
    sentence: str


class Decoys(Entry):
    """`decoys.toml`."""

    decoys: tuple[Decoy, ...]


def units() -> Units:
    """The units, measures and counters."""
    return table("generic/units", Units)


def hedges() -> Hedges:
    """The hedges, by where they stand."""
    return table("generic/hedges", Hedges)


def decoys() -> Decoys:
    """The decoys."""
    return table("generic/decoys", Decoys)
