"""Names of the contract's words in the briefing, and the words of the themes."""

from __future__ import annotations

from functools import cached_property

from pydantic import RootModel, model_validator
from pydantic_core import PydanticCustomError

from builder.model import (
    Checkability,
    Followed,
    Level,
    Severity,
    SourceKind,
    Strength,
    TallySource,
    Theme,
)
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import AnyWords, Words


class Names(Entry):
    """`names.toml`: one name for each word."""

    themes: dict[Theme, str]
    sources: dict[TallySource, str]
    levels: dict[Level, str]
    source_kinds: dict[SourceKind, str]
    severities: dict[Severity, str]
    checkability: dict[Checkability, str]
    followed: dict[Followed, str]
    strengths: dict[Strength, str]
    findings: dict[str, str]
    areas: dict[str, str]

    @cached_property
    def metrics(self) -> dict[str, str]:
        """The name of each metric, in the order of the indicator tables."""
        return {metric.id: metric.name for metric in metrics().metrics}


names = reader("environment/names", Names)


STRONG, PLAIN, WEAK = 6, 3, 1


class ThemeWords(Entry):
    """Words of one theme by how surely they tell it."""

    strong: Words
    plain: Words
    weak: AnyWords


class Themes(RootModel[dict[Theme, ThemeWords]]):
    """`themes.toml`; every theme of the contract has its words."""

    @model_validator(mode="after")
    def _complete(self) -> Themes:
        if missing := [theme.value for theme in Theme if theme not in self.root]:
            raise PydanticCustomError(
                "theme_missing", "缺少主题：{themes}", {"themes": "、".join(missing)}
            )
        return self


_themes = reader("environment/themes", Themes)


def theme_weights() -> dict[str, tuple[tuple[Theme, int], ...]]:
    """Every word of `themes.toml` with the themes it speaks for and how much."""
    weights: dict[str, list[tuple[Theme, int]]] = {}
    for theme in Theme:
        lists = _themes().root[theme]
        for weight, items in ((STRONG, lists.strong), (PLAIN, lists.plain), (WEAK, lists.weak)):
            for word in items:
                weights.setdefault(word, []).append((theme, weight))
    return {word: tuple(pairs) for word, pairs in weights.items()}
