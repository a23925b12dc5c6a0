"""Periods of the contract: times resolved against the report's own period, and where they hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

from builder.model import Period, PeriodForm, month_end
from builder.text.sorted_spans import SortedSpans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.text.dates import Time
    from builder.text.sentences import TextSentence

LAST_MONTH = 12
MonthDay = tuple[int, int | None]
# 30年来首次 says how long something had not been, not what a figure covers.
MAX_PLAN_YEARS = 10
# Right before a value: 可吸入颗粒物累计|71微克/立方米.
COUNTED_ON = re.compile(r"累计(?=\d)")


class Calendar:
    """Which period holds where, in one report.

    `period` is the report's own, None where it is not known: then printed years count, and those
    told from `page`, the day on which the text was put up. `announced` is the time to which all
    figures reach, as the first lines say: 截至12月15日,工作情况如下.
    """

    def __init__(
        self,
        times: Sequence[Time],
        sentences: Sequence[TextSentence],
        period: Period | None,
        page: date | None = None,
        announced: Time | None = None,
        text: str = "",
    ) -> None:
        self.period = period
        self._text = text
        self._page = page
        self.year = None if period is None else period.end.year
        # A report of several years has no period that a figure without a time could be of.
        self._several = period is not None and period.start.year != period.end.year
        self._unnamed: Period | None = None if self._several else period
        self._times = [time for time in times if self._counts(time)]
        self._years = [(time.start, year) for time in times if (year := self._year(time))]
        self._dated = SortedSpans(
            [time for time in times if self._year(time) and not time.compared]
        )
        self._starts = [time.start for time in self._times]
        self._passages = sentences
        if announced is not None and self._unnamed is not None and self._counts(announced):
            self._unnamed = self.resolved(announced) or self._unnamed

    @property
    def is_of_several_years(self) -> bool:
        """Whether the report is of several years, so that a figure may be of any of them."""
        return self._several

    def at(self, offset: int, sentence: int) -> Period | None:
        """The period of a figure at `offset` in a sentence (by its index).

        The last time named before it in its sentence, but the report's year only where no window in
        brackets ends the sentence; else a window (1-11月) named in an earlier sentence of the same
        item and paragraph, while 截至11月30日 holds for its own and for one that counts on
        (累计71微克/立方米); else the report's period, unless that is of several years. A masked
        year holds for its sentence and gives None.
        """
        here = self._passages[sentence]
        time = self._last(here.start, offset)
        if time is None or self._is_own_year(time):
            time = self._behind(here) or time
        if time is not None:
            return self.resolved(time)
        for earlier in range(sentence - 1, -1, -1):
            there = self._passages[earlier]
            if there.block != here.block:
                break
            time = self._last(there.start, there.end)
            if time is not None:
                if self._is_one_month(time):
                    # 9月单月PM2.5为17。 tells of a part, and what stands behind is of the whole.
                    continue
                window = time.first is not None and time.last_year is None and not time.masked
                # 去年12月交办的88件: the items are of that time, and nothing behind them.
                window = window and self._year(time) == (self.year or self._year(time))
                reaches = not time.until or self._goes_on_counting(here.start, offset)
                return self.resolved(time) if window and reaches else self._unnamed
        return self._unnamed

    def _goes_on_counting(self, start: int, offset: int) -> bool:
        """Whether a sentence counts on to the day of the one before: 截至11月底,…。PM10累计71."""
        return COUNTED_ON.search(self._text, start, offset + len("累计")) is not None

    def _is_one_month(self, time: Time) -> bool:
        """Whether a time is a month within a longer period of the report: 9月 of 1-9月."""
        single = time.first is not None and time.first == time.last and time.first[1] is None
        own = self.period is not None and self._year(time) == self.year
        return single and not time.until and own and self.period != self.resolved(time)

    def _is_own_year(self, time: Time) -> bool:
        """Whether a time names the report's year and no part of it: 今年以来, 2024年."""
        whole = time.first is None and time.span is None and time.last_year is None
        whole = whole and not time.previous
        return whole and not (time.masked or self._several) and self._year(time) == self.year

    def _behind(self, sentence: TextSentence) -> Time | None:
        """The time in brackets that ends a sentence and holds for all of it: …(截至6月23日)。"""
        index = bisect_left(self._starts, sentence.end) - 1
        if index < 0 or self._starts[index] < sentence.start:
            return None
        time = self._times[index]
        ends = time.holds_to is not None and sentence.end - time.holds_to <= len(")。")
        # A bare year in brackets has a figure of its own: 31微克(2023年为35微克)。
        return time if ends and time.first is not None else None

    def named(self, start: int, end: int) -> Time | None:
        """The last time in a stretch that can be the period of figures."""
        return self._last(start, end)

    def is_earlier(self, time: Time) -> bool:
        """Whether a time begins in a year before the report's."""
        year = self._year(time)
        return year is not None and self.year is not None and year < self.year

    def is_to_come(self, start: int, offset: int) -> bool:
        """Whether the last time named in a stretch lies in a year behind the report's."""
        named = self._dated.within(start, offset)
        year = self._year(named[-1]) if named else None
        return year is not None and self.year is not None and year > self.year

    def before(self, period: Period | None, *, same_window: bool) -> Period | None:
        """The year before, or where the text says 同期 the same window of it.

        In a report of several years the base may be any year before, and is none.
        """
        if period is None or self._several:
            return None
        return period.previous_year() if same_window else Period.years(period.end.year - 1)

    def base_before(self, start: int, offset: int) -> Period | None:
        """The year before the report's last that a stretch names last: 由2021年的36.

        Where the report's own is not known, that before the last which the stretch names.
        """
        if self.year is not None and not self._several:
            return None
        first, last = (bisect_left(self._years, (place, 0)) for place in (start, offset))
        named = [year for _, year in self._years[first:last]]
        own = self.year if self.year is not None else max(named, default=0)
        earlier = [year for year in named if year < own]
        return Period.years(earlier[-1]) if earlier else None

    def resolved(self, time: Time) -> Period | None:
        """The period that a time names, or None where its year can't be told."""
        year = self._year(time)
        if time.masked or year is None:
            return None
        if time.previous:
            return self._stretch_before(time.previous)
        if time.first is None and time.span is None and time.last_year is None:
            if time.since and self.year is not None and year < self.year:
                return Period.years(year, self.year)
            if year == self.year and not self._several:
                return self.period
        return period_of(time, year)

    def _stretch_before(self, months: int) -> Period | None:
        """The quarter or month before the report's own, which is as long: 上季度; else none."""
        form = PeriodForm.MONTH if months == 1 else PeriodForm.QUARTER
        if self.period is None or self.period.form is not form:
            return None
        year, month = divmod(self.period.start.year * 12 + self.period.start.month - 1 - months, 12)
        return Period.between(date(year, month + 1, 1), self.period.start - timedelta(days=1))

    def _year(self, time: Time) -> int | None:
        if time.year is not None:
            return time.year
        if self.year is not None:
            return self.year + (time.relative_year or 0)
        return None if self._page is None or time.masked else year_on(time, self._page)

    def _counts(self, time: Time) -> bool:
        """Whether a time can be the period of figures: no deadline, no base, nothing to come."""
        if time.compared or time.deadline or time.named or (time.instant and not time.until):
            return False
        if time.span is not None and time.span > MAX_PLAN_YEARS:
            return False
        year = self._year(time)
        if year is not None and self.year is not None and year > self.year:
            return False
        if time.until and time.first is None and time.year is None:
            return False
        return time.masked or time.last is None or 1 <= time.last[0] <= LAST_MONTH

    def _last(self, start: int, end: int) -> Time | None:
        index = bisect_left(self._starts, end) - 1
        while index >= 0 and self._starts[index] >= start:
            time = self._times[index]
            if time.reach is not None and end > time.reach:
                # What stands before it was over when it was said.
                return None
            if time.holds_to is None or end <= time.holds_to:
                return time
            index -= 1
        return None


def year_on(time: Time, page: date) -> int | None:
    """The year of a time without one, as a page of a day tells it: 去年, or the last 1-6月 before.

    截至8月15日 on a page of August 20 is of the page's year, 12月 on one of January of the one
    before. None where the time names neither.
    """
    if time.relative_year is not None:
        return page.year + time.relative_year
    if time.last is None or not 1 <= time.last[0] <= LAST_MONTH:
        return None
    last = month_end(page.year, time.last[0])
    over = last.replace(day=min(time.last[1] or last.day, last.day)) <= page
    return page.year if over or (time.until and time.last[0] == page.month) else page.year - 1


def period_of(time: Time, year: int) -> Period | None:
    """The period that a time names by itself: 五年来, 2016年至2023年, 1-11月, 2023年.

    None where no calendar has it: 13月, 2024—2016年.
    """
    try:
        if time.first is not None and time.last is not None:
            return _days(time, year, (1, None) if time.until else time.first, time.last)
        first = year if time.span is None else year - time.span + 1
        return Period.years(first, time.last_year or year)
    except ValueError:
        return None


def _days(time: Time, year: int, first: MonthDay, last: MonthDay) -> Period:
    """Months or days: 1-11月, 截至12月5日, 9月6日至26日. 6月31日 is the last day of June."""
    end = month_end(time.last_year or year, last[0])
    if last[1] is not None:
        end = end.replace(day=min(last[1], end.day))
    return Period.between(date(year, first[0], first[1] or 1), end)
