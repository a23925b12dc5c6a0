"""Shape of the words around the noun that a number counts."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class NounWords(Entry):
    """`nouns.toml`."""

    begins: tuple[str, ...]
    ends: tuple[str, ...]
    reaching: tuple[str, ...]
    measured: tuple[str, ...]
    substances: tuple[str, ...]
    attributes: tuple[str, ...]


def noun_words() -> NounWords:
    """The table `nouns.toml`."""
    return table("generic/nouns", NounWords)
