"""Words of times and deadlines."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class DeadlineWords(Entry):
    """Words around a time by which something is to be done."""

    deeds: Words
    seasons: Words


class TimeWords(Entry):
    """`times.toml`: words around years, the five-year plans, and years by their names."""

    plan_times: Words
    events: Words
    same_period: Words
    goals_of_plans: Words
    issued: Words
    issued_by: Words
    given: Words
    grounds: Words
    bearers: Words
    awarded: Words
    awarding: Words
    counted: Words
    plans: dict[str, int]
    relative: dict[str, int]
    deadlines: DeadlineWords


time_words = reader("generic/times", TimeWords)
