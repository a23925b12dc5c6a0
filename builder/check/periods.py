"""Figures of less than the report's period, of another one, and of one that can't be told."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import gap
from builder.model import Finding, FlagType, Indicator, Tally
from builder.vocabulary.environment.checks import checks
from builder.vocabulary.generic.amounts import change_words
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.check.findings import Checked
    from builder.model import Period
    from builder.text.dates import Time

# A value: 38.2%, 5.6公里, 劣Ⅴ类.
VALUE = (
    r"(?:(?<![\d.])\d[\d.]*+(?:%|[万亿]?[\u4e00-\u9fffA-Za-zμ/³]{0,6}?)"
    r"|劣?(?:[ⅠⅡⅢⅣⅤ]|[IV]{1,3}|[一二三四五])类)"
)
MASKED_YEAR = re.compile(
    r"(?=[12xX*])(?<![\dA-Za-z])(?:(?:19|20)(?:[xX*×_]{1,2}|\d[xX*×_])|[xX*]{2,4})年"
)
PART_OF_YEAR = re.compile(r"[一二三四1-4上下]?(?:季度|半年)|\d{1,2}[月-]")
LEAD_YEAR = re.compile(r"((?:19|20)\d\d)年")
UNKNOWN_YEAR = "“{words}”的年份无法确定。"
# A base of a month of the same year, and a weight, are of no other period: 由5月的劣Ⅴ类, 由5分.
OWN_MONTH = re.compile(
    r"[由从](?:[^\d,;。去上]{0,8}(?:\d{1,2}月份?|[一二三四]季度)的|[^,;。\d]{0,10}\d+分)"
)
REACH = 40
_UNTIL = re.compile(r"截[至止]到?[\d年月日 ]{3,}")
AWARD = 8


class _Patterns(NamedTuple):
    so_far: re.Pattern[str]
    base: re.Pattern[str]
    last_year: re.Pattern[str]
    old_base: re.Pattern[str]
    figure: re.Pattern[str]
    measured: Words


@cache
def _patterns() -> _Patterns:
    words, change = checks().periods, change_words()
    changes = Words((*change.up, *change.down, *change.better, *change.worse, *words.changes))
    return _Patterns(
        so_far=re.compile(f"截[至止]到?{words.now.group}"),
        # A value before the period, printed beside the one of it: 由38.2%提高到45.6%,
        # 由劣Ⅴ类改善为Ⅴ类.
        base=re.compile(
            rf"[由从]{gap(12, digits=False, no='由从')}?(?<!第){VALUE}(?:\([^()]{{0,20}}\))?"
            f"{gap(4, digits=False)}{changes.group}{gap(3)}?[至到为成]"
        ),
        # The year before, with its value: 去年同期(79.1%), 去年同期为89天, 去年同期的V类. A first
        # letter of a set is looked for quickly.
        last_year=re.compile(rf"[去上\d](?:(?<!\d)年|\d{{3}}年)同期[(为的是:]{{1,2}}{VALUE}"),
        old_base=re.compile(rf"{words.old_bases.group}\(?\d[\d.]*+[万亿]?[元个家吨]*\)?"),
        figure=re.compile(rf"(?<![\d.第])\d[\d.]*+(?:%|[万亿]?{words.units.group})"),
        measured=words.measured,
    )


def period_findings(report: Checked) -> Iterator[Finding]:
    """All findings on the time that figures are of."""
    yield from _partial(report)
    yield from _mixed(report)
    yield from _ambiguous(report)


# --------------------------------------------------------------------------- less than the period


def _partial(report: Checked) -> Iterator[Finding]:
    message = "数据只截至或只覆盖“{words}”，不是报告期的全部。"
    period = report.extraction.report.period

    @cache
    def measures(start: int, end: int) -> bool:
        """Whether a sentence has a measure; asked once, however many times it names."""
        return _patterns().measured.search(report.text, start, end) is not None

    for time, _, start, end in report.times_outside_plan():
        own = time.year is None or (period is not None and period.start.year == time.year)
        dated = time.until and time.last is not None and own
        begun = _begins_short(report, time) and measures(start, end)
        if dated or begun:
            words = report.text[time.start : time.end]
            yield report.flag_at(
                FlagType.PARTIAL_PERIOD, message, time.start, time.end, words=words
            )
    yield from _within_period(report)
    if _is_early(report):
        for _, start, end in report.outside_plan:
            if found := _patterns().so_far.search(report.text, start, end):
                yield report.flag_at(
                    FlagType.PARTIAL_PERIOD, message, *found.span(), words=found[0]
                )
                return


def _within_period(report: Checked) -> Iterator[Finding]:
    """Values of a part of the report's period: 9月单月; and what its head says: (截至11月30日)."""
    line = report.extraction.report
    period, sentences = line.period, report.extraction.outline.sentences
    if period is None:
        return
    message = "“{words}”只是报告期的一部分。"
    for fact in report.extraction.facts:
        own = fact.period if isinstance(fact, Indicator) else None
        if own is None or own == period or not period.start <= own.start <= own.end <= period.end:
            continue
        # 7-9月 is the season of ozone.
        if (own.start.year, own.start.month) == (own.end.year, own.end.month):
            span = (fact.start, fact.end)
            yield report.flag(FlagType.PARTIAL_PERIOD, message, span, words=str(own))
    head = sentences[0].start if sentences else 0
    until = _UNTIL.search(report.extraction.outline.source.plain, 0, head)
    if until and line.as_of is not None and line.as_of < period.end:
        yield report.flag(FlagType.PARTIAL_PERIOD, message, until.span(), words=until[0])


def _begins_short(report: Checked, time: Time) -> bool:
    """Whether a range of months begins with the period and ends before it: 1-11月."""
    period = report.extraction.report.period
    if period is None or time.first is None or time.last is None or time.compared:
        return False
    if time.deadline or time.first == time.last:
        return False
    if time.year and time.year == period.end.year != period.start.year:
        # 2025年1-11月 in a review of five years.
        return time.first[0] == 1 and time.last[0] < period.end.month
    if time.year and time.year != period.start.year:
        return False
    return (
        time.relative_year in {None, 0}
        and time.first[0] == period.start.month
        and time.last[0] < period.end.month
    )


def _is_early(report: Checked) -> bool:
    """Whether the page is dated before the period has ended, so that 目前 is within it."""
    line = report.extraction.report
    if line.day is None or line.period is None:
        return False
    return line.day <= line.period.end


# --------------------------------------------------------------------------- another period


def _mixed(report: Checked) -> Iterator[Finding]:
    message = "“{words}”是其他时期的数据。"
    for pattern in (_patterns().base, _patterns().last_year, _patterns().old_base):
        for found in report.found_outside_plan(pattern):
            if OWN_MONTH.match(found[0]):
                continue
            yield report.flag_at(FlagType.MIXED_PERIOD, message, *found.span(), words=found[0])
    yield from _of_other_years(report, message)
    period = report.extraction.report.period
    for fact in report.extraction.facts:
        if isinstance(fact, Indicator | Tally) and period and _is_other(fact, period):
            yield report.flag(
                FlagType.MIXED_PERIOD, message, (fact.start, fact.end), words=str(fact.period)
            )


def _is_other(fact: Indicator | Tally, own: Period) -> bool:
    """Whether a figure is of a year before the report's own.

    Items raised since an earlier year are; a state that has lasted since then is not.
    """
    if fact.period is None:
        return False
    first = fact.period.start if isinstance(fact, Tally) else fact.period.end
    return first.year < own.start.year


def _of_other_years(report: Checked, message: str) -> Iterator[Finding]:
    """Figures beside an earlier year that is no comparison, award or document: 2017年度…98.6分."""
    period = report.extraction.report.period
    if period is None:
        return
    for time, _, _, end in report.times_outside_plan():
        if time.compared or time.masked or time.deadline or time.named:
            continue
        if time.year is None or time.year >= period.start.year:
            continue
        stop = min(end, time.end + REACH)
        figure = _patterns().figure.search(report.text, time.end, stop)
        if figure is None or checks().not_figures.search(report.text, time.end, figure.end()):
            continue
        lead = report.text[max(0, time.start - AWARD) : time.start].rpartition("》")[2]
        if lead.endswith("〔") or checks().awarded.search(lead):
            continue
        words = report.text[time.start : time.end]
        yield report.flag_at(FlagType.MIXED_PERIOD, message, time.start, time.end, words=words)


# --------------------------------------------------------------------------- a period not told


def _ambiguous(report: Checked) -> Iterator[Finding]:
    line = report.extraction.report
    measured = any(isinstance(fact, Indicator | Tally) for fact in report.extraction.facts)
    yield from _masked_years(report)
    for found in report.found_outside_plan(_patterns().old_base):
        yield report.flag_at(FlagType.AMBIGUOUS_PERIOD, UNKNOWN_YEAR, *found.span(), words=found[0])
    if line.period is None and measured:
        yield report.flag(FlagType.AMBIGUOUS_PERIOD, "全文没有写明报告期，数据的年份无法确定。")
    elif line.period is not None and measured:
        yield from _other_lead(report, line.period.start.year)


def _masked_years(report: Checked) -> Iterator[Finding]:
    """Masked years outside the plan, and full-year figures of one beside those of a part-year."""
    period = report.extraction.report.period
    part_year = period is not None and not period.whole_year
    plan = [(one.start, one.end) for one in report.plan]
    for found in MASKED_YEAR.finditer(report.text):
        if any(start <= found.start() < end for start, end in plan):
            continue
        yield report.flag_at(FlagType.AMBIGUOUS_PERIOD, UNKNOWN_YEAR, *found.span(), words=found[0])
        near = report.text[found.end() : found.end() + REACH].partition("。")[0]
        if part_year and not PART_OF_YEAR.match(near) and _patterns().measured.search(near):
            yield report.flag_at(
                FlagType.MIXED_PERIOD,
                "“{words}”的全年数据与报告期的数据并列。",
                *found.span(),
                words=found[0],
            )


def _other_lead(report: Checked, year: int) -> Iterator[Finding]:
    """A first sentence of another year than the title: pages put new titles on old texts."""
    for _, start, end in report.outside_plan[:1]:
        found = LEAD_YEAR.match(report.text, start, end)
        if found and abs(int(found[1]) - year) > 1:
            yield report.flag_at(
                FlagType.AMBIGUOUS_PERIOD,
                "正文开头的年份是 {words}，与标题的年份不同。",
                *found.span(),
                words=found[1],
            )
