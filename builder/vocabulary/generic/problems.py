"""Shapes of the words that mark shortcomings and their causes."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Passing(Entry):
    """Words of clauses that state a shortcoming in passing."""

    not_reached: tuple[str, ...]
    not_reached_objects: tuple[str, ...]
    plain: tuple[str, ...]
    weak: tuple[str, ...]
    still: tuple[str, ...]
    decoy_openings: tuple[str, ...]
    decoy_followers: tuple[str, ...]
    low: tuple[str, ...]
    beyond: tuple[str, ...]
    low_subjects: tuple[str, ...]
    subjects: tuple[str, ...]


class Raised(Entry):
    """Words of shortcomings that inspectors raised."""

    who: tuple[str, ...]
    how: tuple[str, ...]
    what: tuple[str, ...]
    vague: tuple[str, ...]


class Cause(Entry):
    """Words that mark a cause, by where it stands."""

    after: tuple[str, ...]
    with_word: tuple[str, ...]
    not_because: tuple[str, ...]
    before: tuple[str, ...]
    joined: tuple[str, ...]


class Frame(Entry):
    """Beginnings of sentences around the problems."""

    closings: tuple[str, ...]
    ends: tuple[str, ...]
    said: tuple[str, ...]
    goes_on: tuple[str, ...]
    openers: tuple[str, ...]
    more: tuple[str, ...]
    weak: tuple[str, ...]


class ProblemWords(Entry):
    """`problems.toml`."""

    passing: Passing
    raised: Raised
    cause: Cause
    frame: Frame


def problem_words() -> ProblemWords:
    """The table `problems.toml`."""
    return table("generic/problems", ProblemWords)
