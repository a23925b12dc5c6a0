"""Whether a value meets the limit that was valid in its time, said only where that can be told."""

from __future__ import annotations

from decimal import Decimal

from builder.compare.periods import span
from builder.language import Language
from builder.model import Indicator, Limit, Qualifier
from builder.model.comparison import Scope, Span
from builder.vocabulary.environment.metrics import LimitEntry, WaterClasses, standards
from builder.wording.words import plain

_CLASSES = "ⅠⅡⅢⅣⅤ"
_EXACT = frozenset({Qualifier.EQUAL})


def limit_entry(metric: str, days: Span | None) -> LimitEntry | None:
    """The limit of a metric that was valid on the last day of the data's period."""
    if days is None:
        return None
    return next(
        (
            entry
            for entry in standards().limits
            if entry.metric == metric and entry.valid_from <= days.last <= entry.valid_to
        ),
        None,
    )


def limit(fact: Indicator, place: Scope, language: Language) -> Limit | None:
    """The limit as printed in tables and charts; None where it does not apply or is unconfirmed."""
    days = span(fact.period)
    entry = limit_entry(fact.metric, days)
    if entry is None or not entry.confirmed or _hindrance(fact, place, entry, language):
        return None
    return Limit(
        standard=entry.standard,
        grade=language(entry.grade),
        statistic=language(standards().statistics[entry.statistic].name),
        value=entry.value,
        unit=entry.unit,
    )


def standard_words(fact: Indicator, place: Scope, language: Language) -> str:
    """达标, 超标 or why neither is said, with the limit and its standard."""
    classes = next((row for row in standards().water_classes if row.metric == fact.metric), None)
    if classes is not None:
        return _water_words(fact, place, classes, language)
    if not any(entry.metric == fact.metric for entry in standards().limits):
        return language("无适用限值")
    entry = limit_entry(fact.metric, span(fact.period))
    if entry is None:
        return language("不评价：统计期不明或当时没有收录的限值")
    hindrance = _hindrance(fact, place, entry, language)
    if hindrance:
        return language("不评价：{reason}", reason=hindrance)
    return _verdict(fact, entry, language)


def _hindrance(fact: Indicator, place: Scope, entry: LimitEntry, language: Language) -> str:
    """Why a value cannot be held against a limit; empty where it can."""
    statistic = standards().statistics[entry.statistic]
    days = span(fact.period)
    stated = any(word in (fact.scope or "") for word in statistic.stated_by)
    name = language(statistic.name)
    hindrances = (
        (not entry.confirmed, language("{standard}的限值尚未核实", standard=entry.standard)),
        (not isinstance(fact.value, Decimal), language("未载数值")),
        (fact.unit != entry.unit, language("单位与限值不同")),
        (
            days is None or not days.whole_year,
            language("不是全年数据，不与{statistic}限值比较", statistic=name),
        ),
        (place.narrows("wider"), language("是{scope}的值，不是本区域的值", scope=fact.scope)),
        (bool(place.name), language("只是{scope}的值，不代表全域", scope=fact.scope)),
        (
            bool(statistic.stated_by) and not stated,
            language("未载明统计量，限值按{statistic}", statistic=name),
        ),
    )
    return next((words for holds, words in hindrances if holds), "")


def _verdict(fact: Indicator, entry: LimitEntry, language: Language) -> str:
    assert isinstance(fact.value, Decimal)
    fields = {
        "standard": entry.standard,
        "grade": language(entry.grade),
        "value": plain(entry.value),
        "unit": entry.unit,
    }
    upper = fact.qualifier in {Qualifier.EQUAL, Qualifier.AT_MOST, Qualifier.LESS}
    if upper and fact.value <= entry.value:
        return language("达标（{standard}{grade}，≤{value} {unit}）", **fields)
    lower = fact.qualifier in {Qualifier.EQUAL, Qualifier.AT_LEAST, Qualifier.MORE}
    if lower and fact.value > entry.value:
        return language("超标（{standard}{grade}，≤{value} {unit}）", **fields)
    return language("不评价：只载约数或范围")


def exceeds(fact: Indicator, place: Scope, language: Language) -> bool:
    """Whether a value is surely above the limit that applies to it."""
    applied = limit(fact, place, language)
    lower = fact.qualifier in {Qualifier.EQUAL, Qualifier.AT_LEAST, Qualifier.MORE}
    return (
        applied is not None
        and lower
        and isinstance(fact.value, Decimal)
        and fact.value > applied.value
    )


def _water_words(fact: Indicator, place: Scope, classes: WaterClasses, language: Language) -> str:
    """The class of a concentration, by river or lake; both limits where the text does not tell."""
    bodies = standards().water_bodies
    river, lake = place.name.endswith(bodies.rivers), place.name.endswith(bodies.lakes)
    if river == lake:
        return language(
            "不评价：未写明是河流还是湖库（{standard} Ⅲ类：河流{river}、湖库{lake} {unit}）",
            standard=classes.standard,
            river=plain(classes.rivers[2]),
            lake=plain(classes.lakes[2]),
            unit=classes.unit,
        )
    if not isinstance(fact.value, Decimal) or fact.qualifier not in _EXACT:
        return language("不评价：只载约数或范围")
    limits = classes.rivers if river else classes.lakes
    reached = sum(fact.value > bound for bound in limits)
    body = language("河流") if river else language("湖库")
    if reached == len(limits):
        return language("按{standard}{body}限值为劣Ⅴ类", standard=classes.standard, body=body)
    return language(
        "按{standard}{body}限值为{grade}类（≤{value} {unit}）",
        standard=classes.standard,
        body=body,
        grade=_CLASSES[reached],
        value=plain(limits[reached]),
        unit=classes.unit,
    )
