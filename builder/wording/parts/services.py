"""执法、信访与审批: numbers of the same kind that two or more bureaus report, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model import Qualifier, Tally
from builder.model.comparison import Dossier, QuantityEntry, QuantitySet
from builder.model.page import BriefingPart, Cell, Column, Paragraph, Row, Table
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.wording.cells import NOTHING, cell, row, styled
from builder.wording.parts.context import Context
from builder.wording.parts.titles import TITLES
from builder.wording.periods import period_words
from builder.wording.runs import cited, in_a_row
from builder.wording.stated import usual_period
from builder.wording.words import amount, tally_part_words, theme_words

COLUMNS = 5
"""At most so many bureaus have room as columns; more are listed in their row."""
EMPTY = 0.2
"""A table with a larger share of empty cells lists the bureaus too."""
MOST_NAMED = 8
"""So many bureaus are listed in a row; the Excel file has the others."""
_MATTER = 30


def services(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing where no two bureaus report the same kind of number."""
    sets = [found for found in context.comparison.quantities if _bureaus(found) > 1]
    if not sets:
        return ()
    made = _Services(context)
    return (
        BriefingPart(
            name=PartName.SERVICES,
            title=context.language(TITLES[PartName.SERVICES]),
            blocks=(*made.silent(), made.table(sets)),
        ),
    )


class _Services:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.usual = usual_period(context.comparison)

    def silent(self) -> Iterator[Paragraph]:
        """Who reports none of these numbers; said once, so that no column has to."""
        # Nobody is said to lack what they state, though it may be too unsure to be listed.
        sets = self.context.comparison.quantities
        stating = {entry.fact.report for found in sets for entry in found.entries}
        missing = [name for name in self.language.reports if name not in stating]
        if missing:
            words = self.language(
                "{bureaus}没有写到两家以上共有的这类数量，不列。",
                bureaus=self.context.shortened([*map(self.language.bureau, missing)]),
            )
            yield Paragraph(runs=(Run(words),))

    def table(self, sets: Sequence[QuantitySet]) -> Table:
        """A row a kind; a column a bureau, or a list of them."""
        stating = self._stating(sets)
        given = sum(map(_bureaus, sets))
        empty = 1 - given / (len(sets) * len(stating))
        if len(stating) > COLUMNS or empty > EMPTY:
            columns, rows = self._list_columns(), tuple(map(self._list_row, sets))
        else:
            columns = self._columns(stating)
            rows = tuple(self._row(found, stating) for found in sets)
        return Table(
            caption=self.language("执法、信访、审批主要数量"),
            columns=columns,
            rows=rows,
            note=(Run(self._note(sets)),),
        )

    def _columns(self, stating: Sequence[Dossier]) -> tuple[Column, ...]:
        width = (162 - _MATTER) / len(stating)
        return (
            Column(head=(self.language("事项"),), width=_MATTER),
            *(Column(head=self._head(one), width=width) for one in stating),
        )

    def _list_columns(self) -> tuple[Column, ...]:
        return (
            Column(head=(self.language("事项"),), width=_MATTER),
            Column(head=(self.language("单位和数量"),), width=162 - _MATTER),
        )

    def _head(self, report: Dossier) -> tuple[str, ...]:
        """潜江市 over （2024年）."""
        name = self.language.bureau(report.line.report)
        if report.line.period is None:
            return (name,)
        period = period_words(report.line.period, self.language)
        return (name, self.language("（{period}）", period=period))

    def _row(self, found: QuantitySet, stating: Sequence[Dossier]) -> Row:
        matter = cell(self.language(found.kind), head=True)
        cells = (self._cell(found, report) for report in stating)
        return row(matter, *(made or cell(NOTHING) for made in cells))

    def _cell(self, found: QuantitySet, report: Dossier) -> Cell | None:
        entries = [e for e in _sure(found.entries) if e.fact.report == report.line.report]
        if not entries:
            return None
        return cell(*(each for entry in entries for each in self._lines(entry, found)))

    def _lines(self, entry: QuantityEntry, found: QuantitySet) -> Iterator[Runs]:
        """A number with its unit, and under it what the report calls it, if not the same."""
        report = self.language.report(entry.fact)
        apart = report.line.period != self.usual and self.usual is not None
        style = RunStyle.APART if apart else RunStyle.PLAIN
        yield cited(styled(self._amount(entry), style), (self.language.mark(entry.fact),))
        label = self._label(entry, found)
        if label:
            yield styled(label, RunStyle.QUIET)

    def _amount(self, entry: QuantityEntry) -> str:
        fact = entry.fact
        if isinstance(fact, Tally):
            return amount(entry.value, fact.unit or "", Qualifier.EQUAL, self.language)
        return amount(entry.value, fact.unit, fact.qualifier, self.language)

    def _label(self, entry: QuantityEntry, found: QuantitySet) -> str:
        """What a number is of, where that is not the kind itself."""
        language, fact = self.language, entry.fact
        label = fact.subject if isinstance(fact, Tally) else fact.label
        if entry.part is not None:
            return language(
                "{subject}，{role}", subject=label, role=tally_part_words(entry.part, language)
            )
        if entry.themed:
            return language(
                "{label}（{theme}）", label=label, theme=theme_words(fact.themes[:1], language)[0]
            )
        return "" if label in found.kind or found.kind in label else label

    def _list_row(self, found: QuantitySet) -> Row:
        """潜江市29起；某区18起; many bureaus are cut, with how many more there are."""
        language, entries = self.language, _sure(found.entries)
        runs = in_a_row(
            [self._listed(entry, found) for entry in entries[:MOST_NAMED]], language("；")
        )
        more = len(entries) - MOST_NAMED
        if more > 0:
            words = language("；另有{count}个见 briefing.xlsx", count=more)
            runs = (*runs, *styled(words, RunStyle.QUIET))
        return row(cell(language(found.kind), head=True), cell(runs))

    def _listed(self, entry: QuantityEntry, found: QuantitySet) -> Runs:
        """某区2人（移送公安机关行政拘留）; grey where it is of another time."""
        language = self.language
        amount_, *label = self._lines(entry, found)
        name = (Run(language.bureau(entry.fact.report)),)
        told = language.runs("{bureau}{value}", bureau=name, value=amount_)
        if not label:
            return told
        return language.runs("{label}（{theme}）", label=told, theme=label[0])

    def _stating(self, sets: Iterable[QuantitySet]) -> list[Dossier]:
        reports = {entry.fact.report for found in sets for entry in _sure(found.entries)}
        return [one for one in self.context.comparison.reports if one.line.report in reports]

    def _note(self, sets: Sequence[QuantitySet]) -> str:
        language = self.language
        said = [
            language("只列两家以上写明的数量，不排序；只有一家写明的见 briefing.xlsx“全部数据”。")
        ]
        if any(found.periods_differ for found in sets):
            said.append(language("数据期不同，只作参考。"))
        if any(found.units_differ for found in sets):
            said.append(language("单位按原文，不换算。"))
        return "".join(said)


def _bureaus(found: QuantitySet) -> int:
    """How many reports give a number of the kind that is sure."""
    return len({entry.fact.report for entry in _sure(found.entries)})


def _sure(entries: Iterable[QuantityEntry]) -> tuple[QuantityEntry, ...]:
    return tuple(entry for entry in entries if entry.fact.is_sure)
