"""Words around the numbers of items that are raised and settled."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Subject(Entry):
    """What stands around the noun of the items and is none of it."""

    before: Words
    handling: Words
    handled: Words
    after: Words
    outer: Words
    finding: Words
    silent: Words
    concerning: Words
    verbs: Words
    during: Words
    treated: Words
    general: Words


class Duty(Entry):
    """Which of the items a body answers for."""

    leads: Words
    leaders: Words
    helps: Words
    deeds: Words


class Raisers(Entry):
    """Who raised the items."""

    levels: Words
    inspection: Words
    bodies: Words
    rounds: Words


class Limited(Entry):
    """What limits a settlement."""

    levels: Words
    acceptances: Words
    again: Words
    preliminary: Words
    steps: Words


class TableHeads(Entry):
    """Heads of the columns of a table of items."""

    total: Words
    done: Words
    pending: Words
    due: Words


class TallyVocabulary(Entry):
    """`tallies.toml`."""

    lead: Words
    not_counted: Words
    fillers: Words
    already: Words
    passing: Words
    accepting: Words
    on_site: Words
    acceptances: Words
    bodies: Words
    not_bodies: Words
    finding: Words
    no_finds: Words
    cases: Words
    promptly: Words
    urging: Words
    pushing: Words
    term: Words
    within_term: Words
    before_rate: Words
    handed: Words
    checking: Words
    established: Words
    not_established: Words
    kinds: Words
    sorting: Words
    matters: Words
    bears: Words
    own_bureau: Words
    competence: Words
    totals: Words
    due: Words
    due_set: Words
    of_all: Words
    due_verbs: Words
    due_deeds: Words
    need: Words
    ought: Words
    needed: Words
    listed: Words
    lists: Words
    duty: Duty
    subject: Subject
    raisers: Raisers
    limited: Limited
    table: TableHeads


tally_vocabulary = reader("environment/tallies", TallyVocabulary)
