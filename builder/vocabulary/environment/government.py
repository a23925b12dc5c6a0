"""Words by which a government's sentences are about the environment."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class GovernmentWords(Entry):
    """`government.toml`."""

    marks: Words


government_words = reader("environment/government", GovernmentWords)
