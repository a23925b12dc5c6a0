"""Themes × bureaus: a sign for each problem and each promise, or their counts where many meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from builder.language import SOURCE_LANGUAGE
from builder.model import Strength, Theme
from builder.model.page import Cell, Column, HeadGroup, Row, RowKind, Table
from builder.model.printed import Run
from builder.vocabulary.environment.names import names
from builder.wording.cells import NOTHING, cell, row
from builder.wording.parts.context import Context
from builder.wording.parts.theme_counts import counted_grid, summed_themes
from builder.wording.parts.theme_facts import ThemeFacts
from builder.wording.words import theme_words

PROBLEMS: Mapping[Strength, str] = MappingProxyType(
    {
        Strength.NONE: "■",
        Strength.GENERAL: "▣",
        Strength.SETTLED: "◇",
        Strength.DIRECT: "□",
    }
)
CHECKABLE, GENERAL = "●", "○"
_WIDTH = 162
_THEME, _SIGN, _GAP, _MOST_SIGNS, _SHARE = 29, 3.7, 1.2, 5, 0.38
_COUNTED, _SUMMED = 8, 16
"""From so many bureaus on counts stand for signs, and sums for bureaus."""


def theme_grid(context: Context) -> Table | None:
    """The grid; none where no problem is named, or by one bureau alone."""
    facts = ThemeFacts(context)
    if not facts.matches or context.bureaus == 1:
        return None
    if context.bureaus >= _SUMMED:
        return summed_themes(facts)
    if context.bureaus >= _COUNTED:
        return counted_grid(facts)
    return _Grid(facts).table()


class _Grid:
    def __init__(self, facts: ThemeFacts) -> None:
        self.facts = facts
        self.language = facts.language
        room = (_WIDTH - _THEME) / len(facts.reports)
        self.widths = (round(room * _SHARE, 2), round(room * (1 - _SHARE), 2))

    def table(self) -> Table:
        """A sign for each problem and each promise."""
        language, reports = self.language, self.facts.reports
        problem, promise = self.widths
        pair = (
            Column(head=(self._head("问题", "□"),), width=problem, ruled=True),
            Column(head=(self._head("承诺", GENERAL),), width=promise),
        )
        heads = (HeadGroup(head=language.bureau(one), span=2) for one in reports)
        return Table(
            caption=self.facts.caption(),
            chart=True,
            columns=(
                Column(head=(language("主题"),), width=_THEME),
                *(column for _ in reports for column in pair),
            ),
            groups=(HeadGroup(head="", span=1), *heads),
            rows=(*map(self._row, self.facts.themes), *self._rest()),
            note=(Run(self._legend() + self.facts.elsewhere()),),
        )

    def _head(self, word: str, sign: str) -> str:
        """The word for what a column has; where words are long, the sign that the note explains."""
        return word if self.language.code == SOURCE_LANGUAGE else sign

    def _row(self, theme: Theme) -> Row:
        head = cell(*theme_words((theme,), self.language), head=True)
        return row(head, *self._signs(theme))

    def _signs(self, theme: Theme) -> Iterator[Cell]:
        """Two cells a bureau; each says in words what its signs show."""
        for one in self.facts.reports:
            strengths = [match.strength for match in self.facts.problems((theme,), (one,))]
            counts = [(sign, strengths.count(kind)) for kind, sign in PROBLEMS.items()]
            yield _sign_cell(counts, self.widths[0], self._problem_words(strengths))
            checkable = [item.checkable for item in self.facts.promises((theme,), (one,))]
            counts = [(CHECKABLE, checkable.count(True)), (GENERAL, checkable.count(False))]
            yield _sign_cell(counts, self.widths[1], self._promise_words(checkable))

    def _problem_words(self, strengths: Sequence[Strength]) -> str:
        language = self.language
        parts = (
            language(
                "{state}{count}个",
                state=language(names().strengths[kind]),
                count=strengths.count(kind),
            )
            for kind in PROBLEMS
            if kind in strengths
        )
        return language("，").join(parts)

    def _promise_words(self, checkable: Sequence[bool]) -> str:
        if not checkable:
            return ""
        return self.language(
            "{total}句，其中可核查{checkable}句", total=len(checkable), checkable=sum(checkable)
        )

    def _rest(self) -> Iterator[Row]:
        """Themes without a problem in one row, and the sums; — where a report names none."""
        language, facts = self.language, self.facts
        if facts.others:
            cells = (
                each
                for one in facts.reports
                for each in (cell(), self._sentences(facts.others, one, ""))
            )
            yield row(cell(language("其他主题"), head=True), *cells)
        sums = (
            each
            for one in facts.reports
            for each in (
                cell(str(len(facts.problems(facts.every, (one,))) or NOTHING)),
                self._sentences(facts.every, one, NOTHING),
            )
        )
        yield Row(cells=(cell(language("合计"), head=True), *sums), kind=RowKind.SUM)

    def _sentences(self, themes: Sequence[Theme], report: str, nothing: str) -> Cell:
        count = len(self.facts.promises(themes, (report,)))
        return cell(self.language("{count}句", count=count) if count else nothing)

    def _legend(self) -> str:
        language = self.language
        found = {match.strength for match in self.facts.matches} | PROBLEMS.keys() - {
            Strength.SETTLED
        }
        signs = "　".join(
            f"{sign} {language(names().strengths[kind])}"
            for kind, sign in PROBLEMS.items()
            if kind in found
        )
        return language(
            "问题：{signs}。承诺（每个一句）：● 可核查　○ 一般性。按第一主题计，"
            "对应的承诺可能列在别的主题。",
            signs=signs,
        )


def _sign_cell(counts: Sequence[tuple[str, int]], width: float, label: str) -> Cell:
    """■□□, or ■×2 over □×7 where the signs have no room."""
    present = [(sign, count) for sign, count in counts if count]
    if sum(count for _, count in present) <= min(_MOST_SIGNS, (width - _GAP) // _SIGN):
        made = cell("".join(sign * count for sign, count in present))
    else:
        made = cell(*(f"{sign}×{count}" if count > 1 else sign for sign, count in present))
    return replace(made, label=label)
