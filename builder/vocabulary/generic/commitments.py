"""Shape of the words of a plan's sentences."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class CommitmentWords(Entry):
    """`commitments.toml`."""

    closings: tuple[str, ...]
    flourishes: tuple[str, ...]
    spirits: tuple[str, ...]
    actions: tuple[str, ...]
    lead_ins: tuple[str, ...]
    statements: tuple[str, ...]
    prefixes: tuple[str, ...]
    measured_things: tuple[str, ...]
    bases: tuple[str, ...]
    left_behind: tuple[str, ...]
    days: tuple[str, ...]
    sizes: tuple[str, ...]


def commitment_words() -> CommitmentWords:
    """The table `commitments.toml`."""
    return table("generic/commitments", CommitmentWords)
