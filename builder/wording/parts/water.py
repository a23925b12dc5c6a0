"""（二）水: classes of waters a row a bureau, shares of sections, and sources of drinking water."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.model import Indicator, Qualifier, Theme
from builder.model.comparison import MetricComparison, MetricValue
from builder.model.page import Block, Cell, Column, Paragraph, Row, Table
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.metrics import CLASS, metric_of
from builder.vocabulary.environment.names import names
from builder.wording.cells import NOTHING, cell, has_nothing, nothing_means, row, styled
from builder.wording.letters import Letters
from builder.wording.parts.context import Context
from builder.wording.parts.values import (
    ValueSentences,
    groups,
    named,
    scope_words,
    spoken,
    stated,
    stating,
    time_words,
)
from builder.wording.parts.widths import name_width, shared_widths
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row, traced
from builder.wording.stated import arrow, but_words, places, usual_period
from builder.wording.words import enumeration

CLASSES = "ⅠⅡⅢⅣⅤ"
SHORT = 13
"""From so many bureaus on a cell holds one water of a class, and how many more there are."""
MOST_LARGE = 8
"""A table of more rows is set small."""
MOST_ROWS = 36
"""A page holds so many bureaus; of more only those whose shares compare have a row."""
_MOST_SHARES, _BRIEF = 2, 6
WIDTH = 162.0
_BAD = "Ⅲ"


class Water:
    """The blocks on water."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.usual = usual_period(context.comparison)
        self.letters = Letters(context.language)
        self.metrics = [
            metric
            for metric in context.comparison.metrics
            if metric_of(metric.metric).theme is Theme.WATER and stated(metric)
        ]
        self.same = [metric for metric in self.metrics if _is_same(metric)]

    def blocks(self) -> Iterator[Block]:
        """The paragraph and the table; nothing where no bureau says anything of water."""
        words = tuple(run for part in self._said() for run in part)
        if words:
            yield Paragraph(runs=words)
        yield from self._table()

    def _said(self) -> Iterator[Runs]:
        yield self._classes_said()
        for metric in self.metrics:
            made = ValueSentences(metric, self.context)
            if metric in self.same:
                yield self._same_said(metric)
            elif metric_of(metric.metric).unit != CLASS:
                yield made.compared()
            yield made.worse()

    def _classes_said(self) -> Runs:
        """Between which classes the named waters are, and which are worse than Ⅲ."""
        language = self.language
        values = [v for m in self.metrics for v in stated(m) if isinstance(v.fact.value, str)]
        found = sorted({str(value.fact.value) for value in values}, key=_grade)
        if not found:
            return ()
        bad = [value for value in values if _grade(str(value.fact.value)) > _grade(_BAD)]
        said = language("写明类别的断面和水体均为{grade}类", grade=found[0])
        if len(found) > 1:
            said = language(
                "写明类别的断面和水体为{best}类至{worst}类", best=found[0], worst=found[-1]
            )
        if not bad:
            return (Run(language("{said}。", said=said) + self._doubtful()),)
        items = [self._bad(value) for value in bad[:3]]
        msgid = "{said}，劣于Ⅲ类的是{items}。"
        if len(bad) > len(items):
            msgid = "{said}，劣于Ⅲ类的有{count}处，如{items}。"
        told = language.runs(
            msgid, said=said, items=in_a_row(items, language("、")), count=places(bad)
        )
        return (*told, Run(self._doubtful()))

    def _doubtful(self) -> str:
        """How many classes were read and are to be checked: they may be others than those said."""
        values = (value for metric in self.metrics for value in metric.values)
        count = places(v for v in values if isinstance(v.fact.value, str) and not v.fact.is_sure)
        return self.language("另有{count}处的类别须核对。", count=count) if count else ""

    def _bad(self, value: MetricValue) -> Runs:
        """某区地表水市控考核断面浍楼闸（Ⅳ类）"""
        words = self.language(
            "{bureau}{scope}（{value}）",
            bureau=self.language.bureau(value.fact.report),
            scope=scope_words(value),
            value=spoken(value, self.language),
        )
        return cited(words, self.language.marks(value.printings))

    def _same_said(self, metric: MetricComparison) -> Runs:
        """四家的饮用水水源地水质达标率均为100%，不另列。"""
        language, values = self.language, stated(metric)
        bureaus = self.context.shortened([language.bureau(report) for report in stating(metric)])
        marks = language.marks(fact for value in values for fact in value.printings)
        return language.runs(
            "{bureaus}写明的{metric}均为{value}，不另列。",
            bureaus=bureaus,
            metric=language(names().metrics[metric.metric]),
            value=(cited if self._is_short else traced)(spoken(values[0], language), marks),
        )

    @property
    def _is_short(self) -> bool:
        """Whether all marks of a sentence have room in it."""
        return self.context.bureaus < SHORT

    def _table(self) -> Iterator[Table]:
        """A row a bureau; classes and shares that nobody states have no column."""
        shown = self._reports()
        by_class = {
            grade: [v for v in self._values(shown) if v.fact.value == grade]
            for grade in sorted({*map(_class_of, self._values(shown))} - {""}, key=_grade)
        }
        shares = [v for v in self._values(shown) if not _class_of(v)]
        rows = tuple(
            found for report in shown if (found := self._row(report, by_class, shares)) is not None
        )
        if not rows:
            return
        yield Table(
            caption=self.language("水质类别和达标情况"),
            columns=self._columns(rows, tuple(by_class), shares=bool(shares)),
            rows=rows,
            dense=len(rows) > MOST_LARGE,
            note=self._note(rows, len(self._stating()) - len(shown)),
        )

    def _stating(self) -> list[str]:
        """The reports with a value for the table, in the order of all reports."""
        giving = {v.fact.report for m in self.metrics if m not in self.same for v in stated(m)}
        return [report for report in self.language.reports if report in giving]

    def _reports(self) -> list[str]:
        """Those that have a row: of very many only those whose shares compare."""
        giving = self._stating()
        if len(giving) <= MOST_ROWS:
            return giving
        compared = {v.fact.report for m in self.metrics for group in groups(m) for v in group}
        return [report for report in giving if report in compared][:MOST_ROWS]

    def _values(self, reports: Sequence[str]) -> list[MetricValue]:
        return [
            value
            for metric in self.metrics
            if metric not in self.same
            for value in stated(metric)
            if value.fact.report in reports
        ]

    def _columns(
        self, rows: Sequence[Row], classes: Sequence[str], *, shares: bool
    ) -> tuple[Column, ...]:
        """The bureau, the classes and the rest, each as wide as its words ask."""
        language = self.language
        heads = [
            language("单位"),
            *(language("{roman}类", roman=grade) for grade in classes),
            *([language("断面比例和其他")] if shares else []),
        ]
        names, *texts = zip(*([_bare(each) for each in made.cells] for made in rows), strict=True)
        first = name_width(names)
        widths = (first, *shared_widths(texts, WIDTH - first))
        return tuple(
            Column(head=(head,), width=width) for head, width in zip(heads, widths, strict=True)
        )

    def _row(
        self,
        report: str,
        by_class: dict[str, list[MetricValue]],
        shares: Sequence[MetricValue],
    ) -> Row | None:
        cells = [
            self._waters([v for v in values if v.fact.report == report])
            for values in by_class.values()
        ]
        if shares:
            cells.append(self._shares([v for v in shares if v.fact.report == report]))
        if not any(each.lines for each in cells):
            return None
        filled = (each if each.lines else cell(NOTHING) for each in cells)
        return row(cell(self.language.bureau(report), head=True), *filled)

    def _waters(self, values: Sequence[MetricValue]) -> Cell:
        """汉江潜江段、东荆河; of many bureaus the first one 等4处."""
        if not values:
            return cell()
        waters = [self._water(value) for value in values]
        if len(waters) > 1 and not self._is_short:
            words = self.language("{first}等{count}处", first=waters[0], count=len(waters))
            return cell(self._marked(words, values[:1]))
        runs: list[Runs] = []
        for number, (name, value) in enumerate(zip(waters, values, strict=True)):
            following = values[number + 1 : number + 2]
            same = bool(following) and self._place(following[0]) == self._place(value)
            runs.append(self._marked(name, [value], mark=not same))
        return cell(in_a_row(runs, self.language("、")))

    def _water(self, value: MetricValue) -> str:
        """A water without its bureau's name before it, and what the class does not hold for."""
        dossier = self.language.report(value.fact)
        name = scope_words(value).removeprefix(dossier.name.place)
        return but_words(name, value.key.but, self.language)

    def _place(self, value: MetricValue) -> tuple[str, ...]:
        return self.language.marks(value.printings)

    def _shares(self, values: Sequence[MetricValue]) -> Cell:
        """国考断面水质优良率100%, values of one kind together, with their change."""
        same: dict[tuple[object, ...], list[MetricValue]] = {}
        for value in values:
            fact = value.fact
            change = arrow(value, self.language)
            same.setdefault((fact.metric, fact.scope, fact.period, change), []).append(value)
        lines = [self._share(some) for some in _joined(list(same.values()))]
        shown = lines if self._is_short else lines[:_MOST_SHARES]
        if len(shown) < len(lines):
            shown.append(styled(self.language("等{count}项", count=len(lines)), RunStyle.QUIET))
        return cell(in_a_row(shown, self.language("；"))) if shown else cell()

    def _share(self, values: Sequence[MetricValue]) -> Runs:
        """地表水省监测断面Ⅰ—Ⅱ类水质比例90.41%（↑6.85个百分点）"""
        language, fact = self.language, values[0].fact
        scopes = dict.fromkeys(map(scope_words, values))
        if not self._is_short:
            scopes = dict.fromkeys(words for words in scopes if len(words) <= _BRIEF)
        numbers = dict.fromkeys(
            spoken(value, language) for value in values if value.fact.value is not None
        )
        words = language(
            "{object}{values}",
            object=named(
                enumeration(scopes, language), language(metric_of(fact.metric).brief), language
            ),
            values=enumeration(numbers, language),
        )
        change = arrow(values[0], language)
        if change:
            words = language("{words}（{change}）", words=words, change=change)
        return self._marked(words, values)

    def _marked(self, words: str, values: Sequence[MetricValue], *, mark: bool = True) -> Runs:
        """Words with their marks, grey and with a letter where they are of another time."""
        fact = values[0].fact
        apart = fact.period != self.usual
        runs = styled(words, RunStyle.APART if apart else RunStyle.PLAIN)
        marks = self.language.marks(each for value in values for each in value.printings)
        if not mark:
            return traced(runs, marks)
        if apart:
            time = time_words(values[0], self.usual, self.language)
            runs = (*runs, self.letters.run(time or period_words(fact.period, self.language)))
        return cited(runs, marks)

    def _note(self, rows: Sequence[Row], left: int) -> Runs:
        language = self.language
        said = [Run(nothing_means(language))] if has_nothing(rows) else []
        if letters := self.letters.note:
            said += [*letters, Run(language("。"))]
        if left:
            said.append(Run(language("其余{count}家见 briefing.xlsx。", count=left)))
        return tuple(said)


def _is_same(metric: MetricComparison) -> bool:
    """Whether two or more bureaus state the same certain number, and nobody anything else.

    A value that is held back as doubtful may be another one.
    """
    facts = [value.fact for value in metric.values]
    return (
        len(stating(metric)) > 1
        and metric_of(metric.metric).unit != CLASS
        and len({fact.value for fact in facts}) == 1
        and all(_is_plain(fact) for fact in facts)
        and not any(value.key.but for value in metric.values)
    )


def _bare(each: Cell) -> str:
    """The words of a cell without marks."""
    return "".join(run.text for run in each.runs if not run.mark)


def _is_plain(fact: Indicator) -> bool:
    return fact.value is not None and fact.qualifier is Qualifier.EQUAL and fact.change is None


def _joined(found: Sequence[list[MetricValue]]) -> list[list[MetricValue]]:
    """Single values of one metric that are the same stand together: 国考断面、水源地…100%."""
    joined: dict[tuple[object, ...], list[MetricValue]] = {}
    for number, values in enumerate(found):
        fact = values[0].fact
        alone = len(values) == 1 and fact.change is None
        key = (fact.metric, fact.value, fact.qualifier, fact.period) if alone else (number,)
        joined.setdefault(key, []).extend(values)
    return list(joined.values())


def _class_of(value: MetricValue) -> str:
    return value.fact.value if isinstance(value.fact.value, str) else ""


def _grade(grade: str) -> int:
    """The place of a class: Ⅰ is 0, 劣Ⅴ is 5; of Ⅱ-Ⅲ the worse one."""
    if grade.startswith("劣"):
        return len(CLASSES)
    return max((CLASSES.index(sign) for sign in grade if sign in CLASSES), default=0)
