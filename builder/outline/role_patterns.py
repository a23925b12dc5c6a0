"""Patterns of headings and lead sentences by the role they give, made of the vocabulary."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import CLAUSE_ENDS_AND_COLON, STATEMENT_ENDS, gap
from builder.numerals import TO_TEN
from builder.vocabulary.generic.outline import HeadingWords, TurnWords, outline_words
from builder.vocabulary.generic.reports import headings
from builder.vocabulary.generic.statements import problem_words
from builder.vocabulary.words import Words


class RolePatterns(NamedTuple):
    """Patterns and words, by what they are found in: headings, titles, sentences."""

    shortcoming: re.Pattern[str]
    outlook: re.Pattern[str]
    contrast: re.Pattern[str]
    names: re.Pattern[str]
    dealt: Words
    announces: re.Pattern[str]
    concedes: re.Pattern[str]
    tells: re.Pattern[str]
    wrong: Words
    causes: re.Pattern[str]
    failing: Words
    on_problems: re.Pattern[str]
    problems: Words
    not_problems: Words
    done: Words
    plan: Words
    plan_end: re.Pattern[str]
    plan_weak: Words
    plan_year: re.Pattern[str]
    plan_heading: re.Pattern[str]
    five_years: re.Pattern[str]
    coming: re.Pattern[str]
    carrying: re.Pattern[str]
    to_come: re.Pattern[str]
    other: Words
    problem_lead: Words
    plan_lead: re.Pattern[str]
    plan_begins: frozenset[str]
    plan_verbs: Words
    no_verbs: Words
    plan_words: Words
    spoken_year: re.Pattern[str]
    reports: re.Pattern[str]


@cache
def role_patterns() -> RolePatterns:
    """The patterns, made once."""
    words, own = headings(), outline_words()
    failing = problem_words().passing
    shortcoming = words.leads.shortcomings.group
    on_problems = f"{own.turns.on_problems.group}{_within(20)},?"
    return RolePatterns(
        shortcoming=re.compile(f"{shortcoming}|{own.turns.reasons.pattern}"),
        outlook=re.compile(own.turns.outlooks.pattern),
        contrast=_contrast(own.turns, shortcoming),
        names=_names(own.turns, words.leads.shortcomings),
        dealt=own.turns.dealt,
        announces=_announces(own.turns, shortcoming),
        concedes=re.compile(
            f"(?:{own.turns.contrasts.pattern}|{own.turns.besides.pattern}|是|,|{own.turns.musts.pattern})*"
            f"{own.turns.soberly.group}?地?{problem_words().frame.aware.group},"
        ),
        # 还有不少短板:管网错接…。 and 存在管网错接等突出问题。 tell them; 存在以下问题。 does not.
        tells=re.compile(f"{shortcoming}{_within(4)}:.{{8}}|等{_within(4)}{shortcoming}"),
        wrong=problem_words().frame.weak,
        causes=_causes(own.turns),
        failing=Words({*failing.plain, *failing.failed}),
        on_problems=re.compile(on_problems),
        problems=words.problems,
        not_problems=words.not_problems,
        done=words.done,
        plan=words.plan,
        plan_end=re.compile(f"{words.title.plan.group}$"),
        plan_weak=words.plan_weak,
        plan_year=_plan_year(own.headings),
        plan_heading=re.compile(
            rf"20\d\d年度?{own.headings.plan_modifiers.group}{{1,3}}{own.headings.plans.group}"
        ),
        five_years=re.compile(f"十[二三四五六]五”?{gap(8)}{own.headings.five_year_aims.group}"),
        coming=re.compile(rf"20[\dXx*]{{2}}年|{own.headings.coming.pattern}"),
        carrying=re.compile(
            f"{own.headings.manners.group}{{0,2}}{own.headings.carrying.group}"
            f"|{_within(24)}(?:{own.headings.plans.pattern}|{own.headings.aims.pattern})"
            f"{_within(6)}{own.headings.carried.group}"
        ),
        to_come=re.compile(rf"20\d\d年|{own.headings.coming.pattern}"),
        other=words.other,
        problem_lead=words.leads.problems,
        plan_lead=re.compile(f"(?:{on_problems})?{words.leads.plan.group}"),
        # What a sentence begins with that may open a plan: with a year, too.
        plan_begins=frozenset(one[0] for one in (*own.turns.on_problems, *words.leads.plan, "20")),
        plan_verbs=words.leads.plan_verbs,
        no_verbs=words.leads.no_verbs,
        plan_words=words.leads.plan_words,
        # The year that a text without title speaks of: `2024年,`, `2024年以来`, `2024年我局`.
        spoken_year=re.compile(rf"(20\d\d)年(?:,|{own.turns.spoken_years.pattern})"),
        # What follows looks back: `现将1—11月的工作落实情况报告如下:`.
        reports=re.compile(
            f"现[就将]?{_statement(40)}{own.turns.reported.group}"
            f"{_statement(12)}{own.turns.reporting.group}{_statement(4)}如下"
        ),
    )


def _within(most: int, no: str = "") -> str:
    """Up to so many characters of one clause, which a colon ends too."""
    return gap(most, ends=CLAUSE_ENDS_AND_COLON, no=no)


def _statement(most: int) -> str:
    """Up to so many characters of one statement before any colon."""
    return gap(most, ends=f"{STATEMENT_ENDS}:")


def _plan_year(words: HeadingWords) -> re.Pattern[str]:
    """`2025年工作计划`, `2024年下半年重点任务`, but not `2024年重点任务完成情况`."""
    line_end = r"\n"
    carried_out = f"{_within(4, no=line_end)}{words.carried_out.group}"
    return re.compile(
        rf"(20\d\d)年(?:{words.parts_of_year.pattern}|(?P<half>[上下])半年)?的?"
        rf"{words.plan_modifiers.group}{{0,3}}"
        rf"(?:{words.plans.pattern}|{words.aims.pattern})(?!{carried_out})"
    )


def _contrast(words: TurnWords, shortcoming: str) -> re.Pattern[str]:
    """`但仍存在一些问题`, `也发现了一些不足`, `同时还面临以下困难:`, `要正视不足:`.

    Every branch begins with a fixed character, so that most places are passed over at once.
    """
    found = (
        f"{_within(8)}{words.findings.group}{_within(6)}{words.amounts.group}"
        f"{_within(8)}{shortcoming}"
    )
    announced = f"{_statement(12)}{words.having.group}{_within(12)}{shortcoming}{_within(6)}:"
    faced = f"{_within(4)}{shortcoming}{_within(4)}:"
    branches = (
        words.facing.followed_by(faced),
        words.sober.followed_by(f"{_within(6)}:"),
        words.contrasts.followed_by(found),
        words.contrasts.followed_by(announced),
        words.besides.followed_by(announced),
    )
    return re.compile("|".join(branches))


def _names(words: TurnWords, shortcomings: Words) -> re.Pattern[str]:
    """`主要的短板在于:`, `形势不容乐观:`."""
    sobered = Words((*words.sobered, *shortcomings))
    named = Words((*shortcomings, *words.knots))
    return re.compile(
        named.followed_by(f"{_within(3)}{words.naming.group}{_within(6)}:")
        + "|"
        + sobered.followed_by(f"{_within(4)}{words.sobering.group}:")
    )


def _announces(words: TurnWords, shortcoming: str) -> re.Pattern[str]:
    """`当前仍存在一些问题:`, `对照先进地区,我们还存在三方面不足:`.

    Inside a plan only what plainly lists the bureau's own shortcomings turns to them; what they
    are to be met with does not.
    """
    return re.compile(
        f"(?!{words.met.pattern}){gap(40, ends=STATEMENT_ENDS)}(?<!{words.settled.pattern})"
        f"{words.existing.group}{_within(12)}{shortcoming}"
        f"{_within(6, no='的')}(?:,{words.listing.group}{_within(4)})?(?:[:。]|[,:]?$)"
    )


def _causes(words: TurnWords) -> re.Pattern[str]:
    """`究其原因,主要有以下几个方面:`, `更有主观原因。`, `主要是三个不到位:`, up to the end."""
    counted = f"[{TO_TEN}两\\d]{words.counters.group}?的?{words.counted.group}:$"
    told = words.causes.followed_by(f"{gap(24, ends=f'{STATEMENT_ENDS}:')}[,:。]?$")
    return re.compile(f"{told}|{counted}")
