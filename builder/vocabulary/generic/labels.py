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


label_words = reader("generic/labels", LabelWords)
