"""Patterns of scopes, made of `scopes.toml` and the names of areas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from builder.clauses import gap
from builder.numerals import SIGNS
from builder.vocabulary.environment.scopes import ScopeWords, scope_words
from builder.vocabulary.generic.amounts import area_words, condition_words, rank_words
from builder.vocabulary.words import either

# A Chinese numeral, as text of a pattern.
NUMERAL = f"[{SIGNS[1:]}两十]"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePatterns:
    """Patterns of places."""

    # Names of the whole area: 全市, 辖区内.
    whole: re.Pattern[str]
    # The end of the name of a narrower place: 中心城区, 3个站点, 12个县(市、区).
    kind: re.Pattern[str]
    # Cities by their number, at the head of a sentence, are kept as well: 14个地级城市PM2.5浓度.
    counted: re.Pattern[str]
    # A place that the sentences behind it keep: 中心城区PM2.5浓度为35微克/立方米。优良率为88%.
    kept: re.Pattern[str]
    # Those ranked together are no place of the value: 123个县市区中PM2.5浓度排名第45.
    ranked: re.Pattern[str]
    # The metric's own noun behind a place: 甲县受污染耕地.
    own_noun: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AirPatterns:
    """Patterns of what narrows values of the air."""

    # Between a place and its metric: 中心城区环境空气质量.
    tail: re.Pattern[str]
    # What was left out: 剔除沙尘天气影响后.
    condition: re.Pattern[str]
    # A part of the year: 采暖期.
    season: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterPatterns:
    """Patterns of named waters and of the clauses that tell of them."""

    # Between a name and what is said of it: 东荆河水质总体.
    tail: re.Pattern[str]
    # The predicate of a clause whose subject is a water: 水质均稳定达到Ⅲ类.
    predicate: re.Pattern[str]
    # A clause with a figure of its own, or on what there is no more, names no object.
    no_object: re.Pattern[str]
    # What is left out is no part of the object: 3个断面除总磷外各项指标.
    except_for: re.Pattern[str]
    # 9个断面中8个达到Ⅲ类,优良率88.9%: the rate is that of the nine.
    some_of: re.Pattern[str]
    # Names with their number: 大富水公安寨、漳水下游2个断面.
    counted: re.Pattern[str]
    # 沙河断面氨氮浓度1.2毫克/升,总磷0.18毫克/升: both are of the section.
    sampled: re.Pattern[str]
    # 5个国省控断面中,石鼓渡断面为Ⅱ类: what is told is of some of these.
    of_which: re.Pattern[str]
    # Only so many, without a name: 7个断面.
    unnamed_count: re.Pattern[str]
    # The noun of a list before its first name: 市控断面石桥、茶亭.
    led: re.Pattern[str]


@cache
def lead_in() -> re.Pattern[str]:
    """What may stand before the words of a scope without being one: 一是, 目前, 据统计."""
    words = scope_words().lead_ins.pattern
    return re.compile(f"^(?:{words}|{NUMERAL}+是|[()、,:的在和与及并且])+")


@cache
def place_patterns() -> PlacePatterns:
    """The patterns of places, made once."""
    words, areas = scope_words(), area_words()
    whole = either((*areas.own, *areas.above_county, *areas.county, *words.whole.names))
    members = either((*areas.members, *rank_words().members))
    return PlacePatterns(
        whole=re.compile(f"(?:{whole}){words.whole.ends.group}?"),
        kind=re.compile(
            f"(?:{words.places.kinds.pattern}|{words.places.wider.pattern})"
            f"(?:\\((?:{members}|、)+\\))?$"
        ),
        counted=re.compile(f"(?:{whole})?(?P<places>\\d+个{words.places.counted.group})(?!中)"),
        kept=re.compile(
            f"{words.places.kept.pattern}|(?<![^全我市县区的,。;:、\\s]){words.places.urban.group}"
        ),
        own_noun=re.compile(f"(?:{words.places.own_nouns.pattern})+$"),
        ranked=re.compile(f"^\\d+个?(?:{members}|[(、)]){{1,6}}中,?"),
    )


@cache
def air_patterns() -> AirPatterns:
    """The patterns of the air, made once."""
    words = scope_words()
    air = words.air
    out, dust = air.excluding.pattern, air.excluded.pattern
    return AirPatterns(
        tail=re.compile(f"(?:{air.between.pattern}|[的中内有为])+$"),
        condition=re.compile(
            f"(?:{out}){gap(6, no='()')}(?:{dust})[^,。;():\\d]{{0,6}}?{air.excluded_ends.group}+"
            f"|(?:{dust}){air.excluded_ends.group}*(?:{out})后"
        ),
        season=re.compile(
            f"(?P<season>{condition_words().seasons.pattern}){words.season_ends.group}?[的,]?"
        ),
    )


@cache
def aside_pattern() -> re.Pattern[str]:
    """Brackets that narrow the value before them: (不含湖库断面), (实况数据)."""
    words = scope_words().asides
    left_out = f"{words.leaving_out.group}{gap(16, 1, digits=False, no='()')}"
    state = f"{words.states.group}{words.of_states.group}?"
    return re.compile(rf"\((?P<said>{left_out}|{state})\)")


@cache
def water_patterns() -> WaterPatterns:
    """The patterns of waters, made once."""
    words = scope_words()
    water, each = words.water, f"{words.classifiers.group}"
    behind = either((*water.nouns, *water.adverbs, *water.late_adverbs, *water.judgements))
    return WaterPatterns(
        tail=re.compile(f"(?:{behind}|[*×xX]{{1,3}}月份?|[,:的中内为有其等都])+$"),
        predicate=_predicate(words),
        no_object=re.compile(f"\\d{water.figures.group}|{water.gone.pattern}"),
        except_for=re.compile(
            f"\\(?除{gap(16, 1, no='()')}?[以之]?外\\)?的?{water.remaining.group}*"
        ),
        some_of=re.compile(f"中,?有?\\d+{each}$"),
        counted=re.compile(
            rf"(?P<names>\D+[、和与]\D+?)(?P<count>\d|[二两三四五六七八九]){each}.+"
        ),
        of_which=re.compile(
            f"(?:{place_patterns().whole.pattern})?"
            f"(?P<sections>\\d+{each}[^,;。]{{0,12}}(?:{water.wholes.pattern}))中,"
        ),
        unnamed_count=re.compile(f"有?\\d+{each}(?:{water.wholes.pattern})?"),
        led=re.compile(f"(?P<noun>{water.levels.group}{{1,3}}以?上?{water.shared.group})(?=..)"),
        sampled=re.compile(
            f"(?P<name>[\\u4e00-\\u9fff、]{{1,16}}?{water.sampled.group})"
            f"[^,\\d]{{2,12}}\\d[\\d.]*{water.concentrations.group}"
        ),
    )


def _predicate(words: ScopeWords) -> re.Pattern[str]:
    """The predicate of a clause whose subject is an object of water: 水质均稳定达到Ⅲ类."""
    water = words.water
    return re.compile(
        f"{water.measured.group}*(?:{either((*water.adverbs, *water.late_adverbs))})*"
        f"(?:{water.verbs.pattern}|为)[^,。;]*$"
    )


@cache
def day_part() -> re.Pattern[str]:
    """昼间 and 夜间, also cut short: 昼、夜间."""
    parts = scope_words().noise.day_parts
    return re.compile("|".join(f"{part[0]}(?:{part[1:]})?" for part in parts))


@cache
def same_window() -> re.Pattern[str]:
    """去年同期PM2.5浓度35微克/立方米 tells of the year before."""
    words = scope_words().former
    return re.compile(
        f"(?:^|(?<=[,;:(。、而]))(?:{words.years.pattern}|(?:19|20)\\d\\d年)"
        f"{words.window.group}[\\u4e00-\\u9fff]{{0,10}}$"
    )
