"""Tallies: sets of items raised and how many are settled, as printed and never computed."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from builder.extract.extracted import Extracted
from builder.extract.tallies.item_sets import ItemSet, TallyField
from builder.extract.tallies.patterns import tally_words
from builder.extract.tallies.sets import item_sets
from builder.extract.tallies.subjects import OTHER_SET, names_raiser, subject
from builder.extract.tallies.tabled import table_tallies
from builder.model import Period, Role, Tally, TallySource, Theme
from builder.text.calendar import period_of
from builder.text.dates import times
from builder.text.inspections import named_before, raised_in_report, tally_source
from builder.text.themes import themes
from builder.vocabulary.environment.tallies import tally_vocabulary
from builder.vocabulary.environment.work import inspections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model import Sentence
    from builder.text.analysis import TextAnalysis
    from builder.text.dates import Time
    from builder.text.numbers.number import Number

# To look up a member of an enumeration takes as long as a search.
_PLAN, _PROBLEMS = Role.PLAN, Role.PROBLEMS
_DONE, _PENDING, _RATE, _TOTAL = (
    TallyField.DONE,
    TallyField.PENDING,
    TallyField.RATE,
    TallyField.TOTAL,
)

INSPECTIONS = frozenset(
    (
        TallySource.CENTRAL_INSPECTION,
        TallySource.PROVINCIAL_INSPECTION,
        TallySource.MIXED_INSPECTION,
    )
)
ONE_LEVEL = INSPECTIONS - {TallySource.MIXED_INSPECTION}
CONTEXT = 260
LABELLED = ONE_LEVEL | {TallySource.OUTFALL, TallySource.PETITION}
# A longer heading says more than what is counted below it.
MAX_LABEL_CHARACTERS = 8


def tallies(analysis: TextAnalysis, period: Period | None) -> Extracted[Tally]:
    """All tallies outside the parts that set out problems and plans, in text order.

    `period` is the report's own.
    """
    reporting = [
        (one, span)
        for one, span in zip(analysis.outline.sentences, analysis.normalized.sentences, strict=True)
        if one.role not in (_PLAN, _PROBLEMS)
    ]
    spans = [span for _, span in reporting]
    starts = [start for start, _ in spans]
    tabled = table_tallies(analysis, period)
    found, used = [*tabled.facts], {*tabled.used}
    before = 0
    for one in item_sets(analysis.text, analysis.numbers, spans):
        index = bisect_right(starts, one.noun[1]) - 1
        # Sets of one list begin with the same clause.
        begin = starts[index] if one.noun[0] < before else max(starts[index], before)
        begin = analysis.text.rfind(";", begin, one.start) + 1 or begin
        where = _SetInText(
            analysis.text, one, begin, analysis.text[begin : one.end], reporting[index][0]
        )
        found.append(_tally(analysis, where, period))
        used.update(number.start for number in one.numbers.values() if number.value is not None)
        parts = (part for part in one.parts if not _by_matter(analysis.text, one, part))
        used.update(number.start for number in (*parts, *_in_brackets(analysis, one)))
        before = one.end
    return Extracted(facts=tuple(found), used=frozenset(used))


def _by_matter(text: str, one: ItemSet, part: Number) -> bool:
    """Whether a number sorts the items by what they are about, and so is an amount of its own.

    其中噪声427件、异味231件、其他79件 are, 其中临浦区886件 and 其中立行立改12个 are the set's.
    """
    listed = tally_vocabulary().kinds[0]
    begin = text.rfind(listed, one.start, part.start)
    if begin < 0 or ";" in text[begin : part.start]:
        return False
    return tally_vocabulary().matters.match(text, begin + len(listed)) is not None


def _in_brackets(analysis: TextAnalysis, one: ItemSet) -> Iterator[Number]:
    """The numbers by which brackets sort the items of a set: 8个问题(石塘镇3个、双桥镇5个)."""
    for number in analysis.numbers.within(one.start, one.end):
        opened = analysis.text.rfind("(", one.start, number.start)
        inside = opened >= 0 and ")" not in analysis.text[opened : number.start]
        if inside and number.unit == one.unit:
            yield number


class _SetInText(NamedTuple):
    """A set with the text on it, from the last semicolon or the set before, and its sentence."""

    text: str
    items: ItemSet
    begin: int
    own: str
    sentence: Sentence

    @property
    def context(self) -> str:
        """Heading and text of the paragraph before that."""
        before = self.text[max(0, self.begin - CONTEXT) : self.begin].rpartition("\n")[2]
        return "。".join((*self.sentence.headings[-1:], before))


def _tally(analysis: TextAnalysis, where: _SetInText, period: Period | None) -> Tally:
    one, own = where.items, where.own
    lead = _patterns().lead.match(where.text[one.start : one.end])
    begin, end, quote = analysis.quote(one.start + (lead.end() if lead else 0), one.end)
    context = where.context
    named = subject(where.text, one, where.begin, context)
    source = _source(one, own, named, context)
    # 群众诉求:数字城管平台受理案件 says itself who has them.
    if source is TallySource.OTHER and not names_raiser(named):
        source = _labelled_source(where.sentence.headings)
    if source is TallySource.OTHER and raised_in_report(analysis.outline, own):
        source = named_before(context) or TallySource.MIXED_INSPECTION
    # “夏季攻势”任务 are those of a campaign, as problems are those of an inspection.
    raised = one.firm or source in INSPECTIONS
    raised |= source is TallySource.CAMPAIGN and named.startswith("“")
    raised |= inspections().sources.assembly.within(own)
    values = {field: number.value for field, number in one.numbers.items()}
    return Tally(
        report=analysis.outline.source.report,
        start=begin,
        end=end,
        quote=quote,
        themes=_themes(source, own, where.sentence.headings),
        headings=where.sentence.headings,
        rule="tally.raised" if raised else "tally.work",
        subject=named,
        source=source,
        total=None if one.due else _decimal(values.get(_TOTAL)),
        done=_decimal(values.get(_DONE)),
        pending=_decimal(values.get(_PENDING)),
        rate=_decimal(values.get(_RATE)),
        period=_period(analysis, where, period),
        unit=one.unit or None,
        note=_note(where.text, one),
        pending_as=_pending_as(analysis.text, one),
    )


def _source(one: ItemSet, own: str, named: str, context: str) -> TallySource:
    """Who raised a set: by its own name where sets are listed (中央督察9项、省督察12项)."""
    if one.place is not None:
        return tally_source(named, context)
    listed = tally_source(named, "") if OTHER_SET.search(own) else TallySource.OTHER
    return listed if listed in ONE_LEVEL else tally_source(own, context)


def _labelled_source(headings: tuple[str, ...]) -> TallySource:
    """Who raised items by a short heading that is no more than a label: 入海排污口:, 信访:."""
    label = headings[-1] if headings else ""
    found = tally_source(label, "") if len(label) <= MAX_LABEL_CHARACTERS else TallySource.OTHER
    return found if found in LABELLED else TallySource.OTHER


def _note(text: str, one: ItemSet) -> str | None:
    """The words that limit the settlement: 已完成|县级销号, 已办结118件(含|阶段性办结9件|)."""
    found = _patterns().limited.search(text, one.start, one.end)
    if found:
        return found[0]
    staged = _patterns().staged_of_done.match(text, one.end)
    return f"含{staged[1]}" if staged and _DONE in one.numbers else None


def _pending_as(text: str, one: ItemSet) -> str | None:
    """What the text calls the items that are left, if not just that: 阶段性办结|6件."""
    number = one.numbers.get(_PENDING)
    if number is None:
        return None
    words = tally_words()
    found = words.state_before.search(text, one.start, number.start)
    found = found or words.state_after.match(text, number.end)
    return found["state"] if found else None


def _decimal(value: Decimal | str | None) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    limited: re.Pattern[str]
    staged_of_done: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = tally_vocabulary()
    limited = words.limited
    return _Patterns(
        lead=re.compile(f"^(?:[一二三四五六七八九十]+是|{words.lead.pattern})+"),
        limited=re.compile(
            f"{limited.levels.group}{limited.acceptances.group}"
            f"{limited.again.group}?"
            f"|{limited.preliminary.group}{limited.steps.group}"
        ),
        staged_of_done=re.compile(
            rf"[(,](?:其中)?(?:含|包括|包含)((?:{tally_words().staged.pattern})\d+[个项件处起]"
            rf"|\d+[个项件处起](?:{tally_words().staged.pattern}))"
        ),
    )


def _themes(source: TallySource, own: str, headings: tuple[str, ...]) -> tuple[Theme, ...]:
    """An inspection is the theme of what it raised, whatever that is about."""
    found = themes(own, headings)
    if source in INSPECTIONS:
        petition = (Theme.PETITION,) if Theme.PETITION in found else ()
        return (Theme.INSPECTION, *petition)
    return found


def _period(analysis: TextAnalysis, where: _SetInText, period: Period | None) -> Period | None:
    """When the items were raised if the text tells it, else the report's period."""
    if period is None:
        return None
    year = period.start.year
    own = analysis.times.within(where.begin, where.items.end)
    # 2023年省级督察期间 names its year itself; else the words before may tell it.
    told = any(time.year for time in own)
    earlier = times(where.context) if "期间" in where.own and not told else ()
    for time in (*own, *earlier):
        if stated := _stated_period(time, year):
            return stated
    return period


def _stated_period(time: Time, year: int) -> Period | None:
    """The period that a time tells of items in a report of a year, if it tells one."""
    if time.since and time.year and time.year < year:
        return Period.years(time.year, year)
    days = time.first and time.last and time.first[1] and time.last[1] and time.first != time.last
    if days or (time.year and time.last_year and time.first is None):
        return period_of(time, time.year or year)
    if time.first is not None or time.compared:
        return None
    # 去年省级督察反馈的15个问题; a year after the report's is another matter.
    told = time.year or year + min(time.relative_year or 0, 0)
    return Period.years(told) if told != year else None
