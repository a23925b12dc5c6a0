"""Rectifications: what a bureau says was done about problems that were raised or found.

A sentence is cut at its semicolons into statements, each into clauses. A statement tells of a
rectification where one of its clauses says how problems were handled, or where a tally of raised
items stands. The stretch goes from the clause that says what was raised, or which inspection or
check found it, to the last clause on its handling; sanctions and effects stay outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.rectifications.handling import handling
from builder.extract.rectifications.headed import HeadedProblem, headed_problems
from builder.extract.rectifications.stretches import (
    Span,
    names_raised,
    over,
    stretches,
    stretches_of_problem,
)
from builder.model import Rectification, Role, Tally, TallySource, Theme
from builder.outline.marks import opening_mark
from builder.text.inspections import tally_source
from builder.text.themes import themes
from builder.vocabulary.environment.work import inspections

if TYPE_CHECKING:
    from builder.model import Outline, Sentence
    from builder.text.normalized import NormalizedText

# To look up a member of an enumeration takes as long as a search.
_PLAN, _PROBLEMS = Role.PLAN, Role.PROBLEMS

CONTEXT_CHARACTERS = 200
MOST_THEMES = 3


def rectifications(
    outline: Outline, normalized: NormalizedText, tallies: Sequence[Tally]
) -> tuple[Rectification, ...]:
    """All rectifications of a report in text order; `tallies` are those found in it."""
    counted = [normalized.span_of(one.start, one.end) for one in tallies if _is_of_raised(one)]
    found = []
    under = headed_problems(outline, normalized)
    for sentence, (start, end) in zip(outline.sentences, normalized.sentences, strict=True):
        if under and (headed := next((one for one in under if one.start <= start < one.end), None)):
            if headed.start == start and sentence.role is not _PROBLEMS:
                found.append(_headed(outline, normalized, sentence, headed))
            continue
        label = _label(outline, sentence)
        named = slice(*label) if label else slice(0)
        about = outline.source.plain[named]
        for first, last in _of_sentence(
            normalized, outline, sentence, (start, end), counted, about
        ):
            labelled = label and first == start and names_raised(about)
            begin = normalized.offset_of(label[0]) if label and labelled else first
            found.append(_rectification(outline, normalized, sentence, begin, last))
    return tuple(found)


def _is_of_raised(tally: Tally) -> bool:
    """Whether a tally counts what was raised or found: 发现高值点位41个,已溯源处置37个."""
    return tally.rule == "tally.raised" or handling().discovered.match(tally.quote) is not None


def _label(outline: Outline, sentence: Sentence) -> Span | None:
    """The label that a sentence stands right behind: 5.水源地隐患排查:发现问题12处,已整改11处."""
    if sentence.section is None:
        return None
    section, plain = outline.sections[sentence.section], outline.source.plain
    if section.body != sentence.start or plain[section.body - 1] != ":":
        return None
    mark = opening_mark(plain, section.start, section.end)
    return (mark.end if mark else section.start, section.body)


def _of_sentence(
    normalized: NormalizedText,
    outline: Outline,
    sentence: Sentence,
    span: Span,
    counted: Sequence[Span],
    label: str,
) -> Iterator[Span]:
    """The stretches of a sentence, by the part of the report that it stands in."""
    text, (start, end) = normalized.text, span
    if sentence.role is _PROBLEMS:
        yield from stretches_of_problem(text, start, end)
    elif sentence.role is _PLAN:
        handled = handling().done_in_plan.match(text, start, end)
        yield from [handled.span()] if handled else ()
    # What stands above the first heading announces, or names a duty.
    elif not (sentence.section is None and outline.sections) or over(counted, start, end):
        yield from stretches(text, start, end, counted, label)


def _rectification(
    outline: Outline, normalized: NormalizedText, sentence: Sentence, first: int, last: int
) -> Rectification:
    start, end = normalized.source_span(first, last)
    own = normalized.text[first:last]
    before = normalized.text[max(0, first - CONTEXT_CHARACTERS) : first].rpartition("\n")[2]
    source = tally_source(own, "。".join((*sentence.headings[-1:], before)))
    raised_elsewhere = inspections().sources.assembly.within(own)
    return Rectification(
        report=outline.source.report,
        start=start,
        end=end,
        quote=outline.source.text[start:end],
        themes=_themes(own, sentence.headings, source),
        headings=sentence.headings,
        rule="rectification.clauses",
        source=None if source is TallySource.OTHER and not raised_elsewhere else source,
    )


def _headed(
    outline: Outline, normalized: NormalizedText, sentence: Sentence, headed: HeadedProblem
) -> Rectification:
    """What was done about a problem with a heading; the title says whose inspection raised it."""
    found = _rectification(outline, normalized, sentence, headed.begin, headed.stop)
    title = outline.source.plain[slice(*outline.title)] if outline.title else ""
    source = tally_source("。".join((title, *sentence.headings)), "")
    if source is TallySource.OTHER:
        return found
    own = normalized.text[headed.begin : headed.stop]
    return replace(found, source=source, themes=_themes(own, sentence.headings, source))


def _themes(own: str, headings: tuple[str, ...], source: TallySource) -> tuple[Theme, ...]:
    """What it is about; work on what an inspection raised is inspection before all."""
    found = themes(own, headings)
    if source.value.endswith("inspection"):
        found = (Theme.INSPECTION, *found)
    elif source is TallySource.PETITION:
        found = (Theme.PETITION, *found)
    return tuple(dict.fromkeys(found))[:MOST_THEMES]
