"""Figures, names and the other small words of a comparison, in the briefing's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from builder.language import SOURCE_LANGUAGE, Language
from builder.model import (
    Change,
    Direction,
    Qualifier,
    Rank,
    Theme,
)
from builder.model.comparison import TallyPart
from builder.read.unseen import without_unseen
from builder.vocabulary.environment.names import names

# Units that stand close behind their number in Chinese.
_CLOSE = frozenset("天次个条")
_YEAR = re.compile(r"\d{4}")
_CHANGES = {"pp": "个百分点", "class": "个类别"}
_MULTIPLES = {"万": "万{unit}", "亿": "亿{unit}"}
# A rank by what is known of it: the area, and of how many.
RANKS = {
    (True, True): "{area}{of}个中{place}",
    (True, False): "{area}{place}",
    (False, True): "{of}个中{place}",
    (False, False): "{place}",
}
TALLY_PARTS = {TallyPart.TOTAL: "受理", TallyPart.DONE: "办结"}
HEDGED = {
    Qualifier.EQUAL: "{value}",
    Qualifier.AT_LEAST: "≥{value}",
    Qualifier.AT_MOST: "≤{value}",
    Qualifier.MORE: ">{value}",
    Qualifier.LESS: "<{value}",
    Qualifier.ABOUT: "约{value}",
}


def plain(value: Decimal) -> str:
    """A number as printed in its source: no exponent, no digit more or less."""
    return format(value, "f")


def amount(value: Decimal | str, unit: str, qualifier: Qualifier, language: Language) -> str:
    """A value with hedge and unit: ≥92%, 约40名, 32.86 μg/m³, Ⅱ类."""
    before, after = _around(qualifier, language)
    if isinstance(value, str):
        return before + language("{roman}类", roman=value) + after
    return before + plain(value) + _unit(unit, language) + after


def _around(qualifier: Qualifier, language: Language) -> tuple[str, str]:
    """What a hedge sets before a value with its unit, and behind it."""
    before, _, after = language(HEDGED[qualifier]).partition("{value}")
    return before, after


def _unit(unit: str, language: Language) -> str:
    if unit in {"", "1"}:
        return ""
    if unit == "%":
        return unit
    close = unit in _CLOSE or (not unit[0].isascii() and unit[0] not in "μ℃")
    gap = "" if close and language.code == SOURCE_LANGUAGE else " "
    return gap + unit_words(unit, language)


def tally_part_words(part: TallyPart, language: Language) -> str:
    """What a number of a tally is called beside figures of its kind."""
    return language(TALLY_PARTS[part])


def unit_words(unit: str, language: Language) -> str:
    """A unit's name, 万 and 亿 before it said apart; one that no catalog knows stays as printed."""
    multiple = _MULTIPLES.get(unit[:1])
    if multiple is None:
        return language(unit)
    return language(multiple, unit=language(unit[1:])).strip()


def change_words(change: Change | None, language: Language) -> str:
    """A printed change with its judgement: 同比下降3.64%（改善）, 同比持平."""
    if change is None:
        return language("未载明")
    words = movement_words(change, language)
    if change.better is None:
        return words
    if change.better:
        return language("{change}（改善）", change=words)
    return language("{change}（变差）", change=words)


def movement_words(change: Change, language: Language) -> str:
    """A printed change without judgement: 同比下降3.64%, 较2020年上升2%."""
    basis = language("同比")
    if change.basis is not None:
        basis = language("较{basis}", basis=basis_words(change.basis, language))
    if change.direction is Direction.FLAT:
        return language("{basis}持平", basis=basis)
    size = language("（幅度未载明）")
    if change.value is not None:
        size = plain(change.value) + change_unit(change.unit or "", language)
    if change.direction is Direction.UP:
        return language("{basis}上升{size}", basis=basis, size=size)
    return language("{basis}下降{size}", basis=basis, size=size)


def change_unit(unit: str, language: Language) -> str:
    """The unit of a change: 个百分点 of shares, 个类别 of classes of water."""
    return language(_CHANGES[unit]) if unit in _CHANGES else _unit(unit, language)


def basis_words(basis: str, language: Language) -> str:
    """What a change is against: 2020年 for 2020, other words as they are printed."""
    return language("{year}年", year=basis) if _YEAR.fullmatch(basis) else basis


def rank_words(rank: Rank | None, language: Language) -> str:
    """A printed rank: 全省第76（并列）, 县市区13个中第4."""
    if rank is None:
        return language("未载明")
    place = (
        language("倒数第{position}", position=rank.position)
        if rank.from_bottom
        else language("第{position}", position=rank.position)
    )
    kind = RANKS[bool(rank.area), rank.of is not None]
    words = language(kind, area=language(rank.area or ""), of=rank.of, place=place)
    if not rank.tied:
        return words
    return language("{rank}（并列）", rank=words)


def theme_words(themes: Iterable[Theme], language: Language) -> tuple[str, ...]:
    """Names of themes, the main one first."""
    return tuple(theme_name(theme, language) for theme in themes)


def theme_name(theme: Theme, language: Language) -> str:
    """The name of a theme; of a user's own in English, where they have written one."""
    if language.code != SOURCE_LANGUAGE and theme in names().english_themes:
        return names().english_themes[theme]
    return language(names().themes[theme])


def enumeration(words: Iterable[str], language: Language) -> str:
    """Words in a row: 岳阳县、潜江市; in English the last one has *and* before it."""
    row = list(words)
    if language.code == SOURCE_LANGUAGE or len(row) == 1:
        return language("、").join(row)
    return language("和").join(filter(None, (language("、").join(row[:-1]), *row[-1:])))


def folded(text: str) -> str:
    """A quote on one line: line breaks of its source fall away, other white space is one space.

    Signs that nobody sees are not printed: one that turns the direction would turn all behind it.
    """
    return re.sub(r"\s+", " ", re.sub(r"\s*\n\s*", "", without_unseen(text))).strip()
