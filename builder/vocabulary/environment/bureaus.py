"""Words that names of bureaus are made of."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class BureauWords(Entry):
    """`bureaus.toml`."""

    fields: Words
    offices: Words
    branch: Words
    other_offices: Words
    governments: Words
    division_kinds: Words
    zone_attributes: Words
    zones: Words
    labels: Words
    lead_ins: Words
    no_letters: Words
    no_endings: Words
    apart: Words
    no_branch: Words


bureau_words = reader("environment/bureaus", BureauWords)
