"""Problems stated in passing: a clause of the summary that says what is not met or weak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from builder.extract.problems.found import Found
from builder.model import Outline, Role
from builder.text.unwrapped import unbroken
from builder.vocabulary.generic.statements import Passing, problem_words
from builder.vocabulary.words import Words

# How far back from the words of the shortcoming its subject may stand, in clauses.
CLAUSES_BACK = 2
LONGEST_TITLE = 40
# Words before the shortcoming that may name its subject when no clause before does.
LEAST_SUBJECT = 2

_YEAR = re.compile(r"20\d\d")
_OPENS_WITH_YEAR = re.compile(r"(20\d\d)年(?:初|底|前|以前|之前|时)?,")
_FORMER = re.compile(
    r"“?十[二三四五]五”?(?:之初|初期|伊始|开局之?初|期间之?初)|曾经?|过去(?!的?一[年段])|以前|此前|从前|多年前"
    r"|[一二三四五六七八九十几]年前|长期以来[^。;]{0,40}?(?:如今|现在|现已)"
)
_CONTRAST = re.compile(r"但是|但|然而|不过|同时|而")
_CLAUSE = re.compile(r"[^\s,。;:!?][^,。;:!?]*")


# What follows 超 and 劣于 where they tell of a shortcoming: 超过Ⅲ类水质控制标准.
_OVER = r"[过出]?(?:国家|[ⅠⅡⅢⅣⅤIV]{1,3}类|[一二三四]类|二级|地表水|功能区)[^,。;:]{0,8}?标准"
_WORSE = r"(?:国家|[ⅠⅡⅢⅣⅤIV]{1,3}类|[一二三四]类|二级|考核|功能区)"
# 距离省定目标相差14天, 比目标低3%, 未稳定达到Ⅲ类.
_SHORT = r"[^,。;:]{0,12}(?:目标|任务|要求|计划)[^,。;:]{0,6}(?:低|少|差|短缺|欠)\d"
_NO_CLASS = r"(?:稳定)?达(?:到)?(?:国家|地表水|省定|市定)?[ⅠⅡⅢⅣⅤIV一二三四五]{1,3}[类级]"


class _Patterns(NamedTuple):
    """Every branch of `trigger` begins with a fixed character, so that most places are passed
    over at once.
    """

    trigger: re.Pattern[str]
    opening: Words
    follower: Words
    low: Words
    beyond: Words
    low_subject: Words
    subject: Words
    raiser: Words
    raised: re.Pattern[str]
    what: Words
    vague: re.Pattern[str]


def inline_problems(outline: Outline) -> Iterator[Found]:
    """Shortcomings told outside the parts that set problems out or plan.

    `北石店河断面水质为劣Ⅴ类,未完成年度考核目标`: from the clause that names the thing to the
    clause that says what is wrong. `警示片披露的锡矿废渣污染问题`: from who raised it to 问题.
    """
    patterns = _patterns()
    latest = _latest_year(outline)
    for sentence in outline.sentences:
        if sentence.role is not Role.DONE:
            continue
        read = unbroken(outline.source.plain, sentence.start, sentence.end)
        headed = any(patterns.subject.search(heading) for heading in sentence.headings[-1:])
        if _of_the_past(read.text, latest):
            continue
        for start, end in _fallen_short(read.text, patterns, headed=headed):
            title = read.text[start:end] if end - start <= LONGEST_TITLE else ""
            yield Found(*read.span(start, end), title, "problem.passing")
        for match in _raised(read.text, patterns):
            yield Found(*read.span(*match.span()), match["what"], "problem.raised")


def _latest_year(outline: Outline) -> int:
    """The latest year that the title names, 0 where it names none."""
    title = "" if outline.title is None else outline.source.plain[slice(*outline.title)]
    return max(map(int, _YEAR.findall(title)), default=0)


def _of_the_past(text: str, latest: int) -> bool:
    """Whether a sentence tells how things were: `“十四五”之初,…欠账较多`, `2021年,…居高不下`.

    The report's own year, and the one before the plan's that its title names, are not the past.
    """
    if _FORMER.match(text):
        return True
    year = _OPENS_WITH_YEAR.match(text)
    return year is not None and latest > 0 and int(year[1]) < latest - 1


def _fallen_short(text: str, patterns: _Patterns, *, headed: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that say what fell short; neighbouring clauses are one.

    Where the sentence is `headed` by what falls short (`2.优良天数。目标值72%,…未完成年度任务`),
    the stretch needs no subject of its own.
    """
    if patterns.trigger.search(text) is None:
        return
    clauses = [match.span() for match in _CLAUSE.finditer(text)]
    begun, done = 0, 0
    for index in range(len(clauses)):
        begin = _shortcoming(text, clauses, index, patterns, headed=headed)
        if begin is None:
            continue
        if done == 0 or text[done:begin].strip() not in {"", ","}:
            if done > 0:
                yield begun, done
            begun = max(begin, done)
        done = clauses[index][1]
    if done > 0:
        yield begun, done


def _shortcoming(
    plain: str, clauses: list[tuple[int, int]], index: int, patterns: _Patterns, *, headed: bool
) -> int | None:
    """Where the statement of a clause's shortcoming begins; None where it states none."""
    start, end = clauses[index]
    if patterns.opening.match(plain, start, end):
        return None
    for match in patterns.trigger.finditer(plain, start, end):
        if patterns.follower.match(plain, match.end(), end):
            continue
        begin = _subject_start(plain, clauses, index, match.start(), patterns)
        begin = clauses[0][0] if begin is None and headed else begin
        if begin is not None and not _is_good(plain, begin, match, patterns):
            contrast = _CONTRAST.match(plain, begin)
            return contrast.end() if contrast else begin
    return None


def _is_good(plain: str, begin: int, match: re.Match[str], patterns: _Patterns) -> bool:
    """Whether something stays below a mark that it is good to stay below, or beyond a target."""
    more_is_better = patterns.low_subject.search(plain, begin, match.start()) is not None
    if patterns.low.match(match[0]):
        return not more_is_better
    return more_is_better and patterns.beyond.match(match[0]) is not None


def _subject_start(
    plain: str, clauses: list[tuple[int, int]], index: int, trigger: int, patterns: _Patterns
) -> int | None:
    """The beginning of the nearest clause that names what falls short; None where none does."""
    stop = trigger
    for back in range(index, max(index - CLAUSES_BACK, 0) - 1, -1):
        start, end = clauses[back]
        if back < index and plain[end : end + 1] != ",":
            break
        if patterns.subject.search(plain, start, min(stop, end)):
            return start
    own = clauses[index][0]
    return own if trigger - own >= LEAST_SUBJECT else None


def _raised(text: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    if patterns.raiser.search(text) is None:
        return
    for match in patterns.raised.finditer(text):
        what = match["what"]
        if patterns.what.search(what) and not patterns.vague.fullmatch(what):
            yield match


@cache
def _patterns() -> _Patterns:
    words = problem_words()
    passing, raised = words.passing, words.raised
    return _Patterns(
        trigger=re.compile(_trigger(passing)),
        opening=passing.decoy_openings,
        follower=passing.decoy_followers,
        low=passing.low,
        beyond=passing.beyond,
        low_subject=passing.low_subjects,
        subject=passing.subjects,
        raiser=raised.who,
        raised=re.compile(
            rf"[^,。;:、\d针对按照]{{0,16}}(?:{raised.who.pattern})[^,。;:\d]{{0,10}}?(?:{raised.how.pattern})(?:我[省市县区]|本[市县区])?(?:存在)?的"
            r"(?P<what>[^,。;:\d的][^,。;:]{3,44}?)问题"
        ),
        what=raised.what,
        vague=re.compile(f"(?:{raised.vague.pattern})+"),
    )


def _trigger(words: Passing) -> str:
    not_reached = f"[^,。;:的]{{0,14}}?(?:{words.not_reached_objects.pattern})"
    return "|".join(
        (
            words.not_reached.followed_by(not_reached),
            words.plain.pattern,
            f"超{_OVER}",
            Words(("劣于", "差于")).followed_by(_WORSE),
            r"距离?[^,。;:]{0,12}目标[^,。;:]{0,6}差",
            Words("比较距离").followed_by(_SHORT),
            Words(("未", "没有", "未能")).followed_by(_NO_CLASS),
            Words(("超标", "不达标", "未达标")).followed_by(r"\d"),
            r"未达标(?<!无未达标)(?=[,。;]|$)",
            # 年评价结果超标 is one; 杜绝超标 and 无超标 are none.
            r"超标(?<=[果度值均子物质]超标)(?=[,。;]|$)",
            words.still.followed_by(f"[^,。;:的]{{0,10}}?(?:{words.weak.pattern})"),
        )
    )
