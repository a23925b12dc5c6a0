"""Classes of named waters: 汉江潜江段、东荆河水质稳定在地表水Ⅱ类标准."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.indicators.class_changes import OTHER_CLASS, class_change, is_set_against
from builder.extract.indicators.class_lists import class_list
from builder.extract.indicators.class_patterns import bracket_patterns, class_patterns
from builder.extract.indicators.drafts import Draft
from builder.extract.indicators.headed_waters import counted_sections, object_above
from builder.extract.indicators.scope_patterns import lead_in, water_patterns
from builder.extract.indicators.scopes import (
    LIST,
    is_unnamed,
    is_water,
    named_objects,
    to_its_kind,
    water_object,
)
from builder.model import Period, Qualifier
from builder.numerals import whole_number
from builder.text.modality import modality
from builder.text.number_cues import BASE, REACHES, number_cues
from builder.text.sentences import clauses
from builder.vocabulary.environment.metrics import CLASS, metric_of_unit
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.environment.water_classes import water_class_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.numbers.number import Number

# How far before a class its clause is read, and in brackets how far it stands from the opening.
MAX_CLAUSE_CHARACTERS = 84
MAX_BRACKET_CHARACTERS = 24
MAX_TIME_GAP = 10
# 考核目标:均达到Ⅲ类 gives no class, whatever stands behind the label.
MAX_LABEL_CHARACTERS = 10
AIM_LABEL = re.compile(r"[^,;。:]{2,8}:$")
# 石门滩断面有七个月达到Ⅱ类 is no state of the year.
_SOME_MONTHS = re.compile(r"有[\d一二三四五六七八九十两]{1,2}个月[^,;。]{0,6}$")
_COUNTED_NAMES = re.compile(r"(?P<count>\d)个[^()]{2,12}\((?P<names>[^()]{3,40})\)")


def water_classes(
    analysis: TextAnalysis, index: int, classes: Sequence[Number], mentions: Sequence[Mention]
) -> list[Draft]:
    """What the `classes` of a sentence tell that stand in no mention, one draft for each object."""
    found: list[Draft] = []
    for number in classes:
        if not any(one.start <= number.start < one.end for one in mentions):
            found += _of_class(analysis, index, number, found)
    return found


def _of_class(
    analysis: TextAnalysis, index: int, number: Number, earlier: list[Draft]
) -> Iterator[Draft]:
    text, sentence = analysis.text, analysis.sentences[index]
    begin = _clause_start(text, sentence.start, number.start)
    if earlier and begin < earlier[-1].end and text[earlier[-1].end] in "、和":
        listed = text[earlier[-1].end + 1 : number.start]
        own = water_object(_subject(listed, None)) or _only_timed(listed)
        begin = earlier[-1].end + 1 if own else begin
    against = earlier and is_set_against(text, begin, number, sentence.end)
    scope = earlier[-1].scope if against else _bracketed(text, sentence.start, number)
    if scope is not None:
        first = begin if against else sentence.start
        yield from _of_scope(analysis, index, number, scope, first, base=bool(against))
        return
    before = text[max(begin, number.start - MAX_CLAUSE_CHARACTERS) : number.start]
    base = BASE.search(before) is not None and REACHES.match(text, number.end) is not None
    label = AIM_LABEL.search(text, max(sentence.start, begin - MAX_LABEL_CHARACTERS), begin)
    aimed = class_patterns().target.match(text, number.end) or (label and _denied(label[0]))
    if _denied(before) or aimed or number_cues().scored_behind.match(text, number.end):
        return
    verb = class_patterns().having.search(_without_time(analysis, before, number.start))
    subject = _subject(before, verb)
    if (names := class_list(text, number, sentence.end, subject)) is not None and (
        names.counted or water_object(subject) is None
    ):
        yield from _drafts(analysis, index, number, names.names, number.start, names.end)
        return
    if verb is None and not base:
        return
    scope = _scope(text, sentence.start, begin, before, verb, earlier)
    if scope is None and not _bare(subject):
        return
    scope = (
        (object_above(analysis, index) or scope) if scope is None or is_unnamed(scope) else scope
    )
    if scope is None or _some_of_counted(text, sentence.start, number.start, scope):
        return
    yield from _of_scope(analysis, index, number, scope, begin, base=base)


def _only_timed(listed: str) -> bool:
    """Whether the words of a list have a time of their own and no water: 、|2023年为|Ⅳ类."""
    verb = class_patterns().having.search(listed)
    timed = class_patterns().times.match(listed) is not None
    return verb is not None and timed and _bare(_subject(listed, verb))


def _without_time(analysis: TextAnalysis, before: str, offset: int) -> str:
    """The words before a class without the time right before it: 改善到|11月的|Ⅳ类."""
    times = analysis.times.within(offset - len(before), offset)
    close = times and analysis.text[times[-1].end : offset] in {"", "的"}
    return before[: times[-1].start - offset] if close else before


def _some_of_counted(text: str, start: int, offset: int, scope: str) -> bool:
    """Whether a class is said of some of those counted, and nobody can tell which: 7个断面."""
    unnamed = water_patterns().unnamed_count.fullmatch(scope) is not None
    return unnamed and counted_sections(text, start, offset) is not None


def _bracketed(text: str, start: int, number: Number) -> str | None:
    """The object that has its class in brackets: 王庄断面(Ⅳ类,目标为Ⅲ类)."""
    patterns = bracket_patterns()
    opening = text.rfind("(", max(start, number.start - MAX_BRACKET_CHARACTERS), number.start)
    if opening < 0 or not patterns.opening.fullmatch(text, opening, number.start):
        return None
    if not patterns.behind.match(text, number.end) or len(number.classes) > 1:
        return None
    name = patterns.name.search(text, max(start, opening - MAX_CLAUSE_CHARACTERS), opening)
    if name is None:
        return None
    words, found = water_class_words().brackets, name["name"]
    of_water = is_water(found) or words.objects.within(text, start, name.start("name"))
    named = of_water and not found.endswith(words.no_names) and not _denied(found)
    return found if named else None


def _denied(words: str) -> bool:
    """Whether words say that a class is not reached, only hoped for, of the sea, or of months."""
    return (
        class_patterns().denied.search(words) is not None
        or scope_words().water.sea.within(words)
        or modality().firm.search(words) is not None
        or _SOME_MONTHS.search(words) is not None
    )


def _clause_start(text: str, start: int, offset: int) -> int:
    """Where the clause of an offset begins."""
    return clauses(text, start, offset + 1)[-1][0]


def _scope(
    text: str, start: int, begin: int, before: str, verb: re.Match[str] | None, earlier: list[Draft]
) -> str | None:
    """The object of the class: in its clause, or where that has none, in the one before."""
    subject = _subject(before, verb)
    if water_patterns().some_of.search(subject):
        return None
    found = water_object(subject)
    found = to_its_kind(found) if found else None
    if found is not None or class_patterns().only_counted.match(subject):
        return found
    previous = text[max(start, begin - MAX_CLAUSE_CHARACTERS) : max(start, begin - 1)]
    if (suffered := _suffering(OTHER_CLASS.split(previous)[-1])) is not None:
        return suffered
    if OTHER_CLASS.search(previous):
        return earlier[-1].scope if earlier else None
    named = previous.rpartition(",")[2]
    measured = water_class_words().measured.search(named)
    return water_object(_subject(named[: measured.start()] if measured else named, None))


def _suffering(words: str) -> str | None:
    """The last section of some clauses that one tells of: 东闸断面|受上游来水影响,个别月份超标."""
    found = [one for one in map(class_patterns().suffering.match, re.split("[,;]", words)) if one]
    return found[-1]["name"] if found else None


def _bare(subject: str) -> bool:
    """Whether a class is told without its water: 1-6月水质为Ⅳ类."""
    rest = lead_in().sub("", water_patterns().tail.sub("", subject))
    return not rest or is_unnamed(rest)


def _subject(before: str, verb: re.Match[str] | None) -> str:
    """The words before the predicate: 由去年同期的, 较去年, 分别, 连续8年 are none of them."""
    # The noun of 北渡断面Ⅲ类 is its name's.
    noun = verb and next((one for one in scope_words().water.shared if verb[0].startswith(one)), "")
    head = before[: verb.start() + len(noun or "")] if verb else before
    head = class_patterns().predicate.split(head)[0]
    return class_patterns().times.sub("", head).rstrip("、和")


def _of_scope(
    analysis: TextAnalysis,
    index: int,
    number: Number,
    scope: str,
    begin: int,
    *,
    base: bool = False,
) -> Iterator[Draft]:
    """The drafts of a class whose objects stand before it, from `begin` on."""
    parts = _in_brackets(scope, len(number.classes)) or named_objects(scope)
    run = () if base else _listed_periods(analysis, begin, number.start)
    if len(parts) == 1 < len(run) and len(number.classes) in {1, len(run)}:
        parts = tuple(parts) * len(run)
    elif len(number.classes) > 1 and len(number.classes) != len(parts):
        return
    else:
        run = ()
    start = analysis.text.find(scope, begin, number.start)
    quoted = start if start >= 0 else begin
    drafts = _drafts(analysis, index, number, parts, quoted, number.end, base=base, begin=begin)
    for nth, draft in enumerate(drafts):
        yield replace(draft, period=run[nth]) if run else draft


def _listed_periods(analysis: TextAnalysis, begin: int, offset: int) -> tuple[Period | None, ...]:
    """The times of a list right before a class: 云桐桥断面4月、5月|为Ⅲ类."""
    times = analysis.times.within(begin, offset)
    first = len(times) - 1
    while first > 0 and analysis.text[times[first - 1].end : times[first].start] in {"、", "和"}:
        first -= 1
    near = times and offset - times[-1].end <= MAX_TIME_GAP
    return tuple(map(analysis.calendar.resolved, times[first:])) if near else ()


def _in_brackets(scope: str, count: int) -> tuple[str, ...]:
    """The names that brackets give of as many as are counted: 2个国考断面(大桥、白鹤嘴)."""
    listed = _COUNTED_NAMES.fullmatch(scope)
    names = tuple(LIST.split(listed["names"])) if listed and count > 1 else ()
    return names if listed and len(names) == count == int(listed["count"]) else ()


def _drafts(
    analysis: TextAnalysis,
    index: int,
    number: Number,
    parts: Sequence[str],
    start: int,
    end: int,
    *,
    base: bool = False,
    begin: int | None = None,
) -> Iterator[Draft]:
    """A draft for each object, quoting `start..end`; its clause begins at `begin`."""
    text, patterns = analysis.text, class_patterns()
    classes = number.classes
    first = start if begin is None else begin
    period = analysis.calendar.at(number.start, index)
    years = patterns.lasting.search(text, max(first, number.start - 20), number.start + 8)
    if base:
        period = analysis.base_period(number.start, number.end, index)
    elif years and period:
        period = _years_up_to(years[1], period)
    elif water_class_words().always.within(text, first, number.start):
        period = period or analysis.calendar.period
    better = patterns.better.search(text[max(0, number.start - 16) : number.start])
    better = better or patterns.above.match(text, number.end)
    values = classes if len(classes) > 1 else classes * len(parts)
    change = None if base else class_change(text, first, end, analysis.sentences[index].end)
    for part, value in zip(parts, values, strict=True):
        yield Draft(
            metric=metric_of_unit(CLASS),
            start=start,
            end=end,
            offset=number.start,
            label=None,
            rule="water_class_base" if base else "water_class",
            value=value,
            unit=CLASS,
            qualifier=Qualifier.AT_LEAST if better else Qualifier.EQUAL,
            scope=part,
            period=period,
            change=change,
            numbers=[number.start],
        )


def _years_up_to(count: str, period: Period) -> Period:
    """连续8年 up to the year of the period."""
    years = whole_number(count) or 1
    return Period.years(period.end.year - years + 1, period.end.year)
