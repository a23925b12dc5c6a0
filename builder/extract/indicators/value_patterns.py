"""Patterns between a metric and what is said of it, made of `indicators.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from builder.clauses import gap
from builder.extract.indicators.scope_patterns import NUMERAL, day_part
from builder.text.modality import branches
from builder.vocabulary.environment.indicators import indicator_words
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.generic.amounts import area_words, change_words
from builder.vocabulary.words import either


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePatterns:
    """Patterns between a metric and its value."""

    # All that may stand before a value in its clause: 实际为.
    lead: re.Pattern[str]
    # It ends where a number without a unit can be a value: 综合指数3.2.
    direct: re.Pattern[str]
    # What counts as a part of the metric's name: (第90百分位数).
    said_of_metric: re.Pattern[str]
    # It makes a number another thing's: 二氧化硫排放量.
    other_thing: re.Pattern[str]
    # Behind a number it makes that a limit: 超过35微克/立方米的天数.
    counted: re.Pattern[str]
    # Before a metric it makes the values those of some only: 12个县区中有8个, or of several years.
    some_of: re.Pattern[str]
    # A scope with it has as many values as there are of it: 3个断面.
    each_of: re.Pattern[str]
    # It ends between a threshold and the value that was reached: 降到30微克/立方米以内,实际为29.
    behind_threshold: re.Pattern[str]
    # Between a list of values and that of another year: ,2023年分别为.
    other_year: re.Pattern[str]
    # All that stands between a change and the value that it led to: 增加12天,达到318天.
    reached: re.Pattern[str]
    # Between the value of an earlier year and the one that it led to: ,今年降至.
    later_year: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPatterns:
    """Patterns of values behind a metric's own."""

    # Before the name of a part: 其中城区.
    opening: re.Pattern[str]
    # The name of a part: 城区, 13个国考城市.
    name: re.Pattern[str]
    # Between the name of a part and its value: 城区浓度为.
    tail: re.Pattern[str]
    # All that stands before the share of a count: 占有效监测天数的比例为.
    share: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePatterns:
    """Patterns that give a change or a rank to others than the value before it."""

    # Another area's: 全省平均下降5%.
    others: re.Pattern[str]
    # Another metric's, by its noun: 优良比例提升到80%,河流污染指数同比下降12.6%.
    other_metric: re.Pattern[str]
    # Another state's, by the letter that its name ends with: 优良率90.7%,酸雨频率同比下降2.2%.
    other_state: re.Pattern[str]
    # It tells of how many figures a rank is said: 三项指标.
    several: re.Pattern[str]


@cache
def value_patterns() -> ValuePatterns:
    """The patterns of values, made once."""
    words = indicator_words()
    values = words.values
    each = f"(?:{scope_words().classifiers.pattern})"
    changed = f"(?:{either((*change_words().up, *change_words().down))})[到至为]"
    # 目标为58微克/立方米,至12月底为53微克/立方米; 优良天数比例(目标值90%)。1-12月为91.8%.
    up_to = (
        r"截?[至止到]\d{1,2}月(?:\d{1,2}日|份?[底末])?|\d{1,2}[-—~至]\d{1,2}月份?|20\d\d年[、和]?"
    )
    lead_ins = f"(?:{either((*values.lead_ins, *area_words().whole))}|{up_to})*"
    nouns = f"{values.nouns.group}*"
    linking = f"(?:{values.linking.pattern}|[为是至到])"
    per = f"{values.per.group}?"
    return ValuePatterns(
        lead=re.compile(f"^{lead_ins}{nouns}[由从]?(?:{changed})?{linking}*{per}$"),
        direct=re.compile(
            rf"(?:[为到至是)]|{values.direct.pattern}|[到至为](?:(?:19|20)\d\d年|[今本]年)的?)$|^$"
        ),
        said_of_metric=re.compile(rf"\([^()]*\)|第?9[058]{words.percentiles.group}"),
        other_thing=re.compile(branches(words.other_things, words.own_things)),
        counted=re.compile(f"的{values.counted.group}"),
        some_of=re.compile(
            rf"中,?{values.only.group}\d+(?:{each}|家)(?:{area_words().members.pattern})*$"
            rf"|(?:{NUMERAL}|\d|{values.several.pattern})年{values.means.group}的?$"
        ),
        each_of=re.compile(rf"(?:\d+|{NUMERAL}+)(?={each})"),
        behind_threshold=re.compile(f",{lead_ins}{nouns}(?:{changed}|{linking})?$"),
        other_year=re.compile(rf"[,;](?:20\d\d年|(?:去年|上年)(?P<same>同期)?)(?:则?{linking})+"),
        later_year=re.compile(
            rf"[,;](?:20\d\d年|[今本]年)(?:{either((*values.lead_ins, *values.nouns))}|则)*"
            f"(?:{changed}|{change_words().better.group}[到至为])(?:了|{linking})*{per}"
        ),
        reached=re.compile(f",?{lead_ins}(?:{changed}|{linking}+){per}"),
    )


@cache
def part_patterns() -> PartPatterns:
    """The patterns of parts and shares, made once."""
    words = indicator_words()
    parts, shares, values = words.parts, words.shares, words.values
    openings = either((*parts.openings, *area_words().whole))
    tails = either((*parts.tails, *values.nouns, *values.linking))
    kinds = either((*scope_words().places.kinds, *parts.kinds))
    levels = f"{parts.levels.group}"
    return PartPatterns(
        opening=re.compile(f"(?:{openings}|、)+(?=.)"),
        tail=re.compile(f"(?:{tails}|[为是])+$"),
        name=re.compile(
            rf"(?:[\u4e00-\u9fff、()]{{0,20}}|(?:\d+|{NUMERAL}+)个?[\u4e00-\u9fff]{{0,8}})"
            rf"(?:(?:{kinds})(?:\((?:{area_words().members.pattern}|、)+\))?"
            f"|{levels}级?及?以[上下]|{levels}级|{day_part().pattern})"
        ),
        share=re.compile(
            f"{shares.subjects.group}?"
            f"(?:{shares.nouns.pattern}|占(?:{shares.wholes.pattern}|的)*{shares.nouns.group}?)"
            f"(?:{values.linking.pattern}|[为是约])*"
        ),
    )


@cache
def change_patterns() -> ChangePatterns:
    """The patterns of changes, made once."""
    words, areas = indicator_words().changes, area_words()
    nouns = either(dict.fromkeys(noun for nouns in words.nouns.values() for noun in nouns))
    return ChangePatterns(
        others=re.compile(
            f"(?:{either((*areas.above_city, *areas.neighbours))}){gap(6)}{words.others.group}"
        ),
        other_metric=re.compile(
            rf"[,;](?:20\d\d年)?{gap(12, digits=False)}(?P<noun>{nouns}){words.compared.group}"
        ),
        other_state=re.compile(
            rf"[,;。](?:20\d\d年)?(?P<name>[\u4e00-\u9fff]{{1,12}}?{words.states.group})"
            f"{words.states_lead.group}*"
            f"(?:{words.compared.pattern}|{either((*change_words().up, *change_words().down))})"
        ),
        several=re.compile(f"(?P<count>{NUMERAL}){words.figures.group}"),
    )
