"""Every table of the briefing, made once for all formats: as the page has it, and as a sheet.

What a table says of a record, its heads, widths and bands stand in `measured`, `planned` and
`sources`; templates ask for a table by its name, the Excel file for the sheets of a part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from builder.language import Language
from builder.model import Briefing, CommitmentTable, Grid, IndicatorTable, PartName, View
from builder.model.table import Sheet, Table
from builder.wording.tables.grids import fitted
from builder.wording.tables.measured import (
    APART,
    INDICATORS,
    INSPECTION,
    SERVICES,
    missing,
    services,
    values,
)
from builder.wording.tables.planned import COMMITMENTS, FOLLOWUPS, GAPS_SHEET, MATRIX, planned
from builder.wording.tables.sources import (
    COVERAGE,
    EVIDENCE_SHEET,
    FINDINGS_SHEET,
    MATERIALS,
    OTHERS,
    OTHERS_SHEET,
    QUALITY,
    REFUSED_SHEET,
    by_theme,
    entries,
    refused_row,
)
from builder.wording.tables.spec import Field, on_sheet, printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


__all__ = ["Tables", "sheets"]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a briefing as the page has them, part by part in their order."""

    briefing: Briefing

    @property
    def materials(self) -> tuple[Table, ...]:
        """The reports, two rows each, and the files that could not be used."""
        made = printed(MATERIALS, self._view.bureaus, self._language)
        refused = (refused_row(refusal, self._language) for refusal in self._view.refused)
        return (replace(made, rows=(*made.rows, *refused)),)

    @property
    def indicators(self) -> tuple[Table, ...]:
        """A table a metric, and one of all metrics of which no two values compare."""
        language, metrics = self._language, self._view.indicators
        alone = [metric for metric in metrics if not metric.groups]
        tables = tuple(self._metric(metric) for metric in metrics if metric.groups)
        if not alone:
            return tables
        heading = language("不能比较的指标")
        return (*tables, printed(APART, values(alone), language, heading=heading))

    @property
    def inspection(self) -> tuple[Table, ...]:
        """Sets of items with what is done."""
        return (printed(INSPECTION, self._view.tallies, self._language),)

    @property
    def matrix(self) -> tuple[Table, ...]:
        """Problems with what was done and what is promised, and their counts by theme."""
        made = printed(MATRIX, self._view.matrix, self._language)
        return made, fitted(self._view.overview, self._language)

    @property
    def services(self) -> tuple[Table, ...]:
        """Figures that two or more bureaus report."""
        return (printed(SERVICES, services(self._view.quantities), self._language),)

    @property
    def commitments(self) -> tuple[Table, ...]:
        """Commitments counted by theme, those of each bureau, and what became of the last ones."""
        view, language = self._view, self._language
        plans = (fitted(view.promises, language), *map(self._plan, view.commitments))
        if not view.followups:
            return plans
        heading = language("上一年承诺的兑现情况")
        return (*plans, printed(FOLLOWUPS, view.followups, language, heading=heading))

    @property
    def quality(self) -> tuple[Table, ...]:
        """What a reader must know of the reports, and what became of the numbers of each."""
        view, language = self._view, self._language
        return printed(QUALITY, view.quality, language), printed(COVERAGE, view.coverage, language)

    @property
    def evidence(self) -> tuple[Table, ...]:
        """The figures of no other table, a row a theme, and the data of the charts."""
        language = self._language
        others = printed(
            OTHERS, by_theme(self._view.others), language, heading=language("其他数字")
        )
        drawn = tuple(
            fitted(chart, language, heading="" if number else language("图的数据"))
            for number, chart in enumerate(self.briefing.charts)
        )
        return (others, *drawn) if self._view.others else drawn

    @property
    def _view(self) -> View:
        return self.briefing.comparison

    @property
    def _language(self) -> Language:
        return Language(self.briefing.language)

    def _metric(self, metric: IndicatorTable) -> Table:
        language = self._language
        return printed(
            INDICATORS,
            values([metric]),
            language,
            caption=metric.name,
            heading=metric.name,
            unit=metric.unit,
            note=missing(metric, language) + metric.note,
        )

    def _plan(self, plan: CommitmentTable) -> Table:
        """One bureau's commitments; only the sentence where it has none."""
        made = printed(
            COMMITMENTS,
            planned([plan]),
            self._language,
            caption=plan.title,
            heading=plan.bureau,
            lead=plan.summary,
        )
        return made if plan.rows else replace(made, columns=())


def sheets(part: PartName, title: str, view: View, language: Language) -> Iterator[Sheet]:
    """The sheets of a part: the first has its title, each further table one more."""
    fields, records = _SHEETS[part]
    yield on_sheet(title, fields, records(view), language)
    yield from _further_sheets(part, view, language)


def _further_sheets(part: PartName, view: View, language: Language) -> Iterator[Sheet]:
    if part is PartName.MATERIALS and view.refused:
        yield on_sheet(language("未能使用的文件"), REFUSED_SHEET, view.refused, language)
    elif part is PartName.MATRIX:
        yield on_sheet(language("没有写明问题的单位"), GAPS_SHEET, view.gaps, language)
        yield _counts(language("问题的主题分布"), view.overview, language)
    elif part is PartName.COMMITMENTS:
        yield _counts(language("承诺的主题分布"), view.promises, language)
        if view.followups:
            title = language("上一年承诺的兑现情况")
            yield on_sheet(title, FOLLOWUPS.sheet, view.followups, language)
    elif part is PartName.QUALITY:
        yield on_sheet(language("文中数字的去向"), COVERAGE.sheet, view.coverage, language)
    elif part is PartName.EVIDENCE:
        yield on_sheet(language("其他数字"), OTHERS_SHEET, view.others, language)


def _counts(title: str, grid: Grid, language: Language) -> Sheet:
    """Counts by theme and bureau; words where there is no count."""
    return Sheet(
        title=title,
        heads=(language("主题"), *grid.columns),
        widths=(24, *(14 for _ in grid.columns)),
        rows=tuple(
            (head, *(text if n is None else n for text, n in zip(texts, counts, strict=True)))
            for head, texts, counts in zip(grid.rows, grid.texts, grid.cells, strict=True)
        ),
    )


_SHEETS: Mapping[PartName, tuple[tuple[Field[Any], ...], Callable[[View], Iterable[Any]]]] = {
    PartName.FINDINGS: (FINDINGS_SHEET, lambda view: enumerate(view.findings, 1)),
    PartName.MATERIALS: (MATERIALS.sheet, lambda view: view.bureaus),
    PartName.INDICATORS: (INDICATORS.sheet, lambda view: values(view.indicators)),
    PartName.INSPECTION: (INSPECTION.sheet, lambda view: view.tallies),
    PartName.MATRIX: (MATRIX.sheet, lambda view: view.matrix),
    PartName.SERVICES: (SERVICES.sheet, lambda view: services(view.quantities)),
    PartName.COMMITMENTS: (COMMITMENTS.sheet, lambda view: planned(view.commitments)),
    PartName.QUALITY: (QUALITY.sheet, lambda view: view.quality),
    PartName.EVIDENCE: (EVIDENCE_SHEET, lambda view: entries(view.evidence)),
}
"""The first sheet of every part: its fields, and the records of its rows."""
