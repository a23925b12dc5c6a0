"""Shapes of the words that tell what a part of a report is for."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, table


class Leads(Entry):
    """Words of sentences that turn to the shortcomings or to the plan inside running text."""

    problems: tuple[str, ...]
    plan: tuple[str, ...]
    plan_verbs: tuple[str, ...]
    plan_words: tuple[str, ...]


class Tense(Entry):
    """Words of the future, of what is hoped for, and of the past."""

    future: tuple[str, ...]
    hope: tuple[str, ...]
    past: tuple[str, ...]


class Main(Entry):
    """Words that main headings are made of; such a heading ends with one of `heads`."""

    modifiers: tuple[str, ...]
    heads: tuple[str, ...]


class Title(Entry):
    """Words of a report's title."""

    words: tuple[str, ...]
    summary: tuple[str, ...]
    plan: tuple[str, ...]
    ahead: tuple[str, ...]


class Headings(Entry):
    """Words of headings by what stands under them."""

    not_problems: tuple[str, ...]
    problems: tuple[str, ...]
    done: tuple[str, ...]
    plan: tuple[str, ...]
    plan_weak: tuple[str, ...]
    other: tuple[str, ...]
    tense: Tense
    main: Main
    leads: Leads
    title: Title


def headings() -> Headings:
    """The table `headings.toml`."""
    return table("generic/headings", Headings)
