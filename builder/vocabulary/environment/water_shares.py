"""Words of shares of water by class."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class MetWords(Entry):
    """Words of a rate that has no name: 水质稳定100%达标."""

    nouns: Words
    adverbs: Words
    words: Words
    others: Words


class WaterShareWords(Entry):
    """`water_shares.toml`: how the share of a class goes on, and what says that it is of more."""

    bodies: Words
    controls: Words
    shares: Words
    good: Words
    better_than: Words
    above: Words
    sections: Words
    numbers: Words
    standards: Words
    met: MetWords


water_share_words = reader("environment/water_shares", WaterShareWords)
