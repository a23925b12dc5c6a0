"""Kinds of quantities that several bureaus report."""

from __future__ import annotations

from builder.model import TallySource
from builder.vocabulary.loading import Entry, table


class QuantityKind(Entry):
    """Labels with one of `any` and none of `none`, in one of `units`; tallies of these sources."""

    title: str
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    tallies: tuple[TallySource, ...] = ()


class QuantityKinds(Entry):
    """All kinds, in the order of their tables."""

    kinds: tuple[QuantityKind, ...]


def quantity_kinds() -> QuantityKinds:
    """The table of kinds."""
    return table("quantitykinds", QuantityKinds)
