"""Numbers as headings count: 一、 for parts, （一） for what stands in them."""

from __future__ import annotations

from builder.language import Language
from builder.numerals import chinese


def heading_number(number: int, language: Language) -> str:
    """The number of a part: 一、"""
    return language("{number}、", number=numeral(number, language.code))


def ordinal(number: int, language: Language) -> str:
    """The number of a second-level heading: （一）."""
    return language("（{number}）", number=numeral(number, language.code))


def numeral(number: int, language: str) -> str:
    """A number as headings count: 一, 十二, 三十, 一百零一; digits outside Chinese."""
    return chinese(number) if language == "zh" else str(number)
