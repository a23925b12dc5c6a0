"""Words of sentences that say what is wrong."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ShortcomingWords(Entry):
    """`shortcomings.toml`: how clauses begin and end that say what is wrong."""

    ends: Words
    badly: Words
    no_badly: Words
    faults: Words
    fought: Words
    late: Words
    undone: Words
    unable: Words
    good_undone: Words
    lacking_things: Words
    lacking: Words
    negations: Words
    no_negations: Words
    remaining: Words
    views: Words
    view_ends: Words
    deeds: Words
    anywhere: Words


shortcoming_words = reader("generic/shortcomings", ShortcomingWords)
