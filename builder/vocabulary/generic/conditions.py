"""Shape of the words that narrow a value, or make it none."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class ConditionWords(Entry):
    """`conditions.toml`."""

    seasons: tuple[str, ...]
    counted: tuple[str, ...]
    corrected: tuple[str, ...]


def condition_words() -> ConditionWords:
    """The table `conditions.toml`."""
    return table("generic/conditions", ConditionWords)
