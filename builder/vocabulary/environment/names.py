"""What the words of the contract are called in the briefing; Chinese, the msgids of `Language`."""

from __future__ import annotations

from builder.model import (
    Checkability,
    Followed,
    Level,
    Severity,
    SourceKind,
    Strength,
    TallySource,
    Theme,
)
from builder.vocabulary.loading import Entry, table


class Names(Entry):
    """One name for each word; the order of `metrics` is that of the indicator tables."""

    metrics: dict[str, str]
    themes: dict[Theme, str]
    sources: dict[TallySource, str]
    levels: dict[Level, str]
    source_kinds: dict[SourceKind, str]
    severities: dict[Severity, str]
    kinds: dict[str, str]
    checkability: dict[Checkability, str]
    followed: dict[Followed, str]
    strengths: dict[Strength, str]
    findings: dict[str, str]
    areas: dict[str, str]


def names() -> Names:
    """The table of names."""
    return table("environment/names", Names)
