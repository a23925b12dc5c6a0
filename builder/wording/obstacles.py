"""Why a value is not compared, in words."""

from __future__ import annotations

from builder.model.comparison import MetricValue, Obstacle, Reason
from builder.wording.periods import period_words
from builder.wording.scopes import printed_scope, scope_label
from builder.wording.worded import Worded

REASONS = {
    Reason.HEDGED: "带“以上”“约”等限定的值只给出界限，先后不能确定的不排。",
    Reason.UNORDERED: "本指标不分高低，不排序。",
    Reason.NEVER: "本指标各单位统计方法不一，不作比较",
    Reason.BY_OBJECT: "各断面、水体各有其值，不同对象之间不比较",
    Reason.NO_VALUE: "只载变化，未载数值",
    Reason.MASKED_YEAR: "年份被遮盖，统计期不能确定",
    Reason.NO_PERIOD: "未载明统计期",
    Reason.MASKED_OBJECT: "对象名称被遮盖",
    Reason.EARLIER: "是报告期以前的值，不并入对比",
    Reason.PART_OF_AREA: "本指标只比较全域的值，这是{scope}的值",
    Reason.UNSURE: "读得没有把握，须核对原文，不并入对比",
    Reason.SEVERAL_VALUES: "同一报告同一口径有多个数值，不比较",
    Reason.SAME_BUREAU: "与{other_bureau}是同一单位同一时期的数据，不重复比较",
    Reason.ONLY_BUREAU: "只有{bureau}载明本指标，不作比较",
    Reason.ONLY_RESULT: "别家没有报告期内的值，不作比较",
    Reason.NO_PARTNER: "没有另一家的统计期、范围与此相同（{period}，{scope}）",
    Reason.UNSURE_PARTNER: "另一家的值读得没有把握，不并入对比",
    Reason.OTHER_LEVEL: "省级的值不与市县的并列",
    Reason.OTHER_PERIOD: "统计期为{period}，可比组为{other_period}",
    Reason.OTHER_SCOPE: "范围为{scope}，可比组为{other_scope}",
    Reason.OTHER_METHOD: "评价方法为{method}，可比组为{other_method}",
    Reason.OTHER_UNIT: "单位为{unit}，可比组为{other_unit}",
}


class Obstacles(Worded):
    """Reasons in words."""

    def words(self, value: MetricValue) -> str:
        """All reasons why a value is not compared; empty where it is."""
        return self.language("；").join(
            self.language(REASONS[found.reason], **self._own(value), **self._other(found))
            for found in value.obstacles
        )

    def _own(self, value: MetricValue) -> dict[str, str]:
        return {
            "bureau": self.language.bureau(value.fact.report),
            "period": period_words(value.fact.period, self.language),
            "scope": printed_scope(value.fact.scope, self.language),
            "method": value.key.method,
            "unit": value.key.unit,
        }

    def _other(self, obstacle: Obstacle) -> dict[str, str]:
        """What the value differs from: another one, or the key of the largest group."""
        found: dict[str, str] = {}
        if obstacle.other is not None:
            found["other_bureau"] = self.language.bureau(obstacle.other.report)
            found["other_period"] = period_words(obstacle.other.period, self.language)
        if obstacle.key is not None:
            found["other_scope"] = scope_label(obstacle.key.scope, self.language)
            found["other_method"], found["other_unit"] = obstacle.key.method, obstacle.key.unit
        return found
