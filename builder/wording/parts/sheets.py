"""One sheet a bureau: how its figures stand, its problems with answers, what it promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from math import ceil
from statistics import median

from builder.model import Qualifier, Strength
from builder.model.comparison import (
    Dossier,
    MetricComparison,
    MetricValue,
    PlannedCommitment,
    ProblemMatch,
    TallyStatus,
)
from builder.model.page import (
    Block,
    BriefingPart,
    Column,
    Paragraph,
    ParagraphKind,
    Picture,
    Row,
    Table,
    height,
)
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names
from builder.wording.bureaus import Bureaus
from builder.wording.cells import NOTHING, cell, row, styled
from builder.wording.parts.context import Context
from builder.wording.parts.followups import followed_table
from builder.wording.parts.problems import TAGS, Problems
from builder.wording.parts.promises import Promises
from builder.wording.parts.quotes import condensed, shown
from builder.wording.parts.year_lines import year_pictures
from builder.wording.periods import period_words
from builder.wording.runs import cited
from builder.wording.stated import arrow, figure_words, is_apart, main_group, marked, valued
from builder.wording.words import plain, rank_words, theme_words, unit_words

FROM = 8
"""From so many bureaus on each has a sheet; one with reports on several years always has."""
_FIGURES, _TALLIES, _MOST = 6, 3, 5
"""Rows of the tables at most; the Excel file has the others."""
_LEAST = 2
"""So many rows each table keeps, whatever has no room then."""
_PAGE, _PICTURE, _TITLE, _NOTE = 215.0, 60.0, 16.0, 5.0
"""Millimetres that are surely free on a page, and of a picture, a title and a line of a note."""
_NOTE_LINE = 50
"""Characters of a line of a note."""
_BODY, _ANSWER, _PROMISE = 40, 40, 66
"""So many characters are shown of a problem, of its answer and of a promise."""
_GROUP = 3
"""A median says something of so many values or more."""


def sheets(context: Context) -> tuple[BriefingPart, ...]:
    """The sheets that are printed: all from eight bureaus on, else those of several years."""
    several, made = _several(context), _Sheets(context)
    printed = [
        made.sheet(report)
        for report in _current(context)
        if context.bureaus >= FROM or report.identity in several
    ]
    placed = tuple(_placed(printed))
    # Links to the part as a whole lead to the first sheet.
    return (*(replace(sheet, anchor="") for sheet in placed[:1]), *placed[1:])


def _placed(printed: Iterable[BriefingPart]) -> Iterator[BriefingPart]:
    """Each on a page of its own, but two or three short ones together."""
    used = _PAGE
    for sheet in printed:
        needed = _height(sheet)
        begins = used + needed > _PAGE
        used = needed if begins else used + needed
        yield sheet if begins else replace(sheet, starts_page=False)


def _height(sheet: BriefingPart) -> float:
    """About how many millimetres a sheet takes."""
    return _TITLE + sum(map(_block_height, sheet.blocks))


def _block_height(block: Block) -> float:
    if isinstance(block, Table):
        return height(block) + _NOTE * bool(block.note)
    if isinstance(block, Paragraph):
        return _NOTE * ceil(sum(len(run.text) for run in block.runs) / _NOTE_LINE)
    return _PICTURE


def all_sheets(context: Context) -> dict[str, BriefingPart]:
    """A sheet for each bureau by its latest report, to be handed out on its own."""
    made = _Sheets(context)
    return {report.line.report: made.sheet(report) for report in _current(context)}


def _several(context: Context) -> set[str]:
    """The bureaus with reports on several years."""
    comparison, language = context.comparison, context.language
    found = {language.reports[years.reports[0]].identity for years in comparison.years}
    return found | {language.report(one.promise.fact).identity for one in comparison.followups}


def _current(context: Context) -> Iterator[Dossier]:
    """The reports in the briefing's order; of a bureau with several years the latest."""
    several, seen = _several(context), set[str]()
    for report in context.comparison.reports:
        if report.identity not in seen:
            yield report
        if report.identity in several:
            seen.add(report.identity)


class _Sheets:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.comparison = context.comparison
        self.problems = Problems(context.language)
        self.promises = Promises(context.language)

    def sheet(self, report: Dossier) -> BriefingPart:
        """The sheet of a bureau, on a page of its own."""
        return BriefingPart(
            name=PartName.SHEETS,
            title=self.language(
                "单位情况：{bureau}", bureau=self.language.bureau(report.line.report)
            ),
            blocks=tuple(self._blocks(report)),
            numbered=False,
            starts_page=True,
            anchor=f"sheet-{report.number}",
        )

    def _blocks(self, report: Dossier) -> Iterator[Block]:
        above: tuple[Block, ...] = (self._source(report), *self._years(report))
        taken = _TITLE + sum(map(_block_height, above))
        yield from (*above, *self._tables(report, _PAGE - taken))

    def _tables(self, report: Dossier, room: float) -> list[Table]:
        """Those that have rows; the longest are cut row by row until all have room."""
        makers = (self._figures, self._tallies, self._problems, self._promises)
        rows = [_FIGURES, _TALLIES, _MOST, _MOST]
        followed = followed_table(report.identity, self.context, _MOST)
        while True:
            tables = [make(report, most) for make, most in zip(makers, rows, strict=True)]
            printed = [table for table in (*tables, followed) if table.rows]
            longest = max(range(len(rows)), key=lambda at: len(tables[at].rows))
            shortest = len(tables[longest].rows) <= _LEAST
            if shortest or sum(map(_block_height, printed)) <= room:
                return printed
            rows[longest] = len(tables[longest].rows) - 1

    def _source(self, report: Dossier) -> Paragraph:
        """What was read, and what to beware of."""
        line, language = report.line, self.language
        said = [line.title or report.extraction.outline.source.file]
        cautions = Bureaus(language).cautions(report)
        if cautions:
            said.append(language("使用注意：{cautions}", cautions=language("；").join(cautions)))
        words = language("。").join(said) + language("。")
        return Paragraph(runs=(Run(words),), kind=ParagraphKind.NOTE)

    def _figures(self, report: Dossier, most: int) -> Table:
        """Its figures, with place and median of the group where they compare."""
        language = self.language
        stated = [
            (metric, values[0])
            for metric in self.comparison.metrics
            if (values := valued(metric, report.line.report))
        ]
        stated.sort(key=lambda pair: -metric_of(pair[0].metric).weight)
        return Table(
            numbered=False,
            caption=language("主要指标"),
            columns=(
                Column(head=(language("指标"),), width=32),
                Column(head=(language("数值"),), width=52),
                Column(head=(language("同比、排名"),), width=34),
                Column(head=(language("与可直接对比的单位"),), width=44),
            ),
            rows=tuple(self._figure(metric, value) for metric, value in stated[:most]),
            note=self._more(len(stated), most, computed=True),
        )

    def _figure(self, metric: MetricComparison, value: MetricValue) -> Row:
        language, fact = self.language, value.fact
        apart = is_apart(value, metric)
        words = figure_words(value, language, unit=True)
        figure = styled(words, RunStyle.APART if apart else RunStyle.PLAIN)
        where = [fact.scope or ""]
        if fact.period is None or fact.period != language.report(fact).line.period:
            where.append(
                language("年份被遮盖") if value.year_masked else period_words(fact.period, language)
            )
        said = language("，").join(filter(None, where))
        beside = [arrow(value, language), rank_words(fact.rank, language) if fact.rank else ""]
        return row(
            cell(language(metric_of(fact.metric).brief), head=True),
            cell(
                (
                    *marked(figure, value.printings, language),
                    *styled(f" {said}" if said else "", RunStyle.QUIET),
                )
            ),
            cell(language("，").join(filter(None, beside)) or NOTHING),
            cell(self._standing(metric, value) or NOTHING),
        )

    def _standing(self, metric: MetricComparison, value: MetricValue) -> str:
        """第3位，共8家；中位数31.2: only of the group that compares."""
        language, group = self.language, main_group(metric)
        if group is None or is_apart(value, metric):
            return ""
        said = []
        if value.place is not None:
            place = (
                "第{place}位（并列），共{count}家"
                if value.place.tied
                else "第{place}位，共{count}家"
            )
            said.append(language(place, place=value.place.position, count=len(group.values)))
        exact = [one.fact for one in group.values if one.fact.qualifier is Qualifier.EQUAL]
        numbers = [fact.value for fact in exact if isinstance(fact.value, Decimal)]
        if len(numbers) == len(group.values) >= _GROUP:
            unit = unit_words(value.fact.unit, language)
            middle = language("中位数{value}{unit}", value=plain(median(numbers)), unit=unit)
            said.append(middle)
        return language("；").join(said)

    def _tallies(self, report: Dossier, most: int) -> Table:
        """Sets of items, those with most left first."""
        language = self.language
        own = [
            status
            for status in self.comparison.tallies
            if status.fact.report == report.line.report
            and status.rate is not None
            and status.fact.is_sure
        ]
        own.sort(key=lambda status: -status.left)
        return Table(
            numbered=False,
            caption=language("督察、整改事项"),
            columns=(
                Column(head=(language("事项"),), width=74),
                Column(head=(language("完成/总数"),), width=30),
                Column(head=(language("剩余"),), width=16),
                Column(head=(language("统计期"),), width=42),
            ),
            rows=tuple(map(self._tally, own[:most])),
            note=self._more(len(own), most),
        )

    def _tally(self, status: TallyStatus) -> Row:
        fact, language = status.fact, self.language
        done = f"{plain(fact.done or Decimal())}/{plain(fact.total or Decimal())}"
        unit = language(fact.unit) if fact.unit else ""
        return row(
            cell(shown(fact.subject), head=True),
            cell(cited(done + unit, (language.mark(fact),))),
            cell(plain(status.pending.value) if status.pending else NOTHING),
            cell(period_words(fact.period, language) if fact.period else NOTHING),
        )

    def _problems(self, report: Dossier, most: int) -> Table:
        """Problems with their answers, those without one first."""
        language = self.language
        order = tuple(Strength)[::-1]
        own = [m for m in self.comparison.problems if m.fact.report == report.line.report]
        own.sort(key=lambda m: (not m.is_sure, order.index(m.strength), m.number))
        return Table(
            numbered=False,
            caption=language("存在问题和对应承诺"),
            columns=(
                Column(head=(language("问题"),), width=62),
                Column(head=(language("对应"),), width=28),
                Column(head=(language.promises,), width=72),
            ),
            rows=tuple(map(self._problem, own[:most])),
            note=self._more(len(own), most),
        )

    def _problem(self, match: ProblemMatch) -> Row:
        language = self.language
        words = condensed(shown(match.fact.title), _BODY)
        title = (*cited(words, (language.mark(match.fact),)), *self.problems.doubt(match))
        if not match.planned:
            return row(cell(title, head=True), cell(NOTHING), cell(NOTHING))
        tag = language(names().strengths[match.strength])
        return row(
            cell(title, head=True),
            cell(styled(tag, TAGS[match.strength])),
            self.problems.first_answer(match, _ANSWER) if match.answers else cell(NOTHING),
        )

    def _promises(self, report: Dossier, most: int) -> Table:
        """The promises that can be checked, and how many there are in all."""
        language = self.language
        plan = next(p for p in self.comparison.plans if p.report == report.line.report)
        checkable = [item for item in plan.commitments if item.checkable]
        checkable.sort(key=lambda item: not item.fact.is_sure)
        caption = language(
            "{promises}{total}句，可核查{count}句",
            promises=language.promises,
            total=len(plan.sure),
            count=plan.checkable,
        )
        return Table(
            numbered=False,
            caption=caption,
            columns=(
                Column(head=(language("主题"),), width=30),
                Column(head=(language("可核查的承诺"),), width=132),
            ),
            rows=tuple(map(self._promise, checkable[:most])),
            note=self._more(len(checkable), most),
        )

    def _promise(self, item: PlannedCommitment) -> Row:
        return row(
            cell(*theme_words(item.fact.themes[:1], self.language), head=True),
            cell(self.promises.short(item, _PROMISE)),
        )

    def _years(self, report: Dossier) -> Iterator[Picture]:
        """Its leading metrics over the years, where there are reports on several."""
        for years in self.comparison.years:
            if years.reports[0] == report.line.report:
                yield from year_pictures(years, report.number, self.language)

    def _more(self, count: int, most: int, *, computed: bool = False) -> Runs:
        """How many rows are left out, and that a median is ours."""
        said = []
        if count > most:
            said.append(self.language("其余{count}个见 briefing.xlsx。", count=count - most))
        if computed and self.context.bureaus >= _GROUP:
            said.append(self.language("位次和中位数由本简报计算，只算可直接对比的单位。"))
        return (Run("".join(said)),) if said else ()
