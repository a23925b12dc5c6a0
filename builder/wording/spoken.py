"""Values as sentences have them: 32.86微克/立方米, 88.0%, Ⅱ类. Tables and charts keep μg/m³."""

from __future__ import annotations

from decimal import Decimal

from builder.language import Language
from builder.model import Change, Direction, Qualifier
from builder.vocabulary.environment.metrics import CLASS, UNPRINTED
from builder.wording.words import amount, plain, unit_words

_SPOKEN = {"μg/m³": "微克/立方米", "mg/m³": "毫克/立方米", "mg/L": "毫克/升"}


def spoken_unit(unit: str, language: Language) -> str:
    """A unit's name in a sentence; nothing for one that is not printed."""
    if unit in {"", *UNPRINTED}:
        return ""
    if unit == "pp":
        return language("个百分点")
    return language(_SPOKEN[unit]) if unit in _SPOKEN else unit_words(unit, language)


def spoken(value: Decimal | str, unit: str, qualifier: Qualifier, language: Language) -> str:
    """A value with its unit in a sentence."""
    if unit not in _SPOKEN:
        return amount(value, unit, qualifier, language)
    return amount(value, "", qualifier, language) + spoken_unit(unit, language)


def movement(change: Change, language: Language) -> str:
    """A printed change in a sentence: 下降3.2个百分点, 较2020年上升2%."""
    told = {
        Direction.UP: "{basis}上升{size}",
        Direction.DOWN: "{basis}下降{size}",
        Direction.FLAT: "{basis}持平",
    }
    size = ""
    if change.unit == CLASS and change.value is not None:
        size = language("{count}个类别", count=plain(change.value))
    elif change.value is not None:
        size = plain(change.value) + spoken_unit(change.unit or "", language)
    year = "较{basis}年" if (change.basis or "").isdecimal() else "较{basis}"
    basis = language(year, basis=change.basis) if change.basis else ""
    return language(told[change.direction], basis=basis, size=size)
