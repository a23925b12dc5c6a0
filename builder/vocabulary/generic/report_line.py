"""Words by which a report shows its level and the time that it is about."""

from __future__ import annotations

from builder.model import Level
from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class LevelWords(Entry):
    """Words that are said at one level; the words of an entry are counted together."""

    level: Level
    words: Words


class Levels(Entry):
    """`levels.toml`."""

    own: tuple[LevelWords, ...]
    around: tuple[LevelWords, ...]
    county_things: Words
    wider: Words


levels = reader("generic/levels", Levels)


class ReportPeriodWords(Entry):
    """`report_periods.toml`."""

    planned: Words
    done: Words
    carried_out: Words
    years_before: Words
    passed: Words
    looking_back: Words
    so_far: Words
    ahead: Words
    announced_lists: Words
    head: Words
    next_year: Words
    parts_of_year: Words
    announcing: Words
    meetings: Words
    reviewing: Words
    issues: Words
    addresses: Words
    opening_addresses: Words


report_period_words = reader("generic/report_periods", ReportPeriodWords)
