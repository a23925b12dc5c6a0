"""Classes of named waters: 汉江潜江段、东荆河水质稳定在地表水Ⅱ类标准."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft
from builder.extract.indicators.scopes import SOME_OF, WATER, named_objects, water_object
from builder.model import Period, Qualifier
from builder.numerals import whole_number
from builder.text.modality import modality
from builder.text.number_cues import BASE, REACHES
from builder.text.numbers.number import NumberKind
from builder.text.sentences import clauses
from builder.vocabulary.environment.metrics import CLASS, metric_of_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.numbers.number import Number

# The words by which a water has its class.
HAS = re.compile(
    r"(?P<verb>达到?(?:或优于|或好于|及优于)?|优于|好于|为|保持在?|稳定在?|维持在?|处于|符合|满足|属于?|改善[至为到]|提升[至为到]|提高[至为到到]"
    r"|上升[至为到]|恢复[至为到]|下降[至为到]|(?:恶化|退化|好转|转变|跃升|下滑|滑落|回落|跌落|回升|升级|降级|变化|变差|变好|优化|净化|转|变|降|升|跌)[至为到成]|个类别[至为到成]|是|呈|水质|断面|均值)"
    r"(?:在|到)?(?:国家)?(?:《?地表水(?:环境质量标准)?》?|海水)?(?:环境质量)?(?:水质)?(?:标准)?(?:的)?$"
)
# 5个断面中,3个达到Ⅱ类 does not say which three.
ONLY_COUNTED = re.compile(r"(?:其中|有|其余)*\d+[个条处]?$|其余")
DENIED = re.compile(
    r"未能?|没有|不能|难以|无法|尚未|距|超过|不低于|目标|要求|应|执行|按照|低于|劣于|不达|\d(?:个月|月次)[^,。;]{0,4}$"
)
GOAL = re.compile(r"(?:标准|水质|水体)?(?:的)?(?:考核|年度|省定|国家|管控)*(?:目标|要求|考核|限值)")
BETTER = re.compile(r"(?:优于|好于)(?:或达到)?(?:国家)?(?:地表水)?(?:环境质量)?(?:水质)?(?:标准)?$")
ABOVE = re.compile(r"(?:标准)?(?:及|或)?以上")
YEARS = re.compile(r"连续(\d+|[一二三四五六七八九十]+)年")
BEFORE = 84
# How a class stands in the brackets behind its object, and what may follow it there.
BRACKET = 24
IN_BRACKET = re.compile(
    r"\((?:[^()]{0,14}[,;、])?(?:现状|目前|实际|当前|现|全年|年均|均值|水质|类别|为|达到?|:)*"
)
BEHIND_CLASS = re.compile(
    r"(?:[,;、][^()]{0,16})?\)(?!(?:水质)?(?:达标率|标准|水体|比例|占比|要求)|[^,。;]{0,4}目标)"
)
LAST_NAME = re.compile(
    r"(?:[\u4e00-\u9fff]*(?:为|是|有|其中|包括))?[和与及]?(?P<name>[\u4e00-\u9fff]{2,16})$"
)
KINDS = re.compile(r"(?:地表水|海水|水质|水体|标准|优良|优于|达到|要求)$")
OBJECTS = re.compile(r"断面|河流|湖库|水源地")


def water_classes(analysis: TextAnalysis, index: int, named: Sequence[Mention]) -> list[Draft]:
    """The classes of one sentence, one draft for each object."""
    sentence = analysis.sentences[index]
    spans = [(mention.start, mention.end) for mention in named]
    found: list[Draft] = []
    for number in analysis.numbers.within(sentence.start, sentence.end):
        shared = any(start <= number.start < end for start, end in spans)
        if number.kind is NumberKind.CLASS and not shared:
            found += _of_class(analysis, index, number, found)
    return found


def _of_class(
    analysis: TextAnalysis, index: int, number: Number, earlier: list[Draft]
) -> Iterator[Draft]:
    text, sentence = analysis.text, analysis.sentences[index]
    begin = _clause_start(text, sentence.start, number.start)
    if earlier and begin < earlier[-1].end and text[earlier[-1].end] in "、和":
        listed = text[earlier[-1].end + 1 : number.start]
        begin = earlier[-1].end + 1 if water_object(_subject(listed, None)) else begin
    if (named := _bracketed(text, sentence.start, number)) is not None:
        yield from _drafts(analysis, index, number, named, sentence.start, base=False)
        return
    before = text[max(begin, number.start - BEFORE) : number.start]
    base = BASE.search(before) is not None and REACHES.match(text, number.end) is not None
    if _denied(before) or GOAL.match(text, number.end):
        return
    verb = HAS.search(before)
    if verb is None and not base:
        return
    scope = _scope(text, sentence.start, begin, before, verb, earlier)
    if scope is None:
        return
    yield from _drafts(analysis, index, number, scope, begin, base=base)


def _bracketed(text: str, start: int, number: Number) -> str | None:
    """The object that has its class in brackets: 王庄断面(Ⅳ类,目标为Ⅲ类)."""
    opening = text.rfind("(", max(start, number.start - BRACKET), number.start)
    if opening < 0 or not IN_BRACKET.fullmatch(text, opening, number.start):
        return None
    if not BEHIND_CLASS.match(text, number.end) or len(number.classes) > 1:
        return None
    name = LAST_NAME.search(text, max(start, opening - BEFORE), opening)
    if name is None:
        return None
    of_water = WATER.search(name["name"]) or OBJECTS.search(text, start, name.start("name"))
    named = of_water and not KINDS.search(name["name"]) and not _denied(name["name"])
    return name["name"] if named else None


def _denied(words: str) -> bool:
    """Whether words say that a class is not reached, or only hoped for."""
    return DENIED.search(words) is not None or modality().firm.search(words) is not None


def _clause_start(text: str, start: int, place: int) -> int:
    """Where the clause of a place begins."""
    return clauses(text, start, place + 1)[-1][0]


def _scope(
    text: str, start: int, begin: int, before: str, verb: re.Match[str] | None, earlier: list[Draft]
) -> str | None:
    """The object of the class: in its clause, or where that has none, in the one before."""
    subject = _subject(before, verb)
    if SOME_OF.search(subject):
        return None
    found = water_object(subject)
    if found is not None or ONLY_COUNTED.match(subject):
        return found
    previous = text[max(start, begin - BEFORE) : max(start, begin - 1)]
    if "类" in previous:
        return earlier[-1].scope if earlier else None
    return water_object(_subject(previous.rpartition(",")[2], None))


def _subject(before: str, verb: re.Match[str] | None) -> str:
    """The words before the predicate: 由去年同期的, 较去年, 分别, 连续8年 are none of them."""
    head = before[: verb.start()] if verb else before
    head = PREDICATE.split(head)[0]
    return DIGIT_TIMES.sub("", head)


PREDICATE = re.compile(
    r"[由从](?!于)|年平均|年均(?!值)|较|同比|与去年|与上年|相比|分别|连续|水质(?!监测)|整体|总体|稳定|持续|保持|均(?!值)|全部|始终|继续|长期|全年|达到|实现"
)
DIGIT_TIMES = re.compile(
    r"(?:(?:19|20)\d\d年度?|今年以?来?|去年|上年|上半年|下半年|\d{1,2}(?:[-—~至]\d{1,2})?月份?|[一二三四]季度|前三季度)+,?"
)


def _drafts(
    analysis: TextAnalysis, index: int, number: Number, scope: str, begin: int, *, base: bool
) -> Iterator[Draft]:
    text = analysis.text
    parts = named_objects(scope)
    classes = number.classes
    if len(classes) > 1 and len(classes) != len(parts):
        return
    start = text.find(scope, begin, number.start)
    quoted = start if start >= 0 else begin
    period = analysis.calendar.at(number.start, index)
    years = YEARS.search(text, max(begin, number.start - 20), number.start + 8)
    if base:
        period = analysis.base_period(number.start, index)
    elif years and period:
        period = _years_up_to(years[1], period)
    better = BETTER.search(text[max(0, number.start - 16) : number.start]) or ABOVE.match(
        text, number.end
    )
    values = classes if len(classes) > 1 else classes * len(parts)
    for part, value in zip(parts, values, strict=True):
        yield Draft(
            metric=metric_of_unit(CLASS),
            start=quoted,
            end=number.end,
            place=number.start,
            label=None,
            rule="water_class_base" if base else "water_class",
            value=value,
            unit=CLASS,
            qualifier=Qualifier.AT_LEAST if better else Qualifier.EQUAL,
            scope=part,
            period=period,
            numbers=[number.start],
        )


def _years_up_to(count: str, period: Period) -> Period:
    """连续8年 up to the year of the period."""
    years = whole_number(count) or 1
    return Period.years(period.end.year - years + 1, period.end.year)
