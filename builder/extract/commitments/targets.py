"""The numbers that a sentence of the plan wants to reach."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from builder.clauses import EVERY_END, gap
from builder.model import Outline, Qualifier, Target
from builder.text.numbers.number import Number, NumberKind
from builder.vocabulary.generic.amounts import UnitKind
from builder.vocabulary.generic.statements import commitment_words

# To look up a member of an enumeration takes as long as a search.
_MEASURE, _MONEY, _TIME = UnitKind.MEASURE, UnitKind.MONEY, UnitKind.TIME
_EQUAL, _AT_LEAST, _AT_MOST = Qualifier.EQUAL, Qualifier.AT_LEAST, Qualifier.AT_MOST
_AMOUNT, _CLASS = NumberKind.AMOUNT, NumberKind.CLASS

MIN_SPELLED_COUNT = 10
# How many numbers after a count may tell that it is but the scope of a rate.
MAX_NUMBERS_AHEAD = 6

CLAUSE_SIGNS = ",;。\n"
# The comma of 1,600辆 parts no clause.
_CLAUSE = re.compile(rf"(?:[^{EVERY_END}]|(?<=\d),(?=\d{{3}}(?!\d)))+")
# Behind its own cell others of the row tell when and who.
_CELL_END = re.compile(r"[\t|]")
# 较上年下降20% compares, and tells of the year to come.
_YEAR = re.compile(r"(?<![较比与同])(?:(?P<year>20\d\d)年|[去上]年)")
_SEPARATORS = "、和及与"


def targets(
    outline: Outline, start: int, end: int, numbers: Sequence[Number], year: int | None = None
) -> tuple[Target, ...]:
    """The targets of the sentence from `start` to `end`; `numbers` are those within it.

    Numbers that only say of what (9个断面达标率), from where (由38降至35), how long (三年行动), or
    how things were before the plan's `year` (去年建成15公里) are none.
    """
    if not numbers:
        return ()
    plain = outline.source.plain
    ends = [number.end for number in numbers]
    found: list[Target] = []
    for clause in _CLAUSE.finditer(plain, start, end):
        inside = numbers[bisect_right(ends, clause.start()) : bisect_right(ends, clause.end())]
        wanted = [
            number
            for index, number in enumerate(inside)
            if _is_target(
                plain, number, inside[index + 1 : index + MAX_NUMBERS_AHEAD], clause.span()
            )
            and not _is_of_before(plain, number, start, year)
        ]
        bounds = [_parted(plain, one.end, two.start) for one, two in pairwise(wanted)]
        edges = [clause.start(), *bounds, clause.end()] if wanted else []
        for number, (begin, stop) in zip(wanted, pairwise(edges), strict=True):
            found += _targets_of(outline, number, _bare_start(plain, begin, number.start), stop)
    return tuple(found)


def _targets_of(outline: Outline, number: Number, start: int, end: int) -> Iterator[Target]:
    if number.value is None:
        return
    if cell := _CELL_END.search(outline.source.text, number.end, end):
        end = cell.start()
    quote = outline.source.text[start:end].rstrip("、和及与 ")
    qualifier = number.qualifier
    if qualifier is _EQUAL and _patterns().least.search(outline.source.plain, start, number.start):
        qualifier = _AT_LEAST
    bounds = [(number.value, qualifier)]
    if number.upper is not None:
        bounds = [(number.value, _AT_LEAST), (number.upper, _AT_MOST)]
    if number.kind is _CLASS and _patterns().class_or_better.match(
        outline.source.plain, number.end
    ):
        bounds = [(number.value, _AT_LEAST)]
    unit = "class" if number.kind is _CLASS else number.measure or number.unit
    if unit is not None and "(" in unit:  # 台(套) is printed with its own signs.
        unit = outline.source.text[number.end - len(unit) : number.end]
    for value, qualifier in bounds:
        yield Target(
            value=value,
            unit=unit,
            qualifier=qualifier,
            start=start,
            end=start + len(quote),
            quote=quote,
        )


def _is_target(
    plain: str, number: Number, following: Sequence[Number], clause: tuple[int, int]
) -> bool:
    start, end = clause
    if number.kind is _CLASS:
        return not (
            len(number.classes) > 1
            or commitment_words().left_behind.search(plain[start : number.start][-6:])
            or str(number.value).startswith("劣")
            or _patterns().share_of_class.match(plain, number.end)
        )
    if number.kind is not _AMOUNT or not number.unit or _is_idiom(plain, number, start):
        return False
    if number.unit in commitment_words().sizes and _is_size(plain, number):
        return False
    if number.unit_kind is _TIME:
        return number.unit == "天" and _counts_days(plain, number, start, end)
    based = _patterns().base.search(plain[start : number.start][-4:].rstrip())
    return not (based or _is_reach(plain, number, clause) or _is_scope(plain, number, following))


def _counts_days(plain: str, number: Number, start: int, end: int) -> bool:
    """Whether a number of days is one of good days, named in its clause or in the one before it."""
    days = commitment_words().days
    if days.within(plain, start, end):
        return True
    before = max(plain.rfind(sign, 0, start - 1) for sign in CLAUSE_SIGNS) + 1
    reached = commitment_words().reaching.within(plain, start, number.start)
    return reached and plain[start - 1 : start] == "," and days.within(plain, before, start)


def _is_of_before(plain: str, number: Number, start: int, year: int | None) -> bool:
    """Whether a number says how things were in a year before the plan's: 2024年为41%, 2025年达46%.

    What was reached from there is a target: 由2024年的56微克/立方米降至|54微克/立方米.
    """
    named = None
    for named in _YEAR.finditer(plain, start, number.start):  # noqa: B007 -- the last one is meant
        pass
    if named is None:
        return False
    # 2024年,优良天数为318天: the comma right behind a year parts it from nothing.
    if max(plain.rfind(sign, start, number.start) for sign in CLAUSE_SIGNS) > named.end():
        return False
    if commitment_words().reaching.within(plain, named.end(), number.start):
        return False
    return named["year"] is None or (year is not None and int(named["year"]) < year)


def _is_reach(plain: str, number: Number, clause: tuple[int, int]) -> bool:
    """Whether a number says of what, where or with whom, and not how much.

    `会同5个部门`, `依托13个网格`, `周边3公里`, `对26个断面进行调度`, `以21个行业为重点`,
    `已完成的8项任务`, `发挥210名网格员作用`, `与下游3个区县开展监测`.
    """
    patterns = _patterns()
    before = "".join(plain[clause[0] : number.start].split())
    after = "".join(plain[number.end : clause[1]].split())
    # 面向中小学开课不少于20场 says how much; of what only is said without a bound.
    reached = number.qualifier is not _AT_LEAST and patterns.reach.search(before)
    located = patterns.located.search(before) and patterns.spots.match(after)
    if reached or located or patterns.existing.search(before):
        return True
    if number.unit in commitment_words().lengths and (
        patterns.around.search(before) or patterns.bounds.match(after)
    ):
        return True
    if (patterns.using.search(before) and patterns.used.match(after)) or (
        patterns.partners.search(before) and patterns.bodies.match(after)
    ):
        return True
    invested = number.unit_kind is _MONEY and before.endswith(commitment_words().invested)
    of_project = invested and patterns.project.match(after)
    if patterns.kept.search(before) or patterns.settled.match(after) or of_project:
        return True
    if patterns.watched.search(before):
        return patterns.watched_things.match(after) is not None
    return bool(patterns.focus.search(before) and patterns.focus_after.search(after))


def _is_size(plain: str, number: Number) -> bool:
    """Whether a number says how large each thing is (30万千瓦机组), not how much in all."""
    return plain[number.end : number.end + 1].isalpha()


def _is_idiom(plain: str, number: Number, start: int) -> bool:
    """Whether a small count is spelled out, as words of style are: `两个战场`, `三种方式`.

    A rhythm is none: `每半个月会商一次`.
    """
    words = commitment_words()
    if number.unit in words.rounds and words.rhythms.within(plain, start, number.start):
        return False
    if plain[number.value_start].isdecimal() or not isinstance(number.value, Decimal):
        return False
    return number.value < MIN_SPELLED_COUNT


def _is_scope(plain: str, number: Number, following: Sequence[Number]) -> bool:
    """Whether a count only says of how many things a rate or class is wanted."""
    if number.unit_kind is _MEASURE:
        return False
    measured = [one for one in following if one.kind is _CLASS or one.unit_kind is _MEASURE]
    between = plain[number.end : measured[-1].start] if measured else ""
    words = commitment_words()
    return words.measured.within(between) and words.measured_things.within(between)


def _parted(plain: str, start: int, end: int) -> int:
    """Where between two numbers of a clause the second one's words begin."""
    offsets = [
        offset for offset in (plain.rfind(sign, start, end) for sign in _SEPARATORS) if offset >= 0
    ]
    return max(offsets) + 1 if offsets else start


def _bare_start(plain: str, start: int, number: int) -> int:
    """Past the blanks, deadline and hopes before a target's own words, but not past its number."""
    match = _patterns().prefix.match(plain, start, number)
    return match.end() if match else start


class _Patterns(NamedTuple):
    """Patterns for the words around a number: `reach`, `using`, `existing`, `watched`, `focus` and
    `base` end at it, the others begin behind it. `prefix` stands before a target's own words.
    """

    reach: re.Pattern[str]
    existing: re.Pattern[str]
    least: re.Pattern[str]
    located: re.Pattern[str]
    spots: re.Pattern[str]
    around: re.Pattern[str]
    kept: re.Pattern[str]
    project: re.Pattern[str]
    using: re.Pattern[str]
    used: re.Pattern[str]
    partners: re.Pattern[str]
    bodies: re.Pattern[str]
    bounds: re.Pattern[str]
    settled: re.Pattern[str]
    watched: re.Pattern[str]
    watched_things: re.Pattern[str]
    focus: re.Pattern[str]
    focus_after: re.Pattern[str]
    base: re.Pattern[str]
    prefix: re.Pattern[str]
    share_of_class: re.Pattern[str]
    class_or_better: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = commitment_words()
    class_things = words.class_things.pattern
    return _Patterns(
        # What is left over is to be settled: 紧盯剩余1个问题.
        reach=re.compile(f"(?:{words.reach.pattern})[^,;。\\d余]{{0,6}}$"),
        existing=re.compile(rf"(?:{words.existing.pattern})[^,;。\d]{{0,8}}的$"),
        least=re.compile(f"{words.least.group}{gap(10, digits=False)}$"),
        located=re.compile(f"{words.located.group}{gap(6, digits=False)}$"),
        spots=re.compile(rf"{words.spots.group}(?=[\u4e00-\u9fff])"),
        around=re.compile(f"(?:{words.around.pattern})[^,;。\\d]{{0,4}}$"),
        using=re.compile(f"{words.using.group}{gap(6, digits=False)}$"),
        used=re.compile(f"{gap(12, digits=False)}{words.used.group}$"),
        partners=re.compile(
            f"(?:{words.partners.pattern}|^{words.partners_first.group})[^,;。\\d]{{0,8}}$"
            f"|{words.beside.group}$"
        ),
        bodies=re.compile(f"(?:的)?{gap(3, digits=False)}?{words.bodies.group}"),
        bounds=re.compile(words.bounds.pattern),
        # 投资2.3亿元的污水处理厂扩建.
        project=re.compile(f"的{gap(14, digits=False)}{words.projects.group}"),
        kept=re.compile(f"(?:{words.kept.pattern})$"),
        settled=re.compile(rf"[^,;。\d]{{0,4}}?(?:{words.settled.pattern})[^,;。\d]{{1,8}}的"),
        watched=re.compile(r"对[^,;。\d]{0,6}$"),
        watched_things=re.compile(rf"{gap(6, digits=False)}?{words.measured_things.group}"),
        focus=re.compile(r"以[^,;。\d]{0,16}$"),
        focus_after=re.compile(f"为{words.focuses.group}"),
        base=re.compile(f"{words.bases.group}$"),
        prefix=re.compile(
            rf"(?:\s|{words.prefixes.pattern}"
            rf"|(?:20\d\d年)?\d{{1,2}}月(?:\d{{1,2}}日|底|末)?前|{words.terms.pattern})*"
        ),
        share_of_class=re.compile(rf"\s*(?:{class_things})?\s*{words.shares.group}"),
        class_or_better=re.compile(rf"\s*(?:{class_things})?\s*及?以上"),
    )
