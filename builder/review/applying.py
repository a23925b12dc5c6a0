"""One correction applied to one report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from builder.facts_file import fact_line
from builder.kinds.kind import FactValues, fits_unit
from builder.model import (
    AnyFact,
    Commitment,
    Extraction,
    Indicator,
    Link,
    Problem,
    Sureness,
)
from builder.review.corrections import Correction
from builder.review.outcomes import Outcome, State
from builder.review.places import Span, nearest, places
from builder.review.values import BY_NAME, LINK, LinkValues, complete_fields, record_fields
from builder.vocabulary.environment.metrics import metric_of

_APPLIED = {
    "set": "已按更正表更改：{reason}",
    "drop": "已按更正表删去：{reason}",
    "add": "已按更正表补上：{reason}",
}


class _Stale(Exception):  # noqa: N818 -- it is a state, not an error
    """The correction can't be placed; the message says why."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = tuple((key, str(value)) for key, value in values.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What a correction makes of a report: the report, and the fact or link before and after."""

    extraction: Extraction
    before: AnyFact | Link | None
    after: AnyFact | Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """What a correction is held against: a report, and the sentence of its mark if it has one."""

    extraction: Extraction
    within: Span | None


def applied(
    extraction: Extraction, correction: Correction, within: Span | None = None
) -> tuple[Extraction, Outcome]:
    """The report with the correction, and what became of it.

    `within` is the sentence that the correction's mark means.
    """
    report = extraction.report.report
    try:
        target = _Target(extraction=extraction, within=within)
        change = _CHANGES[correction.action](target, correction)
    except _Stale as stale:
        return extraction, Outcome(
            correction=correction,
            state=State.STALE,
            message=stale.message,
            values=stale.values,
            report=report,
        )
    if change is None:
        message = "更正已不需要：规则的结果与更正相同"
        return extraction, Outcome(
            correction=correction, state=State.UNNEEDED, message=message, report=report
        )
    return change.extraction, Outcome(
        correction=correction,
        state=State.APPLIED,
        message=_APPLIED[correction.action],
        values=(("reason", correction.signed),),
        report=report,
        before=change.before,
        after=change.after,
    )


def _set(target: _Target, correction: Correction) -> _Change | None:
    if correction.kind == LINK:
        return _linked(target, correction)
    extraction = target.extraction
    fact = _one(_candidates(target, correction), correction)
    if fact is None:
        raise _Stale(
            "原文仍在，但规则在这里没有提取出{kind}；如需补上请改用 add", kind=_kind(correction)
        )
    fields = record_fields(correction.checked_values(), _finder(extraction, fact.start))
    changed = replace(fact, **fields)
    _refuse_misfits(changed)
    if changed == fact:
        return None
    made = _sure(changed, correction)
    facts = [other for other in extraction.facts if other is not fact]
    return _Change(extraction=_with_facts(extraction, [*facts, made]), before=fact, after=made)


def _drop(target: _Target, correction: Correction) -> _Change | None:
    extraction = target.extraction
    fact = _one(_candidates(target, correction), correction)
    if fact is None:
        return None
    facts = [other for other in extraction.facts if other is not fact]
    return _Change(extraction=_with_facts(extraction, facts), before=fact, after=None)


def _add(target: _Target, correction: Correction) -> _Change | None:
    extraction = target.extraction
    spots = _spots(target, correction)
    if len(spots) > 1:
        raise _Stale("所引的文字在原文有{count}处，请用 nth 指明是第几处", count=len(spots))
    start, end = spots[0]
    values = correction.checked_values()
    find = _finder(extraction, start)
    given = record_fields(values, find)
    for fact in _candidates(target, correction):
        if replace(fact, **given) == fact:
            return None
    assert isinstance(values, FactValues)
    fields = complete_fields(BY_NAME[correction.kind], values, find)
    made = _new(extraction, correction, fields, start, end)
    _refuse_misfits(made)
    facts = _with_facts(extraction, [*extraction.facts, made])
    return _Change(extraction=facts, before=None, after=made)


def _refuse_misfits(fact: AnyFact) -> None:
    """Refuse a class of water in a unit of numbers, and the other way round."""
    if not isinstance(fact, Indicator):
        return
    for unit in (fact.unit, metric_of(fact.metric).unit):
        if not fits_unit(fact.value, unit):
            raise _Stale(
                "更正后的数值“{value}”与单位“{unit}”不合，没有照改", value=fact.value, unit=unit
            )


def _new(
    extraction: Extraction, correction: Correction, fields: dict[str, Any], start: int, end: int
) -> AnyFact:
    source = extraction.outline.source
    made: AnyFact = BY_NAME[correction.kind].record(
        report=source.report,
        start=start,
        end=end,
        quote=source.text[start:end],
        headings=_headings(extraction, start),
        rule="correction",
        correction=correction.signed,
        **fields,
    )
    return made


def _linked(target: _Target, correction: Correction) -> _Change | None:
    """The report with the link of the quoted problem set."""
    extraction = target.extraction
    values = correction.checked_values()
    assert isinstance(values, LinkValues)
    problem = _one(_candidates(target, correction), correction)
    if problem is None:
        raise _Stale("原文仍在，但规则在这里没有提取出{kind}", kind=_name("problem"))
    starts = tuple(sorted(_commitment(extraction, words) for words in values.commitments))
    link = Link(
        report=problem.report,
        problem=problem.start,
        commitments=starts,
        strength=values.strength,
        shared=(),
        correction=correction.signed,
    )
    others = [other for other in extraction.links if other.problem != problem.start]
    same = [old for old in extraction.links if old.problem == problem.start]
    if any((old.commitments, old.strength) == (starts, link.strength) for old in same):
        return None
    links = tuple(sorted([*others, link], key=lambda item: item.problem))
    return _Change(
        extraction=replace(extraction, links=links),
        before=same[0] if same else None,
        after=link,
    )


def _commitment(extraction: Extraction, words: str) -> int:
    """Where the commitment with these words begins."""
    spots = places(words, extraction.outline.source)
    found = {
        fact.start
        for fact in extraction.facts
        if isinstance(fact, Commitment) and any(_overlap(fact, start, end) for start, end in spots)
    }
    if len(found) != 1:
        raise _Stale("所引的承诺“{words}”对应{count}句，应为一句", words=words, count=len(found))
    return found.pop()


def _candidates(target: _Target, correction: Correction) -> list[AnyFact]:
    """The facts of the kind at the quoted words that agree with `which`; best overlap first.

    A mark without words means every such fact of its sentence.
    """
    kind = Problem if correction.kind == LINK else BY_NAME[correction.kind].record
    facts = [
        fact
        for fact in target.extraction.facts
        if isinstance(fact, kind) and _agrees(fact, correction)
    ]
    if target.within is not None and not correction.quote:
        start, end = target.within
        return [fact for fact in facts if start <= fact.start < end]
    spots = _spots(target, correction)
    scored = [(max(_overlap(fact, start, end) for start, end in spots), fact) for fact in facts]
    best = max((score for score, _ in scored), default=0.0)
    return [fact for score, fact in scored if score == best > 0]


def _agrees(fact: AnyFact, correction: Correction) -> bool:
    line = fact_line(fact)
    return all(str(line.get(key)) == value for key, value in correction.which.items())


def _one(candidates: Sequence[AnyFact], correction: Correction) -> AnyFact | None:
    """The only candidate, or None; several are never chosen from."""
    if len(candidates) > 1:
        raise _Stale(
            "所引的文字对应{count}个{kind}，请引得更长，或用 nth、which 指明",
            count=len(candidates),
            kind=_kind(correction),
        )
    return candidates[0] if candidates else None


def _spots(target: _Target, correction: Correction) -> tuple[Span, ...]:
    """The places of the quoted words, or the one that `nth` picks."""
    source = target.extraction.outline.source
    spots = places(correction.quote, source)
    if target.within is not None:
        first, last = target.within
        spots = tuple(spot for spot in spots if first <= spot[0] and spot[1] <= last)
        if not spots:
            raise _Stale("出处{mark}的句子里没有所引的文字", mark=correction.mark)
    if not spots:
        near = nearest(correction.quote, source)
        if near:
            raise _Stale("所引的文字已不在原文中；最接近的是“{near}”", near=near)
        raise _Stale("所引的文字已不在原文中，也没有相近的文字")
    if correction.nth is None:
        return spots
    if correction.nth > len(spots):
        raise _Stale("所引的文字在原文只有{count}处", count=len(spots))
    return (spots[correction.nth - 1],)


def _overlap(fact: AnyFact, start: int, end: int) -> float:
    """Shared letters over all letters of both stretches."""
    shared = min(fact.end, end) - max(fact.start, start)
    return max(shared, 0) / (max(fact.end, end) - min(fact.start, start))


def _finder(extraction: Extraction, near: int) -> Callable[[str], tuple[int, int]]:
    """Finds a target's words at or after a place."""

    def find(words: str) -> tuple[int, int]:
        spots = places(words, extraction.outline.source)
        after = [spot for spot in spots if spot[0] >= near]
        if not after:
            raise _Stale("所引的目标“{words}”不在这句承诺中", words=words)
        return after[0]

    return find


def _headings(extraction: Extraction, start: int) -> tuple[str, ...]:
    """The headings above a place, outermost first."""
    inside = [s for s in extraction.outline.sections if s.start <= start < s.end]
    return tuple(s.heading for s in sorted(inside, key=lambda s: s.level))


def _sure(fact: AnyFact, correction: Correction) -> AnyFact:
    """A fact that a person set: that is all the cue it needs."""
    return replace(fact, correction=correction.signed, sureness=Sureness.SURE, cues=())


def _with_facts(extraction: Extraction, facts: Sequence[AnyFact]) -> Extraction:
    """The report with these facts in text order, and without links to facts that are gone."""
    problems = {fact.start for fact in facts if isinstance(fact, Problem)}
    promised = {fact.start for fact in facts if isinstance(fact, Commitment)}
    links = (link for link in extraction.links if link.problem in problems)
    return replace(
        extraction,
        facts=tuple(sorted(facts, key=lambda fact: (fact.start, fact.end))),
        links=tuple(
            replace(link, commitments=tuple(c for c in link.commitments if c in promised))
            for link in links
        ),
    )


def _kind(correction: Correction) -> str:
    return _name(correction.kind)


def _name(kind: str) -> str:
    return BY_NAME[kind].label if kind in BY_NAME else kind


_CHANGES = {"set": _set, "drop": _drop, "add": _add}
