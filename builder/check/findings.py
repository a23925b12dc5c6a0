"""Findings with their place, and the text that the checks look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from builder.model import Extraction, Finding, FlagType, Role, Severity
from builder.outline.spans import Span
from builder.text.timed_text import timed_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Sentence
    from builder.text.dates import Time
    from builder.text.normalized import NormalizedText

SEVERITIES = {
    FlagType.PLACEHOLDER: Severity.WARNING,
    FlagType.ARITHMETIC: Severity.ERROR,
    FlagType.PARTIAL_PERIOD: Severity.WARNING,
    FlagType.MIXED_PERIOD: Severity.WARNING,
    FlagType.AMBIGUOUS_PERIOD: Severity.WARNING,
    FlagType.MISSING_SECTION: Severity.WARNING,
    FlagType.TRUNCATED: Severity.WARNING,
    FlagType.SCRIPT_CONVERTED: Severity.NOTE,
    FlagType.UNOFFICIAL_SOURCE: Severity.WARNING,
    FlagType.NO_TITLE: Severity.NOTE,
    FlagType.NO_BUREAU: Severity.WARNING,
    FlagType.IMPLAUSIBLE: Severity.ERROR,
    FlagType.BOILERPLATE: Severity.NOTE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A report as the checks see it; `times` are in the offsets of the normalised text.

    `outside_plan` are the sentences that are no plan, with start and end in the normalised text.
    """

    extraction: Extraction
    normalized: NormalizedText
    times: tuple[Time, ...]
    outside_plan: tuple[tuple[Sentence, int, int], ...]

    @property
    def plan(self) -> list[Span]:
        """Where the sentences of the plan stand in the normalised text."""
        sentences = zip(self.extraction.outline.sentences, self.normalized.sentences, strict=True)
        return [Span(*span) for one, span in sentences if one.role is Role.PLAN]

    @property
    def text(self) -> str:
        """The report without layout, Simplified and half-width."""
        return self.normalized.text

    def times_outside_plan(self) -> Iterator[tuple[Time, Sentence, int, int]]:
        """Every time outside the plan, with the sentence it stands in."""
        clock = iter(self.times)
        time = next(clock, None)
        for sentence, start, end in self.outside_plan:
            while time is not None and time.start < start:
                time = next(clock, None)
            while time is not None and time.start < end:
                yield time, sentence, start, end
                time = next(clock, None)

    def found_outside_plan(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All that a pattern finds inside one sentence outside the plan."""
        for found in pattern.finditer(self.text):
            index = bisect_right(self.outside_plan, found.start(), key=itemgetter(1)) - 1
            if index >= 0 and found.end() <= self.outside_plan[index][2]:
                yield found

    def flag(
        self, kind: FlagType, message: str, span: tuple[int, int] | None = None, **values: str
    ) -> Finding:
        """A finding of the contract; `span` is a place in the source, None for the whole text."""
        source = self.extraction.outline.source
        start, end = span or (None, None)
        return Finding(
            code=kind.value,
            severity=SEVERITIES[kind],
            report=source.report,
            message=message,
            values=tuple(values.items()),
            start=start,
            end=end,
            quote=None if span is None else source.text[slice(*span)],
        )

    def flag_at(self, kind: FlagType, message: str, start: int, end: int, **values: str) -> Finding:
        """A finding at a place of the text without layout."""
        return self.flag(kind, message, self.normalized.source_span(start, end), **values)


def checked(extraction: Extraction) -> Checked:
    """A report prepared for the checks.

    Its text and times are found anew unless it was extracted last: that takes less memory than
    every report's analysis kept until all are read and corrected.
    """
    outline = extraction.outline
    normalized, clock = timed_text(outline)
    outside_plan = tuple(
        (sentence, *span)
        for sentence, span in zip(outline.sentences, normalized.sentences, strict=True)
        if sentence.role is not Role.PLAN
    )
    return Checked(
        extraction=extraction,
        normalized=normalized,
        times=clock,
        outside_plan=outside_plan,
    )
