"""存在问题和对应承诺: each named problem, what was done on it and what the plan promises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import islice, zip_longest

from builder.model import Strength, Theme
from builder.model.comparison import ProblemMatch
from builder.model.page import Block, BriefingPart, Column, Paragraph, Table
from builder.model.parts import PartName
from builder.model.printed import Run
from builder.vocabulary.environment.names import names
from builder.wording.cells import row
from builder.wording.parts.context import Context
from builder.wording.parts.problems import TAGS, Problems
from builder.wording.parts.theme_facts import main_theme
from builder.wording.parts.theme_grid import theme_grid
from builder.wording.parts.titles import TITLES

_ORDER = tuple(TAGS)

MOST_FULL, MOST_OPEN, MOST_LINES, MOST_NAMED = 24, 18, 30, 20
"""How many problems have room in full, open ones in full, in one line each, and by theme."""
_SHORTER, _OPEN_ONLY, _THEMED = 8, 16, 41
"""From so many bureaus on a page of all would be too long."""


class Fold(IntEnum):
    """How far the part is folded: all in full, answered ones in a line, open ones only, some."""

    FULL = 0
    ANSWERED_SHORT = 1
    OPEN_ONLY = 2
    THEMED = 3


def matrix(context: Context) -> tuple[BriefingPart, ...]:
    """The part; nothing where no report has been read."""
    if not context.comparison.reports:
        return ()
    made, grid = _Matrix(context), theme_grid(context)
    return (
        BriefingPart(
            name=PartName.MATRIX,
            title=context.language(TITLES[PartName.MATRIX]),
            blocks=(made.summary(), *made.tables(), *((grid,) if grid else ())),
        ),
    )


class _Matrix:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.language = context.language
        self.problems = Problems(context.language)
        matches = context.comparison.problems
        self.matches = sorted(matches, key=self._place)
        self.fold = _fold(context.bureaus, self.matches)

    def _place(self, match: ProblemMatch) -> tuple[bool, bool, int, int, int]:
        """Open ones first, those without any plan and those to be checked last, then by bureau."""
        report = list(self.language.reports).index(match.fact.report)
        return (
            not match.is_sure,
            not match.planned,
            _ORDER.index(match.strength),
            report,
            match.number,
        )

    def summary(self) -> Paragraph:
        """Who names how many problems, how they are answered, and who names none."""
        return Paragraph(runs=(Run("".join(self._summary())),))

    def _summary(self) -> Iterator[str]:
        language = self.language
        naming = {match.fact.report for match in self.matches}
        silent = [language.bureau(one) for one in language.reports if one not in naming]
        counted = [match for match in self.matches if match.is_sure]
        if counted:
            yield self._counts(counted)
        elif naming:
            yield language("读到{count}个问题，都须核对。", count=len(self.matches))
        if silent:
            who = self.context.shortened(silent)
            yield (
                language("{bureaus}没有写自身问题。", bureaus=who)
                if naming
                else language("{bureaus}的报告没有写自身问题。", bureaus=who)
            )
        if naming:
            yield language("是否对应由程序按用词判断，可在附录核对原句。")

    def _counts(self, matches: Sequence[ProblemMatch]) -> str:
        """Those that count, by their answer, and how many are to be checked."""
        language = self.language
        (first, *others) = {match.fact.report for match in matches}
        states = language("，").join(self._states(matches))
        doubtful = len(self.matches) - len(matches)
        if doubtful:
            states = language("{states}；另有{count}个须核对", states=states, count=doubtful)
        return language(
            "{bureaus}写明问题{problems}个：{states}。",
            bureaus=self.context.counted(len(others) + 1) if others else language.bureau(first),
            problems=len(matches),
            states=states,
        )

    def _states(self, matches: Sequence[ProblemMatch]) -> Iterator[str]:
        language = self.language
        planned = Counter(match.strength for match in matches if match.planned)
        for strength in _ORDER:
            if planned[strength]:
                state = language(names().strengths[strength])
                yield language("{state}{count}个", state=state, count=planned[strength])
        unplanned = sum(not match.planned for match in matches)
        if unplanned:
            yield language("报告没有下一步计划的{count}个", count=unplanned)

    def tables(self) -> Iterator[Block]:
        """The problems as far as they have room."""
        open_ones = [match for match in self.matches if _is_open(match)]
        if self.fold is Fold.FULL and self.matches:
            yield self._full(self.matches)
        elif self.fold is Fold.ANSWERED_SHORT:
            answered = [match for match in self.matches if not _is_open(match)]
            if open_ones:
                yield self._full(open_ones)
            if answered:
                yield self._answered(answered)
        elif self.fold > Fold.ANSWERED_SHORT:
            yield from self._unanswered()

    def _full(self, matches: Sequence[ProblemMatch]) -> Table:
        language = self.language
        return Table(
            caption=language(
                "问题、已做工作和{promises}（未见对应承诺的在前）",
                promises=language.inside(language.promises),
            ),
            columns=(
                Column(head=(language("问题和原因"),), width=66),
                Column(head=(language("已做工作"),), width=45),
                Column(head=(language.promises,), width=51),
            ),
            rows=tuple(self.problems.row(number, match) for number, match in enumerate(matches, 1)),
            note=(Run(self._note(matches)),),
        )

    def _note(self, matches: Sequence[ProblemMatch]) -> str:
        language = self.language
        said = []
        if any(match.fact.cause is None for match in matches):
            said.append(language("没有“原因”的，原文没有写明原因。"))
        said.append(language("引文为原文的整个分句，标点统一为全角；原句见附录。"))
        turned = [
            language.bureau(one)
            for one, report in language.reports.items()
            if report.extraction.outline.source.converted
            and any(match.fact.report == one for match in matches)
        ]
        if turned:
            said.append(language("{bureaus}已转为简体。", bureaus=self.context.shortened(turned)))
        return "".join(said)

    def _answered(self, matches: Sequence[ProblemMatch]) -> Table:
        """Problems that a promise speaks of, a line each."""
        language, problems = self.language, self.problems
        return Table(
            caption=language("计划中写到的问题"),
            columns=(*self._line_columns(), Column(head=(language.promises,), width=72)),
            rows=tuple(
                row(*problems.line(match), problems.first_answer(match)) for match in matches
            ),
            dense=True,
        )

    def _line_columns(self) -> tuple[Column, ...]:
        language = self.language
        return (
            Column(head=(language("单位"),), width=20),
            Column(head=(language("主题"),), width=18),
            Column(head=(language("问题"),), width=52),
        )

    def _unanswered(self) -> Iterator[Block]:
        """Only problems without a promise, a line each; of too many some of every theme."""
        language, problems = self.language, self.problems
        matches = [match for match in self.matches if match.unanswered]
        if not matches:
            return
        listed = _spread(matches, MOST_NAMED) if self.fold is Fold.THEMED else matches
        left = len(matches) - len(listed)
        more = language("其余{count}个见 briefing.xlsx。", count=left) if left else ""
        yield Table(
            caption=language("未见对应承诺的问题"),
            columns=(*self._line_columns(), Column(head=(language("已做工作"),), width=72)),
            rows=tuple(row(*problems.line(match), problems.first_work(match)) for match in listed),
            dense=True,
            note=(Run(more),) if more else (),
        )


def _fold(bureaus: int, matches: Sequence[ProblemMatch]) -> Fold:
    """As far as the bureaus ask for it, and further where what is shown passes its room."""
    open_ones = sum(map(_is_open, matches))
    unanswered = sum(match.unanswered for match in matches)
    if bureaus < _SHORTER and len(matches) <= MOST_FULL:
        return Fold.FULL
    if bureaus < _OPEN_ONLY and open_ones <= MOST_OPEN:
        return Fold.ANSWERED_SHORT
    if bureaus < _THEMED and unanswered <= MOST_LINES:
        return Fold.OPEN_ONLY
    return Fold.THEMED


def _is_open(match: ProblemMatch) -> bool:
    """Whether no promise names its object."""
    return match.strength is not Strength.DIRECT


def _spread(matches: Sequence[ProblemMatch], most: int) -> list[ProblemMatch]:
    """Some problems of every theme, the commonest themes first, by theme."""
    themes: dict[Theme, list[ProblemMatch]] = {}
    for match in matches:
        themes.setdefault(main_theme(match.fact.themes), []).append(match)
    common = sorted(themes.values(), key=lambda some: -len(some))
    turns = (match for turn in zip_longest(*common) for match in turn if match is not None)
    chosen = list(islice(turns, most))
    return [match for some in common for match in some if match in chosen]
