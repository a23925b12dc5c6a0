"""Shape of the words by theme."""

from __future__ import annotations

from builder.model import Theme
from builder.vocabulary.loading import Entry, table

STRONG, PLAIN, WEAK = 6, 3, 1


class ThemeWords(Entry):
    """Words of one theme by how surely they tell it."""

    strong: tuple[str, ...]
    plain: tuple[str, ...]
    weak: tuple[str, ...]


class _Themes(Entry):
    air: ThemeWords
    water: ThemeWords
    soil: ThemeWords
    rural: ThemeWords
    waste: ThemeWords
    ecology: ThemeWords
    climate: ThemeWords
    inspection: ThemeWords
    enforcement: ThemeWords
    monitoring: ThemeWords
    risk: ThemeWords
    petition: ThemeWords
    permitting: ThemeWords
    reform: ThemeWords
    education: ThemeWords
    projects: ThemeWords
    party: ThemeWords
    team: ThemeWords
    governance: ThemeWords


def theme_weights() -> dict[str, tuple[tuple[Theme, int], ...]]:
    """Every word of `themes.toml` with the themes it speaks for and how much."""
    words = table("environment/themes", _Themes)
    weights: dict[str, list[tuple[Theme, int]]] = {}
    for theme in Theme:
        lists: ThemeWords = getattr(words, theme.value)
        for weight, items in ((STRONG, lists.strong), (PLAIN, lists.plain), (WEAK, lists.weak)):
            for word in items:
                weights.setdefault(word, []).append((theme, weight))
    return {word: tuple(pairs) for word, pairs in weights.items()}
