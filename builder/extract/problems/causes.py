"""The stretch of a problem's text that says why, where the text marks it as the cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

MIN_CAUSE_CHARACTERS = 4


class _Patterns(NamedTuple):
    after: re.Pattern[str]
    opening: re.Pattern[str]
    named: re.Pattern[str]
    affected: re.Pattern[str]
    related: re.Pattern[str]
    before: re.Pattern[str]
    effect: re.Pattern[str]
    joined: re.Pattern[str]
    added: re.Pattern[str]
    setting: re.Pattern[str]


def cause_span(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the cause stands within a problem's text from `start` to `end`, or None.

    In order of how plainly it is marked: 究其原因,…; 由于…, 因…; 受…影响; …,导致; 加之….
    A stretch is unbroken, so the first cause that is marked is the one given.
    """
    patterns = _patterns()
    for find in (_explained, _named, _affected, _related, _leading, _joined):
        found = find(plain, start, end, patterns)
        if found is not None and found[1] - found[0] >= MIN_CAUSE_CHARACTERS:
            return found
    return None


def _explained(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`究其原因,主要是基层投入不足,力量薄弱。`: all that follows in the sentence."""
    match = patterns.after.search(plain, start, end)
    if match is None:
        return None
    stop = plain.find("。", match.end(), end)
    stop = end if stop < 0 else stop
    effect = patterns.before.search(plain, match.end(), stop)
    return match.end(), effect.start() if effect else stop


def _named(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`因沿线雨污混接、生态基流不足,水质…`: to the comma, and on where 加上 joins more."""
    match = patterns.named.search(plain, start, end)
    return (
        None if match is None else (match.start(1), _extended(plain, match.end(1), end, patterns))
    )


def _affected(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`受不利气象条件影响,…`"""
    match = patterns.affected.search(plain, start, end)
    return (
        None if match is None else (match.start(1), _extended(plain, match.end(1), end, patterns))
    )


def _related(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`这与产业结构偏重密切相关`."""
    match = patterns.related.search(plain, start, end)
    return None if match is None else match.span(1)


def begins_cause(plain: str, start: int, end: int) -> bool:
    """Whether a clause begins with words of a cause: `主要原因是…`, `由于…`, `受…影响`."""
    patterns = _patterns()
    return any(
        pattern.match(plain, start, end)
        for pattern in (patterns.opening, patterns.named, patterns.affected, patterns.related)
    )


def explains(plain: str, start: int, end: int) -> bool:
    """Whether a sentence does nothing but say why: `究其原因,…`, `这主要是由于…`."""
    return _patterns().opening.match(plain, start, end) is not None


def follows_from(plain: str, start: int, end: int) -> bool:
    """Whether a clause is the effect of the one before it: `导致水质未达标`."""
    return _patterns().before.match(plain, start, end) is not None


def leading_effect() -> re.Pattern[str]:
    """Words before an effect, where they begin a text: `导致`."""
    return _patterns().effect


def _extended(plain: str, at: int, end: int, patterns: _Patterns) -> int:
    match = patterns.joined.match(plain, at, end)
    return match.end() if match else at


def _leading(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`养殖场无法密封,有臭气逸出,导致投诉大增`: the sentence up to the word."""
    match = patterns.before.search(plain, start, end)
    if match is None:
        return None
    begin = max(plain.rfind("。", start, match.start()), plain.rfind(";", start, match.start())) + 1
    begin = max(begin, start)
    opening = patterns.setting.match(plain, begin, match.start())
    return (opening.end() if opening else begin), match.start()


def _joined(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`形势严峻,静风频率高,加之布局不合理,污染时有发生`: what stands between title and effect."""
    match = patterns.added.search(plain, start, end)
    if match is None:
        return None
    first = plain.find(",", start, match.start())
    last = plain.rfind(",", match.end(), end)
    return (first + 1, last) if 0 <= first < match.start() and last > 0 else None


@cache
def _patterns() -> _Patterns:
    words, areas = problem_words().cause, area_words()
    areas_before = f"{areas.own.pattern}|{areas.whole.pattern}|我局"
    therefore, effects = words.therefore.pattern, words.before.pattern
    no_because, no_affected = _ends("因", words.not_because), _ends("受", words.not_affected)
    other_words_with_because = "".join(_beginnings("因", words.not_because))
    return _Patterns(
        after=re.compile(
            f"(?:{words.after.pattern}),?"
            f"(?:{words.mainly.pattern})?(?:{words.copulas.pattern}|:)?,?"
        ),
        opening=re.compile(
            f"(?:{words.openings.pattern})*,?(?:{words.mainly.pattern})?{words.copulas.group}?"
            f"(?:{words.after.pattern}|由于|因为|受[^,。;]{{2,30}}(?:{words.impacts.pattern}))"
        ),
        related=re.compile(
            f"(?:{words.together.pattern})([^,。;]{{4,40}}?)(?:{words.related.pattern})"
        ),
        named=re.compile(
            rf"(?:^|(?<=[,。;:、\u4e00-\u9fff]))(?<![{other_words_with_because}])"
            f"((?:{words.because.pattern}|因(?!{no_because}))[^,。;]{{3,50}})(?=[,。;]|$)"
        ),
        affected=re.compile(
            rf"(受(?!{no_affected}){gap(45, 2)}?{words.impacts.group}"
            f"{words.degrees.group}?)(?=[,。;]|$)"
        ),
        before=re.compile(rf",?(?:{therefore})?(?:{effects})"),
        effect=re.compile(rf"\A,?(?:{therefore})?(?:{effects})"),
        added=re.compile(rf",(?:{words.added.pattern})"),
        joined=re.compile(rf",(?:{words.joined.pattern})[^,。;]{{2,50}}"),
        setting=re.compile(
            f"(?:{areas_before})?{words.as_role.group}[^,。;]*,|{words.setting.group}[^,。;]*,"
        ),
    )


def _ends(begin: str, words: Iterable[str]) -> str:
    """What may not follow 因 or 受: the ends of the words that begin with it."""
    return Words(word[len(begin) :] for word in words if word.startswith(begin)).pattern


def _beginnings(end: str, words: Iterable[str]) -> Iterator[str]:
    """What may not stand before 因: the beginnings of the words that end with it, 原因."""
    return (word[: -len(end)] for word in words if word.endswith(end))
