"""Where a rectification begins and ends: the statements of a sentence, and their clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from builder.clauses import CLAUSE_WITH_BRACKETS
from builder.extract.rectifications.handling import handling

# How many clauses of means may stand between what was raised and how it was handled.
MAX_CLAUSES_OF_MEANS = 1
SINCE = re.compile(r"\d{4}年(?:以来|至今)")
NAMED = re.compile("《[^《》]*》")
MAX_CHECK_CHARACTERS = 45
MIN_CLAUSES_AGAINST = 2
DIGIT = re.compile(r"\d")
Span = tuple[int, int]


class _Clause(NamedTuple):
    """A clause and what it says; `counted` where a tally of raised items stands in it."""

    start: int
    end: int
    text: str
    counted: bool
    handled: bool


def stretches(
    text: str, start: int, end: int, counted: Sequence[Span], label: str = ""
) -> Iterator[Span]:
    """Start and end of each rectification of a sentence; a `label` before it says of what it is."""
    inside = over(counted, start, end)
    words = handling()
    if (
        not inside
        and not words.hint.search(text, start, end)
        and not words.against_shortcomings.search(text, start, end)
        and not words.brought.match(text, start, end)
        and not words.told.search(text, start, end)
    ):
        return
    found: Span | None = None
    for statement in _statements(text, start, end, inside):
        # ;27个正在整治 goes on with what the statement before it tells.
        if found and statement and words.left.match(statement[0].text):
            found = found[0], statement[_last(statement, 0)].end
            continue
        if found:
            yield found
        told = list(_of_statement(statement, end, inside, label))
        yield from told[:-1]
        found = told[-1] if told else None
    if found:
        yield found


def stretches_of_problem(text: str, start: int, end: int) -> Iterator[Span]:
    """What was done, told where a problem is: 抽查档案40份,发现不全的9份,已补正6份,其余3份正在完善.

    A clause says what was raised or found, and a later one that it was dealt with already.
    """
    words = handling()
    if not words.already.search(text, start, end):
        return
    for statement in _statements(text, start, end, ()):
        told = [at for at, one in enumerate(statement) if words.found.search(one.text)]
        if not told or words.refused.search(statement[told[0]].text):
            continue
        done = [at for at in range(told[0] + 1, len(statement)) if _already(statement[at].text)]
        if done:
            first = told[0] - (told[0] > 0 and words.finders.within(statement[told[0] - 1].text))
            yield statement[first].start, statement[_last(statement, done[-1])].end


def _already(text: str) -> bool:
    return handling().already.match(text) is not None and not handling().refused.within(text)


def over(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
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
    words, (start, end) = handling(), found.span()
    # 《关于督察整改落实情况自查的通知》 is the name of a paper.
    said = NAMED.sub("", found[0]) if "《" in found[0] else found[0]
    handled = words.hint.search(said) and words.handled.search(said)
    return _Clause(
        start,
        end,
        found[0],
        counted=bool(counted) and bool(over(counted, start, end)),
        handled=handled is not None
        # 初访一次性办结率 is the rate of a part.
        and not (words.rate.match(said) and words.endings.within(said))
        and words.refused.search(said) is None
        and words.by.match(said) is None,
    )


def _of_statement(
    statement: Sequence[_Clause], end: int, counted: Sequence[Span], label: str
) -> Iterator[Span]:
    """The clauses from what was raised to the last word on its handling, if there is any.

    Sanctions end what is told of one set; what is handled behind them is another.
    """
    handled = [at for at, clause in enumerate(statement) if clause.counted or clause.handled]
    if not handled:
        yield from filter(None, [_against(statement) or _told(statement)])
        return
    handed = any(handling().handed.search(clause.text) for clause in statement)
    if (handed or (counted and counted[-1][1] > end)) and not any(map(_settles, statement)):
        # 共交办整改任务166项。已完成131项: the next sentence says how they were handled.
        return
    begun = handled[0]
    for at, following in zip(handled, [*handled[1:], None], strict=True):
        between = statement[at + 1 : following]
        if following is not None and not any(map(_sanctions, between)):
            continue
        group = [one for one in handled if begun <= one <= at]
        first, last = _first(statement, _begin(statement, group)), _last(statement, group[-1])
        clauses = statement[first : last + 1]
        about_raised = bool(label) and names_raised(label)
        if about_raised or _is_of_problems(clauses, statement[max(0, first - 1)]):
            yield statement[first].start + _lead(statement[first].text), statement[last].end
        begun = following if following is not None else 0


def _settles(clause: _Clause) -> bool:
    return handling().deeds.within(clause.text) or handling().settling.within(clause.text)


def _names_raiser(clause: _Clause) -> bool:
    """Whether a counted set names who raised it: 中央督察组交办我县的26件信访件."""
    words = handling()
    given = words.giving.search(clause.text) if clause.counted else None
    return given is not None and words.finders.within(clause.text, 0, given.start())


def _sanctions(clause: _Clause) -> bool:
    """Whether a clause tells of a sanction, and so no more of what was put right."""
    return handling().sanctions.within(clause.text)


def _begin(statement: Sequence[_Clause], group: Sequence[int]) -> int:
    """The first clause on the handling; no duty or motto before a set that says who raised it.

    持续抓好反馈问题整改,中央督察移交信访件45件,办结44件 begins with 中央督察.
    """
    counted = next((at for at in group if statement[at].counted), group[0])
    duty = all(DIGIT.search(statement[at].text) is None for at in group if at < counted)
    return counted if duty and _names_raiser(statement[counted]) else group[0]


def _is_of_problems(clauses: Sequence[_Clause], before: _Clause) -> bool:
    """Whether something was raised or found: work on villages, or a service to firms, is none."""
    words = handling()
    if any(words.services.within(one.text) for one in (before, *clauses)):
        return False
    # A number of works that were done tells of none: 整治雨污混接点73处.
    return any(
        (one.handled and not words.rate.match(one.text)) or names_raised(one.text)
        for one in clauses
    )


def names_raised(text: str) -> bool:
    """Whether words name what was raised or found, or who did: 信访, 水源地隐患排查, 代表建议."""
    words = handling()
    return any(one.within(text) for one in (words.raised, words.finders, words.motions))


def _lead(text: str) -> int:
    """How much of the first clause only says when, or by which line people call: 全年, 通过热线."""
    match = handling().lead.match(text)
    return match.end() if match else 0


def _told(statement: Sequence[_Clause]) -> Span | None:
    """`督察反馈的渗滤液积存问题,累计处理16.8万吨,通过验收`: who raised what, and what was done."""
    words = handling()
    begin = next((at for at, one in enumerate(statement) if words.told.search(one.text)), None)
    if begin is None or words.refused.within(statement[begin].text):
        return None
    last = begin
    for at in range(begin + 1, len(statement)):
        if not words.deeds.search(statement[at].text) or words.refused.within(statement[at].text):
            break
        last = at
    return (statement[begin].start, statement[last].end) if last > begin else None


def _against(statement: Sequence[_Clause]) -> tuple[int, int] | None:
    """What was done against 针对…问题 in the clauses behind, up to the last word on it.

    Of 对上级交办的点位 the clauses behind must say that they were dealt with.
    """
    if len(statement) < MIN_CLAUSES_AGAINST:
        return None
    words = handling()
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
    words, first, gap = handling(), handled, 0
    named = words.raised.search(statement[handled].text) is not None
    if _names_raiser(statement[handled]):
        return handled - (handled > 0 and _names_time(statement[handled - 1].text))
    for index in range(handled - 1, -1, -1):
        text = statement[first].text
        if gap > MAX_CLAUSES_OF_MEANS:
            break
        if words.towards.match(text):
            # 组织开展“回头看”,对已销号任务逐项复核: the check that it was done in stands before.
            launched = words.launched.match(statement[index].text)
            return index if launched and not _sanctions(statement[index]) else first
        text = statement[index].text
        raised = words.raised.search(text) and not named
        if raised or (len(text) <= MAX_CHECK_CHARACTERS and words.finders.search(text)):
            first, gap = index, 0
        elif not words.means.search(text):
            gap += 1
    return first - (first > 0 and _names_time(statement[first - 1].text))


def _names_time(text: str) -> bool:
    return SINCE.fullmatch(text) is not None


def _last(statement: Sequence[_Clause], handled: int) -> int:
    """The clause up to which the handling goes on; what will be done is no part of it."""
    words, last = handling(), handled
    while last > 0 and words.to_come.search(statement[last].text):
        last -= 1
    for index in range(last + 1, len(statement)):
        text = statement[index].text
        goes_on = words.following.search(text) or words.left.match(text)
        ended = words.endings.search(text) or words.contrast.match(text)
        if ended or words.to_come.search(text) or not goes_on:
            break
        last = index
    return last
