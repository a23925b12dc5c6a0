"""Words of the conclusions on page 1."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ConclusionWords(Entry):
    """`conclusions.toml`."""

    raised: Words
    predicates: Words
    openers: Words
    turns: Words
    worsening: Words


conclusion_words = reader("environment/conclusions", ConclusionWords)

# A turn stands right behind the comma.
_TURN = 4


def turned(title: str, quote: str) -> str:
    """A problem's title, or what follows the turn right behind it: 管理不断加强,但|人员仅5名."""
    behind = quote.partition(title)[2]
    turn = conclusion_words().turns.search(behind, 0, _TURN)
    return behind[turn.end() :] if turn else title
