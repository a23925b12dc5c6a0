"""The scope and period that each value of a sentence has."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from builder.extract.indicators.drafts import Draft, fitting_unit
from builder.extract.indicators.earlier_places import (
    MAX_CLAUSE_CHARACTERS,
    may_be_of_sea,
    place_before,
)
from builder.extract.indicators.headed_waters import (
    BEHIND_CLASS,
    is_no_object,
    object_above,
    waters_before,
)
from builder.extract.indicators.scope_grammars import (
    asks_the_public,
    handlers,
    noise,
    owner,
    rate_metric,
    respondents,
)
from builder.extract.indicators.scope_patterns import (
    day_part,
    place_patterns,
    same_window,
)
from builder.extract.indicators.scopes import (
    air_place,
    condition_around,
    is_unnamed,
    objects,
    places,
    places_and_whole,
    season,
    water_object,
    with_aside,
)
from builder.extract.indicators.value_periods import value_period
from builder.text.sentences import clauses
from builder.vocabulary.environment.metrics import ScopeGrammar, metric_of
from builder.vocabulary.environment.scopes import scope_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.extract.indicators.mention_groups import MentionGroup
    from builder.model import Change
    from builder.text.analysis import TextAnalysis
    from builder.text.metric_mentions import Mention
    from builder.text.number_roles import RoledNumber
    from builder.vocabulary.environment.metrics import Metric


class Scopes:
    """Scopes of one sentence: a place or object holds until another one is named."""

    def __init__(self, analysis: TextAnalysis, index: int) -> None:
        self._analysis = analysis
        self._text = analysis.text
        self._index = index
        self._start = analysis.sentences[index].start
        self._end = analysis.sentences[index].end
        self._air: str | None = None
        self._season: tuple[str | None, int] = (None, self._start)
        self._area = ""
        self._noise = ""
        self._water: tuple[str, ...] = ()
        self._sea = may_be_of_sea(analysis, index)

    @cached_property
    def _above(self) -> str | None:
        return object_above(self._analysis, self._index)

    def metric(self, mention: Mention) -> Metric | None:
        """The metric that a mention means; that of a rate depends on its object."""
        text = self._text
        if self._sea and self._is_of_sea(mention):
            return None
        if mention.metric is not None:
            if mention.metric.scope is ScopeGrammar.RESPONDENTS:
                asked = asks_the_public(text, self._start, self._end, mention.start)
                return mention.metric if asked else None
            other = mention.metric.of_sections.get(text[mention.start : mention.end])
            if other is not None and self._is_of_water(mention.start):
                return metric_of(other)
            return mention.metric
        assert mention.rate is not None
        before, name = text[self._start : mention.start], text[mention.start : mention.end]
        return rate_metric(mention.rate, before, name, self._above or "")

    def _is_of_sea(self, mention: Mention) -> bool:
        """Whether a value of a water or of the air is the sea's: by its clause, or what is above.

        A metric that is the sea's by its own name is another one.
        """
        begin = clauses(self._text, self._start, mention.start + 1)[-1][0]
        shared = mention.metric is not None and mention.metric.share_of is not None
        end, sea = mention.end if shared else mention.start, scope_words().water.sea
        return sea.within(self._text, begin, end) or sea.within(self._above or "")

    def _is_of_water(self, offset: int) -> bool:
        """Whether the clause of an offset counts sections: 13个国考断面中12个优良,比例92.3%."""
        begin = clauses(self._text, self._start, offset + 1)[-1][0]
        return scope_words().water.sections.within(self._text, begin, offset)

    def to_come(self, offset: int) -> bool:
        """Whether the last year named before an offset is later than the report's."""
        return self._analysis.calendar.is_to_come(self._start, offset)

    def drafts(
        self,
        group: MentionGroup,
        metric: Metric,
        label: RoledNumber,
        values: Sequence[RoledNumber],
        nth: int,
        *,
        base: bool = False,
    ) -> list[Draft]:
        """The drafts of one value: one, or one for each object of a list."""
        assert label.number is not None
        number = label.number
        unit = fitting_unit(metric, number) or metric.unit
        if metric.percent is not None and unit == "%":
            metric = metric_of(metric.percent)
        if self._analysis.areas.says_other(self._text[group.end : label.start]):
            return []
        period = value_period(self._analysis, self._index, group, metric, label, values, nth)
        former = same_window().search(self._text[self._start : group.start]) is not None
        if base:
            period = self._analysis.base_period(label.start, label.end, self._index)
        elif former:
            calendar = self._analysis.calendar
            period = calendar.before(calendar.at(label.start, self._index), same_window=True)
        else:
            period = self._analysis.year_beside(label.start, label.end) or period
        result = []
        for scope, owned in self._scoped(group, metric, label, len(values), nth):
            result.append(
                Draft(
                    metric=owned,
                    start=min(group.start, label.start),
                    end=max(values[-1].end, group.end, group.mentions[-1].last),
                    offset=label.start,
                    label=label,
                    rule="base" if base else "value",
                    value=number.value,
                    unit=unit,
                    qualifier=number.qualifier,
                    scope=scope,
                    period=period,
                    group_start=group.start,
                    base=base or former,
                    numbers=[label.start],
                )
            )
        return result

    def of_part(
        self, group: MentionGroup, metric: Metric, label: RoledNumber, scope: str, start: int
    ) -> Draft:
        """The draft of a value whose scope stands right before it, from `start`."""
        assert label.number is not None
        return Draft(
            metric=owner(metric, scope),
            start=start,
            end=label.end,
            offset=label.start,
            label=label,
            rule="part",
            value=label.number.value,
            unit=fitting_unit(metric, label.number) or metric.unit,
            qualifier=label.number.qualifier,
            scope=None if place_patterns().whole.fullmatch(scope) else scope,
            period=self._analysis.calendar.at(label.start, self._index),
            group_start=group.start,
            numbers=[label.start],
        )

    def of_time(
        self, group: MentionGroup, metric: Metric, label: RoledNumber, start: int
    ) -> list[Draft]:
        """The draft of a value that has but a time before it, from `start`: 其中12月份58."""
        calendar = self._analysis.calendar
        times = self._analysis.times.within(start, label.start)
        period = calendar.at(label.start, self._index)
        if len(times) != 1 or times[0].instant or calendar.resolved(times[0]) != period:
            return []
        drafts = self.drafts(group, metric, label, (label,), 0)
        return [replace(draft, start=start, rule="part") for draft in drafts]

    def changed(
        self,
        group: MentionGroup,
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
                offset=label.start,
                label=label,
                rule="change",
                value=None,
                unit=metric.unit,
                scope=scope,
                period=self._analysis.calendar.at(label.start, self._index),
                change=change,
                group_start=group.start,
                numbers=[label.start],
            )
            for scope, owned in self._scoped(group, metric, label, 1, 0)
        ]

    def _scoped(
        self, group: MentionGroup, metric: Metric, label: RoledNumber, count: int, nth: int
    ) -> list[tuple[str | None, Metric]]:
        """Scopes of a value with the metric that each makes it, within a wider area if named."""
        before = self._before(group.start)
        area = self._analysis.areas.subject(before)
        self._area = self._area if area is None else area
        within = self._analysis.areas.within
        return [
            (within(self._area, with_aside(self._text, label.end, scope)), owned)
            for scope, owned in self._own_scopes(before, group, metric, label, count, nth)
        ]

    def _own_scopes(
        self,
        before: str,
        group: MentionGroup,
        metric: Metric,
        label: RoledNumber,
        count: int,
        nth: int,
    ) -> list[tuple[str | None, Metric]]:
        """Scopes of a value within its area."""
        text = self._text
        match metric.scope:
            case ScopeGrammar.AIR:
                scope = self._air_scope(before, group.start, label, count, nth)
            case ScopeGrammar.WATER:
                return self._water_scopes(before, group, metric, count, nth)
            case ScopeGrammar.NOISE:
                scope = self._noise_scope(before, text[group.end : label.start], count, nth)
            case ScopeGrammar.RESPONDENTS:
                scope = respondents(text, self._start, group.start)
            case ScopeGrammar.HANDLERS:
                scope = handlers(text[self._start : group.start])
            case ScopeGrammar.PLACE:
                scope = air_place(place_patterns().own_noun.sub("", before))[1]
        return [(scope, metric)]

    def _noise_scope(self, before: str, gap: str, count: int, nth: int) -> str | None:
        scope = noise(before, gap, count, nth)
        if scope is not None and scope in scope_words().noise.day_parts and self._noise:
            return self._noise + scope
        if scope is not None:
            self._noise = day_part().split(scope)[0]
        return scope

    def _before(self, offset: int) -> str:
        """The words of the clause before an offset, without times."""
        start = clauses(self._text, self._start, offset + 1)[-1][0]
        numbers = self._analysis.numbers.within(start, offset)
        rates = [number.end for number in numbers if number.unit == "%"]
        return self.words(max(start, offset - MAX_CLAUSE_CHARACTERS, *rates), offset)

    def words(self, start: int, end: int) -> str:
        """The words of a stretch without times."""
        parts, last = [], start
        for time in self._analysis.times.within(start, end):
            parts.append(self._text[last : time.start])
            last = max(last, time.end)
        parts.append(self._text[last:end])
        return "".join(parts)

    def _air_scope(
        self, before: str, offset: int, label: RoledNumber, count: int, nth: int
    ) -> str | None:
        named, place = air_place(before)
        parts = places_and_whole(before, count) or (places(place) if place else ())
        if count > 1 and len(parts) == count:
            self._air = parts[nth] or None
        elif named:
            self._air = place
        elif self._air is None:
            self._air = place_before(self._analysis, self._index, offset)
        narrowed = condition_around(self._text, self._start, offset, label.end)
        return "".join(filter(None, (self._air, self._season_at(offset), narrowed))) or None

    def _season_at(self, offset: int) -> str | None:
        """The season of a metric: its own, or the last one up to another time or a semicolon."""
        named, edge = self._season
        start = max(edge, offset - MAX_CLAUSE_CHARACTERS)
        own = season(self.words(start, offset))
        if own is None and named is not None:
            ended = self._analysis.times.within(edge, offset) or ";" in self._text[edge:offset]
            own = None if ended else named
        self._season = (own, offset)
        return own

    def _water_scopes(
        self, before: str, group: MentionGroup, metric: Metric, count: int, nth: int
    ) -> list[tuple[str | None, Metric]]:
        # 云栖湖由Ⅴ类改善到Ⅲ类、总磷浓度0.048毫克/升: what stands before is told of its class.
        found = None if before.endswith(BEHIND_CLASS) else water_object(before)
        above = self._above
        named_here = found or ""
        if found and not above and is_no_object(found, self._text, self._start, group.start):
            found = None
        if found is not None and not (above and is_unnamed(found)):
            self._water = objects(found)
        elif place_patterns().whole.match(before):
            self._water = ()
        else:
            headed = (above,) if above else ()
            named = waters_before(
                self._text, self._start, group.start, self.words, share=metric.unit == "%"
            )
            self._water = named or self._water or headed
            # 水源地水质全部达标,断面达标率100%: the rate is not that of the sources.
            if named_here and any(owner(metric, one) is not metric for one in self._water):
                self._water = ()
        parts = self._water
        if count > 1 and len(parts) == count:
            parts = (parts[nth],)
        elif count > 1 and found is not None:
            parts = (found,)
        return [(part, owner(metric, part)) for part in parts] or [(None, metric)]
