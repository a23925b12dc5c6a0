"""Problems and promises of many bureaus by theme, as counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from builder.model import Strength, Theme
from builder.model.page import Cell, CellKind, Column, HeadGroup, Row, RowKind, Table
from builder.model.printed import Run, RunStyle
from builder.wording.cells import NOTHING, bar, cell, number, row, styled
from builder.wording.parts.theme_facts import ThemeFacts
from builder.wording.wording import Wording
from builder.wording.words import theme_words

_WIDTH, _NAME = 162, 24
_MOST_THEMES = 6
# Widths of problems and promises: of a theme, and where the numbers are longer.
_OF_THEME, _OF_MANY = (7.4, 8.6), (9, 12)


def counted_grid(facts: ThemeFacts) -> Table:
    """A row a bureau, and for each theme its problems and promises."""
    language = facts.language
    themes = facts.themes[:_MOST_THEMES]
    others = facts.every[len(themes) :]
    groups = [*((theme,) for theme in themes), *((others,) if others else ()), facts.every]
    heads = [
        *theme_words(themes, language),
        *((language("其他主题"),) if others else ()),
        language("合计"),
    ]
    pairs = [*(_OF_THEME for _ in themes), *(_OF_MANY for _ in groups[len(themes) :])]
    reports = [((one,), language.bureau(one), RowKind.DATA) for one in facts.reports]
    rows = (*reports, (facts.reports, language("合计"), RowKind.SUM))
    legend = language(
        "问题为个数，承诺为句数，按第一主题计；斜线前为未见对应承诺的、可核查的，斜线后为全部。"
    )
    return Table(
        caption=facts.caption(),
        chart=True,
        columns=(
            Column(head=(language("单位"),), width=_NAME),
            *_columns(pairs, language),
        ),
        groups=(HeadGroup(head="", span=1), *(HeadGroup(head=head, span=2) for head in heads)),
        rows=tuple(
            Row(cells=(cell(head, head=True), *_counts(facts, groups, some)), kind=kind)
            for some, head, kind in rows
        ),
        dense=True,
        note=(Run(legend + facts.elsewhere()),),
    )


def _columns(pairs: Sequence[tuple[float, float]], language: Wording) -> Iterator[Column]:
    """A column of problems and one of promises each, together as wide as the page."""
    scale = (_WIDTH - _NAME) / sum(map(sum, pairs))
    for problem, promise in pairs:
        yield Column(head=(language("问题"),), width=round(problem * scale, 2), ruled=True)
        yield Column(head=(language("承诺"),), width=round(promise * scale, 2))


def _counts(
    facts: ThemeFacts, groups: Sequence[Sequence[Theme]], reports: Sequence[str]
) -> Iterator[Cell]:
    """Two cells a group of themes; — in the sums of a report that names none."""
    for themes in groups:
        nothing = NOTHING if themes == facts.every else ""
        matches = facts.problems(themes, reports)
        unanswered = sum(match.unanswered for match in matches)
        yield _count(unanswered, len(matches), RunStyle.STRONG, nothing)
        items = facts.promises(themes, reports)
        checkable = sum(item.checkable for item in items)
        yield _count(checkable, len(items), RunStyle.PLAIN, nothing)


def _count(part: int, total: int, style: RunStyle, nothing: str) -> Cell:
    """3, or 1/3 where one is open or can be checked."""
    if not total:
        return cell(nothing)
    return cell(styled(f"{part}/{total}", style)) if part else cell(str(total))


def summed_themes(facts: ThemeFacts) -> Table:
    """For many bureaus: by theme how many of them name a problem, and the sums of all."""
    language = facts.language
    return Table(
        caption=facts.caption(),
        chart=True,
        columns=(
            Column(head=(language("主题"),), width=30),
            Column(head=(language("占全部单位"),), width=30),
            Column(head=(language("写明问题"), language("的单位")), width=18, kind=CellKind.NUMBER),
            Column(head=(language("问题"),), width=16, kind=CellKind.NUMBER),
            Column(head=(language("未见对应"), language("承诺")), width=18, kind=CellKind.NUMBER),
            Column(head=(language("仅同主题"), language("承诺")), width=18, kind=CellKind.NUMBER),
            Column(head=(language("承诺"), language("（句）")), width=17, kind=CellKind.NUMBER),
            Column(head=(language("可核查"),), width=15, kind=CellKind.NUMBER),
        ),
        rows=tuple(_summed(facts, theme) for theme in facts.themes),
        note=(Run(language("按第一主题计。") + facts.elsewhere()),),
    )


def _summed(facts: ThemeFacts, theme: Theme) -> Row:
    matches, items = facts.problems((theme,)), facts.promises((theme,))
    naming = len({match.fact.report for match in matches})
    counts = (
        len(matches),
        sum(match.unanswered for match in matches),
        sum(match.strength is Strength.GENERAL for match in matches),
        len(items),
        sum(item.checkable for item in items),
    )
    return row(
        cell(*theme_words((theme,), facts.language), head=True),
        bar(Decimal(naming) / len(facts.reports)),
        number(str(naming)),
        *(number(str(count)) for count in counts),
    )
