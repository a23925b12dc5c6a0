"""Patterns around the class of a water, made of `water_classes.toml` and the words of scopes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from builder.clauses import gap
from builder.extract.indicators.scope_patterns import NUMERAL
from builder.model import Qualifier
from builder.text.modality import branches
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.environment.water_classes import water_class_words
from builder.vocabulary.generic.amounts import hedges
from builder.vocabulary.words import Words

NAME = r"[\u4e00-\u9fff]"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassPatterns:
    """Patterns of the clause that gives a class to a water."""

    # It ends at the class that the water has: 达到地表水Ⅱ类.
    having: re.Pattern[str]
    # Where the subject ends: 东荆河水质稳定达到.
    predicate: re.Pattern[str]
    # Times beside the subject: 今年以来.
    times: re.Pattern[str]
    # 其中3个达到Ⅱ类 does not say which three.
    only_counted: re.Pattern[str]
    # Before a class it makes that no result: 未达到Ⅲ类, 10个月达到Ⅲ类.
    denied: re.Pattern[str]
    # Behind a class it makes that a target: Ⅲ类水质目标.
    target: re.Pattern[str]
    # Before a class it makes that the least: 优于Ⅲ类.
    better: re.Pattern[str]
    # The same behind it: Ⅲ类及以上.
    above: re.Pattern[str]
    # For how many years: 连续8年.
    lasting: re.Pattern[str]
    # A section of which its clause tells what it suffers: 东闸断面受上游来水影响.
    suffering: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketPatterns:
    """Patterns of a class in brackets behind its object: 王庄断面(Ⅳ类,目标为Ⅲ类)."""

    # From the bracket to the class: (现状为.
    opening: re.Pattern[str]
    # From the class to the end of the bracket.
    behind: re.Pattern[str]
    # The object before the bracket.
    name: re.Pattern[str]


@cache
def class_patterns() -> ClassPatterns:
    """The patterns of classes, made once."""
    words, water = water_class_words(), scope_words().water
    each = f"(?:{scope_words().classifiers.pattern})"
    standard = f"(?:{words.standard.pattern}|[《》的])*"
    better = f"{words.better.group}"
    least = Words(
        word
        for hedge in hedges().after
        if hedge.qualifier is Qualifier.AT_LEAST
        for word in hedge.words
    )
    predicates = Words(dict.fromkeys((*words.predicates, *water.adverbs, *water.measured)))
    return ClassPatterns(
        having=re.compile(
            f"(?:{words.having.group}(?:[或及]{better})?"
            f"|{words.changing.group}[至为到成]|[为是])[在到]?{standard}$"
            # A class may be said without a verb: 某断面年均水质Ⅱ类.
            f"|{words.nominal.group}$"
        ),
        predicate=re.compile(
            f"[由从](?![于此东南西北])|{branches(predicates, water.no_predicates)}"
        ),
        times=re.compile(
            rf"(?:(?:19|20)\d\d年度?|{words.times.pattern}|\d{{1,2}}(?:[-—~至]\d{{1,2}})?月份?)+,?"
        ),
        only_counted=re.compile(
            f"(?:{scope_words().partitive.pattern}|有)*\\d+{each}?$|{words.remaining.pattern}"
        ),
        denied=re.compile(f"{words.not_reached.pattern}|\\d{words.months.group}{gap(4)}$"),
        target=re.compile(f"(?:{words.of_targets.pattern}|的)*{words.targets.group}"),
        better=re.compile(f"{better}(?:[或及]{words.having.group})?{standard}$"),
        above=re.compile(f"{words.standard.group}?{least.group}"),
        suffering=re.compile(
            f"(?P<name>{NAME}{{2,12}}?{scope_words().water.sampled.group}){words.suffering.group}"
        ),
        lasting=re.compile(f"{words.lasting.group}(\\d+|{NUMERAL}+)年"),
    )


@cache
def bracket_patterns() -> BracketPatterns:
    """The patterns of brackets, made once."""
    words, measured = water_class_words().brackets, scope_words().water.measured
    return BracketPatterns(
        opening=re.compile(f"\\((?:[^()]{{0,14}}[,;、])?(?:{words.lead_ins.pattern}|[为:])*"),
        behind=re.compile(
            f"(?:[,;、][^()]{{0,16}})?\\)"
            f"(?!{measured.group}?{words.not_of_object.group}"
            f"|{gap(4)}{words.aims.group})"
        ),
        name=re.compile(
            f"(?:{NAME}*(?:{words.before_names.pattern}|[为是有]))?[和与及]?(?P<name>{NAME}{{2,16}})$"
        ),
    )
