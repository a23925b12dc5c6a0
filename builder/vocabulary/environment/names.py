"""Names of the contract's words in the briefing, and the words of the themes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated

from pydantic import AfterValidator, RootModel, model_validator
from pydantic_core import PydanticCustomError

from builder.config import in_one_line
from builder.model import (
    Checkability,
    Followed,
    Level,
    Severity,
    SourceKind,
    Strength,
    TallySource,
    Theme,
    every_theme,
)
from builder.toml_file import located
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import AnyWords, Words


class Names(Entry):
    """`names.toml`: one name for each word."""

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

    @cached_property
    def themes(self) -> dict[Theme, str]:
        """The name of each theme, in their order."""
        return {theme: _themes().root[theme].name for theme in every_theme()}

    @cached_property
    def english_themes(self) -> dict[Theme, str]:
        """The English names of the user's own themes that have one."""
        every = {theme: _themes().root[theme].english for theme in every_theme()}
        return {theme: name for theme, name in every.items() if name}


names = reader("environment/names", Names)


STRONG, PLAIN, WEAK = 6, 3, 1
THEME_ID = re.compile("[a-z][a-z0-9_]*")


class ThemeWords(Entry):
    """A theme's name, and its words by how surely they tell it.

    `english` is the name of a user's own theme in English; ours stand in the catalog.
    """

    name: Annotated[str, AfterValidator(in_one_line)]
    english: Annotated[str, AfterValidator(in_one_line)] = ""
    strong: Words
    plain: AnyWords = Words()
    weak: AnyWords = Words()


class Themes(RootModel[dict[Theme, ThemeWords]]):
    """`themes.toml`; every theme of the contract has its words."""

    @model_validator(mode="after")
    def _complete(self) -> Themes:
        if missing := [theme.value for theme in Theme if theme not in self.root]:
            raise PydanticCustomError(
                "theme_missing", "缺少主题：{themes}", {"themes": "、".join(missing)}
            )
        if odd := [theme.value for theme in self.root if not THEME_ID.fullmatch(theme.value)]:
            raise located(((name,), "代号只能用小写字母、数字和下划线") for name in odd)
        return self


_themes = reader("environment/themes", Themes)


@cache
def theme_weights() -> Mapping[str, tuple[tuple[Theme, int], ...]]:
    """Every word of `themes.toml` with the themes it speaks for and how much."""
    weights: dict[str, list[tuple[Theme, int]]] = {}
    for theme in every_theme():
        lists = _themes().root[theme]
        for weight, items in ((STRONG, lists.strong), (PLAIN, lists.plain), (WEAK, lists.weak)):
            for word in items:
                weights.setdefault(word, []).append((theme, weight))
    return MappingProxyType({word: tuple(pairs) for word, pairs in weights.items()})
