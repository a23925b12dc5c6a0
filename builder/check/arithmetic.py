"""Printed figures that don't agree with each other."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from builder.clauses import CLAUSE_ENDS, STATEMENT_ENDS, gap
from builder.model import Finding, FlagType, Indicator, Tally
from builder.vocabulary.environment.checks import checks
from builder.vocabulary.environment.metrics import metrics
from builder.vocabulary.generic.amounts import hedges
from builder.vocabulary.words import Words, either

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from builder.check.findings import Checked

# Possessive and never begun inside a number, so that a run of digits is read once; beginning with
# a digit and not with what stands before it, so that digits are looked for quickly.
NUMBER = r"\d(?<![\d.]\d)\d*+(?:\.\d++)?"
STOPS = re.compile(r"[;:。()\n]")
SEPARATORS = re.compile(r"[、,]")
HUNDRED = Decimal(100)
LIST_LENGTH = 120
FEWEST_PARTS = 2


class _Patterns(NamedTuple):
    whole: re.Pattern[str]
    total: re.Pattern[str]
    other_kind: re.Pattern[str]
    rest: Words
    other_rate: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words, unit = checks().parts, r"(?P<unit>[万亿]?[\u4e00-\u9fff])"
    hedge = either(word for one in hedges().after for word in one.words)
    return _Patterns(
        # A whole with its parts in one unit: 案件39件,其中按日计罚2件、查封扣押17件、…
        whole=re.compile(
            rf"(?P<whole>{NUMBER}){unit}"
            # 行政处罚29件,|罚款214.65万元|,其中大气类15件、…: the fines stand between.
            rf"(?:,{gap(6, digits=False)}{NUMBER}[万亿]?元)?"
            rf"{gap(12, ends=STATEMENT_ENDS, digits=False)}?"
            rf"(?:{words.parts.pattern}|:|\()[:,]?"
        ),
        # A whole behind its parts: 重点管理17家、简化管理54家、登记管理498家,共计571家.
        total=re.compile(rf"{words.sums.group}(?P<whole>{NUMBER}){unit}(?=[{CLAUSE_ENDS})]|$)"),
        # Things of another kind than the whole's may be listed behind these: 项目8个,包括泵站15个.
        other_kind=re.compile(f"{words.listing.pattern}|:"),
        rest=words.rest,
        # Rates of another base, and hedged ones: 按时办结率100%, 整改完成率达95%以上.
        other_rate=re.compile(
            f"{words.on_time.group}{gap(6)}率"
            f"|率{gap(8, digits=False)}{words.bounded.group}|%(?:{hedge})"
        ),
    )


def disagreements(report: Checked) -> Iterator[Finding]:
    """Tallies, lists of parts, and shares of good days that can't all be true."""
    for fact in report.extraction.facts:
        if isinstance(fact, Tally):
            yield from _tally(report, fact)
    yield from _parts(report)
    yield from _summed(report)
    yield from _quotients(report)


def _tally(report: Checked, fact: Tally) -> Iterator[Finding]:
    span = (fact.start, fact.end)
    total, done, pending, rate = fact.total, fact.done, fact.pending, fact.rate
    if total is None or done is None:
        return
    if done > total or (pending is not None and pending > total):
        yield report.flag(
            FlagType.ARITHMETIC,
            "已完成 {done}、未完成 {pending}，超过总数 {total}。",
            span,
            done=str(done),
            pending=str(pending or 0),
            total=str(total),
        )
    elif pending is not None and done + pending != total and not _has_more(report, fact):
        yield report.flag(
            FlagType.ARITHMETIC,
            "已完成 {done} 与未完成 {pending} 之和是 {sum}，不等于总数 {total}。",
            span,
            done=str(done),
            pending=str(pending),
            sum=str(done + pending),
            total=str(total),
        )
    plain = report.extraction.outline.source.plain
    if _patterns().other_rate.search(plain, fact.start, fact.end + len("以上")):
        return
    if rate is not None and total and not agree(rate, done * HUNDRED / total):
        yield report.flag(
            FlagType.ARITHMETIC,
            "{done}/{total} 不是印出的 {rate}%。",
            span,
            done=str(done),
            total=str(total),
            rate=str(rate),
        )


def agree(printed: Decimal, computed: Decimal) -> bool:
    """Whether a printed number can be the computed one, rounded or cut at its last digit."""
    step = Decimal(1).scaleb(int(printed.as_tuple().exponent))
    return abs(printed - computed) < step


def _has_more(report: Checked, fact: Tally) -> bool:
    """Whether the clause before or the text after counts more parts: 2项为长期工作,剩余3项."""
    plain = report.extraction.outline.source.plain
    counts = re.findall(rf"({NUMBER})\s*[项件个处家条起]", plain[fact.start : fact.end + 24])
    known = {fact.total, fact.done, fact.pending}
    return any(Decimal(count) not in known for count in counts)


def _parts(report: Checked) -> Iterator[Finding]:
    """Lists of parts that exceed their whole, or fall short of it though they name the rest."""
    text = report.text
    for _, start, end in report.outside_plan:
        for found in _patterns().whole.finditer(text, start, end):
            stop = min(end, found.end() + LIST_LENGTH)
            parts, last, listed = _listed(text, found.end(), stop, found["unit"])
            total, whole = sum(parts, Decimal(0)), Decimal(found["whole"])
            # 91天,其中优52天、…中度污染1天,|优良天数83天: the list is over where it is whole.
            sums = [sum(parts[:count], Decimal(0)) for count in range(FEWEST_PARTS, len(parts) + 1)]
            if not sums or whole in sums:
                continue
            doubtful = _patterns().other_kind.search(found[0]) or checks().deeds.search(listed)
            if (total > whole and not doubtful) or _patterns().rest.search(listed):
                yield report.flag_at(
                    FlagType.ARITHMETIC,
                    "各部分之和是 {sum}，与总数 {whole} 不一致。",
                    found.start(),
                    last,
                    sum=str(total),
                    whole=str(whole),
                )


def _summed(report: Checked) -> Iterator[Finding]:
    """Lists of parts with their sum printed behind them."""
    for found in report.found_outside_plan(_patterns().total):
        before = report.text[max(0, found.start() - LIST_LENGTH) : found.start()]
        parts = _parts_before(STOPS.split(before)[-1], found["unit"])
        total, whole = sum(parts, Decimal(0)), Decimal(found["whole"])
        if len(parts) >= FEWEST_PARTS and total != whole:
            yield report.flag_at(
                FlagType.ARITHMETIC,
                "各部分之和是 {sum}，与总数 {whole} 不一致。",
                *found.span(),
                sum=str(total),
                whole=str(whole),
            )


def _parts_before(text: str, unit: str) -> list[Decimal]:
    """The parts in one unit that end a text; none where a number of another kind precedes them."""
    item = re.compile(rf"[^\d]{{0,16}}({NUMBER}){re.escape(unit)}")
    parts: list[Decimal] = []
    for piece in reversed(SEPARATORS.split(text)[:-1]):
        part = item.fullmatch(piece)
        if part is None or checks().changes.search(piece):
            return [] if re.search(r"\d", piece) else parts
        parts.append(Decimal(part[1]))
    return parts


def _listed(text: str, start: int, stop: int, unit: str) -> tuple[list[Decimal], int, str]:
    """The parts of a list in one unit, where it ends, and its words."""
    item = re.compile(
        rf"([^\d,;。、()]{{0,16}})({NUMBER}){re.escape(unit)}(?:[、,和及]|(?=[;。)]|$))"
    )
    parts: list[Decimal] = []
    at = start
    while (found := item.match(text, at, stop)) and not checks().changes.search(found[1]):
        parts.append(Decimal(found[2]))
        at = found.end()
    return parts, at, text[start:at]


def _quotients(report: Checked) -> Iterator[Finding]:
    """A share beside the two numbers whose quotient it is: good days, and assessed ones."""
    facts = [fact for fact in report.extraction.facts if isinstance(fact, Indicator)]
    for metric in metrics().metrics:
        if metric.quotient is not None:
            yield from _quotient(report, facts, metric.id, metric.quotient)


def _quotient(
    report: Checked, facts: Sequence[Indicator], share: str, terms: tuple[str, str]
) -> Iterator[Finding]:
    days = [fact for fact in facts if fact.metric in terms]
    for first, second in pairwise(days):
        by_metric = {fact.metric: fact.value for fact in (first, second)}
        good, assessed = (by_metric.get(term) for term in terms)
        if not (isinstance(good, Decimal) and isinstance(assessed, Decimal) and assessed):
            continue
        for ratio in facts:
            same = (ratio.scope, ratio.period) == (first.scope, first.period)
            near = abs(ratio.start - second.end) < LIST_LENGTH
            if ratio.metric != share or not (same and near):
                continue
            if isinstance(ratio.value, Decimal) and not agree(
                ratio.value, good * HUNDRED / assessed
            ):
                yield report.flag(
                    FlagType.ARITHMETIC,
                    "{good}/{assessed} 不是印出的 {rate}%。",
                    (ratio.start, ratio.end),
                    good=str(good),
                    assessed=str(assessed),
                    rate=str(ratio.value),
                )
