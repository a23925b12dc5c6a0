"""Words around numbers with a unit that say no amount, and of rates that share a value."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class CountedDays(Entry):
    """Days that are counted by their air, and no duration."""

    grades: Words
    nouns: Words


class Specification(Entry):
    """Units that say of what kind a thing is."""

    units: Words
    boiler_units: Words
    boilers: Words
    sizes: Words
    sized: Words


class Order(Entry):
    """Places and grades."""

    places: Words
    grades: Words
    moves: Words


class Complying(Entry):
    """Statements that all things of a kind comply."""

    things: Words
    measured: Words
    adverbs: Words
    verbs: Words


class Scoring(Entry):
    """Points of a score."""

    words: Words
    last: Words
    none: Words
    points: Words
    weights: Words


class Aimed(Entry):
    """What was aimed at."""

    aims: Words
    bounds: Words
    lacking: Words
    beyond: Words
    limits: Words
    distances: Words
    hopes: Words


class Aspects(Entry):
    """What a list has that is only announced by its number."""

    nouns: Words


class Goals(Entry):
    """What a number is called that was asked for, not done."""

    whose: Words
    aims: Words
    alone: Words
    links: Words
    setters: Words
    reached: Words
    really: Words
    demanding: Words
    tasks: Words


class AmountMarks(Entry):
    """What a number is measured by, and the step that a value reached."""

    yardsticks: Words
    steps: Words


class AmountChanges(Entry):
    """Words of how an amount changed, and of a figure that the text calls wrong."""

    verbs: Words
    of_shares: Words
    short: Words
    bases: Words
    tail: Words
    new: Words
    wrong: Words


class NoAmounts(Entry):
    """`no_amounts.toml`."""

    continued: Words
    said: Words
    stages: Words
    averages: Words
    days: CountedDays
    specification: Specification
    order: Order
    complying: Complying
    scoring: Scoring
    marks: AmountMarks
    aimed: Aimed
    goals: Goals
    changes: AmountChanges
    aspects: Aspects


no_amounts = reader("environment/no_amounts", NoAmounts)
