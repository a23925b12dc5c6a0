"""Which values may be set side by side, as data."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from builder.model import Level
from builder.vocabulary.loading import Entry, table


class Facet(Entry):
    """Words that narrow the same thing (`id`) in the same way (`name`)."""

    id: str
    name: str
    words: tuple[str, ...]


class Fillers(Entry):
    """Words of a scope that narrow nothing."""

    words: tuple[str, ...]


class Method(Entry):
    """A method of counting that changed with the data of year `since`."""

    metrics: tuple[str, ...]
    since: Annotated[int, Field(alias="from")]
    before: str
    after: str


class Comparability(Entry):
    """All rules."""

    bound: tuple[str, ...]
    weights: dict[str, int]
    facets: tuple[Facet, ...]
    own: dict[Level, tuple[str, ...]]
    fillers: Fillers
    methods: tuple[Method, ...]


def comparability() -> Comparability:
    """The table of rules."""
    return table("environment/comparability", Comparability)
