"""What a scope narrows, so that only values of the same scope are set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from builder.language import SOURCE_LANGUAGE, Language
from builder.vocabulary.environment.metrics import Facet, comparability

_COUNT = re.compile(r"[0-9]+|[()“”\"、,;: ]")
_MASK = re.compile(r"[XxＸ×*＊○]{1,}|某")


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope taken apart: the facets it narrows, and the name of an object if it has one."""

    facets: frozenset[tuple[str, str]]
    name: str

    @property
    def whole(self) -> bool:
        """Whether it is the whole jurisdiction."""
        return not self.facets and not self.name

    @property
    def masked(self) -> bool:
        """Whether the name is masked, so that nobody knows what it is."""
        return _MASK.search(self.name) is not None

    def narrows(self, facet: str) -> bool:
        """Whether it narrows this: area, level, object, statistic, time, condition."""
        return any(identity == facet for identity, _ in self.facets)


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


def scope_label(kind: Scope, language: Language) -> str:
    """A class of scopes in words: 全域, 中心城区, 县级及以上饮用水水源."""
    if kind.whole:
        return language("全域")
    order = [facet.name for facet in comparability().facets]
    known = sorted((name for _, name in kind.facets), key=order.index)
    gap = "" if language.code == SOURCE_LANGUAGE else " "
    return gap.join([*(language(name) for name in known), kind.name]).strip()


def printed_scope(words: str | None, language: Language) -> str:
    """A scope as the report has it; 全域 for the whole jurisdiction."""
    return words or language("全域")
