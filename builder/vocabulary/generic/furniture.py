"""Shape of the words of page furniture."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class FurnitureWords(Entry):
    """Words of lines that belong to the page, by where in the line they stand."""

    openings: tuple[str, ...]
    lines: tuple[str, ...]
    contained: tuple[str, ...]
    tails: tuple[str, ...]
    attachments: tuple[str, ...]


def furniture_words() -> FurnitureWords:
    """The table `furniture.toml`."""
    return table("generic/furniture", FurnitureWords)
