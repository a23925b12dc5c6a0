"""Which period a report covers, which its plan covers, and the last date of its figures."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.report.other_years import (
    covers,
    looked_back_on,
    times_ahead,
    widest,
    year_before_plan,
)
from builder.model import Period, Role, month_end
from builder.text.calendar import period_of, year_on
from builder.text.dates import Time, times
from builder.vocabulary.generic.report_line import report_period_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model import Outline

# 截至11月30日, 1-11月: without one of these a sentence names no date that figures reach.
REACHING = re.compile(r"截|1\s*[月日]?份?\s*[-—–~至到、]|半|季")
BLANKS = re.compile(r"\s+")
# A year that is masked somewhere may be any.
MASKED = re.compile(r"(?:19|20)(?:[xX*_×○]{1,2}|\d[xX*_×○])|[xX*×○]{1,4}年")
ANNOUNCED_WITHIN = 200
LEAD_SENTENCES = 3
LEAD_CHARACTERS = 20


class Periods(NamedTuple):
    """What the report and its plan cover, and the last date that the figures reach."""

    period: Period | None
    plan: Period | None
    as_of: date | None


def report_periods(outline: Outline, title: str) -> Periods:
    """Periods from the title, else from top headings, else from the first sentences."""
    done, plan = _of_title(title)
    reviewed = _shortest(_reviewed(heading) for heading in _headings(outline, Role.DONE))
    words = report_period_words()
    # An address to the people's congress opens the year: it reviews the one before.
    if done and words.opening_addresses.within(title):
        done, plan = Period.years(done.start.year - 1), plan or done
    elif _is_address_on_year_before(title, done, reviewed):
        done, plan = reviewed, plan or done
    elif done and words.addresses.within(title) and _plans_for(outline, done):
        done, plan = Period.years(done.start.year - 1), plan or done
    elif (looked_back := looked_back_on(outline, title)) is not None:
        done, plan = looked_back, Period.years(looked_back.end.year + 1)
    done = done or reviewed or _announced(outline) or _of_issue(outline)
    done = done or _first(_leads(outline, Role.DONE, None))
    if plan is None and done is not None and done.start.year != done.end.year:
        plan = widest(_shortest([_spans(one, done)]) for one in _headings(outline, Role.PLAN))
    if plan is None:
        plan = _shortest(_spans(heading, done) for heading in _headings(outline, Role.PLAN))
    # 上半年印发… in the plan of a report on 2024 is no half of 2024.
    leads = (one for one in _leads(outline, Role.PLAN, done) if not covers(done, one))
    plan = plan or _first(leads) or _first(_resolved(one, done) for one in times_ahead(outline))
    plan = plan or _next_year(title, done)
    if done is None and not MASKED.search(outline.source.plain):
        done = year_before_plan(outline, plan, _headings(outline, Role.DONE))
    as_of = None if done is None else _as_of(outline, done)
    return Periods(done, plan, as_of)


def _plans_for(outline: Outline, year: Period) -> bool:
    """Whether the plan of an address is for the year of its title: 三、2025年任务."""
    headings = (heading for heading in _headings(outline, Role.PLAN))
    return any(span == year for heading in headings for span in _spans(heading, None))


def _is_address_on_year_before(title: str, done: Period | None, reviewed: Period | None) -> bool:
    """Whether an address names the year in which it is given, and its headings the one before."""
    if done is None or reviewed is None or not report_period_words().addresses.within(title):
        return False
    return reviewed.start.year < done.start.year


def period_on_page(outline: Outline, title: str, page: date, *, so_far: bool) -> Period | None:
    """The period of a text that prints no year, told from the day on which it was put up.

    三季度工作总结 is of the last such quarter. A report with figures up to a day (截至8月15日) is
    of that day's year, and a speech, given when the year is not over, of the year `so_far`.
    """
    if MASKED.search(outline.source.plain):
        return None
    for words in (title, *_headings(outline, Role.DONE)):
        for time in times(BLANKS.sub("", words)):
            if time.instant or time.first is None or time.year is not None:
                continue
            return _resolved(time._replace(year=year_on(time, page)), None)
    known = next(_until_day(outline, page), None)
    return known if known is None or so_far else Period.years(known.end.year)


def _until_day(outline: Outline, page: date) -> Iterator[Period]:
    """The year up to the day to which figures of what was done are told: 截至8月15日."""
    plain = outline.source.plain
    for sentence in outline.sentences:
        if sentence.role is Role.PLAN or not REACHING.search(plain, sentence.start, sentence.end):
            continue
        for time in times(BLANKS.sub("", plain[sentence.start : sentence.end])):
            year = time.year or year_on(time, page)
            dated = time.until and time.last is not None and not time.masked
            if dated and year is not None and (span := period_of(time, year)) is not None:
                yield span


def news_period(outline: Outline, published: date) -> Period | None:
    """The span of this year from January that news tell of: 今年1至8月, 今年一季度."""
    for sentence in outline.sentences:
        for time in times(BLANKS.sub("", outline.source.plain[sentence.start : sentence.end])):
            if time.relative_year != 0 or time.first is None or time.last is None or time.until:
                continue
            # The day of the news (4月10日) is no period of what it tells.
            if time.first[0] == 1 and time.last[1] is None:
                return _resolved(time._replace(year=published.year), None)
    return None


def months_before(outline: Outline, published: date) -> Period | None:
    """The widest span of months that a bulletin without a year names, the last before its page.

    12月 and 1-12月 on a page of 2025-01-15 are those of 2024.
    """
    spans = []
    for sentence in outline.sentences[:LEAD_SENTENCES]:
        for time in times(BLANKS.sub("", outline.source.plain[sentence.start : sentence.end])):
            if time.year is None and time.relative_year is None and time.first and time.last:
                year = published.year - (time.last[0] >= published.month)
                spans.append(_resolved(time._replace(year=year), None))
    found = [span for span in spans if span is not None]
    return max(found, key=lambda span: span.end - span.start, default=None)


def _announced(outline: Outline) -> Period | None:
    """The period of what the first lines say will follow: 现将2024年1~6月工作小结如下."""
    plain = outline.source.plain
    end = outline.sentences[0].end if outline.sentences else len(plain)
    head = plain[: max(end, ANNOUNCED_WITHIN)]
    announced = _announcing().search(head) or _convening().search(head)
    return _of_title(announced[1])[0] if announced else None


@cache
def _convening() -> re.Pattern[str]:
    """What a meeting looks back on: 今天召开…会议,主要任务是总结2024年工作."""
    words = report_period_words()
    return re.compile(
        f"{words.meetings.group}[^。]{{0,40}}?{words.reviewing.group}(20\\d\\d年[^,。;]{{2,30}})"
    )


def names_issue(outline: Outline) -> bool:
    """Whether the first lines name the issue of a bulletin that the text is, or is told from."""
    return _of_issue(outline) is not None


def _of_issue(outline: Outline) -> Period | None:
    """The period in brackets behind a bulletin's name: 《水质月报》(2024年5月)."""
    end = outline.sentences[0].end if outline.sentences else ANNOUNCED_WITHIN
    named = _issue().search(BLANKS.sub("", outline.source.plain[:end]))
    return _of_title(named[1])[0] if named else None


@cache
def _issue() -> re.Pattern[str]:
    return re.compile(rf"(?:{report_period_words().issues.pattern})》?\(([^()。;]{{4,16}})\)")


@cache
def _announcing() -> re.Pattern[str]:
    return re.compile(f"(?:{report_period_words().announcing.pattern})([^。;]{{4,40}})")


def _first(spans: Iterable[Period | None]) -> Period | None:
    return next((span for span in spans if span is not None), None)


def _shortest(headings: Iterable[Iterable[Period | None]]) -> Period | None:
    """The first period that the headings name, but a year before the five years around it.

    2025年和“十四五”时期工作回顾 is about 2025.
    """
    spans = [span for heading in headings for span in heading if span is not None]
    return _first(span for span in spans if span.start.year == span.end.year) or _first(spans)


def _headings(outline: Outline, role: Role) -> tuple[str, ...]:
    top = min([section.level for section in outline.sections], default=0)
    return tuple([one.heading for one in outline.sections if one.role is role and one.level == top])


def _leads(outline: Outline, role: Role, known: Period | None) -> Iterator[Period | None]:
    """The period that one of the first sentences of a part begins with: 2024年, 某局…; 下半年, …"""
    plain = outline.source.plain
    leads = [sentence for sentence in outline.sentences if sentence.role is role][:LEAD_SENTENCES]
    for sentence in leads:
        opening = BLANKS.sub(
            "", plain[sentence.start : min(sentence.start + LEAD_CHARACTERS, sentence.end)]
        )
        for time in times(opening)[:1]:
            if time.until and time.year is not None:
                yield Period.years(time.year)
            elif time.start == 0 and not (time.instant or time.deadline or _is_visit(time)):
                yield _resolved(time, known)


def _is_visit(time: Time) -> bool:
    """Whether a time is of days within a year: 2024年9月5日至25日,督察组进驻我市."""
    return time.first is not None and time.first[1] is not None and time.first != (1, 1)


def _reviewed(heading: str) -> Iterator[Period | None]:
    """The periods that a heading reviews, those of its first words first."""
    done, _ = _of_title(heading)
    yield done
    if done is not None and done.start.year != done.end.year:
        yield from _spans(heading, None)


def _of_title(title: str) -> tuple[Period | None, Period | None]:
    """Period and plan period of a title: a phrase of time is for the words that follow it.

    2020年前三季度工作总结及第四季度工作安排: the first three quarters, and the fourth.
    """
    words = report_period_words()
    bare = _year_without_sign().sub(r"\1年", BLANKS.sub("", title))
    # A day is when somebody spoke: ——2026年1月20日在县人民代表大会上.
    phrases = [time for time in times(bare) if not time.masked and not time.instant]
    ends = [*(time.start for time in phrases), len(bare)][1:]
    done = plan = None
    for time, end in zip(phrases, ends, strict=True):
        behind = bare[time.end : end]
        period = _resolved(time, done)
        if words.planned.within(behind) and not (
            words.done.match(_without_head(behind)) or _carried_out().search(behind)
        ):
            plan = plan or period
        elif words.done.within(behind) or not behind:
            done = done or period
        else:
            done = done or (None if words.planned.within(bare) else period)
    return done, plan or _next_year(bare, done)


@cache
def _carried_out() -> re.Pattern[str]:
    """A plan that the words look back on: 2024年度工作计划执行情况."""
    words = report_period_words()
    return re.compile(f"{words.planned.group}[^和与及暨、]{{0,16}}{words.carried_out.group}")


@cache
def _year_without_sign() -> re.Pattern[str]:
    """Titles print it without 年: 2023上半年工作总结, 2024.1-9月工作总结."""
    months = r"[.](?=\d{1,2}[-—–~至]\d{1,2}月)"
    return re.compile(
        rf"((?:19|20)\d\d)(?:{months}|(?={report_period_words().parts_of_year.pattern}))"
    )


def _without_head(words: str) -> str:
    head = report_period_words().head.match(words)
    return words[head.end() :] if head else words


def _next_year(words: str, known: Period | None) -> Period | None:
    """The year after a known period, where the words say so: 明年工作思路."""
    if known is None or not report_period_words().next_year.within(words):
        return None
    return Period.years(known.start.year + 1)


def _spans(heading: str, known: Period | None) -> Iterator[Period | None]:
    """The phrases of time of a heading as periods."""
    yield _next_year(heading, known)
    for time in times(BLANKS.sub("", heading)):
        if not time.masked:
            yield _resolved(time, known)


def _resolved(time: Time, known: Period | None) -> Period | None:
    """A phrase of time as a period; one without a year takes that of `known`."""
    year = time.year
    if year is None and known is not None and (time.relative_year is not None or time.first):
        year = known.start.year + (time.relative_year or 0)
    if year is None:
        return None
    first, last = (time.first or (1, None))[0], (time.last or (12, None))[0]
    try:
        return Period.between(date(year, first, 1), month_end(time.last_year or year, last))
    except ValueError:
        return None


def _as_of(outline: Outline, period: Period) -> date | None:
    """The last date that figures of the period are said to reach.

    截至3月31日 counts even where the period ends there, 1-11月 where no figure reaches further.
    """
    plain = outline.source.plain
    until: set[date] = set()
    ranges: set[date] = set()
    told = [(one.start, one.end) for one in outline.sentences if one.role is not Role.PLAN]
    if outline.title and outline.sentences:
        # Under the title stands in brackets how far the figures reach: (截至11月30日).
        told.insert(0, (outline.title[1], max(outline.title[1], outline.sentences[0].start)))
    for start, end in told:
        if not REACHING.search(plain, start, end):
            continue
        for time in times(BLANKS.sub("", plain[start:end])):
            if day := _last_day(time, period):
                (until if time.until else ranges).add(day)
    if until:
        ranges.discard(period.end)
    elif period.start.year != period.end.year:
        # 2025年1—10月为31微克/立方米: of five years' figures the others reach further.
        return None
    latest = max(until | ranges, default=period.end)
    return latest if until or latest < period.end else None


def _last_day(time: Time, period: Period) -> date | None:
    """The last day of a phrase such as 截至6月17日 or 1-11月 within the period."""
    from_january = time.first is not None and time.first[0] == 1 and time.first != time.last
    if time.last is None or time.compared or time.deadline or not (time.until or from_january):
        return None
    (month, day), offset = time.last, time.relative_year or 0
    year = time.last_year or time.year or period.start.year + offset
    if year != period.end.year or not 1 <= month <= period.end.month:
        return None
    last = month_end(year, month)
    return last.replace(day=min(day or last.day, last.day))
