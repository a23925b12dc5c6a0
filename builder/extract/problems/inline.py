"""Problems stated in passing: a clause of the summary that says what is not met or weak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from builder.extract.problems.causes import begins_cause, explains, follows_from, leading_effect
from builder.extract.problems.found import CLAUSE, ProblemSpan
from builder.extract.problems.frame import frame
from builder.extract.problems.inline_patterns import InlinePatterns, inline_patterns
from builder.extract.problems.weighed import WEIGHED, grown, leads, weighed_clauses
from builder.extract.problems.whole_statements import (
    behind_contrast,
    says_only_what_is_wrong,
    with_clause_before,
)
from builder.model import Outline, Role, Sentence
from builder.outline.shortcomings import ends_wrong
from builder.outline.tense import own_role
from builder.text.unwrapped import unbroken

# To look up a member of an enumeration takes as long as a search.
_DONE, _PROBLEMS = Role.DONE, Role.PROBLEMS

# How far back from the words of the shortcoming its subject may stand, in clauses.
CLAUSES_BACK = 2
# A verdict stands behind the value, its change and the target: 95.9%,同比下降1.4%,目标96.5%,未完成.
CLAUSES_OF_VERDICT = 5
MAX_TITLE_CHARACTERS = 40
# Words before the shortcoming that may name its subject when no clause before does.
MIN_SUBJECT_CHARACTERS = 2

_YEAR = re.compile(r"20\d\d")
_OPENS_WITH_YEAR = re.compile(r"(20\d\d)年(?:初|底|前|以前|之前|时)?,")
_CAUSED = re.compile(r"[^,。;]{2}(?:因|由于|受)[^,。;]{2}")
_PART = re.compile(r"其中,?(?=[^,。;:]{4})")
_DIGIT = re.compile(r"\d")


def inline_problems(outline: Outline) -> Iterator[ProblemSpan]:
    """Shortcomings told outside the parts that set problems out or plan.

    `北石店河断面水质为劣Ⅴ类,未完成年度考核目标`: from the clause that names the thing to the
    clause that says what is wrong. `警示片披露的锡矿废渣污染问题`: from who raised it to 问题.
    """
    patterns = inline_patterns()
    latest = _latest_year(outline)
    for sentence, following in zip_longest(outline.sentences, outline.sentences[1:]):
        if sentence.role is not _DONE:
            continue
        read = unbroken(outline.source.plain, sentence.start, sentence.end)
        if _of_the_past(read.text, latest):
            continue
        fallen = list(_fallen_short(read.text, patterns, sentence.headings[-1:]))
        found = [(start, end, "problem.passing") for start, end in fallen]
        sounds = sentence.sounds(_PROBLEMS) and own_role(read.text).role is not Role.PLAN
        if sounds and not leads(read.text, sentence, following):
            found += [(start, end, WEIGHED) for start, end in weighed_clauses(read.text, fallen)]
        for start, end, rule in found:
            title = read.text[start:end] if end - start <= MAX_TITLE_CHARACTERS else ""
            whole = _with_cause(read.text, start, end)
            first, last = read.span(*(grown(read.text, *whole) if sounds else whole))
            if not read.text[end:].strip("。") and _goes_on(outline, sentence, following):
                last = following.end - outline.source.plain[: following.end].endswith("。")
            yield ProblemSpan(first, last, _effect(title), rule)
        for match in _raised(read.text, patterns):
            quoted = match.re is patterns.quoted
            span = read.span(*(match.span("what") if quoted else match.span()))
            yield ProblemSpan(*span, match["what"], "problem.raised")


def _with_cause(text: str, start: int, end: int) -> tuple[int, int]:
    """A shortcoming with the clause before or behind it that says why: `受汛期影响,…未达标`."""
    clauses = [match.span() for match in CLAUSE.finditer(text)]
    begin = max((first for first, last in clauses if last == start - 1), default=start)
    begin = behind_contrast(text, begin)
    if text[start - 1 : start] == "," and (
        follows_from(text, start, end) or begins_cause(text, begin, start - 1)
    ):
        start = begin
    stop = min((last for first, last in clauses if first == end + 1), default=end)
    if text[end : end + 1] == "," and begins_cause(text, end + 1, stop + 1):
        whole = explains(text, end + 1, stop)
        end = max(last for _, last in clauses) if whole and ";" not in text[end:] else stop
    return start, end


def _goes_on(outline: Outline, sentence: Sentence, following: Sentence | None) -> bool:
    """Whether the next sentence of the paragraph says why: `…未达标。主要原因是管网老化。`"""
    if following is None or following.section != sentence.section:
        return False
    plain = outline.source.plain
    near = "\n" not in plain[sentence.end : following.start]
    return near and explains(plain, following.start, following.end)


def _effect(title: str) -> str:
    """The title of a shortcoming that is the effect of what stands before it, without 导致."""
    return leading_effect().sub("", title)


def _latest_year(outline: Outline) -> int:
    """The latest year that the title names, 0 where it names none."""
    title = "" if outline.title is None else outline.source.plain[slice(*outline.title)]
    return max(map(int, _YEAR.findall(title)), default=0)


def _of_the_past(text: str, latest: int) -> bool:
    """Whether a sentence tells how things were: `“十四五”之初,…欠账较多`, `2021年,…居高不下`.

    The report's own year, and the one before the plan's that its title names, are not the past.
    """
    if inline_patterns().former.match(text):
        return True
    year = _OPENS_WITH_YEAR.match(text)
    return year is not None and latest > 0 and int(year[1]) < latest - 1


def _fallen_short(
    text: str, patterns: InlinePatterns, headings: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that say what fell short; neighbouring clauses are one.

    Where one of its `headings` names what falls short (`2.优良天数。目标值72%,…未完成年度任务`),
    the stretch needs no subject of its own.
    """
    if patterns.trigger.search(text) is None and not patterns.verdicts.within(text):
        if says_only_what_is_wrong(text):
            yield behind_contrast(text, 0), len(text.rstrip("。"))
        return
    headed = any(patterns.subject.search(heading) for heading in headings)
    clauses = [match.span() for match in CLAUSE.finditer(text)]
    begun, done = 0, 0
    for index in range(len(clauses)):
        begin = _shortcoming(text, clauses, index, patterns, headed=headed)
        if begin is None:
            # 焚烧屡禁不止,收储运体系很不健全: so does what goes on with it.
            goes_on = done > 0 and text[done : clauses[index][0]].strip() == ","
            if goes_on and ends_wrong(text[slice(*clauses[index])]):
                done = clauses[index][1]
            continue
        if done == 0 or text[done:begin].strip() not in {"", ","}:
            if done > 0:
                yield begun, done
            begun = max(with_clause_before(text, clauses, index, begin), done)
        done = clauses[index][1]
    if done > 0:
        yield begun, done


def _shortcoming(
    plain: str,
    clauses: list[tuple[int, int]],
    index: int,
    patterns: InlinePatterns,
    *,
    headed: bool,
) -> int | None:
    """Where the statement of a clause's shortcoming begins; None where it states none."""
    start, end = clauses[index]
    if patterns.verdict.fullmatch(plain, start, end):
        return _of_verdict(plain, clauses, index, patterns)
    # 但清水河水质仍不稳定: the river falls short behind 但, which would hold for 仍.
    if contrast := patterns.contrast.match(plain, start, end):
        start = contrast.end()
    if patterns.opening.match(plain, start, end):
        return None
    for match in patterns.trigger.finditer(plain, start, end):
        if patterns.follower.match(plain, match.end(), end):
            continue
        if plain.endswith(patterns.leads, start, match.start()):
            continue
        begin = _subject_start(plain, clauses, index, match.start(), patterns)
        begin = clauses[0][0] if begin is None and headed else begin
        if begin is not None and not _is_good(plain, begin, match, patterns):
            contrast = patterns.contrast.match(plain, begin)
            return contrast.end() if contrast else begin
    return None


def _of_verdict(
    plain: str, clauses: list[tuple[int, int]], index: int, patterns: InlinePatterns
) -> int | None:
    """Where that is named of which a target was missed: `优良率:95.9%,年度目标96.5%,未完成`."""
    start, end = clauses[index - 1]
    aimed = patterns.target.search(plain, start, end) and _DIGIT.search(plain, start, end)
    if index == 0 or not aimed:
        return None
    for back in range(index - 1, max(index - CLAUSES_OF_VERDICT, 0) - 1, -1):
        start, end = clauses[back]
        if plain[end] not in ",:":
            return None
        if patterns.subject.search(plain, start, end):
            return start
    return None


def _is_good(plain: str, begin: int, match: re.Match[str], patterns: InlinePatterns) -> bool:
    """Whether something stays below a mark that it is good to stay below, or beyond a target."""
    more_is_better = patterns.low_subject.search(plain, begin, match.start()) is not None
    if patterns.low.match(match[0]) or patterns.less.fullmatch(match[0][:-1]):
        return not more_is_better
    return more_is_better and patterns.beyond.match(match[0]) is not None


def _subject_start(
    plain: str, clauses: list[tuple[int, int]], index: int, trigger: int, patterns: InlinePatterns
) -> int | None:
    """The beginning of the nearest clause that names what falls short; None where none does."""
    # 其余14项正在整改,其中石湾区消纳场建设滞后: of these one falls short, and is named there.
    if part := _PART.match(plain, clauses[index][0], trigger):
        return part.end()
    stop = trigger
    for back in range(index, max(index - CLAUSES_BACK, 0) - 1, -1):
        start, end = clauses[back]
        if back < index and plain[end : end + 1] != ",":
            break
        # 占总任务的62% tells of what stands before it.
        share = plain.startswith("占", start)
        if not share and patterns.subject.search(plain, start, min(stop, end)):
            return start
    own = clauses[index][0]
    # 矿区因方案变更,进度滞后: the clause that gives the cause names what falls short.
    start, end = clauses[max(index - 1, 0)]
    if trigger == own > start and plain[end] == "," and _CAUSED.search(plain, start, end):
        return start
    return own if trigger - own >= MIN_SUBJECT_CHARACTERS else None


def _raised(text: str, patterns: InlinePatterns) -> Iterator[re.Match[str]]:
    if "问题" not in text or patterns.raiser.search(text) is None:
        return
    for match in patterns.raised.finditer(text):
        what = match["what"]
        if patterns.what.search(what) and not patterns.vague.fullmatch(what):
            yield match
    for match in patterns.quoted.finditer(text):
        what = match["what"]
        wrong = frame().weak.search(what) or patterns.fault.search(what)
        if wrong and not patterns.vague.fullmatch(what):
            yield match
