"""Shapes of the words that join no problem to a commitment, and of those that do by sense."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Sense(Entry):
    """What problems say is lacking, and what commitments say in answer.

    In a `family` measures of several kinds answer together.
    """

    name: str
    lacks: tuple[str, ...]
    answers: tuple[str, ...]
    family: bool = False


class LinkWords(Entry):
    """`links.toml`."""

    generic: tuple[str, ...]
    senses: tuple[Sense, ...]


def link_words() -> LinkWords:
    """The table `links.toml`."""
    return table("environment/links", LinkWords)
