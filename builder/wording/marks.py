"""The marks that lead from a printed figure to its sentence: 岳1, 岳2, 岳3改."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.language import Language
from builder.model import AnyFact
from builder.model.comparison import CitedSentence

# What ends the mark of a corrected fact, so that every table shows the correction.
CORRECTED = "改"
_DIVISIONS = "省市县区州盟旗"
_SPARE_LETTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


def letters(places: Iterable[str]) -> list[str]:
    """One character for each place, of its own characters where they are still free."""
    found: list[str] = []
    for name in places:
        place = re.split("[（(]", name)[0].strip().removeprefix("某")
        own = [char for char in place.rstrip(_DIVISIONS) or place if not char.isascii()]
        candidates = [*own, *place[-1:], *_SPARE_LETTERS]
        free = (letter for letter in candidates if letter not in found and not letter.isascii())
        found.append(next(free, f"〇{len(found) + 1}之"))
    return found


def numbered(
    sentences: Iterable[CitedSentence], letter: str, language: Language
) -> dict[AnyFact, str]:
    """A mark for every fact, that of its sentence: 岳1, 岳2, and 岳2改 where it was corrected."""
    corrected = language(CORRECTED)
    return {
        fact: f"{letter}{sentence.number}" + (corrected if fact.correction is not None else "")
        for sentence in sentences
        for fact in sentence.facts
    }
