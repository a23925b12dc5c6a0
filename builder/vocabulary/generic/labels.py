"""Words around those that name a quantity."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class LabelChange(Entry):
    """Words of a change, and of what it is measured from."""

    verbs: Words
    bases: Words
    years: Words
    same_time: Words
    equal: Words
    each: Words


class SharedRates(Entry):
    """Words between several rates and the value of all of them."""

    all: Words
    reached: Words


class Phrases(Entry):
    """What of the words around a number names a thing."""

    light: Words
    causing: Words
    doing: Words
    predicates: Words
    adverbs: Words
    told: Words
    manners: Words
    places: Words
    occasions: Words
    parts: Words
    of_kind: Words
    deeds: Words
    actors: Words
    offices: Words
    founding: Words
    founded: Words
    sizes: Words
    levels: Words
    money: Words
    spent: Words


class UnsureLabels(Entry):
    """Words of labels that may name something else."""

    openings: Words
    within: Words


class LabelWords(Entry):
    """`labels.toml`."""

    lead: Words
    tail: Words
    whose: Words
    verbs: Words
    average: Words
    recurring: Words
    total: Words
    change: LabelChange
    rates: SharedRates
    phrases: Phrases
    unsure: UnsureLabels


label_words = reader("generic/labels", LabelWords)
