"""下一年承诺: by bureau, promises that can be checked in full, others by one clause each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from builder.language import SOURCE_LANGUAGE
from builder.model import Checkability, Period, Theme, every_theme
from builder.model.comparison import Plan, PlannedCommitment
from builder.model.page import (
    Block,
    BriefingPart,
    Column,
    Heading,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
)
from builder.model.parts import PartName
from builder.model.printed import Run, Runs, RunStyle
from builder.wording.cells import cell, row, styled
from builder.wording.parts.context import Context
from builder.wording.parts.plan_lines import checkable_lines, plan_lines
from builder.wording.parts.promises import Promises, sooner
from builder.wording.parts.theme_facts import main_theme
from builder.wording.parts.theme_grid import CHECKABLE, GENERAL
from builder.wording.parts.titles import title
from builder.wording.periods import period_words
from builder.wording.runs import in_a_row
from builder.wording.words import enumeration, theme_words

_THEME, _PROMISE, _AIM, _POINTS = 21, 95, 46, 141
# Themes in English are longer: Environmental risk.
_LATIN = 6
MOST_SIGNS = 40
MOST_PROMISES, MOST_CHECKABLE, MOST_ROWS = 160, 45, 90
"""How many promises have room in full, checkable ones in full, and in a row each."""
_COUNTED, _CHECKABLE_ONLY, _SUMMED = 8, 16, 41
_PAIR = 2
"""Two bureaus have eight pages in all: with many promises the general ones are counted."""
MOST_OF_PAIR = 40
# Themes with few points share a row.
_POINTS_OF_ROW, _THEMES_OF_ROW, _LETTERS_OF_ROW = 3, 2, 9


class Fold(IntEnum):
    """How far the part is folded: all, general ones counted, checkable ones only, sums."""

    FULL = 0
    COUNTED = 1
    CHECKABLE_ONLY = 2
    SUMMED = 3


def commitments(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing where no report has been read."""
    if not context.comparison.reports:
        return ()
    made = _Commitments(context)
    return (
        BriefingPart(
            name=PartName.COMMITMENTS,
            title=title(PartName.COMMITMENTS, context.language),
            blocks=(made.summary(), *made.blocks()),
        ),
    )


class _Commitments:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.longer = 0 if context.language.code == SOURCE_LANGUAGE else _LATIN
        self.promises = Promises(context.language)
        self.plans = [plan for plan in context.comparison.plans if plan.commitments or plan.further]
        self.items = [item for plan in self.plans for item in plan.commitments]
        self.sure = [item for plan in self.plans for item in plan.sure]
        self.fold = _fold(context.bureaus, self.items)

    def summary(self) -> Paragraph:
        """How many promises there are, how many can be checked, and who has no plan."""
        return Paragraph(runs=(Run("".join(self._summary())),))

    def _summary(self) -> Iterator[str]:
        language = self.language
        planning = [plan for plan in self.plans if plan.sure]
        if planning:
            yield self._counts(planning)
            yield from self._dated()
        if doubtful := len(self.items) - len(self.sure):
            yield language("另有{count}句须核对，不计入。", count=doubtful)
        known = {plan.report for plan in self.plans}
        silent = [language.bureau(one) for one in language.reports if one not in known]
        if silent:
            who = self.context.shortened(silent)
            yield language("{bureaus}的报告没有下一步计划。", bureaus=who)
        if planning and self.fold <= Fold.COUNTED:
            yield language("每个圆为一句，实心为可核查。")

    def _counts(self, planning: Sequence[Plan]) -> str:
        language, total = self.language, len(self.sure)
        checkable = sum(item.checkable for item in self.sure)
        who = language.bureau(planning[0].report)
        if len(planning) > 1:
            who = self.context.counted(len(planning))
        if not checkable:
            return language(
                "{bureaus}计划共{total}句承诺，没有可核查的（写明数量、时限或具名成果）。",
                bureaus=who,
                total=total,
            )
        return language(
            "{bureaus}计划共{total}句承诺，可核查的（写明数量、时限或具名成果）{checkable}句，"
            "占{share}%（由本简报计算）。",
            bureaus=who,
            total=total,
            checkable=checkable,
            share=f"{100 * checkable / total:.1f}",
        )

    def _dated(self) -> Iterator[str]:
        """Who states by when; said only where few do."""
        language = self.language
        reports = [item.fact.report for item in self.sure if item.fact.deadline is not None]
        if not reports:
            yield language("都没有写明时限。")
        elif len(set(reports)) == 1 and len(self.plans) > 1:
            yield language(
                "写明时限的只有{bureau}{count}句。",
                bureau=language.bureau(reports[0]),
                count=len(reports),
            )

    def blocks(self) -> Iterator[Block]:
        """The plans as far as they have room."""
        if self.fold <= Fold.COUNTED:
            for plan in self.plans:
                yield from self._plan(plan)
        elif self.fold is Fold.CHECKABLE_ONLY:
            yield from checkable_lines(self.items, self.promises)
        elif self.plans:
            yield plan_lines(self.plans, self.promises)

    def _plan(self, plan: Plan) -> Iterator[Block]:
        """A bureau: its signs, its tables, and what it promises for several years."""
        if len(self.plans) > 1:
            yield Heading(text=self.language.bureau(plan.report))
        if plan.sure:
            yield Paragraph(runs=self._signs(plan), kind=ParagraphKind.NOTE)
        checkable = sorted((item for item in plan.commitments if item.checkable), key=sooner)
        general = [item for item in plan.commitments if not item.checkable]
        if checkable:
            yield self._checkable(checkable)
        if general:
            yield self._general(general) if self.fold is Fold.FULL else self._by_theme(general)
        if plan.further:
            yield self._further(plan.further)

    def _signs(self, plan: Plan) -> Runs:
        """●●○○○　5句，可核查2句：数量1、成果1；均未写时限."""
        general = len(plan.sure) - plan.checkable
        if len(plan.sure) <= MOST_SIGNS:
            signs = CHECKABLE * plan.checkable + GENERAL * general
        else:
            counts = ((CHECKABLE, plan.checkable), (GENERAL, general))
            signs = " ".join(f"{sign}×{count}" for sign, count in counts if count)
        return (Run(signs), Run(f"　{self._counted(plan)}"))

    def _counted(self, plan: Plan) -> str:
        language = self.language
        total = language("{count}句", count=len(plan.sure)) + self._period(plan)
        if not plan.checkable:
            return language("{total}，没有可核查的", total=total)
        kinds = {
            language("数量"): Checkability.QUANTIFIED,
            language("时限"): Checkability.DATED,
            language("成果"): Checkability.PRODUCT,
        }
        parts = (
            language("{kind}{count}", kind=words, count=plan.count(kind))
            for words, kind in kinds.items()
            if plan.count(kind)
        )
        words = language(
            "{total}，可核查{checkable}句：{kinds}",
            total=total,
            checkable=plan.checkable,
            kinds=language("、").join(parts),
        )
        return words + self._deadlines(plan)

    def _period(self, plan: Plan) -> str:
        """The time of a plan where it is not that of most: （2024年）."""
        planned = self.language.reports[plan.report].line.plan_period
        if planned == self._usual():
            return ""
        if planned is None:
            return self.language("（计划期未写明）")
        return self.language("（{period}）", period=period_words(planned, self.language))

    def _usual(self) -> Period | None:
        """The time of most plans, the latest of several."""
        periods = [self.language.reports[plan.report].line.plan_period for plan in self.plans]
        known = [period for period in periods if period is not None]
        return max(known, key=lambda one: (known.count(one), one.end), default=None)

    def _deadlines(self, plan: Plan) -> str:
        """How many state by when, unless the count of kinds has said it."""
        dated = sum(item.fact.deadline is not None for item in plan.sure)
        if dated == plan.count(Checkability.DATED):
            return "" if dated else self.language("；均未写时限")
        return self.language("；写明时限的共{count}句", count=dated)

    def _checkable(self, items: Iterable[PlannedCommitment]) -> Table:
        language = self.language
        return Table(
            flows=True,
            columns=(
                Column(head=(language("主题"),), width=_THEME + self.longer),
                Column(head=(language("可核查的承诺"),), width=_PROMISE - self.longer),
                Column(head=(language("目标、成果、时限"),), width=_AIM),
            ),
            rows=tuple(
                row(
                    cell(*theme_words(item.fact.themes[:1], language), head=True),
                    cell(self.promises.whole(item)),
                    cell(self.promises.aim(item)),
                )
                for item in items
            ),
        )

    def _general(self, items: Sequence[PlannedCommitment]) -> Table:
        language = self.language
        head = language("一般性承诺{count}句（摘要点）", count=len(items))
        return Table(
            flows=True,
            columns=(
                Column(head=(language("主题"),), width=_THEME + self.longer),
                Column(head=(head,), width=_POINTS - self.longer),
            ),
            rows=tuple(map(self._points, self._shared_rows(_by_theme(items)))),
        )

    def _shared_rows(
        self, themes: dict[Theme, list[PlannedCommitment]]
    ) -> Iterator[dict[Theme, list[PlannedCommitment]]]:
        """Neighbouring themes with few promises in one row, if their names have room."""
        held: dict[Theme, list[PlannedCommitment]] = {}
        for theme, items in themes.items():
            points = sum(map(len, held.values())) + len(items)
            letters = sum(map(len, theme_words((*held, theme), self.language)))
            full = points > _POINTS_OF_ROW or letters > _LETTERS_OF_ROW
            if held and (full or len(held) >= _THEMES_OF_ROW):
                yield held
                held = {}
            held[theme] = items
        if held:
            yield held

    def _points(self, themes: dict[Theme, list[PlannedCommitment]]) -> Row:
        language = self.language
        points = [self.promises.point(item) for items in themes.values() for item in items]
        return row(
            cell(enumeration(theme_words(themes, language), language), head=True),
            cell(in_a_row(points, language("；"))),
        )

    def _by_theme(self, items: Sequence[PlannedCommitment]) -> Paragraph:
        """How many general promises each theme has."""
        language = self.language
        counts = (
            language("{theme}{count}", theme=theme_words((theme,), language)[0], count=len(some))
            for theme, some in sorted(_by_theme(items).items(), key=lambda pair: -len(pair[1]))
        )
        words = language(
            "一般性承诺{count}句：{themes}。",
            count=len(items),
            themes=language("、").join(counts),
        )
        return Paragraph(runs=(Run(words),), kind=ParagraphKind.NOTE)

    def _further(self, items: Sequence[PlannedCommitment]) -> Paragraph:
        language = self.language
        lead = language("中长期目标{count}句，另计：", count=len(items))
        points = [self.promises.point(item) for item in items]
        runs = (*styled(lead, RunStyle.QUIET), *in_a_row(points, language("；")))
        return Paragraph(runs=runs, kind=ParagraphKind.ITEM)


def _fold(bureaus: int, items: Sequence[PlannedCommitment]) -> Fold:
    """As far as the bureaus ask for it, and further where what is shown passes its room."""
    checkable = sum(item.checkable for item in items)
    room = MOST_OF_PAIR if bureaus == _PAIR else MOST_PROMISES
    if bureaus < _COUNTED and len(items) <= room:
        return Fold.FULL
    if bureaus < _CHECKABLE_ONLY and checkable <= MOST_CHECKABLE:
        return Fold.COUNTED
    if bureaus < _SUMMED and checkable <= MOST_ROWS:
        return Fold.CHECKABLE_ONLY
    return Fold.SUMMED


def _by_theme(items: Iterable[PlannedCommitment]) -> dict[Theme, list[PlannedCommitment]]:
    """By main theme in the order of the themes."""
    found: dict[Theme, list[PlannedCommitment]] = {theme: [] for theme in every_theme()}
    for item in items:
        found[main_theme(item.fact.themes)].append(item)
    return {theme: some for theme, some in found.items() if some}
