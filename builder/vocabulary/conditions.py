"""Shape of the words that narrow a value to a part of its period."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class ConditionWords(Entry):
    """`conditions.toml`."""

    seasons: tuple[str, ...]


def condition_words() -> ConditionWords:
    """The table `conditions.toml`."""
    return table("conditions", ConditionWords)
