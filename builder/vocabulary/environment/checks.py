"""Shape of what the checks know."""

from __future__ import annotations

from decimal import Decimal

from builder.vocabulary.loading import Entry, table


class Day(Entry):
    """A day that is known by name."""

    names: tuple[str, ...]
    month: int
    day: int


class Checks(Entry):
    """Words of cut texts, of awards and events, well-known days, and limits by metric."""

    truncated: tuple[str, ...]
    cut_endings: tuple[str, ...]
    not_figures: tuple[str, ...]
    awarded: tuple[str, ...]
    held: tuple[str, ...]
    planned: tuple[str, ...]
    days: tuple[Day, ...]
    limits: dict[str, tuple[Decimal, Decimal]]


def checks() -> Checks:
    """The table `checks.toml`."""
    return table("environment/checks", Checks)
