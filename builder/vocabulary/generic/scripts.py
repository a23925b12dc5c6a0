"""Words that tell a text converted by a machine from one by a Traditional writer."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ScriptWords(Entry):
    """`scripts.toml`."""

    converted: Words
    mainland: Words


script_words = reader("generic/scripts", ScriptWords)
