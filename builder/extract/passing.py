"""Problems stated in passing: a clause of the summary that says what is not met or weak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.extract.found import Found
from builder.model import Outline, Role
from builder.vocabulary.problems import problem_words

# How far back from the words of the shortcoming its subject may stand, in clauses.
CLAUSES_BACK = 2

_CLAUSE_ENDS = ",。;:!?\n"


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    opening: re.Pattern[str]
    follower: re.Pattern[str]
    low: re.Pattern[str]
    low_subject: re.Pattern[str]
    subject: re.Pattern[str]
    raised: re.Pattern[str]
    what: re.Pattern[str]
    vague: re.Pattern[str]


def passing_problems(outline: Outline) -> Iterator[Found]:
    """Shortcomings told outside the parts that set problems out or plan.

    `北石店河断面水质为劣Ⅴ类,未完成年度考核目标`: from the clause that names the thing to the
    clause that says what is wrong. `警示片披露的锡矿废渣污染问题`: from who raised it to 问题.
    """
    plain = outline.source.plain
    patterns = _patterns()
    for sentence in outline.sentences:
        if sentence.role is Role.DONE:
            yield from _fallen_short(plain, sentence.start, sentence.end, patterns)
            yield from _raised(plain, sentence.start, sentence.end, patterns)


def _fallen_short(plain: str, start: int, end: int, patterns: _Patterns) -> Iterator[Found]:
    done = start
    for match in patterns.trigger.finditer(plain, start, end):
        clause = _clause_start(plain, match.start(), start)
        stop = _clause_end(plain, match.end(), end)
        if clause < done or patterns.opening.match(plain, clause, stop):
            continue
        if patterns.follower.match(plain, match.end(), end):
            continue
        begin = _subject_start(plain, clause, match.start(), max(start, done), patterns)
        if begin is None or (patterns.low.match(match[0]) and not patterns.low_subject.search(plain, begin, match.start())):
            continue
        yield Found(begin, stop, "", "problem.passing")
        done = stop


def _clause_start(plain: str, at: int, floor: int) -> int:
    while at > floor and plain[at - 1] not in _CLAUSE_ENDS:
        at -= 1
    return _skip_blanks(plain, at)


def _clause_end(plain: str, at: int, ceiling: int) -> int:
    while at < ceiling and plain[at] not in _CLAUSE_ENDS:
        at += 1
    return at


def _skip_blanks(plain: str, at: int) -> int:
    while at < len(plain) and plain[at].isspace():
        at += 1
    return at


def _subject_start(plain: str, clause: int, trigger: int, floor: int, patterns: _Patterns) -> int | None:
    """The beginning of the nearest clause that names what falls short; None where none does."""
    stop = trigger
    for _ in range(CLAUSES_BACK + 1):
        if patterns.subject.search(plain, clause, stop):
            return clause
        if clause <= floor or plain[clause - 1] != ",":
            return None
        stop = clause - 1
        clause = _clause_start(plain, stop, floor)
    return None


def _raised(plain: str, start: int, end: int, patterns: _Patterns) -> Iterator[Found]:
    for match in patterns.raised.finditer(plain, start, end):
        what = match["what"]
        if patterns.what.search(what) and not patterns.vague.fullmatch(what):
            yield Found(match.start(), match.end(), f"{what}", "problem.raised")


@cache
def _patterns() -> _Patterns:
    words = problem_words()
    passing, raised = words.passing, words.raised
    return _Patterns(
        trigger=re.compile(
            f"(?:{_any(passing.not_reached)})[^,。;:的]{{0,14}}?(?:{_any(passing.not_reached_objects)})"
            f"|{_any(passing.plain)}"
            f"|(?:{_any(passing.still)})[^,。;:的]{{0,10}}?(?:{_any(passing.weak)})"
        ),
        opening=re.compile(_any(passing.decoy_openings)),
        follower=re.compile(_any(passing.decoy_followers)),
        low=re.compile(_any(passing.low)),
        low_subject=re.compile(_any(passing.low_subjects)),
        subject=re.compile(_any(passing.subjects)),
        raised=re.compile(
            rf"[^,。;:、\d针对按照]{{0,16}}(?:{_any(raised.who)})[^,。;:\d]{{0,10}}?(?:{_any(raised.how)})"
            r"(?P<what>[^,。;:\d的][^,。;:]{3,44}?)问题"
        ),
        what=re.compile(_any(raised.what)),
        vague=re.compile(f"(?:{_any(raised.vague)})+"),
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
