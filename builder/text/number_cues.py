"""The words around a number that tell what it is for, as patterns made of `number_roles.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.text.modality import branches
from builder.vocabulary.generic.amounts import (
    change_words,
    condition_words,
    hedges,
)
from builder.vocabulary.generic.number_roles import NumberRoleWords, number_role_words
from builder.vocabulary.words import Words, either

_YEAR_OF = r"(?:19|20)\d\d年的?"
# In a list of bases: 由2022年的31微克/立方米|、2023年的|29微克/立方米下降到26微克/立方米.
NEXT_BASE = f"[、和]{_YEAR_OF}"
_BASE_VALUE = rf"(?:\d[\d.]*|劣?[ⅠⅡⅢⅣⅤ]){gap(12, digits=False)}?"
_LISTED_BASE = f"{NEXT_BASE}{_BASE_VALUE}"
BASE = re.compile(
    rf"[由从](?:{gap(14)}的)?$|[由从]{gap(14, 2)}$"
    rf"|[由从]{_YEAR_OF}{_BASE_VALUE}(?:{_LISTED_BASE})*{NEXT_BASE}$"
)
REACHES = re.compile(
    rf"(?:\([^()]{{0,16}}\))?(?:{gap(8, digits=False)}?(?:{_LISTED_BASE})+?,?)?"
    rf"{gap(12, digits=False)}?(?:\d个类别|[一两]个类别)?[到至为成]"
)
# What a value is set against: 比上年, but not 比例 and 占比.
AGAINST = "(?:[较与]|(?<!占)比(?![例重]))"
# The own area and wider ones: 高于全省, 低于我市.
AREA = "(?:[全我本][国省市州盟区县]|[省市州]里?)"


class NumberCues(NamedTuple):
    """Patterns of what stands before a number, or behind it (`*_behind`)."""

    signed_change: re.Pattern[str]
    changing: Words
    change: re.Pattern[str]
    flat: re.Pattern[str]
    basis: re.Pattern[str]
    base_in_brackets: re.Pattern[str]
    target: re.Pattern[str]
    of_target: re.Pattern[str]
    target_behind: re.Pattern[str]
    of_others: re.Pattern[str]
    distance: re.Pattern[str]
    no_value_behind: re.Pattern[str]
    scored_behind: re.Pattern[str]
    rule: re.Pattern[str]


@cache
def number_cues() -> NumberCues:
    """The patterns, made once."""
    words = number_role_words()
    of_others = _of_others(words)
    return NumberCues(
        signed_change=re.compile(
            f"(?:{words.year_on_year.pattern}|[较比]{gap(8, 2)}?)"
            f"{words.changes.group}{{0,4}}:?为?(?P<sign>[-—+])$"
        ),
        # One of these is in every change, of which most numbers have none before them.
        changing=_changing(),
        change=_change(words),
        # Every branch begins with a fixed character, so that most places are passed over at once.
        flat=re.compile(f"{words.flat_hedges.followed_by(words.flat.group)}|{words.flat.pattern}"),
        basis=_basis(words),
        base_in_brackets=_base_in_brackets(words),
        target=re.compile(
            f"{words.targets.group}(?:[值数]|指标)?{words.targets.group}?[(:]?"
            f"{words.target_fillers.group}*$"
            f"|{words.aiming.group}{words.per_volume.group}?$"
            f"|\\({words.aside_targets.group}[值数]?[为是:]?$"
        ),
        of_target=re.compile(
            f"{words.fulfilled.group}{gap(10, digits=False)}{words.aims.group}[数量值]?的$"
        ),
        target_behind=_target_behind(words),
        of_others=re.compile(of_others),
        distance=re.compile(f"{_distance(words)}|{of_others}"),
        no_value_behind=_no_value_behind(words),
        scored_behind=re.compile(_scored(words)),
        rule=re.compile(f"{words.rules_of.group}+{words.rules.group}"),
    )


def is_no_value(text: str, end: int) -> bool:
    """Whether the words behind a number make it none: 100%的断面有5个, 35应为32, 98%的不得分."""
    cues = number_cues()
    behind = cues.no_value_behind.match(text, end) or cues.scored_behind.match(text, end)
    return behind is not None


def _changing() -> Words:
    change = change_words()
    return Words({*change.up, *change.down, *change.better, *change.worse, "高", "低"})


def _change(words: NumberRoleWords) -> re.Pattern[str]:
    """A change before its number: 下降了, 升幅为; one `to` a value is none (升至)."""
    change = change_words()
    # 同比高3.2个百分点 tells a change; 较全省平均高3.2个百分点 how far one is from others.
    years = (*words.year_on_year, *words.year_before, *words.same_period)
    before = f"(?:{'|'.join(f'(?<={word})' for word in years)})"
    return re.compile(
        f"(?:(?P<up>{change.up.pattern}|{before}高)|(?P<down>{change.down.pattern}|{before}低)"
        f"|(?P<better>{change.better.pattern})|(?P<worse>{change.worse.pattern}))"
        f"(?P<noun>{words.change_nouns.pattern})?(?P<to>[到至成为])?{words.fillers.group}{{0,4}}$"
    )


def _basis(words: NumberRoleWords) -> re.Pattern[str]:
    """What a change is counted from: 较“十三五”末, 比2020年, 较上年末, 环比."""
    return re.compile(
        r"自(?P<since>(?:19|20)\d\d)年(?:以来|起)"
        r"|[较比与同和](?:“?(?P<plan>十[二三四]五)”?末|(?P<year>(?:19|20)\d\d(?:年?[底末])?)"
        f"|(?P<end>{words.year_before.group}[底末]|{words.year_begins.pattern})"
        f"|(?P<chain>{words.bases.pattern}))|(?P<link>{words.month_on_month.pattern})"
    )


def _base_in_brackets(words: NumberRoleWords) -> re.Pattern[str]:
    """较去年同期(79.1%)上升3.2个百分点, 去年同期为89天."""
    year, same = words.year_before.pattern, words.same_period.pattern
    return re.compile(
        rf"(?:{same}|{year}){gap(6, digits=False, no='()')}\($|(?:{year})(?:{same})?[为是仅的]?$"
        rf"|[较比与](?:19|20)\d\d年(?:{same})?的?$"
    )


def _target_behind(words: NumberRoleWords) -> re.Pattern[str]:
    """80%以上的考核目标, 35微克的国家二级标准."""
    hedge = f"(?:{either(word for one in hedges().after for word in one.words)})?"
    standard = words.standards.group
    whose = words.whose_standards.group
    return re.compile(
        f"{hedge}的?{words.whose_aims.group}*{words.aims.group}"
        f"|{hedge}的{words.demands.group}"
        f"|的?{whose}*{words.grades.group}+{standard}|的{whose}?{standard}"
    )


def _of_others(words: NumberRoleWords) -> str:
    """低于全省平均水平(35微克/立方米), 较全省平均低5微克: of others, or how far from them."""
    level, average = words.levels.pattern, words.averages.pattern
    return (
        f"{words.compared.group}{gap(14, no='()')}(?:{level})[值线]?"
        f"{words.level_fillers.group}?(?:[(:为是即的]|{words.per_volume.pattern})+$"
        f"|{AGAINST}{gap(8, digits=False)}(?:{average})[值的]?$"
    )


def _distance(words: NumberRoleWords) -> str:
    """高于考核目标, 低于周边县市, 较全省低: how far a value is from another one."""
    return (
        f"(?:{branches(words.distant, words.not_distant)}){gap(14)}{words.levels.group}[值线]?$"
        f"|{words.distant_from_others.group}(?:{AREA}|{words.others.pattern})"
        f"{gap(8, digits=False)}$"
        f"|{AGAINST}(?!{words.year_before.pattern}|{words.same_period.pattern})"
        f"{gap(14, 2, digits=False)}(?<![{''.join(words.no_distances)}])"
        f"{words.distances.group}[了出于]?约?$"
    )


def _no_value_behind(words: NumberRoleWords) -> re.Pattern[str]:
    condition = condition_words()
    counted = (
        f"的{gap(8, digits=False)}?{condition.counted.group}(?=[有共达为仅占数、,\\d]|均|全部)"
    )
    # 优良天数比例超过95%的有松林县 tells a bound and no value.
    return re.compile(f"{counted}|的共?有|{_scored(words)}|[,(]?{condition.corrected.group}")


def _scored(words: NumberRoleWords) -> str:
    """Points of a scoring rule: 36微克及以下计满分, 90%以上得10分, 低于85%的,该项不得分."""
    return (
        rf"(?:及?以[上下内])?(?:的,?{words.scored_items.group}?)?{gap(6, digits=False)}?"
        rf"(?:{words.scoring.group}(?:{words.scored.pattern}|\d{{1,3}})分|{words.unscored.group})"
        # 低于98%的,每低1个百分点扣5分.
        rf"|[的者],?{words.stepped.group}[^;。]{{0,12}}{words.scoring.group}\d"
        # A grade is given by a rule: 92%及以上为合格.
        rf"|(?:及?以[上下内])?[的者]?为{words.grades_given.group}(?:等次|等级|档次)?(?=[,;。、]|$)"
    )
