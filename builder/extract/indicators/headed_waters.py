"""Waters named before a value without one: above its sentence, or in the clauses before it.

白水河国考断面:1-5月断面均值为Ⅲ类. 8个断面水质均达到标准,达标率100%.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from builder.extract.indicators.scope_patterns import water_patterns
from builder.extract.indicators.scopes import names_water, objects, water_object
from builder.text.sentences import clauses
from builder.vocabulary.environment.scopes import scope_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from builder.text.analysis import TextAnalysis

# A name that a sentence begins with, or is: 白水河断面:.
# 柳溪口断面水质|由Ⅳ类提升为Ⅲ类.
FROM_CLASS = re.compile(r"[由从][^,;。]{0,8}劣?[ⅠⅡⅢⅣⅤ一二三四五]类.*$")
AMOUNT = re.compile(
    r"(?:取水|供水|蓄水|总|年|日)+(?:总?量|能力|规模)[^,;。\d]{0,4}[\d.]+[万亿]*(?:吨|立方米)(?:/[日天年])?$"
)
# 北渡断面Ⅲ类, beside another one that has its own.
OWN_CLASS = re.compile(r"[\u4e00-\u9fff]{2,12}?为?劣?[ⅠⅡⅢⅣⅤ]类(?=[、和,]|$)")
# How the class of a water ends that another value stands beside.
BEHIND_CLASS = "类、"
# The points that a score gives a heading: 地表水考核断面(12分).
POINTS = re.compile(r"\(\d{1,3}分\)$")
LEAD = re.compile(r"(?P<name>[^,;:。]{2,16})(?::|。$)")


def object_above(analysis: TextAnalysis, index: int) -> str | None:
    """The water that a sentence begins with, that the one before it is, or that heads it."""
    sentence = analysis.sentences[index]
    leads = [LEAD.match(analysis.text, sentence.start, sentence.end)]
    before = analysis.sentences[index - 1] if index else None
    if before is not None and before.block == sentence.block:
        leads.append(LEAD.fullmatch(analysis.text, before.start, before.end))
    names = [lead["name"] for lead in leads if lead] + [*sentence.headings[-1:]]
    bare = (POINTS.sub("", name) for name in names)
    return next((name for name in bare if names_water(name)), None)


def waters_before(
    text: str, start: int, offset: int, words: Callable[[int, int], str], *, share: bool
) -> tuple[str, ...]:
    """The waters of the clauses before; a `share` is of all the sections that they count."""
    if share and (whole := counted_sections(text, start, offset)):
        return (whole,)
    before = clauses_before(text, start, offset)
    if share and before and len(OWN_CLASS.findall(text, *before[-1])) > 1:
        # 大桥断面Ⅱ类、北渡断面Ⅲ类,达标率100%: the share is that of all, which 考核断面中 may name.
        above = text[slice(*before[-2])] if len(before) > 1 else ""
        whole = water_object(above[:-1]) if above.endswith("中") else None
        return (whole,) if whole else ()
    return earlier_objects(text, start, offset, words)


def clauses_before(text: str, start: int, offset: int) -> list[tuple[int, int]]:
    """The clauses up to a value, its own left out; a class ends one: 北湖好转为Ⅳ类、|总磷浓度."""
    *before, (begin, _) = clauses(text, start, offset + 1)
    ends = text.rfind(BEHIND_CLASS, begin, offset)
    return [*before, (begin, ends + 1)] if ends > begin else before


def earlier_objects(
    text: str, start: int, offset: int, words: Callable[[int, int], str]
) -> tuple[str, ...]:
    """The objects of the clauses before: 8个断面,2个水源保护区水质均达到标准,达标率100%.

    `start` is where the sentence begins, `words` gives a stretch of it without times.
    """
    found: list[str] = []
    first = max(start, text.rfind(";", start, offset) + 1)
    for begin, end in reversed(clauses_before(text, first, offset)):
        clause = words(begin, end)
        if not found and (section := water_patterns().sampled.match(clause)):
            return objects(section["name"])
        # 水源地|取水总量1.42亿吨: what is counted of it narrows no water.
        clause = AMOUNT.sub("", clause)
        subject = water_patterns().predicate.sub("", FROM_CLASS.sub("", clause))
        scope = water_object(subject)
        of_metric = scope is not None and scope_words().water.metric_nouns.within(scope)
        if scope is None or of_metric or (found and subject != clause):
            break
        found = [*objects(scope), *found]
    return tuple(found)


def counted_sections(text: str, start: int, offset: int) -> str | None:
    """The sections of which some have a class: 5个断面中,石鼓渡断面为Ⅱ类,优良比例100%."""
    statement = text.rfind(";", start, offset) + 1 or text.rfind("。", start, offset) + 1 or start
    head = water_patterns().of_which.match(text, max(start, statement), offset)
    return head["sections"] if head else None


def is_no_object(found: str, text: str, start: int, offset: int) -> bool:
    """Whether words are a share's own noun (断面), or only count some of a whole: 7个断面."""
    if scope_words().water.own.fullmatch(found):
        return True
    some = water_patterns().unnamed_count.fullmatch(found) is not None
    return some and counted_sections(text, start, offset) is not None
