"""Rectifications: what a bureau says was done about problems that were raised or found.

A sentence is cut at its semicolons into statements, each into clauses. A statement tells of a
rectification where one of its clauses says how problems were handled, or where a tally of raised
items stands. The stretch goes from the clause that says what was raised, or which inspection or
check found it, to the last clause on its handling; sanctions and effects stay outside.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import CLAUSE_WITH_BRACKETS, gap
from builder.extract.headed_problems import HeadedProblem, headed_problems
from builder.model import Rectification, Role, Tally, TallySource, Theme
from builder.text.inspections import tally_source
from builder.text.themes import themes
from builder.vocabulary.environment.work import (
    RectificationWords,
    inspections,
    rectification_words,
)
from builder.vocabulary.words import Words

if TYPE_CHECKING:
    from builder.model import Outline, Sentence
    from builder.text.normalized import NormalizedText

# How many clauses of means may stand between what was raised and how it was handled.
MAX_CLAUSES_OF_MEANS = 1
SINCE = re.compile(r"\d{4}年(?:以来|至今)")
NAMED = re.compile("《[^《》]*》")
MAX_CHECK_CHARACTERS = 45
MIN_CLAUSES_AGAINST = 2
CONTEXT_CHARACTERS = 200
MOST_THEMES = 3
Span = tuple[int, int]


class _Words(NamedTuple):
    raised: Words
    finders: Words
    means: Words
    hint: Words
    handled: re.Pattern[str]
    following: Words
    refused: Words
    by: Words
    endings: Words
    towards: Words
    against_shortcomings: re.Pattern[str]
    brought: re.Pattern[str]
    dealt: Words
    done_in_plan: re.Pattern[str]


class _Clause(NamedTuple):
    """A clause and what it says; `counted` where a tally of raised items stands in it."""

    start: int
    end: int
    text: str
    counted: bool
    handled: bool


def rectifications(
    outline: Outline, normalized: NormalizedText, tallies: Sequence[Tally]
) -> tuple[Rectification, ...]:
    """All rectifications of a report in text order; `tallies` are those found in it."""
    counted = [
        normalized.span_of(one.start, one.end) for one in tallies if one.rule == "tally.raised"
    ]
    found = []
    under = headed_problems(outline, normalized)
    for sentence, (start, end) in zip(outline.sentences, normalized.sentences, strict=True):
        if sentence.role is Role.PROBLEMS:
            continue
        if under and (headed := next((one for one in under if one.start <= start < one.end), None)):
            if headed.start == start:
                found.append(_headed(outline, normalized, sentence, headed))
            continue
        if sentence.role is Role.PLAN:
            handled = _words().done_in_plan.match(normalized.text, start, end)
            stretches = iter([handled.span()] if handled else [])
        elif sentence.section is None and outline.sections and not _over(counted, start, end):
            # What stands above the first heading announces, or names a duty.
            continue
        else:
            stretches = _stretches(normalized.text, start, end, counted)
        for first, last in stretches:
            found.append(_rectification(outline, normalized, sentence, first, last))
    return tuple(found)


def _stretches(
    text: str, start: int, end: int, counted: Sequence[Span]
) -> Iterator[tuple[int, int]]:
    """Start and end of each rectification of a sentence."""
    inside = _over(counted, start, end)
    if (
        not inside
        and not _words().hint.search(text, start, end)
        and not _words().against_shortcomings.search(text, start, end)
        and not _words().brought.match(text, start, end)
    ):
        return
    for statement in _statements(text, start, end, inside):
        if stretch := _stretch(statement):
            yield stretch


def _over(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of some spans in order that overlap a stretch."""
    first = bisect_right(spans, start, key=itemgetter(1))
    return spans[first : bisect_left(spans, end, key=itemgetter(0))]


def _statements(
    text: str, start: int, end: int, counted: Sequence[Span]
) -> Iterator[list[_Clause]]:
    """The clauses of a sentence, those between two semicolons together."""
    statement: list[_Clause] = []
    for found in CLAUSE_WITH_BRACKETS.finditer(text, start, end):
        statement.append(_clause(found, counted))
        if text[found.end() : found.end() + 1] == ";":
            yield statement
            statement = []
    yield statement


def _clause(found: re.Match[str], counted: Sequence[Span]) -> _Clause:
    words, (start, end) = _words(), found.span()
    # 《关于督察整改落实情况自查的通知》 is the name of a paper.
    said = NAMED.sub("", found[0]) if "《" in found[0] else found[0]
    handled = words.hint.search(said) and words.handled.search(said)
    return _Clause(
        start,
        end,
        found[0],
        counted=bool(counted) and bool(_over(counted, start, end)),
        handled=handled is not None
        and words.refused.search(said) is None
        and words.by.match(said) is None,
    )


def _stretch(statement: Sequence[_Clause]) -> tuple[int, int] | None:
    """The clauses from what was raised to the last word on its handling, if there is any."""
    handled = [index for index, clause in enumerate(statement) if clause.counted or clause.handled]
    if not handled:
        return _against(statement)
    first = _first(statement, handled[0])
    last = _last(statement, handled[-1])
    return statement[first].start, statement[last].end


def _against(statement: Sequence[_Clause]) -> tuple[int, int] | None:
    """What was done against 针对…问题 in the clauses behind, up to the last word on it.

    Of 对上级交办的点位 the clauses behind must say that they were dealt with.
    """
    if len(statement) < MIN_CLAUSES_AGAINST:
        return None
    words = _words()
    if words.against_shortcomings.search(statement[0].text):
        return statement[0].start, statement[-1].end
    if not words.brought.match(statement[0].text):
        return None
    dealt = [
        one.end
        for one in statement[1:]
        if words.dealt.within(one.text) and not words.refused.within(one.text)
    ]
    return (statement[0].start, dealt[-1]) if dealt else None


def _first(statement: Sequence[_Clause], handled: int) -> int:
    """The clause that says who raised the problems, or what they are, not far before."""
    words, first, gap = _words(), handled, 0
    named = words.raised.search(statement[handled].text) is not None
    for index in range(handled - 1, -1, -1):
        text = statement[first].text
        if words.towards.match(text) or gap > MAX_CLAUSES_OF_MEANS:
            break
        text = statement[index].text
        raised = words.raised.search(text) and not named
        if raised or (len(text) <= MAX_CHECK_CHARACTERS and words.finders.search(text)):
            first, gap = index, 0
        elif not words.means.search(text):
            gap += 1
    since = first > 0 and SINCE.fullmatch(statement[first - 1].text)
    return first - 1 if since else first


def _last(statement: Sequence[_Clause], handled: int) -> int:
    """The clause up to which the handling goes on."""
    words, last = _words(), handled
    for index in range(handled + 1, len(statement)):
        text = statement[index].text
        if words.endings.search(text) or not words.following.search(text):
            break
        last = index
    return last


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


@cache
def _words() -> _Words:
    words = rectification_words()
    return _Words(
        raised=words.raised,
        finders=words.finders,
        means=words.means,
        # One of these stands in all that is handled; a list of plain words is found quickly.
        hint=Words(
            dict.fromkeys(
                (*words.settling, *words.acting, *words.handled, *words.review, *words.dealing)
            )
        ),
        handled=re.compile(_handled(words)),
        following=words.following,
        refused=words.refused,
        by=words.by,
        endings=words.endings,
        towards=words.towards,
        against_shortcomings=re.compile(
            f"{words.against.group}{gap(60, 2)}{words.shortcomings.group}"
        ),
        brought=re.compile(
            f"(?:{words.towards.pattern})[^,;。]{{0,30}}?(?:{words.brought.pattern})"
            f"[^,;。]{{0,24}}(?=,|$)"
        ),
        dealt=words.dealt,
        done_in_plan=re.compile(
            f"(?:{words.now.pattern}|现(?=已)|截[至止]{gap(12, 1)}?)[^;。]{{0,40}}?"
            f"已{gap(10)}?{words.settled.group}[^,;。]*"
        ),
    )


def _handled(words: RectificationWords) -> str:
    """Each way to say that problems were handled, as text of a pattern."""
    matters, forms, verbs = words.matters.pattern, words.forms.pattern, words.verbs.pattern
    complaints, settling = words.complaints.pattern, words.settling.pattern
    rectifying, closing = words.rectifying.pattern, words.closing.pattern
    # To look at outfalls, to name and to mark them puts none right.
    others = Words(word for word in words.matters if word not in words.outfalls).pattern
    putting_right = Words(word for word in words.acting if word not in words.looking).group
    outfalls = f"{words.outfalls.group}{gap(10)}?{putting_right}"
    reviewed = words.reviewed.pattern
    no_review = words.no_review.pattern
    raised = (*words.matters, *words.complaints, *words.reviewed)
    done = (*words.rectifying, *words.verbs, *words.settling, *words.dealing, *words.handled)
    begins = {"对", *(word[0] for word in (*raised, *done))}
    # The look ahead at the first letter spares most places of a text the trial of every form.
    return (
        f"(?=[{''.join(sorted(begins))}])(?:"
        f"(?:{matters}){gap(8)}(?:{rectifying})|(?:{rectifying})(?:{forms})"
        f"|(?:{verbs}){gap(14, no='、')}(?:{rectifying})"
        f"|(?:{matters}){gap(14)}(?:{closing})"
        f"|(?:{complaints}){gap(18)}?(?:{settling})"
        f"|(?:{settling}){gap(14)}?(?:{complaints})"
        f"|对{gap(24, 2)}?(?:(?:{others}){gap(10)}?{words.acting.group}|{outfalls})"
        f"|(?:{reviewed})(?:(?!{no_review})[^,;。]){{0,12}}?{words.review.group}"
        f"|(?:{words.dealing.pattern}){gap(10)}?{words.faults.group}"
        f"|{words.handled.pattern})"
    )
