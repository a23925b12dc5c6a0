"""Scopes in words."""

from __future__ import annotations

from builder.language import SOURCE_LANGUAGE, Language
from builder.model.comparison import Scope
from builder.vocabulary.environment.metrics import comparability


def scope_label(kind: Scope, language: Language) -> str:
    """A class of scopes in words: 未限定范围, 中心城区, 县级及以上饮用水水源."""
    if kind.whole:
        return language("未限定范围")
    order = [facet.name for facet in comparability().facets]
    known = sorted((name for _, name in kind.facets), key=order.index)
    gap = "" if language.code == SOURCE_LANGUAGE else " "
    return gap.join([*(language(name) for name in known), kind.name]).strip()


def printed_scope(words: str | None, language: Language) -> str:
    """A scope as the report has it; 未限定范围 for the whole jurisdiction."""
    return words or language("未限定范围")
