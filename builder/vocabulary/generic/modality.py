"""Shapes of the words of hope, and of those that tell what came of it."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Before(Entry):
    """Words that hope only before one of `deeds`, and before `numbers` where that is set."""

    words: tuple[str, ...]
    deeds: tuple[str, ...]
    numbers: bool = False


class Outcomes(Entry):
    """Words of what was missed and what was reached."""

    missed: tuple[str, ...]
    results: tuple[str, ...]
    reached: tuple[str, ...]


class AmountHopes(Entry):
    """Words of hope before amounts, and those that `turn` to what was done."""

    told: tuple[str, ...]
    lasting: tuple[str, ...]
    passing: tuple[str, ...]
    none: tuple[str, ...]
    turns: tuple[str, ...]
    finished: tuple[str, ...]
    before: tuple[Before, ...]


class HopeWords(Entry):
    """`hopes.toml`."""

    words: tuple[str, ...]
    none: tuple[str, ...]
    before: tuple[Before, ...]
    outcomes: Outcomes
    amounts: AmountHopes


def hope_words() -> HopeWords:
    """The table `hopes.toml`."""
    return table("generic/modality", HopeWords)
