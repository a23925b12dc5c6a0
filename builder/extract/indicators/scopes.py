"""Scopes: the words that narrow the place, object or condition of a value."""

from __future__ import annotations

import re

from builder.extract.indicators.scope_patterns import (
    air_patterns,
    aside_pattern,
    day_part,
    lead_in,
    place_patterns,
    water_patterns,
)
from builder.numerals import whole_number
from builder.vocabulary.environment.scopes import scope_words
from builder.vocabulary.generic.divisions import short_names

# The 和 of 和平桥 joins nothing.
LIST = re.compile(r"、|(?<=[^、])(?:和|与|以及|及(?!以))")
JOINING = frozenset("和及")
LEFT_OUT = re.compile(r"^除了?(?=[^,。;]*$)")
# 长江、清江、渔洋河等主要河流 names three.
AND_OTHERS = re.compile(r"(?:(?<=[、和与].{2})|(?<=[、和与].{3})|(?<=[、和与].{4}))等.*$|等$")
BRACKETS, NARROWING = re.compile(r"\([^()]*\)"), re.compile(r"\([^()\d]*\)")
# A spot of a water, behind its name: 灵湖|出水闸, 红岩水库|泄洪口.
_SPOT = re.compile(
    r"[\u4e00-\u9fff](?:湖|水库|河|江|溪|渠|港|塘)[\u4e00-\u9fff]{0,3}[口闸岸下上前心中尾首处站桥坝]$"
)
MAX_PLACE_CHARACTERS = 36
MAX_OBJECT_CHARACTERS = 72
MAX_HEADING_CHARACTERS = 16
# How long the words are between a name and its verb: 有史以来首次.
MAX_MANNER = 8


def condition(text: str) -> str | None:
    """What narrows the values of a sentence: 剔除沙尘天气影响后."""
    found = air_patterns().condition.findall(text)
    return found[-1] if found else None


def condition_around(text: str, start: int, offset: int, end: int) -> str | None:
    """What narrows a value: named in its statement before its metric at `offset`, or behind it.

    A value in brackets has its condition for itself: 86.1%(扣除沙尘后为88.0%); brackets without
    one narrow the value before them: 85.4%(已扣除沙尘影响).
    """
    statement = text.rfind(";", start, offset) + 1 or start
    before = BRACKETS.sub("", text[statement:offset])
    found = list(air_patterns().condition.finditer(before))
    # 扣除沙尘后PM10浓度49,优良天数比例88.6%: behind its own clause it holds only where a comma
    # parts it from all that it is said of.
    rest = before[found[-1].end() :] if found else ","
    if found and ("," not in rest or rest.startswith(",")):
        return found[-1][0]
    behind = NARROWING.match(text, end)
    return condition(behind[0]) if behind else None


def with_aside(text: str, end: int, scope: str | None) -> str | None:
    """A scope with what brackets right behind its value, which ends at `end`, narrow it to.

    断面优良比例89.7%(不含湖库断面), PM2.5浓度30微克/立方米(实况数据).
    """
    found = aside_pattern().match(text, end)
    if found is None or found["said"] in (scope or ""):
        return scope
    return (scope or "") + found["said"]


def season(before: str) -> str | None:
    """The season right before a metric, but for a place: 秋冬季PM2.5, 采暖期,全市PM2.5."""
    found = list(air_patterns().season.finditer(before))
    if not found:
        return None
    behind = before[found[-1].end() :]
    whole = place_patterns().whole.match(behind)
    rest = air_patterns().tail.sub("", behind[whole.end() :] if whole else behind)
    return None if rest and place_patterns().kind.fullmatch(rest) is None else found[-1]["season"]


def air_place(before: str) -> tuple[bool, str | None]:
    """Whether the words before a metric name a place, and which; 全市 and 我县 name the whole."""
    patterns = place_patterns()
    wholes = list(patterns.whole.finditer(before))
    rest = before[wholes[-1].end() :] if wholes else before
    rest = air_patterns().condition.sub("", patterns.ranked.sub("", rest))
    rest = lead_in().sub("", air_patterns().tail.sub("", rest))
    named = patterns.kind.search(rest) or _names(rest) or _are_places(tuple(LIST.split(rest)))
    if len(rest) <= MAX_PLACE_CHARACTERS and named:
        return True, rest
    return bool(wholes), None


def water_object(before: str) -> str | None:
    """The object whose water is spoken of: the words before 水质 without what leads to them."""
    patterns = water_patterns()
    words = patterns.except_for.sub("", patterns.some_of.sub("", before))
    if patterns.no_object.search(words):
        return None
    # 除大桥断面*月下降至Ⅳ类外,其余均达标: the class is that of what is left out.
    words = words if words[:1] in JOINING else LEFT_OUT.sub("", lead_in().sub("", words))
    whole = place_patterns().whole.match(words)
    rest = words[whole.end() :] if whole else words
    rest = patterns.tail.sub("", rest)
    rest = rest if rest[:1] in JOINING and whole is None else lead_in().sub("", rest)
    return rest if is_water(rest) and len(rest) <= MAX_OBJECT_CHARACTERS else None


def to_its_kind(name: str) -> str:
    """A name up to the word for its kind: what goes on behind is how it was reached.

    老鹰嘴断面|历史性 reached Ⅲ类; 白河断面上游, 大桥断面、柳湾断面 go on as names, and so do
    those that have the word before them: 国考断面上渡和下渡.
    """
    if water_patterns().led.match(name) and len(LIST.split(name)) > 1:
        return name
    behind = name.rpartition(scope_words().water.shared[0])[2]
    plain = 0 < len(behind) <= MAX_MANNER and not is_water(behind) and behind.isalpha()
    named = behind.endswith(scope_words().water.sides)
    return name[: len(name) - len(behind)] if plain and not named and behind != name else name


def is_water(name: str) -> bool:
    """Whether a name is one of a water or of where it is sampled: 东荆河, 王庄断面."""
    return scope_words().water.signs.within(name)


def names_water(heading: str) -> bool:
    """Whether a heading names a water and nothing else: 白水河国考断面, but not 推进白水河治理.

    Or a spot of one: 柳庄水库坝前, 白鹤湖湖心.
    """
    words = scope_words().water
    no_heads = words.no_heads
    named = heading.endswith(words.heads) or _SPOT.search(heading) is not None
    named = named or any(
        heading.endswith(spot) and is_water(heading.removesuffix(spot)) for spot in words.spots
    )
    plain = not any(sign in heading for sign in ",、:;")
    short = len(heading) <= MAX_HEADING_CHARACTERS
    return named and short and plain and not no_heads.within(heading)


def is_unnamed(scope: str | None) -> bool:
    """Whether a scope is but the noun of a water that is named above: 断面均值为Ⅲ类."""
    return scope is not None and scope_words().water.unnamed.fullmatch(scope) is not None


def objects(scope: str) -> tuple[str, ...]:
    """The single objects of a list, where each names a water: 汉江潜江段、东荆河 are two."""
    if water_patterns().counted.fullmatch(scope):
        return (scope,)
    parts = tuple(LIST.split(AND_OTHERS.sub("", scope)))
    # 断面水质达标率、水源地水质达标率 have one number.
    parts = tuple(water_patterns().tail.sub("", part) or part for part in parts)
    parts = _with_leading_noun(_with_shared_noun(parts))
    alone = all(len(part) > 1 and is_water(part) for part in parts)
    return parts if alone else (scope,)


def _with_shared_noun(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a list with the noun that its last one has for all: 石鼓渡、双江口断面."""
    words = scope_words().water
    levels, alone = words.levels, words.alone
    noun = next((one for one in words.shared if parts[-1].endswith(one)), None)
    if noun is None or any(levels.within(part) or len(part) == 1 for part in parts):
        return parts
    named = not any(part.endswith(alone) for part in parts[:-1])
    return tuple(part.removesuffix(noun) + noun for part in parts) if named else parts


def _with_leading_noun(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a list with the noun that stands before its first: 市控断面石桥、茶亭."""
    lead = water_patterns().led.match(parts[0])
    if lead is None or len(parts) == 1:
        return parts
    levels, alone = scope_words().water.levels, scope_words().water.alone
    own = any(part.endswith(alone) or levels.within(part) for part in parts[1:])
    return parts if own else (parts[0], *(lead["noun"] + part for part in parts[1:]))


def places(scope: str) -> tuple[str, ...]:
    """The single places of a list: 甲县、乙县和丙区 are three."""
    parts = tuple(part.removesuffix("等") for part in LIST.split(scope))
    return parts if _are_places(parts) or _names(scope) else (scope,)


def places_and_whole(before: str, count: int) -> tuple[str, ...]:
    """The places of a list with the whole area among them, which is "": 全县、城区 are two."""
    parts = LIST.split(lead_in().sub("", air_patterns().tail.sub("", before)))
    wholes = [place_patterns().whole.fullmatch(part) is not None for part in parts]
    named = [
        one or place_patterns().kind.search(part) for one, part in zip(wholes, parts, strict=True)
    ]
    if count < 2 or len(parts) != count or sum(wholes) != 1 or not all(named):  # noqa: PLR2004
        return ()
    return tuple("" if one else part for one, part in zip(wholes, parts, strict=True))


def _are_places(parts: tuple[str, ...]) -> bool:
    """Whether all words of a list are places: 城区、农村 are, beside each other."""
    named = [place_patterns().kind.search(part) is not None for part in parts]
    beside = scope_words().places.beside
    return any(named) and all(one or part in beside for one, part in zip(named, parts, strict=True))


def _names(words: str) -> bool:
    """Whether words are names of divisions without their kind: 平武、北川."""
    parts = LIST.split(words.removesuffix("等"))
    return len(parts) > 1 and all(part in short_names() for part in parts)


def named_objects(scope: str) -> tuple[str, ...]:
    """The names before their number: 大富水公安寨、漳水下游、溾水口3个国控断面 are three."""
    counted = water_patterns().counted.fullmatch(scope)
    if counted is None:
        return objects(scope)
    names = tuple(LIST.split(counted["names"].removesuffix("等")))
    return names if len(names) == whole_number(counted["count"]) else objects(scope)


def day_parts(before: str) -> tuple[str, ...]:
    """昼、夜间 as 昼间 and 夜间."""
    return tuple(
        part
        for found in day_part().finditer(before)
        for part in scope_words().noise.day_parts
        if part.startswith(found[0][0])
    )
