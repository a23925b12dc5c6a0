"""Shape of the verbs around counted things."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Deeds(Entry):
    """`deeds.toml`."""

    before_one: tuple[str, ...]
    with_object: tuple[str, ...]


def deeds() -> Deeds:
    """The table `deeds.toml`."""
    return table("generic/deeds", Deeds)
