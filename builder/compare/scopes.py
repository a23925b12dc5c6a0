"""What a scope narrows, so that only values of the same scope are set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from builder.model.comparison import Scope
from builder.vocabulary.environment.metrics import Facet, comparability

_COUNT = re.compile(r"[0-9]+|[()【】“”\"、,;: ]")


def scope(printed: str | None, homes: Iterable[str] = ()) -> Scope:
    """The scope of printed words; None and the jurisdiction's own names (`homes`) are all of it.

    Known words are taken off longest first, counts and brackets with them; what remains names an
    object: 地表水市控考核断面浍楼闸 narrows the level and names 浍楼闸.
    """
    rest, facets = printed or "", set()
    for home in homes:
        rest = rest.replace(home, " ")
    for word, facet in _words():
        if word in rest:
            rest = rest.replace(word, " ")
            if facet is not None:
                facets.add((facet.id, facet.name))
    return Scope(frozenset(facets), _COUNT.sub("", rest))


@cache
def _words() -> tuple[tuple[str, Facet | None], ...]:
    """All known words with their facet (None for a filler), longest first."""
    rules = comparability()
    known: list[tuple[str, Facet | None]] = [(word, None) for word in rules.fillers.words]
    known += [(word, facet) for facet in rules.facets for word in facet.words]
    return tuple(sorted(known, key=lambda item: (-len(item[0]), item[0])))
