"""Counts in running words: 五家, 12个."""

from __future__ import annotations

from builder.language import SOURCE_LANGUAGE, Language
from builder.numerals import chinese

_SPOKEN, _PAIR = 10, 2


def counted(number: int, language: Language) -> str:
    """A count of bureaus as officials write it: 两, 五 up to ten, 12 beyond; digits elsewhere."""
    if language.code != SOURCE_LANGUAGE or number > _SPOKEN:
        return str(number)
    return "两" if number == _PAIR else chinese(number)
