"""Sentences on measured values: limits, what got worse or better, comparable groups."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from builder.model import Period, Run, Runs
from builder.model.comparison import (
    GroupOrder,
    Improved,
    LimitMet,
    LimitMissed,
    MetricFinding,
    MetricValue,
    OwnPlace,
    Stated,
    Worsened,
)
from builder.wording.key_findings.lists import Lists
from builder.wording.key_findings.said import Forms, Said
from builder.wording.spoken import movement, spoken, spoken_unit
from builder.wording.words import plain, rank_words

_PAIR = 2


class Values(Lists):
    """Sentences on values of metrics."""

    def forms(self, finding: MetricFinding) -> Forms:
        """The forms of a finding's sentence."""
        match finding:
            case LimitMissed():
                forms = self._missed(finding)
            case LimitMet():
                forms = self._met(finding)
            case Worsened():
                forms = self._worsened(finding)
            case Improved():
                forms = self._improved(finding)
            case Stated():
                forms = self._stated(finding.values[0])
            case GroupOrder():
                forms = self._order(finding)
            case OwnPlace():
                forms = self._own(finding)
            case _:
                assert_never(finding)
        return forms

    def _missed(self, finding: LimitMissed) -> Forms:
        """Which values are above a limit."""
        values = sorted(finding.values, key=_number, reverse=True)
        if len(values) == 1:
            lead = self.language.runs("{who}高于限值", who=self._who(values[0]))
            yield from self._single(lead, values[0], finding.limit.value, finding.limit.unit)
            return
        lead = self.language.runs(
            "{metric}高于限值的有{count}家",
            metric=self.metric(finding.metric),
            count=self.count(len(values)),
        )
        for items in self.rows([self._item(value, values) for value in values]):
            yield Said(lead, self._limited(items, finding.limit.value, finding.limit.unit))
            yield Said(lead, self._limited(items, finding.limit.value, ""))

    def _met(self, finding: LimitMet) -> Forms:
        """That none of the values is above the limit."""
        values, limit = finding.values, finding.limit
        if len(values) == 1:
            lead = self.language.runs("{who}不高于限值", who=self._who(values[0]))
            yield from self._single(lead, values[0], limit.value, limit.unit)
            return
        told = "{metric}可直接对比的{count}家均不高于限值"
        if not finding.compared:
            told = "{metric}可与限值比较的{count}家均不高于限值"
        lead = self.language.runs(
            told, metric=self.metric(finding.metric), count=self.count(len(values))
        )
        if len(values) <= _PAIR * 2:
            row = next(self.rows([self._item(value, values) for value in values]))
            yield Said(lead, self._limited(row, limit.value, limit.unit))
            yield Said(lead, self._limited(row, limit.value, ""))
        low, high = min(values, key=_number), max(values, key=_number)
        span = self.language.runs(
            "{low}至{high}",
            low=self.cite(plain(_number(low)), self.language.marks(low.printings)),
            high=self.cite(plain(_number(high)), self.language.marks(high.printings)),
        )
        yield Said(lead, self._limited(span, limit.value, limit.unit))

    def _worsened(self, finding: Worsened) -> Forms:
        """What the reports themselves print as worse than before."""
        values = finding.values
        if len(values) > 1:
            lead = self.language.runs("{metric}写明变差的有{count}家", **self._counted(finding))
            yield from self._moves(lead, values)
            return
        lead, told = self._moved(values[0]), self._told(values[0])
        if finding.sole or finding.others:
            more = "是唯一写明变差的指标" if finding.sole else "另有数值写明变差"
            others = self.language(more)
            yield Said(lead, self.language.runs("{told}，{others}", told=told, others=others))
        yield Said(lead, told)
        yield Said(lead, self._told(values[0], unit=False))

    def _improved(self, finding: Improved) -> Forms:
        """What the reports themselves print as better than before."""
        if len(finding.values) > 1:
            lead = self.language.runs("{metric}写明改善的有{count}家", **self._counted(finding))
            yield from self._moves(lead, finding.values)
            return
        lead = self._moved(finding.values[0])
        yield Said(lead, self._told(finding.values[0]))
        yield Said(lead, self._told(finding.values[0], unit=False))

    def _stated(self, value: MetricValue) -> Forms:
        """衡南县优良率为95.6%: 2023年1月1日—12月5日"""
        lead = self.language.runs("{who}为{value}", who=self._who(value), value=self._cited(value))
        period = "" if self._in_name(value) else self.period(value.fact.period)
        rank = rank_words(value.fact.rank, self.language) if value.fact.rank else ""
        told = self.language("，").join(words for words in (period, rank) if words)
        yield Said(lead, (Run(told),) if told else ())
        yield Said(lead)

    def _counted(self, finding: Worsened | Improved) -> dict[str, str]:
        metric, count = self.metric(finding.metric), self.count(len(finding.values))
        return {"metric": metric, "count": count}

    def _moves(self, lead: Runs, values: Sequence[MetricValue]) -> Forms:
        """甲市上升3%、乙市上升2微克/立方米"""
        items = [
            self.cite(
                self.language(
                    "{bureau}{value}",
                    bureau=self.language.bureau(value.fact.report),
                    value=self._movement(value),
                ),
                self.language.marks(value.printings),
            )
            for value in values
        ]
        for row in self.rows(items):
            yield Said(lead, row)

    def _order(self, finding: GroupOrder) -> Forms:
        """The first and the last of a comparable group, where they may be named."""
        first, last = finding.values[0], finding.values[-1]
        if finding.equal:
            yield from self._equal(finding)
        elif len(finding.values) == _PAIR or not (finding.first or finding.last):
            yield from self._listed(finding)
        elif finding.first:
            end = self._tied(finding, first)
            lead = self._end(finding, end, best=True)
            if finding.last and len(self._tied(finding, last)) == 1:
                other = self.language.runs(
                    "{value}，最{end}的是{who}",
                    value=self._cited(first),
                    end=self._extreme(finding, best=False),
                    who=self._item(last, finding.values, unit=True),
                )
                yield Said(lead, other)
            yield Said(lead, self._told(first))
        else:
            end = self._tied(finding, last)
            lead = self._end(finding, end, best=False)
            yield Said(lead, self._told(last))

    def _equal(self, finding: GroupOrder) -> Forms:
        value = finding.values[0]
        lead = self.language.runs(
            "{metric}可直接对比的{count}家均为{value}",
            metric=self.metric(finding.metric),
            count=self.count(len(finding.values)),
            value=self._amount(value),
        )
        names = [
            self.cite(self.language.bureau(v.fact.report), self.language.marks(v.printings))
            for v in finding.values
        ]
        for row in self.rows(names):
            yield Said(lead, row)

    def _listed(self, finding: GroupOrder) -> Forms:
        """The values without a word on who is first: 可直接对比的有两家."""
        values = finding.values
        lead = self.language.runs(
            "{metric}可直接对比的有{count}家",
            metric=self.metric(finding.metric),
            count=self.count(len(values)),
        )
        if len(values) <= _PAIR * 2:
            items = [self._item(value, values, unit=True) for value in values]
            period = self.period(values[0].fact.period)
            row = next(self.rows(items))
            yield Said(lead, self.language.runs("{period}{items}", period=period, items=row))
        low, high = min(values, key=_number), max(values, key=_number)
        yield Said(
            lead,
            self.language.runs(
                "{period}在{low}至{high}之间",
                period=self.period(values[0].fact.period),
                low=self._cited(low),
                high=self._cited(high),
            ),
        )

    def _own(self, finding: OwnPlace) -> Forms:
        """Where our own bureau stands: 在可直接对比的五家中居第3位."""
        value, values = finding.value, finding.group.values
        place = value.place
        assert place is not None  # only ordered groups are told
        lead = self.language.runs(
            "{bureau}{metric}在可直接对比的{count}家中{place}",
            bureau=self.language.bureau(value.fact.report),
            metric=self.metric(finding.metric),
            count=self.count(len(values)),
            place=self.language(
                "并列第{place}" if place.tied else "居第{place}", place=place.position
            ),
        )
        order = "由低到高" if finding.better == "lower" else "由高到低"
        yield Said(
            lead,
            self.language.runs(
                "{told}，按数值{order}", told=self._told(value), order=self.language(order)
            ),
        )
        yield Said(lead, self._cited(value))

    def _end(self, finding: GroupOrder, ends: Sequence[MetricValue], *, best: bool) -> Runs:
        return self.language.runs(
            "{metric}可直接对比的{count}家中{who}最{end}",
            metric=self.metric(finding.metric),
            count=self.count(len(finding.values)),
            who=self.named([value.fact.report for value in ends]),
            end=self._extreme(finding, best=best),
        )

    def _extreme(self, finding: GroupOrder, *, best: bool) -> str:
        """低 or 高."""
        return self.language("低" if (finding.better == "lower") is best else "高")

    def _tied(self, finding: GroupOrder, end: MetricValue) -> list[MetricValue]:
        return [value for value in finding.values if value.fact.value == end.fact.value]

    def _single(self, lead: Runs, value: MetricValue, limit: Decimal, unit: str) -> Forms:
        """2024年为41，限值35微克/立方米"""
        number = self.cite(plain(_number(value)), self.language.marks(value.printings))
        period = "" if self._in_name(value) else self.period(value.fact.period)
        told = self.language.runs("{period}为{value}", period=period, value=number)
        yield Said(lead, self._limited(told, limit, unit))
        yield Said(lead, self._limited(number, limit, unit))

    def _limited(self, words: Runs, limit: Decimal, unit: str) -> Runs:
        return self.language.runs(
            "{values}，限值{limit}{unit}",
            values=words,
            limit=plain(limit),
            unit=spoken_unit(unit, self.language),
        )

    def _who(self, value: MetricValue) -> str:
        """岳阳县优良率, 赣州市中心城区PM2.5"""
        return self.language(
            "{bureau}{scope}{metric}",
            bureau=self.language.bureau(value.fact.report),
            scope=value.fact.scope or "",
            metric=self.metric(value.fact.metric),
        )

    def _item(
        self, value: MetricValue, among: Sequence[MetricValue], *, unit: bool = False
    ) -> Runs:
        """岳阳县32.86; with its scope and its year where others have another one."""
        fact = value.fact
        apart = []
        if fact.scope and any(other.fact.scope != fact.scope for other in among):
            apart.append(fact.scope)
        if self._dated(fact.period, among) and not self._in_name(value):
            apart.append(self.period(fact.period))
        who = self.language.bureau(fact.report)
        if apart:
            who = self.language(
                "{bureau}（{apart}）", bureau=who, apart=self.language("，").join(apart)
            )
        words = self._amount(value) if unit else plain(_number(value))
        told = self.language("{bureau}{value}", bureau=who, value=words)
        return self.cite(told, self.language.marks(value.printings))

    def _dated(self, period: Period | None, among: Sequence[MetricValue]) -> bool:
        return period is not None and any(other.fact.period != period for other in among)

    def _in_name(self, value: MetricValue) -> bool:
        """Whether the bureau's short name says the year: 青溪县（2023年）."""
        return self.period(value.fact.period) in self.language.bureau(value.fact.report)

    def _moved(self, value: MetricValue) -> Runs:
        """岳阳县优良率下降3.2个百分点"""
        return self.language.runs(
            "{who}{movement}", who=self._who(value), movement=self._movement(value)
        )

    def _movement(self, value: MetricValue) -> str:
        change = value.fact.change
        assert change is not None  # only changed values are told
        return movement(change, self.language)

    def _told(self, value: MetricValue, *, unit: bool = True) -> Runs:
        """2024年为88.0%; the year alone where only a change is printed."""
        period = "" if self._in_name(value) else self.period(value.fact.period)
        marks = self.language.marks(value.printings)
        if value.fact.value is None:
            return self.cite(self.language("{period}只写了变化", period=period), marks)
        said = (
            self._amount(value)
            if unit or isinstance(value.fact.value, str)
            else plain(_number(value))
        )
        return self.cite(self.language("{period}为{value}", period=period, value=said), marks)

    def _cited(self, value: MetricValue) -> Runs:
        return self.cite(self._amount(value), self.language.marks(value.printings))

    def _amount(self, value: MetricValue) -> str:
        fact = value.fact
        return (
            ""
            if fact.value is None
            else spoken(fact.value, fact.unit, fact.qualifier, self.language)
        )


def _number(value: MetricValue) -> Decimal:
    """The number of a value that a rule has found to have one."""
    assert isinstance(value.fact.value, Decimal)
    return value.fact.value
