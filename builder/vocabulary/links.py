"""Shape of the words that join nothing."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class LinkWords(Entry):
    """`links.toml`."""

    generic: tuple[str, ...]


def link_words() -> LinkWords:
    """The table `links.toml`."""
    return table("links", LinkWords)
