"""达标, 超标 or why neither is said, with the limit and its standard."""

from __future__ import annotations

from builder.language import Language
from builder.model import Indicator
from builder.model.comparison import (
    Hindrance,
    Judgement,
    StandardLimit,
    StandardVerdict,
    WaterBody,
    WaterClass,
)
from builder.vocabulary.environment.metrics import standards
from builder.wording.words import plain

CLASSES = "ⅠⅡⅢⅣⅤ"
BODIES = {WaterBody.RIVER: "河流", WaterBody.LAKE: "湖库"}
_THIRD = 2
VERDICTS = {
    StandardVerdict.MET: "达标（{standard}{grade}，≤{value} {unit}）",
    StandardVerdict.EXCEEDED: "超标（{standard}{grade}，≤{value} {unit}）",
}
HINDRANCES = {
    Hindrance.UNCONFIRMED: "{standard}的限值尚未核实",
    Hindrance.NO_NUMBER: "未载数值",
    Hindrance.OTHER_UNIT: "单位与限值不同",
    Hindrance.NO_WHOLE_YEAR: "不是全年数据，不与{statistic}限值比较",
    Hindrance.WIDER_AREA: "是{scope}的值，不是本区域的值",
    Hindrance.ONE_OBJECT: "只是{scope}的值，不代表全域",
    Hindrance.STATISTIC_UNSTATED: "未载明统计量，限值按{statistic}",
}


def standard_words(fact: Indicator, judgement: Judgement, language: Language) -> str:
    """How a value stands to the standard of its time."""
    if judgement.verdict is StandardVerdict.NO_STANDARD:
        return language("无适用限值")
    if judgement.water is not None:
        return _water_words(judgement.water, language)
    if judgement.hindrance is Hindrance.NO_LIMIT_THEN:
        return language("不评价：统计期不明或当时没有收录的限值")
    if judgement.hindrance is Hindrance.HEDGED:
        return language("不评价：只载约数或范围")
    assert judgement.limit is not None
    if judgement.hindrance is not None:
        return language(
            "不评价：{reason}",
            reason=_hindrance(judgement.hindrance, fact, judgement.limit, language),
        )
    return language(
        VERDICTS[judgement.verdict],
        standard=judgement.limit.standard,
        grade=language(judgement.limit.grade),
        value=plain(judgement.limit.value),
        unit=judgement.limit.unit,
    )


def _hindrance(
    hindrance: Hindrance, fact: Indicator, applied: StandardLimit, language: Language
) -> str:
    return language(
        HINDRANCES[hindrance],
        standard=applied.standard,
        statistic=_statistic(applied, language),
        scope=fact.scope,
    )


def _statistic(applied: StandardLimit, language: Language) -> str:
    return language(standards().statistics[applied.statistic].name)


def _water_words(water: WaterClass, language: Language) -> str:
    """The class of a concentration; both limits where the text does not tell the water."""
    if water.body is None:
        return language(
            "不评价：未写明是河流还是湖库（{standard} Ⅲ类：河流{river}、湖库{lake} {unit}）",
            standard=water.standard,
            river=plain(water.rivers[_THIRD]),
            lake=plain(water.lakes[_THIRD]),
            unit=water.unit,
        )
    body = language(BODIES[water.body])
    if water.grade is None or water.limit is None:
        return language("按{standard}{body}限值为劣Ⅴ类", standard=water.standard, body=body)
    return language(
        "按{standard}{body}限值为{grade}类（≤{value} {unit}）",
        standard=water.standard,
        body=body,
        grade=CLASSES[water.grade - 1],
        value=plain(water.limit),
        unit=water.unit,
    )
