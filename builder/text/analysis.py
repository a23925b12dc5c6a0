"""What a report's text says, found once and handed on: to every kind of fact, and to `check`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.model import Period, Role, ancestors
from builder.text.areas import Areas
from builder.text.calendar import Calendar
from builder.text.normalized import NormalizedText
from builder.text.numbers.number import Number
from builder.text.numbers.scanner import scan
from builder.text.ranks import RankMention, ranks
from builder.text.sentences import TextSentence, text_sentences
from builder.text.sorted_spans import SortedSpans
from builder.text.tables import Table, tables
from builder.text.timed_text import timed_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from builder.model import Outline
    from builder.text.dates import Time

# 2020年的38 stands at most this far before its number, 去年同期 this far.
# A line that announces what follows stands among the first.
FIRST_SENTENCES = 4
SPOKEN = ("去年", "今年", "明年")
BASE_YEAR = 10
SAME_WINDOW = 12
FROM_LAST_YEAR = re.compile("[由从](?:上年|去年)的?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAnalysis:
    """Times, numbers, ranks, sentences and tables; offsets are those of `text`, the normalised one.

    `calendar` and `areas` are those of no known period and bureau until `dated` gives them.
    """

    outline: Outline
    normalized: NormalizedText
    text: str
    times: SortedSpans[Time]
    numbers: SortedSpans[Number]
    ranks: SortedSpans[RankMention]
    sentences: tuple[TextSentence, ...]
    sentence_starts: tuple[int, ...]
    tables: tuple[Table, ...]
    calendar: Calendar
    areas: Areas

    def dated(
        self, period: Period | None, areas: Areas | None = None, page: date | None = None
    ) -> TextAnalysis:
        """The analysis as that of a report with a period and a bureau, which its line tells.

        `page` is the day on which it was put up, where that tells the year of its times.
        """
        calendar = Calendar(self.times, self.sentences, period, page, self._announced(), self.text)
        return replace(self, calendar=calendar, areas=areas or self.areas)

    def spoken_in(self, year: int | None) -> TextAnalysis:
        """The analysis of an address: its 去年 and 今年 count from the year in which it speaks.

        上年 is the year before the one that it tells of, as in any report.
        """
        if year is None:
            return self
        said = [
            time._replace(year=year + time.relative_year, relative_year=None)
            if time.relative_year is not None and self.text.startswith(SPOKEN, time.start)
            else time
            for time in self.times
        ]
        return replace(self, times=SortedSpans(said))

    def _announced(self) -> Time | None:
        """The time up to which the figures reach, as the line above all of them says."""
        for sentence in self.sentences[:FIRST_SENTENCES]:
            words = self.text[sentence.start : sentence.end].rstrip(":。")
            told = self.times.within(sentence.start, sentence.end)
            for time in told if words.endswith("如下") else ():
                if time.until and time.last is not None:
                    return time
        return self._below_title()

    def _below_title(self) -> Time | None:
        """The time up to which the figures reach, in brackets below the title: (截至11月30日)."""
        outline = self.outline
        if outline.title is None or not outline.sentences:
            return None
        first = max(outline.title[1], outline.sentences[0].start)
        head = self.times.within(*self.normalized.span_of(outline.title[1], first))
        dated = (time for time in head if time.until and time.last and time.holds_to is not None)
        return next(dated, None)

    def year_beside(self, start: int, end: int) -> Period | None:
        """The year right before a number, or in brackets behind it: 2020年的38, 38(2020年)."""
        behind = self.times.within(end, end + BASE_YEAR)[:1]
        if behind and behind[0].start == end + 1 and behind[0].holds_to == behind[0].end:
            return self.calendar.resolved(behind[0])
        named = self.times.within(start - BASE_YEAR, start)
        near = (
            named
            and (named[-1].year or named[-1].relative_year or named[-1].first)
            and start - named[-1].end <= len("的")
        )
        return self.calendar.resolved(named[-1]) if near else None

    def base_period(self, start: int, end: int, sentence: int) -> Period | None:
        """The period of an earlier value (由38降至35): its own year, else the year before.

        Else that of the base before it in the sentence: PM2.5由2021年的36降至32,优良率由82%升至89%.
        """
        before = self.text[max(0, start - SAME_WINDOW) : start]
        window = "同期" in before
        period = self.calendar.at(start, sentence)
        beside = self.year_beside(start, end)
        if beside is not None and beside == period and FROM_LAST_YEAR.search(before):
            # 从上年的9天 in a text that tells of last year is the year before that.
            beside = self.calendar.before(period, same_window=window)
        return (
            beside
            or self._set_against(sentence, start, period)
            or (None if window else self._base_before(sentence, start))
            or self.calendar.before(period, same_window=window)
            or self._base_before(sentence, start)
        )

    def _base_before(self, sentence: int, offset: int) -> Period | None:
        return self.calendar.base_before(self.sentences[sentence].start, offset)

    def _set_against(self, sentence: int, offset: int, period: Period | None) -> Period | None:
        """What a sentence is set against from its first words: 与2020年相比,PM2.5由40降至27."""
        opening = self.sentences[sentence].start
        for time in self.times.within(opening, offset):
            if time.start > opening + len(",与"):
                break
            if time.compared and time.year and period and time.year < period.end.year:
                same = self.text.startswith("同期", time.end)
                return period.in_year(time.year) if same else Period.years(time.year)
            opening = time.end
        return None

    def sentence_at(self, offset: int) -> int | None:
        """The index of the sentence at a offset."""
        index = bisect_right(self.sentence_starts, offset) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None

    def place_of(self, offset: int) -> tuple[Role, tuple[str, ...]]:
        """The role and the headings of what stands at an offset of the source, and is no sentence.

        Outside all sections it is as the sentences beside it are.
        """
        sections = self.outline.sections
        last = bisect_right(sections, offset, key=lambda one: one.start) - 1
        above = ancestors(sections, last if last >= 0 else None)
        inside = [sections[index] for index in above if offset < sections[index].end][::-1]
        if inside:
            return inside[-1].role, tuple(one.heading for one in inside)
        after = bisect_right(self.outline.sentences, offset, key=lambda one: one.start)
        beside = self.outline.sentences[max(after - 1, 0) : after + 1]
        return (beside[0].role if beside else Role.DONE), ()

    def starts_in(self, start: int, end: int) -> Iterator[int]:
        """Where the numbers of a stretch of the source start in the normalised text."""
        if start < end:
            span = self.normalized.span_of(start, end)
            yield from (number.start for number in self.numbers.within(*span))

    def quote(self, start: int, end: int) -> tuple[int, int, str]:
        """A stretch as start, end and quote of the source."""
        begin, stop = self.normalized.source_span(start, end)
        return begin, stop, self.outline.source.text[begin:stop]


def text_analysis(outline: Outline) -> TextAnalysis:
    """A report's text without layout, and all that stands in it."""
    found, clock = timed_text(outline)
    tabled = tables(outline)
    pairs = tuple((table.start, table.end) for table in tabled if table.is_pairs)
    sentences = text_sentences(outline, found, pairs)
    return TextAnalysis(
        outline=outline,
        normalized=found,
        text=found.text,
        times=SortedSpans(clock),
        numbers=SortedSpans(scan(found.text, clock)),
        ranks=SortedSpans(ranks(found.text, 0, len(found.text))),
        sentences=sentences,
        sentence_starts=tuple([sentence.start for sentence in sentences]),
        tables=tabled,
        calendar=Calendar((), (), None),
        areas=Areas(),
    )
