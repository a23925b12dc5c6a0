"""The stretch of a problem's text that says why, where the text marks it as the cause."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words

SHORTEST = 4


class _Patterns(NamedTuple):
    after: re.Pattern[str]
    named: re.Pattern[str]
    affected: re.Pattern[str]
    before: re.Pattern[str]
    joined: re.Pattern[str]
    added: re.Pattern[str]


def cause_span(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the cause stands within a problem's text from `start` to `end`, or None.

    In order of how plainly it is marked: 究其原因,…; 由于…, 因…; 受…影响; …,导致; 加之….
    A stretch is unbroken, so the first cause that is marked is the one given.
    """
    patterns = _patterns()
    for find in (_explained, _named, _affected, _leading, _joined):
        found = find(plain, start, end, patterns)
        if found is not None and found[1] - found[0] >= SHORTEST:
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
    opening = _SETTING.match(plain, begin, match.start())
    return (opening.end() if opening else begin), match.start()


def _joined(plain: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """`形势严峻,静风频率高,加之布局不合理,污染时有发生`: what stands between title and effect."""
    match = patterns.added.search(plain, start, end)
    if match is None:
        return None
    first = plain.find(",", start, match.start())
    last = plain.rfind(",", match.end(), end)
    return (first + 1, last) if 0 <= first < match.start() and last > 0 else None


_SETTING = re.compile(r"(?:我[省市县区局]|全[省市县区])?作为[^,。;]*,|(?:虽然|尽管|随着)[^,。;]*,")


@cache
def _patterns() -> _Patterns:
    words = problem_words().cause
    skipped = words.not_because.pattern
    return _Patterns(
        after=re.compile(f"(?:{words.after.pattern})(?:主要)?(?:是|在于|有|:)?,?"),
        named=re.compile(
            rf"(?:^|(?<=[,。;:、\u4e00-\u9fff]))(?!{skipped})(?<![原起成病诱])((?:由于|因为|因(?!{_tails(words.not_because)}))[^,。;]{{3,50}})(?=[,。;])"
        ),
        affected=re.compile(
            r"(受(?![理益污到众访损纳灾检托])[^,。;]{2,45}?(?:影响|制约|限制|冲击)(?:较大|明显|突出)?)(?=[,。;]|$)"
        ),
        before=re.compile(rf",?(?:从而|进而|最终)?(?:{words.before.pattern})"),
        added=re.compile(r",(?:再)?加(?:之|上)"),
        joined=re.compile(rf",(?:{words.joined.pattern})[^,。;]{{2,50}}"),
    )


def _tails(words: tuple[str, ...]) -> str:
    """What may not follow 因: the ends of the words that begin with it."""
    return Words(word[1:] for word in words if word.startswith("因")).pattern
