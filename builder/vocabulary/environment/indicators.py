"""Words between a metric and what is said of it: values, changes, parts, shares, plans."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ValueWords(Entry):
    """Words between a metric and its value, and behind the value."""

    lead_ins: Words
    nouns: Words
    linking: Words
    per: Words
    direct: Words
    counted: Words
    only: Words
    several: Words
    means: Words


class IndicatorChanges(Entry):
    """Words between a value and a change; `nouns` are those of the change by the metric's unit."""

    other_subjects: Words
    states: Words
    states_lead: Words
    compared: Words
    others: Words
    figures: Words
    nouns: dict[str, Words]


class RankedWords(Entry):
    """Words that say of what a rank is; `also` has metrics that another one's name may mean."""

    of_air: Words
    of_water: Words
    others: Words
    also: dict[str, Words]


class PartWords(Entry):
    """Words around the name of a part of a place or of a group of waters."""

    openings: Words
    tails: Words
    kinds: Words
    levels: Words
    other_work: Words


class ShareWords(Entry):
    """Words between a count and its share."""

    wholes: Words
    nouns: Words
    subjects: Words


class PlanWords(Entry):
    """Words that make a value one that is planned or a standard's."""

    targets: Words
    target_ends: Words
    limited: Words
    none: Words
    applying: Words
    standards: Words


class IndicatorWords(Entry):
    """`indicators.toml`."""

    name_tails: Words
    each: Words
    percentiles: Words
    other_things: Words
    own_things: Words
    values: ValueWords
    changes: IndicatorChanges
    ranked: RankedWords
    parts: PartWords
    shares: ShareWords
    plans: PlanWords


indicator_words = reader("environment/indicators", IndicatorWords)
