"""（三）土壤、农村和其他: all other metrics as a list, those that compare first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.model import Theme
from builder.model.comparison import MetricComparison, MetricValue
from builder.model.page import Block, Column, Paragraph, ParagraphKind, Row, Table
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names
from builder.wording.cells import band, cell, row, styled
from builder.wording.parts.air import is_leading
from builder.wording.parts.context import Context
from builder.wording.parts.values import (
    NAMED,
    ValueSentences,
    groups,
    is_worse,
    scope_words,
    spoken,
    stated,
    stating,
    time_words,
)
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.scopes import scope_label
from builder.wording.stated import usual_period
from builder.wording.words import enumeration, movement_words, rank_words

FEW = 12
"""Of more bureaus what one alone states is left to the Excel file."""
_NAME, _WIDTH = 50.0, 162.0
_MOST, _PAIR = 6, 2


class Metrics:
    """The blocks of the metrics that have neither a picture nor a place among the waters."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.usual = usual_period(context.comparison)
        self.metrics = [
            metric
            for metric in context.comparison.metrics
            if not is_leading(metric)
            and metric_of(metric.metric).theme is not Theme.WATER
            and stated(metric)
        ]

    def blocks(self) -> Iterator[Block]:
        """What got worse or is over its limit in a sentence, and the list."""
        words = tuple(run for metric in self.metrics for run in self._said(metric))
        if words:
            yield Paragraph(runs=words)
        rows, left = tuple(self._rows()), self._left_out()
        note = self.language("只有一家写明的另有{count}项指标，见 briefing.xlsx。", count=left)
        if rows:
            yield Table(
                caption=self.language("其他指标"),
                columns=(
                    Column(head=(self.language("指标"),), width=_NAME),
                    Column(head=(self.language("单位和数值"),), width=_WIDTH - _NAME),
                ),
                rows=rows,
                note=(Run(note),) if left else (),
            )
        elif left:
            yield Paragraph(runs=(Run(note),), kind=ParagraphKind.NOTE)

    def _said(self, metric: MetricComparison) -> Runs:
        """Limits that are missed; the list itself says what got worse, if it holds every value."""
        made = ValueSentences(metric, self.context)
        long = any(len(group) > _MOST for group in groups(metric)[:1])
        return (*made.above(), *(made.worse() if long else ()))

    @property
    def _few(self) -> bool:
        return self.context.bureaus <= FEW

    def _left_out(self) -> int:
        alone = [metric for metric in self.metrics if len(stating(metric)) == 1]
        return 0 if self._few else len(alone)

    def _rows(self) -> Iterator[Row]:
        """Bands of what compares, one a period and scope, then of what does not."""
        language = self.language
        compared: dict[str, list[MetricComparison]] = {}
        for metric in self.metrics:
            if groups(metric):
                compared.setdefault(self._common(groups(metric)[0]), []).append(metric)
        for common, metrics in compared.items():
            words = language("两家以上写明，可直接对比（{common}）", common=common)
            yield from self._banded(words, metrics)
        several = [m for m in self.metrics if not groups(m) and len(stating(m)) > 1]
        yield from self._banded(language("两家以上写明，口径不同，不并列"), several)
        alone = [m for m in self.metrics if len(stating(m)) == 1]
        if self._few and self.context.bureaus > 1:
            yield from self._banded(language("只有一家的值可列，不作比较"), alone)
        elif self._few:
            yield from map(self._row, alone)

    def _banded(self, words: str, metrics: Sequence[MetricComparison]) -> Iterator[Row]:
        if metrics:
            yield band(words, 2)
            yield from map(self._row, metrics)

    def _common(self, values: Sequence[MetricValue]) -> str:
        """2024年，未限定范围"""
        key = values[0].key
        return self.language(
            "{period}，{scope}",
            period=period_words(key.period, self.language),
            scope=scope_label(key.scope, self.language),
        )

    def _row(self, metric: MetricComparison) -> Row:
        """岳阳县92%以上；赣州市93%以上, those that compare first, then in grey the others."""
        language = self.language
        name = language.sentence(language(names().metrics[metric.metric]))
        inside = groups(metric)[0] if groups(metric) else ()
        apart = [value for value in stated(metric) if value not in inside]
        grey = len(stating(metric)) > 1
        said = self._compared(inside)
        style = RunStyle.APART if grey else RunStyle.PLAIN
        more = [self._value(value, style, common=False) for value in apart]
        cut = more[: max(_MOST - len(said), NAMED)]
        if len(cut) < len(more):
            words = language("另有{count}个见 briefing.xlsx", count=len(more) - len(cut))
            cut.append(styled(words, RunStyle.QUIET))
        return row(cell(name, head=True), cell(in_a_row([*said, *cut], language("；"))))

    def _compared(self, values: Sequence[MetricValue]) -> list[Runs]:
        """Values that compare one by one; together where they are the same or many."""
        same = len({spoken(value, self.language) for value in values}) == 1
        bare = all(value.fact.change is None and value.fact.rank is None for value in values)
        if len(values) > _MOST:
            return [self._spread(values)]
        if same and bare and len(values) > _PAIR:
            return [self._together(values)]
        return [self._value(value, RunStyle.PLAIN, common=True) for value in values]

    def _together(self, values: Sequence[MetricValue]) -> Runs:
        """赣州市、银溪市、兰溪市均为100%"""
        language = self.language
        words = language(
            "{bureaus}均为{value}",
            bureaus=enumeration((language.bureau(v.fact.report) for v in values), language),
            value=spoken(values[0], language),
        )
        return cited(words, language.marks(fact for v in values for fact in v.printings))

    def _spread(self, values: Sequence[MetricValue]) -> Runs:
        """Many values by how often they are stated: 12家均为100%, 93%以上有6家，92%以上有6家."""
        language = self.language
        counts = Counter(spoken(value, language) for value in values).most_common()
        if len(counts) == 1:
            words = language("{count}家均为{value}", count=len(values), value=counts[0][0])
            return (Run(words),)
        said = [
            language("{value}有{count}家", value=words, count=count)
            for words, count in counts[:NAMED]
        ]
        more = len(counts) - len(said)
        msgid = "{values}，另有{count}种数值见 briefing.xlsx" if more else "{values}"
        return language.runs(msgid, values=language("，").join(said), count=more)

    def _value(self, value: MetricValue, style: RunStyle, *, common: bool) -> Runs:
        """岳阳县3.22，全省第76（并列）; with its scope and time where they are not the common."""
        language, fact = self.language, value.fact
        details = [
            "" if fact.value is None else spoken(value, language),
            "" if fact.change is None else self._change(value),
            "" if fact.rank is None else rank_words(fact.rank, language),
        ]
        words = language(
            "{bureau}{scope}{details}",
            bureau=language.bureau(fact.report),
            scope="" if common else scope_words(value),
            details=language("，").join(each for each in details if each),
        )
        time = "" if common else time_words(value, self.usual, language)
        if time:
            words = language("{words}（{time}）", words=words, time=time)
        return cited(styled(words, style), language.marks(value.printings))

    def _change(self, value: MetricValue) -> str:
        change = value.fact.change
        assert change is not None  # the caller has looked
        words = movement_words(change, self.language)
        return self.language("{change}（变差）", change=words) if is_worse(value) else words
