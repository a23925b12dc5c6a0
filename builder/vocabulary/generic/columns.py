"""Shape of the words in the heads of columns."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class ColumnWords(Entry):
    """`columns.toml`."""

    aimed: tuple[str, ...]
    former: tuple[str, ...]
    result: tuple[str, ...]


def column_words() -> ColumnWords:
    """The table `columns.toml`."""
    return table("generic/columns", ColumnWords)
