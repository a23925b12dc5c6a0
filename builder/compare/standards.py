"""Whether a value meets the limit that was valid in its time, said only where that can be told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builder.model import Indicator, Period, Qualifier
from builder.model.comparison import (
    Hindrance,
    Judgement,
    Scope,
    StandardLimit,
    StandardVerdict,
    WaterBody,
    WaterClass,
)
from builder.vocabulary.environment.metrics import LimitEntry, WaterClasses, standards

_UPPER = frozenset({Qualifier.EQUAL, Qualifier.AT_MOST, Qualifier.LESS})
_LOWER = frozenset({Qualifier.EQUAL, Qualifier.AT_LEAST, Qualifier.MORE})


def judgement(fact: Indicator, place: Scope) -> Judgement:
    """A value held against the limits of its metric and time, or what hinders it."""
    classes = next((row for row in standards().water_classes if row.metric == fact.metric), None)
    if classes is not None:
        return _water_class(fact, place, classes)
    if not any(entry.metric == fact.metric for entry in standards().limits):
        return Judgement(verdict=StandardVerdict.NO_STANDARD)
    entry = limit_entry(fact.metric, fact.period)
    if entry is None:
        return _hindered(Hindrance.NO_LIMIT_THEN)
    hindrance = _hindrance(fact, place, entry) or _left_open(fact, entry.value)
    limit = _limit(entry)
    if hindrance is not None:
        return _hindered(hindrance, limit)
    assert isinstance(fact.value, Decimal)
    above = fact.value > entry.value
    verdict = StandardVerdict.EXCEEDED if above else StandardVerdict.MET
    return Judgement(verdict=verdict, limit=limit)


def limit_entry(metric: str, period: Period | None) -> LimitEntry | None:
    """The limit of a metric that was valid on the last day of the data's period."""
    if period is None:
        return None
    return next(
        (
            entry
            for entry in standards().limits
            if entry.metric == metric and entry.valid_from <= period.end <= entry.valid_to
        ),
        None,
    )


def _hindered(hindrance: Hindrance, limit: StandardLimit | None = None) -> Judgement:
    return Judgement(verdict=StandardVerdict.NOT_JUDGED, hindrance=hindrance, limit=limit)


def _limit(entry: LimitEntry) -> StandardLimit:
    return StandardLimit(
        standard=entry.standard,
        grade=entry.grade,
        statistic=entry.statistic,
        value=entry.value,
        unit=entry.unit,
    )


def _hindrance(fact: Indicator, place: Scope, entry: LimitEntry) -> Hindrance | None:
    """Why a value cannot be held against a limit; None where it can."""
    statistic = standards().statistics[entry.statistic]
    whole = fact.period is not None and fact.period.whole_year
    stated = statistic.stated_by.within(fact.scope or "")
    hindrances = (
        (not entry.confirmed, Hindrance.UNCONFIRMED),
        (not isinstance(fact.value, Decimal), Hindrance.NO_NUMBER),
        (fact.unit != entry.unit, Hindrance.OTHER_UNIT),
        (not whole, Hindrance.NO_WHOLE_YEAR),
        (place.narrows("wider"), Hindrance.WIDER_AREA),
        (bool(place.name), Hindrance.ONE_OBJECT),
        (bool(statistic.stated_by) and not stated, Hindrance.STATISTIC_UNSTATED),
    )
    return next((hindrance for holds, hindrance in hindrances if holds), None)


def _left_open(fact: Indicator, limit: Decimal) -> Hindrance | None:
    """Whether a hedge leaves open on which side of the limit the value lies."""
    assert isinstance(fact.value, Decimal)
    told = fact.qualifier in (_LOWER if fact.value > limit else _UPPER)
    return None if told else Hindrance.HEDGED


def _water_class(fact: Indicator, place: Scope, classes: WaterClasses) -> Judgement:
    """The class of a concentration, where the text tells whether it is of a river or a lake."""
    water = WaterClass(
        standard=classes.standard, unit=classes.unit, rivers=classes.rivers, lakes=classes.lakes
    )
    bodies = standards().water_bodies
    river, lake = place.name.endswith(bodies.rivers), place.name.endswith(bodies.lakes)
    if river == lake:
        return Judgement(
            verdict=StandardVerdict.NOT_JUDGED,
            hindrance=Hindrance.WATER_BODY_UNSTATED,
            water=water,
        )
    if not isinstance(fact.value, Decimal) or fact.qualifier is not Qualifier.EQUAL:
        return _hindered(Hindrance.HEDGED)
    body, limits = (WaterBody.RIVER, classes.rivers) if river else (WaterBody.LAKE, classes.lakes)
    grade = sum(fact.value > limit for limit in limits) + 1
    return Judgement(verdict=StandardVerdict.CLASSED, water=replace(water, body=body, grade=grade))
