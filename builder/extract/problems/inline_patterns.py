"""The patterns by which a clause of the summary tells a problem: 未达标, 不足, 督察指出的…问题."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.numerals import TO_TEN
from builder.vocabulary.generic.amounts import area_words
from builder.vocabulary.generic.statements import Former, Passing, Short, problem_words
from builder.vocabulary.words import Words

# Classes of water and of standards: Ⅲ类, 二类.
_ROMAN = "ⅠⅡⅢⅣⅤIV"
_CLASS = f"[{_ROMAN}]{{1,3}}类|[一二三四]类"


class InlinePatterns(NamedTuple):
    """Every branch of `trigger` begins with a fixed character, so that most places are passed
    over at once.
    """

    former: re.Pattern[str]
    contrast: Words
    trigger: re.Pattern[str]
    opening: Words
    follower: Words
    leads: tuple[str, ...]
    low: Words
    less: re.Pattern[str]
    beyond: Words
    low_subject: Words
    verdicts: Words
    verdict: re.Pattern[str]
    target: Words
    subject: Words
    raiser: Words
    raised: re.Pattern[str]
    quoted: re.Pattern[str]
    what: Words
    fault: Words
    vague: re.Pattern[str]


@cache
def inline_patterns() -> InlinePatterns:
    """The patterns, made of the words of the vocabulary."""
    words = problem_words()
    passing, raised = words.passing, words.raised
    return InlinePatterns(
        former=re.compile(_former(words.former)),
        contrast=Words((*passing.contrast, *passing.joining)),
        trigger=re.compile(_trigger(passing, words.short)),
        opening=passing.decoy_openings,
        follower=passing.decoy_followers,
        leads=tuple(passing.decoy_leads),
        low=passing.low,
        less=re.compile(f".*{words.short.less.group}"),
        beyond=passing.beyond,
        low_subject=passing.low_subjects,
        verdicts=words.short.verdicts,
        verdict=re.compile(f"{words.passing.still.group}?{words.short.verdicts.group}"),
        target=words.short.targets,
        subject=passing.subjects,
        raiser=raised.who,
        raised=re.compile(
            rf"[^,。;:、\d针对按照]{{0,16}}{raised.who.group}[^,。;:\d]{{0,10}}?{raised.how.group}(?:{area_words().own.pattern})?(?:存在)?的"
            r"(?P<what>[^,。;:\d的][^,。;:]{3,44}?)问题"
        ),
        # 督察指出“县城填埋场渗滤液积存”问题: the words in quotation marks are the problem.
        quoted=re.compile(
            rf"{raised.who.group}[^,。;:“\d]{{0,12}}?{raised.how.group}[^,。;:“\d]{{0,8}}"
            r"“(?P<what>[^“”,。;:]{5,44})”的?问题"
        ),
        what=raised.what,
        fault=Words((*raised.what, *raised.faults)),
        vague=re.compile(f"{raised.vague.group}+"),
    )


def _trigger(words: Passing, short: Short) -> str:
    not_reached = (
        rf"(?:[^,。;:的]{{0,6}}(?:{words.setting.pattern})的|\d[\d.]*[^,。;:的\d]{{0,6}}的|(?:{_CLASS})的)?"
        f"[^,。;:的]{{0,16}}?(?:{words.not_reached_objects.pattern})"
    )
    yardstick = f"(?:{short.yardsticks.pattern}|{_CLASS})"
    targets = short.targets.pattern
    compared = f"[^,。;:]{{0,12}}(?:{targets})[^,。;:]{{0,6}}{short.lacking.group}[\\d{TO_TEN}两半]"
    distant = f"[^,。;:]{{0,12}}(?:{targets})[^,。;:]{{0,6}}{short.apart.group}"
    no_class = (
        f"{short.steadily.group}?{short.reached.group}{short.set_by.group}?"
        f"[{_ROMAN}一二三四五]{{1,3}}[类级]"
    )
    result = "|".join(
        f"(?<={re.escape(word)}{over})" for word in short.results for over in short.exceeded
    )
    return "|".join(
        (
            words.not_reached.followed_by(not_reached),
            words.plain.pattern,
            f"超[过出]?{yardstick}[^,。;:]{{0,8}}?{short.standards.group}",
            short.worse.followed_by(yardstick),
            short.distance.followed_by(distant),
            short.compared.followed_by(compared),
            short.negation.followed_by(no_class),
            # A count of days is a state that was measured: 臭氧超标41天.
            short.over.followed_by(r"\d[\d.]*+(?!\s*[天日])"),
            short.missed.followed_by(f"{short.none_missed.not_ending()}(?=[,。;]|$)"),
            short.exceeded.followed_by(f"(?:{result})(?=[,。;]|$)"),
            words.still.followed_by(f"[^,。;:的]{{0,10}}?{words.weak.group}"),
        )
    )


def _former(words: Former) -> str:
    """How things were: “十四五”之初, 曾, 三年前, 长期以来…,如今…."""
    return (
        f"“?十[二三四五]五”?{words.plan_beginnings.group}"
        f"|(?!{words.own_year.pattern}){words.words.group}|[一二三四五六七八九十几]年前"
        f"|{words.lasting.group}[^。;]{{0,40}}?{words.now.group}"
    )
