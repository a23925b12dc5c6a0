"""Words of days by the level or the index of their air."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class DayLevelWords(Entry):
    """`day_levels.toml`: days that are good or heavily polluted without being called so."""

    subjects: Words
    best: Words
    good: Words
    reaching: Words
    linking: Words
    standards: Words
    days: Words
    having: Words
    good_index: Words
    heavy_index: Words
    wholes: Words
    assessed: Words
    shares: Words


day_level_words = reader("environment/day_levels", DayLevelWords)
