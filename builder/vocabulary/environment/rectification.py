"""Shape of the words about the handling of problems."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class RectificationWords(Entry):
    """Words of clauses that tell what was raised, and what was done about it."""

    raised: tuple[str, ...]
    finders: tuple[str, ...]
    means: tuple[str, ...]
    answers: tuple[str, ...]
    matters: tuple[str, ...]
    forms: tuple[str, ...]
    verbs: tuple[str, ...]
    handled: tuple[str, ...]
    complaints: tuple[str, ...]
    settling: tuple[str, ...]
    acting: tuple[str, ...]
    following: tuple[str, ...]
    refused: tuple[str, ...]
    endings: tuple[str, ...]


def rectification_words() -> RectificationWords:
    """The table `rectification.toml`."""
    return table("environment/rectification", RectificationWords)
