"""Patterns around the class of a water, made of `water_classes.toml` and the words of scopes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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
    """Patterns of the clause that gives a class to a water.

    `having` ends at the class (水质达到地表水Ⅱ类), `predicate` splits the subject off, `times` are
    those written into it. `only_counted` objects (其中3个达到Ⅱ类) have no names. With `denied`
    before it or `target` behind it the class is no result. `better` (优于) before it and `above`
    (及以上) behind it make it the least; `lasting` tells for how many years.
    """

    having: re.Pattern[str]
    predicate: re.Pattern[str]
    times: re.Pattern[str]
    only_counted: re.Pattern[str]
    denied: re.Pattern[str]
    target: re.Pattern[str]
    better: re.Pattern[str]
    above: re.Pattern[str]
    lasting: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BracketPatterns:
    """Patterns of a class in brackets behind its object: 王庄断面(Ⅳ类,目标为Ⅲ类)."""

    opening: re.Pattern[str]
    behind: re.Pattern[str]
    name: re.Pattern[str]


@cache
def class_patterns() -> ClassPatterns:
    """The patterns of classes, made once."""
    words, water = water_class_words(), scope_words().water
    each = f"(?:{scope_words().classifiers.pattern})"
    standard = f"(?:{words.standard.pattern}|[《》的])*"
    better = f"(?:{words.better.pattern})"
    least = Words(
        word
        for hedge in hedges().after
        if hedge.qualifier is Qualifier.AT_LEAST
        for word in hedge.words
    )
    predicates = Words(dict.fromkeys((*words.predicates, *water.adverbs, *water.measured)))
    return ClassPatterns(
        having=re.compile(
            f"(?:(?:{words.having.pattern})(?:[或及]{better})?"
            f"|(?:{words.changing.pattern})[至为到成]|[为是])[在到]?{standard}$"
        ),
        predicate=re.compile(f"[由从](?!于)|{branches(predicates, water.no_predicates)}"),
        times=re.compile(
            rf"(?:(?:19|20)\d\d年度?|{words.times.pattern}|\d{{1,2}}(?:[-—~至]\d{{1,2}})?月份?)+,?"
        ),
        only_counted=re.compile(
            f"(?:{words.counted.pattern}|有)*\\d+{each}?$|{words.remaining.pattern}"
        ),
        denied=re.compile(
            f"{words.not_reached.pattern}|\\d(?:{words.months.pattern})[^,。;]{{0,4}}$"
        ),
        target=re.compile(f"(?:{words.of_targets.pattern}|的)*(?:{words.targets.pattern})"),
        better=re.compile(f"{better}(?:[或及](?:{words.having.pattern}))?{standard}$"),
        above=re.compile(f"(?:{words.standard.pattern})?(?:{least.pattern})"),
        lasting=re.compile(f"(?:{words.lasting.pattern})(\\d+|{NUMERAL}+)年"),
    )


@cache
def bracket_patterns() -> BracketPatterns:
    """The patterns of brackets, made once."""
    words = water_class_words().brackets
    return BracketPatterns(
        opening=re.compile(f"\\((?:[^()]{{0,14}}[,;、])?(?:{words.lead_ins.pattern}|[为:])*"),
        behind=re.compile(
            f"(?:[,;、][^()]{{0,16}})?\\)"
            f"(?!{words.not_of_object.pattern}|[^,。;]{{0,4}}(?:{words.aims.pattern}))"
        ),
        name=re.compile(
            f"(?:{NAME}*(?:{words.before_names.pattern}|[为是有]))?[和与及]?(?P<name>{NAME}{{2,16}})$"
        ),
    )
