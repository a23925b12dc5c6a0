"""How names of places are spelt in Latin letters."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader


class Romanised(Entry):
    """`romanised.toml`: kinds of divisions, names with and without kind, readings of letters."""

    kinds: dict[str, str]
    whole: dict[str, str]
    official: dict[str, str]
    readings: dict[str, str]


romanised = reader("generic/romanised", Romanised)
