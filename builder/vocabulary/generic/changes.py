"""Shape of the words for changes of values."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class ChangeWords(Entry):
    """`changes.toml`."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    better: tuple[str, ...]
    worse: tuple[str, ...]


def change_words() -> ChangeWords:
    """The table `changes.toml`."""
    return table("generic/changes", ChangeWords)
