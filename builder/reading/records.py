"""What the reading view knows: an index of all facts, and each report's text with its cards.

The index is read when the page opens, a report's text when somebody looks at it. All words are in
the briefing's language and ready to be shown; the page computes none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UNREAD = "unread"
"""The kind of a number that was not understood, beside the kinds of facts."""

Span = tuple[int, int]
"""A stretch of a report's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """A fact in the index; `id` is its address without the report: 1171, 1171:2.

    `about` and `value` name it in a list: PM2.5平均浓度, 32.86 μg/m³. Values of one metric with the
    same `group` compare; `apart` says why a value does not. `links` are the ids of the promises
    that answer a problem, or of the problems that a promise answers, with `strength` in words.
    """

    id: str
    start: int
    end: int
    kind: str
    about: str
    value: str = ""
    mark: str = ""
    themes: tuple[str, ...] = ()
    unsure: bool = False
    metric: str = ""
    group: str = ""
    apart: str = ""
    links: tuple[str, ...] = ()
    strength: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report in the index, with its facts and its numbers not understood in text order."""

    id: str
    short: str
    title: str
    file: str
    published: str
    language: str
    length: int
    cautions: tuple[str, ...]
    facts: tuple[FactEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A line of a fact's card: 期间 2024年. `brief` ones stand in its short form as well."""

    label: str
    words: str
    brief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportText:
    """A report's whole text, and where in it stand its title, headings, furniture and sentences.

    `headings` have their level behind their stretch. `plain` is the Simplified, half-width copy of
    the same length, for searching; empty where the text itself does. `cards` are by the facts' ids.
    """

    text: str
    plain: str
    title: Span | None
    headings: tuple[tuple[int, int, int], ...]
    furniture: tuple[Span, ...]
    sentences: tuple[Span, ...]
    cards: Mapping[str, tuple[CardRow, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingIndex:
    """What the page knows at once; `kinds` and `themes` are names by their words."""

    language: str
    words: Mapping[str, str]
    kinds: Mapping[str, str]
    themes: Mapping[str, str]
    reports: tuple[ReportEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingData:
    """The index, and the texts in the order of its reports."""

    index: ReadingIndex
    texts: tuple[ReportText, ...]
