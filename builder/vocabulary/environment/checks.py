"""Words of the checks: of cut texts, of periods, of parts and sums, and well-known days."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Day(Entry):
    """A day that is known by name."""

    names: Words
    month: int
    day: int


class Endings(Entry):
    """How the last line of a text may end without its full stop."""

    signed: Words
    whole: Words
    units: Words
    cut_counts: Words
    terms: Words


class PeriodWords(Entry):
    """Words of figures, and of the values before theirs."""

    now: Words
    changes: Words
    old_bases: Words
    units: Words
    measured: Words


class PartWords(Entry):
    """Words of wholes with their parts, and of rates with another base."""

    parts: Words
    listing: Words
    rest: Words
    sums: Words
    on_time: Words
    bounded: Words


class MaskWords(Entry):
    """Words around masked names and deleted numbers."""

    rays: Words
    shares: Words
    reaching: Words
    changes: Words
    classes: Words


class Checks(Entry):
    """`checks.toml`: words of cut texts, of awards and events, and well-known days."""

    truncated: Words
    gates: Words
    reading: Words
    rest: Words
    cut_endings: Words
    openings: Words
    not_figures: Words
    awarded: Words
    held: Words
    planned: Words
    due: Words
    deeds: Words
    changes: Words
    endings: Endings
    periods: PeriodWords
    parts: PartWords
    masks: MaskWords
    days: tuple[Day, ...]


checks = reader("environment/checks", Checks)
