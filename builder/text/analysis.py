"""One report read once: its compact text with numbers, times, sentences and periods."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.text.areas import Areas
from builder.text.calendar import Calendar
from builder.text.dates import times
from builder.text.normalized import Compact, compact
from builder.text.numbers.number import Number
from builder.text.numbers.scanner import scan
from builder.text.ranks import Place, ranks
from builder.text.sentences import Passage, passages
from builder.text.sorted_spans import Placed
from builder.text.tables import Table, tables

if TYPE_CHECKING:
    from builder.model import Outline
    from builder.text.dates import Time

# 2020年的38 stands at most this far before its number, 去年同期 this far.
BASE_YEAR = 10
SAME_WINDOW = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the rules for numbers look at; offsets are those of `text`, the compact text."""

    outline: Outline
    compact: Compact
    text: str
    times: Placed[Time]
    numbers: Placed[Number]
    ranks: Placed[Place]
    passages: tuple[Passage, ...]
    calendar: Calendar
    tables: tuple[Table, ...]
    areas: Areas

    def year_before(self, place: int) -> str | None:
        """The year named right before a number: 2020年的38, 上年35."""
        named = self.times.within(place - BASE_YEAR, place)
        near = named and (named[-1].year or named[-1].offset) and place - named[-1].end <= len("的")
        return self.calendar.resolved(named[-1]) if near else None

    def base_period(self, place: int, passage: int) -> str | None:
        """The period of an earlier value (由38降至35): its own year, else the year before."""
        window = "同期" in self.text[max(0, place - SAME_WINDOW) : place]
        period = self.calendar.at(place, passage)
        return self.year_before(place) or self.calendar.before(period, same_window=window)

    def passage_at(self, place: int) -> int | None:
        """The index of the sentence at a place."""
        index = bisect_right(self.passages, place, key=lambda passage: passage.start) - 1
        return index if index >= 0 and place < self.passages[index].end else None

    def quote(self, start: int, end: int) -> tuple[int, int, str]:
        """A stretch as start, end and quote of the source."""
        begin, stop = self.compact.place(start, end)
        return begin, stop, self.outline.source.text[begin:stop]


def reading(outline: Outline, period: str | None, areas: Areas | None = None) -> Reading:
    """A report's text read for its numbers; `period` and `areas` are the report's own."""
    found = compact(outline)
    clock = times(found.text)
    tabled = tables(outline.source.plain)
    sentences = passages(outline, found, tuple(table.span for table in tabled))
    return Reading(
        outline=outline,
        compact=found,
        text=found.text,
        times=Placed(clock),
        numbers=Placed(scan(found.text, clock)),
        ranks=Placed(ranks(found.text, 0, len(found.text))),
        passages=sentences,
        calendar=Calendar(clock, sentences, period),
        tables=tabled,
        areas=areas or Areas(),
    )
