"""Kinds of quantities that several bureaus report."""

from __future__ import annotations

from functools import cache

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
    """All kinds, in the order of their tables; labels with one of `none` are of no kind."""

    none: tuple[str, ...]
    kinds: tuple[QuantityKind, ...]


@cache
def quantity_kinds() -> QuantityKinds:
    """The table of kinds, each with the words that none may have."""
    found = table("environment/quantity_kinds", QuantityKinds)
    kinds = (kind.model_copy(update={"none": kind.none + found.none}) for kind in found.kinds)
    return found.model_copy(update={"kinds": tuple(kinds)})
