"""Words around the class of a water."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Brackets(Entry):
    """Words around a class in brackets behind its object."""

    lead_ins: Words
    not_of_object: Words
    aims: Words
    before_names: Words
    no_names: Words
    objects: Words


class WaterClassWords(Entry):
    """`water_classes.toml`."""

    having: Words
    better: Words
    changing: Words
    standard: Words
    predicates: Words
    times: Words
    remaining: Words
    not_reached: Words
    months: Words
    targets: Words
    of_targets: Words
    lasting: Words
    brackets: Brackets


water_class_words = reader("environment/water_classes", WaterClassWords)
