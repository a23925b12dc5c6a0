"""Words that tell which clauses of a quote say most, and which say least."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class QuoteWords(Entry):
    """`quotes.toml`."""

    hollow: Words
    deeds: Words
    wishes: Words
    granting: Words
    leaning: Words
    anew: Words
    done: Words
    hopes: Words


quote_words = reader("generic/quotes", QuoteWords)
