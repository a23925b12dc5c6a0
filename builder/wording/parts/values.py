"""Sentences on values of metrics: those that compare, their limit, and what got worse."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from builder.language import SOURCE_LANGUAGE
from builder.model import Period, Qualifier, Runs
from builder.model.comparison import (
    MetricComparison,
    MetricValue,
    StandardLimit,
    StandardVerdict,
)
from builder.vocabulary.environment.metrics import standards
from builder.vocabulary.environment.names import names
from builder.wording.parts.context import Context
from builder.wording.parts.quotes import shown
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.scopes import scope_label
from builder.wording.spoken import spoken as spoken_value
from builder.wording.spoken import spoken_unit
from builder.wording.stated import but_words, is_earlier, usual_period
from builder.wording.wording import Wording
from builder.wording.words import enumeration, movement_words, plain

_HEDGES = {
    Qualifier.EQUAL: "{value}",
    Qualifier.AT_LEAST: "{value}以上",
    Qualifier.AT_MOST: "{value}以下",
    Qualifier.MORE: "超过{value}",
    Qualifier.LESS: "低于{value}",
    Qualifier.ABOUT: "约{value}",
}
NAMED = 4
"""So many bureaus are named one by one; of more only the ends of their order."""
_MOST_WORSE = 5


def stated(metric: MetricComparison) -> tuple[MetricValue, ...]:
    """The sure values of a metric, also those of which only a change is printed.

    What a report gives of an earlier time beside its own is the base of a change, no result.
    """
    sure = [
        value
        for value in metric.values
        if value.fact.is_sure and (value.fact.value is not None or value.fact.change is not None)
    ]
    own = {value.fact.report for value in sure if not is_earlier(value)}
    return tuple(v for v in sure if v.fact.report not in own or not is_earlier(v))


def stating(metric: MetricComparison) -> tuple[str, ...]:
    """The reports with a sure value."""
    return tuple(dict.fromkeys(value.fact.report for value in stated(metric)))


def groups(metric: MetricComparison) -> tuple[tuple[MetricValue, ...], ...]:
    """The values that compare, two or more together, the largest group first."""
    return tuple(group.values for group in metric.groups)


def spoken(value: MetricValue, language: Wording) -> str:
    """A value as a sentence has it: 31微克/立方米, 92%以上."""
    fact = value.fact
    assert fact.value is not None  # the caller has looked
    words = spoken_value(fact.value, fact.unit, Qualifier.EQUAL, language)
    words = language(_HEDGES[fact.qualifier], value=words)
    return but_words(words, value.key.but, language)


def limit_words(limit: StandardLimit, language: Wording) -> str:
    """GB 3095-2012二级年平均限值35微克/立方米"""
    return language(
        "{standard}{grade}{statistic}限值{value}{unit}",
        standard=limit.standard,
        grade=language(limit.grade),
        statistic=language(standards().statistics[limit.statistic].name),
        value=plain(limit.value),
        unit=spoken_unit(limit.unit, language),
    )


def is_worse(value: MetricValue) -> bool:
    """Whether its report prints it as worse than before."""
    return value.fact.change is not None and value.fact.change.better is False


def time_words(value: MetricValue, usual: Period | None, language: Wording) -> str:
    """Of what time a value is; empty where that is the usual one or stands in the bureau's name."""
    period = value.fact.period
    if value.year_masked:
        return language("年份被遮盖")
    if period is None:
        return language("未写明统计期")
    words = period_words(period, language)
    return "" if period == usual or words in language.bureau(value.fact.report) else words


def scope_words(value: MetricValue) -> str:
    """What a value is of, as its report has it, with full-width signs; empty for the whole area."""
    return shown(value.fact.scope or "")


class ValueSentences:
    """Sentences on the values of one metric in a language."""

    def __init__(self, metric: MetricComparison, context: Context) -> None:
        self.metric = metric
        self.context = context
        self.language = context.language
        self.usual = usual_period(context.comparison)
        self.name = self.language(names().metrics[metric.metric])

    def compared(self) -> Runs:
        """The main group and its limit: 潜江市、岳阳县…分别为31…和32.86…，均不高于…限值35…。"""
        found = groups(self.metric)
        if not found:
            return ()
        values = found[0]
        said = self._each(values) if len(values) <= NAMED else self._ends(values)
        return self.language.runs("{said}{limit}。", said=said, limit=self._limit(values))

    def single(self) -> Runs:
        """The values of the only bureau that states the metric."""
        values = [value for value in stated(self.metric) if value.fact.value is not None]
        if not values or len(stating(self.metric)) > 1:
            return ()
        words = [self._scoped(value, spoken(value, self.language)) for value in values]
        said = self.language.runs(
            "{bureau}{metric}为{values}",
            bureau=self.language.bureau(values[0].fact.report),
            metric=self.name,
            values=in_a_row(words, self.language("、")),
        )
        return self.language.runs("{said}{limit}。", said=said, limit=self._limit(values))

    def worse(self) -> Runs:
        """What reports print as worse: 岳阳县优良天数比例同比下降3.2个百分点。"""
        values = [value for value in stated(self.metric) if is_worse(value)]
        if not values:
            return ()
        if len(values) == 1:
            return self.language.runs("{item}。", item=self._worsened(values[0], self.name))
        items = [self._worsened(value, "") for value in values[:_MOST_WORSE]]
        said = in_a_row(items, self.language("，"))
        msgid = "{metric}变差的有{count}个值：{items}。"
        if len(values) > _MOST_WORSE:
            msgid = "{metric}变差的有{count}个值，如{items}。"
        return self.language.runs(msgid, metric=self.name, items=said, count=len(values))

    def missed(self) -> Runs:
        """Values of the other groups and apart that are above their limit."""
        main = groups(self.metric)[:1]
        if len(stating(self.metric)) == 1:
            return ()
        return self._above([v for v in stated(self.metric) if not (main and v in main[0])])

    def above(self) -> Runs:
        """All values that are above their limit: …PM10平均浓度，高于…限值70微克/立方米。"""
        return self._above(stated(self.metric))

    def _above(self, values: Sequence[MetricValue]) -> Runs:
        found = [v for v in values if v.judgement.verdict is StandardVerdict.EXCEEDED]
        if not found:
            return ()
        limit = found[0].judgement.limit
        assert limit is not None  # the verdict says so
        items = [self._placed(value) for value in found[:_MOST_WORSE]]
        msgid = "{metric}高于{limit}的有{items}。"
        if len(found) > len(items):
            msgid = "{metric}高于{limit}的有{count}个值，如{items}。"
        return self.language.runs(
            msgid,
            metric=self.name,
            limit=limit_words(limit, self.language),
            items=in_a_row(items, self.language("、")),
            count=len(found),
        )

    def _placed(self, value: MetricValue) -> Runs:
        """乙市中心城区41微克/立方米"""
        words = self._joined(
            self.language.bureau(value.fact.report),
            self._time(value),
            scope_words(value),
            spoken(value, self.language),
        )
        return self._cited(words, value)

    def _each(self, values: Sequence[MetricValue]) -> Runs:
        """潜江市、岳阳县…分别为31…和32.86…; one word where all are the same."""
        language = self.language
        said = [spoken(value, language) for value in values]
        bureaus = enumeration((language.bureau(v.fact.report) for v in values), language)
        fields = {"bureaus": bureaus, "object": self._object(values[0])}
        if len(set(said)) == 1:
            marks = language.marks(fact for value in values for fact in value.printings)
            return language.runs(
                "{bureaus}{object}均为{value}", **fields, value=cited(said[0], marks)
            )
        words = [self._cited(each, value) for each, value in zip(said, values, strict=True)]
        return language.runs(
            "{bureaus}{object}分别为{values}", **fields, values=listed(words, language)
        )

    def _ends(self, values: Sequence[MetricValue]) -> Runs:
        """Of many bureaus the first and the last, where their order is certain."""
        language = self.language
        fields = {"object": self._object(values[0]), "count": str(len(values))}
        exact = all(value.fact.qualifier is Qualifier.EQUAL for value in values)
        if len({spoken(value, language) for value in values}) == 1:
            msgid = "{object}可直接对比的{count}家均为{value}"
            return language.runs(msgid, value=spoken(values[0], language), **fields)
        if not exact:
            return language.runs("{object}可直接对比的有{count}家", **fields)
        numbers = [v.fact.value for v in values if isinstance(v.fact.value, Decimal)]
        low = self._at(values, min(numbers))
        high = self._at(values, max(numbers))
        msgid = "{object}可直接对比的{count}家中，{high}最高，{low}最低"
        if self.metric.better == "lower":
            msgid = "{object}可直接对比的{count}家中，{low}最低，{high}最高"
        return language.runs(msgid, low=low, high=high, **fields)

    def _at(self, values: Sequence[MetricValue], number: Decimal) -> Runs:
        """The bureaus with a value: 岳阳县32.86微克/立方米, 潜江市等3家100%."""
        language = self.language
        found = [value for value in values if value.fact.value == number]
        bureau = language.bureau(found[0].fact.report)
        if len(found) > 1:
            bureau = language("{bureau}等{count}家", bureau=bureau, count=len(found))
        words = language("{bureau}{value}", bureau=bureau, value=spoken(found[0], language))
        return self._cited(words, found[0])

    def _limit(self, values: Sequence[MetricValue]) -> str:
        """How values that compare stand to the limit that holds for all of them."""
        language = self.language
        limit = values[0].judgement.limit
        verdicts = {value.judgement.verdict for value in values}
        if limit is None or not verdicts <= {StandardVerdict.MET, StandardVerdict.EXCEEDED}:
            return ""
        words = limit_words(limit, language)
        if verdicts == {StandardVerdict.MET}:
            msgid = "，均不高于{limit}" if len(values) > 1 else "，不高于{limit}"
            return language(msgid, limit=words)
        above = [v for v in values if v.judgement.verdict is StandardVerdict.EXCEEDED]
        if len(above) == len(values):
            msgid = "，均高于{limit}" if len(values) > 1 else "，高于{limit}"
            return language(msgid, limit=words)
        bureaus = self.context.shortened([language.bureau(v.fact.report) for v in above])
        return language("，其中{bureaus}高于{limit}", bureaus=bureaus, limit=words)

    def _worsened(self, value: MetricValue, metric: str) -> Runs:
        """岳阳县优良天数比例同比下降3.2个百分点"""
        change = value.fact.change
        assert change is not None  # the caller has looked
        words = self._joined(
            self.language.bureau(value.fact.report),
            self._time(value),
            named(scope_words(value), metric, self.language),
            movement_words(change, self.language),
        )
        return self._cited(words, value)

    def _scoped(self, value: MetricValue, words: str) -> Runs:
        """31微克/立方米（中心城区）"""
        scope = scope_words(value)
        said = self.language("{value}（{scope}）", value=words, scope=scope) if scope else words
        return self._cited(said, value)

    def _object(self, value: MetricValue) -> str:
        """What values that compare are of, where that is not the usual: 2023年国考断面水质…."""
        scope = value.key.scope
        words = "" if scope.whole else scope_label(scope, self.language)
        return self._joined(self._time(value), named(words, self.name, self.language))

    def _joined(self, *words: str) -> str:
        """Words without gaps in Chinese, and with blanks between them elsewhere."""
        gap = "" if self.language.code == SOURCE_LANGUAGE else " "
        return gap.join(each for each in words if each)

    def _time(self, value: MetricValue) -> str:
        return time_words(value, self.usual, self.language)

    def _cited(self, words: str, value: MetricValue) -> Runs:
        return cited(words, self.language.marks(value.printings))


def listed(items: Sequence[Runs], language: Wording) -> Runs:
    """Items as a sentence lists them: 31…、32…和33…"""
    *head, last = items
    if not head:
        return last
    return language.runs("{items}和{last}", items=in_a_row(head, language("、")), last=last)


def named(scope: str, metric: str, language: Wording) -> str:
    """What a value is of and the metric, without saying a word twice: 考核断面|断面水质达标率."""
    common = next((size for size in range(len(metric), 0, -1) if scope.endswith(metric[:size])), 0)
    return language("{scope}{value}", scope=scope, value=metric[common:])
