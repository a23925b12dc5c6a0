"""Words of scopes: places, waters, conditions, parts of the day, who was asked or assessed."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class WholeAreas(Entry):
    """Names of a whole area, and what may belong to their end."""

    names: Words
    ends: Words


class Places(Entry):
    """Kinds of places, and places that hold for later sentences."""

    kinds: Words
    beside: Words
    wider: Words
    own_nouns: Words
    kept: Words
    counted: Words
    urban: Words


class Air(Entry):
    """Words between a place and its air, and what is taken out of its days."""

    between: Words
    excluding: Words
    excluded: Words
    excluded_ends: Words


class Water(Entry):
    """Words of waters, and of the clauses that tell of them."""

    signs: Words
    sections: Words
    wholes: Words
    sampled: Words
    nouns: Words
    judgements: Words
    measured: Words
    adverbs: Words
    late_adverbs: Words
    no_predicates: Words
    verbs: Words
    remaining: Words
    figures: Words
    concentrations: Words
    gone: Words
    metric_nouns: Words
    heads: Words
    spots: Words
    no_heads: Words
    unnamed: Words
    own: Words
    sea: Words
    shared: Words
    sides: Words
    levels: Words
    alone: Words


class Asides(Entry):
    """Words of brackets that narrow the value before them."""

    leaving_out: Words
    states: Words
    of_states: Words


class Former(Entry):
    """Words for the year before and its same stretch."""

    years: Words
    window: Words


class Noise(Entry):
    """Parts of the day, and where noise is measured."""

    day_parts: Words
    zones: Words
    nouns: Words


class Respondents(Entry):
    """Words that tell the public from others who were asked."""

    public: Words
    others: Words
    rated: Words
    askers: Words
    petitions: Words
    at_large: Words
    works: Words
    again: Words


class Handlers(Entry):
    """Words around the units that were assessed."""

    verbs: Words
    units: Words
    assessed: Words


class ScopeWords(Entry):
    """`scopes.toml`."""

    lead_ins: Words
    partitive: Words
    classifiers: Words
    season_ends: Words
    whole: WholeAreas
    places: Places
    air: Air
    water: Water
    asides: Asides
    former: Former
    noise: Noise
    respondents: Respondents
    handlers: Handlers


scope_words = reader("environment/scopes", ScopeWords)
