"""Words around numbers: units, hedges, decoys, changes, ranks, areas, what is counted."""

from __future__ import annotations

from enum import StrEnum

from builder.model import Qualifier
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


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
    spellings: Words


class Counters(Entry):
    """Units that are printed as they are; `spelled` where Chinese numerals count them."""

    kind: UnitKind
    spelled: bool
    words: Words


class Units(Entry):
    """`units.toml`."""

    unfit: Words
    measures: tuple[Measure, ...]
    counters: tuple[Counters, ...]


class Hedge(Entry):
    """Words of one meaning."""

    qualifier: Qualifier
    words: Words


class NoHedge(Entry):
    """Words that end like a hedge."""

    words: Words


class Hedges(Entry):
    """`hedges.toml`."""

    before: tuple[Hedge, ...]
    after: tuple[Hedge, ...]
    closing: tuple[Hedge, ...]
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


units = reader("generic/units", Units)


hedges = reader("generic/hedges", Hedges)


decoys = reader("generic/decoys", Decoys)


class ChangeWords(Entry):
    """`changes.toml`."""

    up: Words
    down: Words
    better: Words
    worse: Words


change_words = reader("generic/changes", ChangeWords)


class RankWords(Entry):
    """`ranks.toml`."""

    firsts: Words
    lasts: Words
    orders: Words
    members: Words
    changes: Words
    verbs: Words
    several: Words
    single: Words
    chosen: Words
    narrower: Words
    fillers: Words
    former: Words
    controls: Words
    stations: Words


rank_words = reader("generic/ranks", RankWords)


class AreaWords(Entry):
    """`areas.toml`."""

    above_city: Words
    above_county: Words
    counties: Words
    county: Words
    county_only: Words
    own: Words
    towns: Words
    own_towns: Words
    no_subject: Words
    members: Words
    groups: Words
    neighbours: Words
    owners: Words
    averages: Words

    @property
    def whole(self) -> Words:
        """Every area as a whole: 全国, 全市, 全县."""
        return Words((*self.above_city, *self.above_county, *self.county))


area_words = reader("generic/areas", AreaWords)


class NounWords(Entry):
    """`nouns.toml`."""

    begins: Words
    ends: Words
    reaching: Words
    measured: Words
    substances: Words
    attributes: Words
    measured_names: Words
    circumstances: Words


noun_words = reader("generic/nouns", NounWords)


class Deeds(Entry):
    """`deeds.toml`."""

    before_one: Words
    with_object: Words


deeds = reader("generic/deeds", Deeds)


class ConditionWords(Entry):
    """`conditions.toml`."""

    seasons: Words
    counted: Words
    corrected: Words


condition_words = reader("generic/conditions", ConditionWords)
