"""Shape of the words around places in an order."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class RankWords(Entry):
    """`ranks.toml`."""

    firsts: tuple[str, ...]
    orders: tuple[str, ...]
    members: tuple[str, ...]
    changes: tuple[str, ...]


def rank_words() -> RankWords:
    """The table `ranks.toml`."""
    return table("generic/ranks", RankWords)
