"""Patterns of what is hoped for and of what came of it, made of `modality.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from builder.vocabulary.generic.statements import Before, modality_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityPatterns:
    """Patterns of the words around what is no result, or one after all.

    `firm` hopes wherever it stands (力争), `hoped` adds what hopes before a deed (应达到), and
    `unreached` what says that a value was missed (未达).
    """

    firm: re.Pattern[str]
    hoped: re.Pattern[str]
    unreached: re.Pattern[str]
    results: re.Pattern[str]
    reached: Words


@cache
def modality() -> ModalityPatterns:
    """The patterns, made once."""
    words = modality_words()
    firm = branches(words.words, words.none)
    hoped = "|".join((firm, *(before(one, words.none) for one in words.before)))
    return ModalityPatterns(
        firm=re.compile(firm),
        hoped=re.compile(hoped),
        unreached=re.compile(f"{hoped}|{words.outcomes.missed.pattern}"),
        results=re.compile(f"{words.outcomes.results.pattern}|;"),
        reached=words.outcomes.reached,
    )


def before(one: Before, none: Sequence[str]) -> str:
    """Words that hope before a deed: 要求 before 各 or 其.

    With `numbers` also before a digit, and at the end of what stands before a number.
    """
    numbers = r"|\d|$" if one.numbers else ""
    return branches(one.words, none, f"(?={one.deeds.pattern}{numbers})")


def branches(words: Sequence[str], none: Sequence[str], following: str = "") -> str:
    """Words with what follows, but not inside those that are none: 应 but not 响应.

    Every branch begins with a fixed character, so that most places are passed over at once.
    """
    return "|".join(
        re.escape(word)
        + "".join(f"(?<!{re.escape(other)})" for other in none if other.endswith(word))
        + "".join(
            f"(?!{re.escape(other[len(word) :])})" for other in none if other.startswith(word)
        )
        + following
        for word in sorted(words, key=len, reverse=True)
    )
