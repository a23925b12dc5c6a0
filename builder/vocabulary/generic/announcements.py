"""Words of headings, labels and lead sentences that announce a part of a report."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class ShortcomingNames(Entry):
    """What is wanting, by nouns, in questions, and as sentences say that there is some."""

    nouns: Words
    weak: Words
    reasons: Words
    tails: Words
    work: Words
    wanting: Words
    asked: Words
    placed: Words
    which: Words
    asking: Words
    things: Words
    needing: Words
    improved: Words
    places: Words
    ought: Words
    well: Words
    left: Words
    undone: Words
    hard: Words
    stuck: Words
    still: Words
    many: Words
    but: Words
    being: Words
    leading: Words
    counted: Words
    having: Words
    amounts: Words
    owners: Words
    seeing: Words
    about: Words


class ComingNames(Entry):
    """What is to come, by nouns and in questions."""

    nouns: Words
    weak: Words
    times: Words
    over: Words
    how: Words
    doing: Words
    what: Words
    resolving: Words
    worked: Words
    affairs: Words
    between: Words
    own_years: Words
    seeing: Words
    seen: Words


class BehindNames(Entry):
    """What was done, by nouns and in questions."""

    nouns: Words
    doing: Words
    finished: Words
    manner: Words


class RequestNames(Entry):
    """What others are asked for, as a heading and as a sentence begins."""

    nouns: Words
    needs: Words
    asked: Words
    asking: Words
    modifiers: Words
    explained: Words
    tails: Words
    opening: Words
    begging: Words
    asks: Words
    superiors: Words
    invited: Words


class BesideNames(Entry):
    """What stands with such words."""

    modifiers: Words
    labels: Words


class AnnouncementWords(Entry):
    """`announcements.toml`."""

    shortcomings: ShortcomingNames
    coming: ComingNames
    behind: BehindNames
    requests: RequestNames
    beside: BesideNames


announcement_words = reader("generic/announcements", AnnouncementWords)
