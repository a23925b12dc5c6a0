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


class ClassLists(Entry):
    """Words of a class before the names that have it: Ⅱ类断面2个:金溪口、白鹭滩."""

    bodies: Words
    controls: Words
    opening: Words
    no_names: Words
    beyond: Words


class ClassMoves(Entry):
    """Words of how far a class moved."""

    up: Words
    down: Words
    units: Words


class WaterClassWords(Entry):
    """`water_classes.toml`."""

    having: Words
    nominal: Words
    measured: Words
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
    suffering: Words
    always: Words
    lists: ClassLists
    moves: ClassMoves
    brackets: Brackets


water_class_words = reader("environment/water_classes", WaterClassWords)
