"""Every other number with a unit: how much was done, spent, found or built.

`quantities` looks at the numbers that no indicator and no tally holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from builder.extract.extracted import Extracted
from builder.extract.quantities.asked_amounts import lacking
from builder.extract.quantities.head_nouns import HeadNoun, noun
from builder.extract.quantities.labels import without_lead
from builder.extract.quantities.no_quantity import counts_aspects, reason_against
from builder.extract.quantities.planned_amounts import (
    counts_though_planned,
    planning_cue,
    with_cue,
)
from builder.extract.quantities.rate_lists import left_over, rates_together
from builder.extract.quantities.tabled import table_quantities
from builder.model import Quantity, Role, Theme
from builder.text.number_roles import is_negative
from builder.text.numbers.number import Number, NumberKind
from builder.text.themes import themes
from builder.vocabulary.generic.labels import label_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.text.analysis import TextAnalysis
    from builder.text.dates import Time
    from builder.text.sentences import TextSentence

# To look up a member of an enumeration takes as long as a search.
_AMOUNT = NumberKind.AMOUNT
_PLAN = Role.PLAN

# A concentration in air that is no indicator was not understood; it is no amount of anything.
OF_AIR = frozenset(("μg/m³", "mg/m³"))
# 台（套） is printed as its source prints it.
WIDE = str.maketrans("()", "（）")


def quantities(analysis: TextAnalysis, taken: frozenset[int]) -> Extracted[Quantity]:
    """The quantities of a report; `taken` are starts of numbers that other facts have taken."""
    tabled = table_quantities(analysis, taken)
    found, used = [*tabled.facts], {*tabled.used}
    for sentence in analysis.sentences:
        if sentence.role is _PLAN:
            continue
        counted = list(_counted(analysis, sentence, taken))
        if counted:
            about = themes(analysis.text[sentence.start : sentence.end], sentence.headings)
            found += [_quantity(analysis, sentence, *one, about) for one in counted]
            used.update(number.start for number, _ in counted)
    return Extracted(facts=tuple(found), used=frozenset(used))


def _counted(
    analysis: TextAnalysis, sentence: TextSentence, taken: frozenset[int]
) -> Iterator[tuple[Number, HeadNoun]]:
    """The numbers of a sentence that no other fact tells, with what each counts."""
    text, numbers = analysis.text, analysis.numbers.within(sentence.start, sentence.end)
    if not numbers:
        return
    ranked = analysis.ranks.within(sentence.start, sentence.end)
    for number in numbers:
        free = number.kind is _AMOUNT and number.start not in taken
        free = free and not is_negative(text, number) and not counts_aspects(text, number)
        shared = rates_together(text, sentence.start, number) if number.measure == "%" else None
        if shared is not None:
            names = shared.names if free else left_over(shared.names)
            found = [HeadNoun(name, shared.start, number.end) for name in names]
        elif free and (distance := lacking(text, sentence.start, number)) is not None:
            found = [distance]
        elif free and number.measure not in OF_AIR and reason_against(text, number, ranked) is None:
            found = [noun(text, sentence.start, sentence.end, numbers, number)]
        else:
            continue
        cue = planning_cue(text, sentence.start, number) if found else None
        if cue is None or counts_though_planned(cue):
            for one in found:
                yield number, _dated(analysis, sentence, number, one, cue)


def _dated(
    analysis: TextAnalysis, sentence: TextSentence, number: Number, named: HeadNoun, cue: str | None
) -> HeadNoun:
    """A noun whose label says that its amount is expected, or of another year than the report."""
    time = analysis.calendar.named(sentence.start, number.start)
    label = named.label if time is None else _with_year(analysis, time, named)
    return named._replace(label=with_cue(label, cue))


@cache
def _relative_year() -> re.Pattern[str]:
    change = label_words().change
    return re.compile(f"^{change.years.group}{change.same_time.group}?")


def _with_year(analysis: TextAnalysis, time: Time, named: HeadNoun) -> str:
    """The label of a number with its year, where that is not the report's: 2023年投入资金.

    A year stands right before the words of its number; 2016年以来 holds for those behind it too.
    """
    words = analysis.text[time.start : time.end]
    label = named.label if words in named.label else _relative_year().sub("", named.label)
    if words in label or not analysis.calendar.is_earlier(time):
        return label or named.label
    gap = analysis.text[time.end : named.start].lstrip(",")
    if time.since and ";" not in gap:
        return f"{words}以来{label}"
    return words + label if not without_lead(gap) else label


def _quantity(
    analysis: TextAnalysis,
    sentence: TextSentence,
    number: Number,
    named: HeadNoun,
    about: tuple[Theme, ...],
) -> Quantity:
    assert isinstance(number.value, Decimal)
    begin = named.start
    if analysis.text[begin] == "(" and ")" not in analysis.text[begin : named.end]:
        begin += 1  # Of (覆盖行政村57个) only a half would be quoted.
    start, end, quote = analysis.quote(begin, named.end)
    return Quantity(
        report=analysis.outline.source.report,
        start=start,
        end=end,
        quote=quote,
        themes=about,
        headings=sentence.headings,
        rule="quantity",
        value=number.value,
        unit=number.unit.translate(WIDE) if "（" in quote else number.unit,
        qualifier=number.qualifier,
        label=named.label,
    )
