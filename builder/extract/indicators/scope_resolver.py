"""The scope and period that each value of a sentence has."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, canonical
from builder.extract.indicators.scope_grammars import (
    asks_the_public,
    handlers,
    noise,
    owner,
    respondents,
)
from builder.extract.indicators.scopes import (
    STRONG_PLACE,
    TIME_OF_DAY,
    WHOLE,
    air_place,
    condition,
    objects,
    places,
    season,
    water_object,
)
from builder.text.sentences import clauses
from builder.vocabulary.environment.metrics import ScopeGrammar, metric_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.groups import Group
    from builder.model import Change, Period
    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.number_roles import RoledNumber
    from builder.vocabulary.environment.metrics import Metric

# The predicate of a clause whose subject is an object of water.
PREDICATE = re.compile(
    r"(?:年平均|年均|水质|均值)*(?:均(?!值)|全部|稳定|持续|已|分别|基本|总体)*(?:达到|符合|满足|优于|达|为|保持|稳定|处于)[^,。;]*$"
)
# What stands in brackets or behind 其中 is a part, and no place for what follows.
PART_OF = re.compile(r"\(|其中")
DAY_PARTS = ("昼间", "夜间")
# Words of another metric, whose own scope they are no part of.
OF_METRIC = re.compile(r"比例|浓度|指数|占比|[标良理用]率")
BEFORE = 72
# 去年同期PM2.5浓度35微克/立方米 tells of the year before.
LAST_WINDOW = re.compile(
    r"(?:^|(?<=[,;:(。、而]))(?:去年|上年|上一年|(?:19|20)\d\d年)同期(?:的|我[市县区]|全[市县区]|[\u4e00-\u9fff]){0,8}$"
)
BRACKET = re.compile(r"\([^()\d]*\)")
# How many sentences back a place may have been named.
LOOK_BACK = 4
# 沙河断面氨氮浓度1.2毫克/升,总磷0.18毫克/升: both are of the section.
SECTION_MEASURED = re.compile(
    r"(?P<name>[\u4e00-\u9fff、]{1,16}?(?:断面|水库|水源地))[^,\d]{2,12}\d[\d.]*(?:毫克|mg)"
)
SECTIONS = re.compile(r"断面|水体|水源")


class Scopes:
    """Scopes of one sentence: a place or object holds until another one is named."""

    def __init__(self, analysis: TextAnalysis, index: int) -> None:
        self._analysis = analysis
        self._index = index
        self._start = analysis.sentences[index].start
        self._end = analysis.sentences[index].end
        self._air: str | None = None
        self._season: tuple[str | None, int] = (None, self._start)
        self._area = ""
        self._noise = ""
        self._water: tuple[str, ...] = ()

    def metric(self, mention: Mention) -> Metric | None:
        """The metric that a mention means; that of a rate depends on its object."""
        text = self._analysis.text
        if mention.metric is not None:
            if mention.metric.scope is ScopeGrammar.RESPONDENTS:
                asked = asks_the_public(text[self._start : self._end])
                return mention.metric if asked else None
            other = mention.metric.of_sections.get(text[mention.start : mention.end])
            if other is not None and self._is_of_water(mention.start):
                return metric_of(other)
            return mention.metric
        assert mention.rate is not None
        before = text[self._start : mention.start]
        clauses_before = re.split(r"[,;]", before)
        if mention.rate.others.within(clauses_before[-1]):
            return None
        for clause in reversed(clauses_before):
            for meaning in mention.rate.meanings:
                if meaning.objects.within(clause):
                    return metric_of(meaning.id)
        default = [meaning.id for meaning in mention.rate.meanings if not meaning.objects]
        return metric_of(default[0]) if default else None

    def _is_of_water(self, place: int) -> bool:
        """Whether the clause of a place counts sections: 13个国考断面中12个优良,比例92.3%."""
        begin = clauses(self._analysis.text, self._start, place + 1)[-1][0]
        return SECTIONS.search(self._analysis.text, begin, place) is not None

    def to_come(self, place: int) -> bool:
        """Whether the last year named before a place is later than the report's."""
        return self._analysis.calendar.is_to_come(self._start, place)

    def drafts(
        self,
        group: Group,
        metric: Metric,
        label: RoledNumber,
        values: Sequence[RoledNumber],
        place: int,
        *,
        base: bool = False,
    ) -> list[Draft]:
        """The drafts of one value: one, or one for each object of a list."""
        assert label.number is not None
        number = label.number
        unit = canonical(metric, number) or metric.unit
        if metric.percent is not None and unit == "%":
            metric = metric_of(metric.percent)
        if self._analysis.areas.says_other(self._analysis.text[group.end : label.start]):
            return []
        period = self._period(group, label, len(values), place)
        former = LAST_WINDOW.search(self._analysis.text[self._start : group.start]) is not None
        if base:
            period = self._analysis.base_period(label.start, self._index)
        elif former:
            calendar = self._analysis.calendar
            period = calendar.before(calendar.at(label.start, self._index), same_window=True)
        else:
            period = self._analysis.year_before(label.start) or period
        result = []
        for scope, owned in self._scoped(group, metric, label, len(values), place):
            result.append(
                Draft(
                    metric=owned,
                    start=min(group.start, label.start),
                    end=max(values[-1].end, group.end),
                    place=label.start,
                    label=label,
                    rule="base" if base else "value",
                    value=number.value,
                    unit=unit,
                    qualifier=number.qualifier,
                    scope=scope,
                    period=period,
                    group=group.start,
                    base=base or former,
                    numbers=[label.start],
                )
            )
        return result

    def of_part(
        self, group: Group, metric: Metric, label: RoledNumber, scope: str, start: int
    ) -> Draft:
        """The draft of a value whose scope stands right before it, from `start`."""
        assert label.number is not None
        return Draft(
            metric=owner(metric, scope),
            start=start,
            end=label.end,
            place=label.start,
            label=label,
            rule="part",
            value=label.number.value,
            unit=canonical(metric, label.number) or metric.unit,
            qualifier=label.number.qualifier,
            scope=None if WHOLE.fullmatch(scope) else scope,
            period=self._analysis.calendar.at(label.start, self._index),
            group=group.start,
            numbers=[label.start],
        )

    def of_time(self, group: Group, metric: Metric, label: RoledNumber, start: int) -> list[Draft]:
        """The draft of a value that has but a time before it, from `start`: 其中12月份58."""
        calendar = self._analysis.calendar
        times = self._analysis.times.within(start, label.start)
        period = calendar.at(label.start, self._index)
        if len(times) != 1 or times[0].instant or calendar.resolved(times[0]) != period:
            return []
        drafts = self.drafts(group, metric, label, (label,), 0)
        return [replace(draft, start=start, rule="part") for draft in drafts]

    def _period(self, group: Group, label: RoledNumber, count: int, place: int) -> Period | None:
        """The period of a value; 1月、12月PM2.5浓度分别高达78、69 has one for each."""
        calendar = self._analysis.calendar
        times = self._analysis.times.within(max(self._start, group.start - count * 8), group.start)
        if count > 1 and len(times) == count and times[-1].end == group.start:
            return calendar.resolved(times[place])
        return calendar.at(label.start, self._index)

    def changed(
        self,
        group: Group,
        metric: Metric,
        label: RoledNumber,
        run: Sequence[RoledNumber],
        change: Change,
    ) -> list[Draft]:
        """The draft of a change without a value."""
        return [
            Draft(
                metric=owned,
                start=group.start,
                end=run[-1].end,
                place=label.start,
                label=label,
                rule="change",
                value=None,
                unit=metric.unit,
                scope=scope,
                period=self._analysis.calendar.at(label.start, self._index),
                change=change,
                group=group.start,
                numbers=[label.start],
            )
            for scope, owned in self._scoped(group, metric, label, 1, 0)
        ]

    def _scoped(
        self, group: Group, metric: Metric, label: RoledNumber, count: int, place: int
    ) -> list[tuple[str | None, Metric]]:
        """Scopes of a value with the metric that each makes it, within a wider area if named."""
        before = self._before(group.start)
        area = self._analysis.areas.subject(before)
        self._area = self._area if area is None else area
        found = self._own_scopes(before, group, metric, label, count, place)
        return [(self._analysis.areas.within(self._area, scope), owned) for scope, owned in found]

    def _own_scopes(
        self, before: str, group: Group, metric: Metric, label: RoledNumber, count: int, place: int
    ) -> list[tuple[str | None, Metric]]:
        """Scopes of a value within its area."""
        text = self._analysis.text
        match metric.scope:
            case ScopeGrammar.AIR:
                scope = self._air_scope(before, group.start, label, count, place)
            case ScopeGrammar.WATER:
                return self._water_scopes(before, group, metric, count, place)
            case ScopeGrammar.NOISE:
                scope = self._noise_scope(before, text[group.end : label.start], count, place)
            case ScopeGrammar.RESPONDENTS:
                scope = respondents(text, self._start, group.start)
            case ScopeGrammar.HANDLERS:
                scope = handlers(text[self._start : group.start])
            case ScopeGrammar.PLACE:
                scope = air_place(before)[1]
        return [(scope, metric)]

    def _noise_scope(self, before: str, gap: str, count: int, place: int) -> str | None:
        scope = noise(before, gap, count, place)
        if scope is not None and scope in DAY_PARTS and self._noise:
            return self._noise + scope
        if scope is not None:
            self._noise = TIME_OF_DAY.split(scope)[0]
        return scope

    def _before(self, place: int) -> str:
        """The words of the clause before a place, without times."""
        start = clauses(self._analysis.text, self._start, place + 1)[-1][0]
        numbers = self._analysis.numbers.within(start, place)
        rates = [number.end for number in numbers if number.unit == "%"]
        return self.words(max(start, place - BEFORE, *rates), place)

    def words(self, start: int, end: int) -> str:
        """The words of a stretch without times."""
        parts, at = [], start
        for time in self._analysis.times.within(start, end):
            parts.append(self._analysis.text[at : time.start])
            at = max(at, time.end)
        parts.append(self._analysis.text[at:end])
        return "".join(parts)

    def _air_scope(
        self, before: str, at: int, label: RoledNumber, count: int, which: int
    ) -> str | None:
        named, place = air_place(before)
        parts = places(place) if place else ()
        if count > 1 and len(parts) == count:
            self._air = parts[which]
        elif named:
            self._air = place
        elif self._air is None:
            self._air = self._place_before(at)
        text = self._analysis.text
        behind = BRACKET.match(text, label.end)
        # What stands in brackets narrows the value before them: 85.4%(已扣除沙尘影响).
        narrowed = condition(BRACKET.sub("", text[self._start : at]))
        narrowed = narrowed or (condition(behind[0]) if behind else None)
        return "".join(filter(None, (self._air, self._season_at(at), narrowed))) or None

    def _season_at(self, place: int) -> str | None:
        """The season of a metric: its own, or the last one up to another time or a semicolon."""
        named, edge = self._season
        start = max(edge, place - BEFORE)
        own = season(self.words(start, place))
        if own is None and named is not None:
            ended = (
                self._analysis.times.within(edge, place) or ";" in self._analysis.text[edge:place]
            )
            own = None if ended else named
        self._season = (own, place)
        return own

    def _place_before(self, at: int) -> str | None:
        """The place that the head of the sentence names, or of an earlier one in its item."""
        text, sentences = self._analysis.text, self._analysis.sentences
        for index in range(self._index, max(-1, self._index - LOOK_BACK), -1):
            sentence = sentences[index]
            if sentence.block != sentences[self._index].block:
                break
            head = text[sentence.start : min(at, sentence.start + BEFORE, sentence.end)]
            head = PART_OF.split(head)[0]
            if strong := STRONG_PLACE.search(head):
                return strong[0]
            if WHOLE.search(head):
                break
        return None

    def _water_scopes(
        self, before: str, group: Group, metric: Metric, count: int, place: int
    ) -> list[tuple[str | None, Metric]]:
        found = water_object(before)
        if found is not None:
            self._water = objects(found)
        elif WHOLE.match(before):
            self._water = ()
        else:
            self._water = self._earlier_objects(group.start) or self._water
        parts = self._water
        if count > 1 and len(parts) == count:
            parts = (parts[place],)
        elif count > 1 and found is not None:
            parts = (found,)
        return [(part, owner(metric, part)) for part in parts] or [(None, metric)]

    def _earlier_objects(self, place: int) -> tuple[str, ...]:
        """The objects of the clauses before: 8个断面,2个水源保护区水质均达到标准,达标率100%."""
        found: list[str] = []
        text = self._analysis.text
        start = max(self._start, text.rfind(";", self._start, place) + 1)
        for begin, end in reversed(clauses(text, start, place + 1)[:-1]):
            clause = self.words(begin, end)
            if not found and (section := SECTION_MEASURED.match(clause)):
                return objects(section["name"])
            subject = PREDICATE.sub("", clause)
            scope = water_object(subject)
            if scope is None or OF_METRIC.search(scope) or (found and subject != clause):
                break
            found = [*objects(scope), *found]
        return tuple(found)
