"""Done against total of every set of items, from the lowest rate of completion to the highest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from builder.charts.bars import Bar, Frame, State, bar_chart, fitting
from builder.charts.plots import plot_bars
from builder.charts.theme import WIDTH_MM, millimetres
from builder.charts.wording import left_out
from builder.language import Language
from builder.model import Chart, Figure, PartName, TallyRow
from builder.wording.words import enumeration

LONG_ALT = 12
WHOLE = Decimal(100)


def tally_chart(tallies: Sequence[TallyRow], language: Language) -> Chart | None:
    """The chart of all tallies; None where none has a rate."""
    rows = sorted(tallies, key=_order)
    bars = tuple(_bar(row, language) for row in rows)
    if all(bar.state is State.MISSING for bar in bars):
        return None
    frame = Frame(names=320, plot=150, domain=float(WHOLE))
    shown = fitting(bars, frame)
    drawing, height = bar_chart("tallies", shown, frame)
    heads = [language(head) for head in ("单位", "事项", "来源", "总数", "已完成")]
    percent = language("（{unit}）", unit="%")
    rates = [f"{language(head)}\n{percent}" for head in ("原文比率", "计算比率")]
    return Chart(
        id="tallies",
        part=PartName.INSPECTION,
        title=language("各类交办、反馈事项的完成情况"),
        caption=_caption(rows, language),
        alt=_alt(rows, language),
        note=_note(shown, bars, language),
        columns=(*heads, *rates),
        rows=tuple(_data(row) for row in rows),
        spec=drawing,
        width=WIDTH_MM,
        height=millimetres(height),
        bars=plot_bars(shown),
    )


def _order(row: TallyRow) -> tuple[bool, bool, Decimal]:
    """Computed rates from low to high, then printed ones, then those without a rate."""
    computed, printed = row.computed_rate.value, row.printed_rate.value
    rate = printed if computed is None else computed
    return computed is None, rate is None, rate or Decimal(0)


def _bar(row: TallyRow, language: Language) -> Bar:
    detail = language("{source}：{subject}", source=row.source, subject=row.subject)
    if row.computed_rate.value is not None:
        return Bar(
            name=row.bureau,
            detail=detail,
            state=State.COMPARABLE,
            text=row.computed_rate.text,
            value=row.computed_rate.value,
            before=row.computed_rate.before,
            after=row.computed_rate.after,
            full=WHOLE,
            remark=language("{done}/{total}", done=row.done.text, total=row.total.text),
        )
    if row.printed_rate.value is not None:
        return Bar(
            name=row.bureau,
            detail=detail,
            state=State.APART,
            text=row.printed_rate.text,
            value=row.printed_rate.value,
            before=row.printed_rate.before,
            after=row.printed_rate.after,
            remark=language("只载完成率，未载件数"),
        )
    return Bar(name=row.bureau, detail=detail, state=State.MISSING, text=_missing(row, language))


def _missing(row: TallyRow, language: Language) -> str:
    if row.done.value is not None:
        return language("已完成{done}，总数未载明", done=row.done.text)
    if row.total.value is not None:
        return language("共{total}，完成数未载明", total=row.total.text)
    return language("未载数字")


def _caption(rows: Sequence[TallyRow], language: Language) -> str:
    """The point: how many sets are complete, which has the most left, and what cannot be said."""
    rated = [row for row in rows if row.computed_rate.value is not None]
    complete = [row for row in rated if row.computed_rate.value == WHOLE]
    sentences = [language("总数和完成数都载明的有{count}项", count=len(rated))] if rated else []
    if complete:
        sentences.append(language("其中{count}项全部完成", count=len(complete)))
    if len(complete) < len(rated):
        lowest = [row for row in rated if row.computed_rate.value == rated[0].computed_rate.value]
        names = [
            language("{bureau}的“{subject}”", bureau=row.bureau, subject=row.subject)
            for row in lowest
        ]
        sentences.append(
            language(
                "完成率最低的是{names}（{rate}，按完成数与总数计算）",
                names=enumeration(names, language),
                rate=lowest[0].computed_rate.text,
            )
        )
    if len(rated) < len(rows):
        sentences.append(
            language("{count}项缺总数或完成数，不能计算", count=len(rows) - len(rated))
        )
    return language.sentence(language("；").join(sentences) + language("。"))


def _alt(rows: Sequence[TallyRow], language: Language) -> str:
    head = language("条形图：各类事项的完成数占总数的比例。")
    if len(rows) > LONG_ALT:
        return head + _caption(rows, language) + language("全部数值见附录的数据表。")
    return head + language("；").join(_words(row, language) for row in rows) + language("。")


def _words(row: TallyRow, language: Language) -> str:
    fields = {"bureau": row.bureau, "subject": row.subject}
    if row.computed_rate.value is None:
        said = row.printed_rate.text if row.printed_rate.value else _missing(row, language)
        return language("{bureau}“{subject}”：{said}", **fields, said=said)
    return language(
        "{bureau}“{subject}”：{total}项中完成{done}项，{rate}",
        **fields,
        total=row.total.text,
        done=row.done.text,
        rate=row.computed_rate.text,
    )


def _note(shown: Sequence[Bar], bars: Sequence[Bar], language: Language) -> str:
    explained = {
        State.COMPARABLE: language("深色为已完成，浅色为全部，右侧为完成数/总数"),
        State.APART: language("虚线空心条：原文只有完成率"),
        State.MISSING: language("没有条的：缺总数或完成数"),
    }
    states = {bar.state for bar in shown}
    parts = [words for state, words in explained.items() if state in states]
    parts.append(language("各项的来源和起止时间不同，完成率不作名次"))
    if len(shown) < len(bars):
        parts.append(left_out(len(shown), len(bars), language))
    return language.sentence(language("；").join(parts) + language("。"))


def _data(row: TallyRow) -> tuple[str | Figure, ...]:
    """The row's figures; the head of the computed rate says what it is."""
    rate = replace(row.computed_rate, marks=(), computed=False)
    return row.bureau, row.subject, row.source, row.total, row.done, row.printed_rate, rate
