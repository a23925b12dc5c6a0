"""Patterns made of the vocabulary's words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import ahocorasick

from builder.model import Qualifier
from builder.vocabulary.generic.amounts import UnitKind, decoys, hedges, units
from builder.vocabulary.words import either

if TYPE_CHECKING:
    from collections.abc import Iterable

# 1.2万, 3百万, 5千; but 千米, 千瓦 and 百分点 are units of their own.
MAGNITUDES = "十百千万亿"
MAGNITUDE = "(?P<magnitude>[十百千]?[万亿]|[百千](?![米克瓦伏]|分点))"
# Units of concentration, of which one may be printed for another.
CONCENTRATIONS = frozenset(("μg/m³", "mg/m³", "mg/L"))
# What a hedge behind the unit stands before: the end of its clause.
CLOSES = r"(?=[,。;、:)\n]|$)"
# 台(套), 家(次), 处(个): one counter or the other.
OR = "[次套处个项件人台辆起条家批户座篇份册头亩期]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What stands around a number: `unit` behind it, `before` and `after` its hedges.

    `unit_begins` and `after_begins` are the first characters of all that `unit` and `after` can
    find, `before_ends` the last of the hedges before.
    """

    unit: re.Pattern[str]
    unit_begins: frozenset[str]
    before: dict[str, Qualifier]
    before_ends: frozenset[str]
    longest_before: int
    after: re.Pattern[str]
    after_begins: frozenset[str]
    no_hedge: tuple[str, ...]
    bounds: dict[str, Qualifier]
    measures: dict[str, str]
    kinds: dict[str, UnitKind]
    spelled: frozenset[str]
    decoys: ahocorasick.Automaton
    decoy_rules: dict[str, str]

    def unit_at(self, text: str, offset: int) -> re.Match[str] | None:
        """The unit that begins at a place, with what may stand before it: 万余人次."""
        return (
            self.unit.match(text, offset) if text[offset : offset + 1] in self.unit_begins else None
        )

    def hedge_before(self, text: str, start: int) -> str:
        """The longest hedge that ends at a place, or ""; the 约 of 节约320吨 is none."""
        if text[start - 1 : start] not in self.before_ends:
            return ""
        for length in range(min(self.longest_before, start), 0, -1):
            word = text[start - length : start]
            if word in self.before:
                return "" if text.endswith(self.no_hedge, 0, start) else word
        return ""

    def kind(self, unit: str) -> UnitKind | None:
        """What a unit counts; 台(套) as 台."""
        return self.kinds.get(unit) or self.kinds.get(unit.partition("(")[0])


def finder(words: Iterable[str]) -> ahocorasick.Automaton:
    """Finds words in a text (`iter_long`), from left to right, the longest at each place."""
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


@cache
def amounts() -> Amounts:
    """The patterns around numbers, made once of units, hedges and decoys."""
    table, words = units(), hedges()
    measures = {spelling: entry.unit for entry in table.measures for spelling in entry.spellings}
    kinds = dict.fromkeys(measures, UnitKind.MEASURE)
    kinds |= {word: entry.kind for entry in table.counters for word in entry.words}
    between = [word for hedge in words.between for word in hedge.words]
    before = {word: hedge.qualifier for hedge in words.before for word in hedge.words}
    rules = {entry.word: entry.rule for entry in decoys().decoys}
    return Amounts(
        unit=re.compile(
            rf"{MAGNITUDE}?(?P<between>{either(between)})?(?P<scale>[万亿])?"
            rf"(?!{table.unfit.group})(?P<unit>(?:{either(kinds)})(?:\((?:{OR})\))?)?"
        ),
        unit_begins=frozenset(MAGNITUDES).union(word[0] for word in (*between, *kinds)),
        before=before,
        before_ends=frozenset(word[-1] for word in before),
        longest_before=max(map(len, before)),
        after=re.compile(
            f"(?:{either(word for hedge in words.after for word in hedge.words)}"
            f"|(?:{either(word for hedge in words.closing for word in hedge.words)}){CLOSES})"
        ),
        after_begins=frozenset(w[0] for one in (*words.after, *words.closing) for w in one.words),
        no_hedge=words.none.words,
        bounds={
            word: hedge.qualifier
            for hedge in (*words.after, *words.closing, *words.between)
            for word in hedge.words
        },
        measures=measures,
        kinds=kinds,
        spelled=frozenset(w for entry in table.counters if entry.spelled for w in entry.words),
        decoys=finder(rules),
        decoy_rules=rules,
    )
