"""Values of one metric by bureau: bars against the limit of the standard in the data's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from builder.charts.bars import (
    Bar,
    Frame,
    State,
    bar_chart,
    crowded_frame,
    fitting,
    names_width,
)
from builder.charts.plots import plot_bars
from builder.charts.theme import WIDTH, WIDTH_MM, millimetres
from builder.charts.wording import left_out
from builder.language import Language
from builder.model import Chart, Figure, IndicatorRow, IndicatorTable, Limit, PartName, Qualifier
from builder.wording.words import enumeration

# From this many rows on, remarks shrink to a word, so that the chart fits its page.
CROWDED = 16
REMARK = 80
LONG_ALT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the chart; `reason` says why it stands apart, `row` is None where none exists."""

    bureau: str
    head: str = ""
    detail: str = ""
    row: IndicatorRow | None = None
    limit: Limit | None = None
    reason: str = ""

    @property
    def state(self) -> State:
        """How the row is drawn."""
        if self.row is None or self.row.figure.value is None:
            return State.MISSING
        return State.APART if self.reason else State.COMPARABLE


def indicator_chart(table: IndicatorTable, identity: str, language: Language) -> Chart | None:
    """A metric's chart; None where no bureau prints a number of it."""
    lines = tuple(_lines(table, language))
    if all(line.state is State.MISSING for line in lines):
        return None
    bars, frame = _bars(lines, language)
    shown = fitting(bars, frame)
    drawing, height = bar_chart(identity, shown, frame)
    value = f"{language('数值')}\n{language('（{unit}）', unit=table.unit)}"
    return Chart(
        id=identity,
        part=PartName.INDICATORS,
        title=_title(table, language),
        caption=_caption(table, language),
        alt=_alt(table, lines, language),
        note=_note(shown, bars, language),
        columns=(
            *(language(head) for head in ("单位", "范围", "统计期")),
            value,
            *(language(head) for head in ("限值", "可比性")),
        ),
        rows=tuple(_data(line, language) for line in lines),
        spec=drawing,
        width=WIDTH_MM,
        height=millimetres(height),
        bars=plot_bars(shown),
    )


def _lines(table: IndicatorTable, language: Language) -> Iterator[Line]:
    """Comparable groups in their order, values apart, then the bureaus without a value."""
    for group in table.groups:
        head = language("可以比较：{group}", group=group.label)
        for row in group.rows:
            yield Line(bureau=row.bureau, row=row, limit=group.limit, head=head)
    apart = language("不可比：口径各不相同")
    for row in table.apart:
        detail = language("{period}，{scope}", period=row.period, scope=row.scope)
        yield Line(bureau=row.bureau, detail=detail, row=row, reason=row.reason, head=apart)
    for bureau in table.missing:
        yield Line(bureau=bureau, reason=language("未载明"))


def _bars(lines: Sequence[Line], language: Language) -> tuple[tuple[Bar, ...], Frame]:
    """The lines as bars; many bureaus get thinner ones without remarks."""
    crowded = len(lines) > CROWDED
    heads = ("", *(line.head for line in lines))
    bars = tuple(
        _bar(line, language, head=line.head if line.head != before else "", crowded=crowded)
        for line, before in zip(lines, heads, strict=False)
    )
    domain = float(max(max(bar.value, bar.limit or 0) for bar in bars)) * 1.15
    names = names_width(bars)
    if crowded:
        return bars, crowded_frame(bars, names=names, plot=WIDTH - names - REMARK, domain=domain)
    return bars, Frame(names=names, plot=200, domain=domain)


def _bar(line: Line, language: Language, *, head: str, crowded: bool) -> Bar:
    figure = line.row.figure if line.row else None
    remark = line.reason if line.state is State.APART else ""
    return Bar(
        name=line.bureau,
        state=line.state,
        text=figure.text if figure else line.reason,
        value=(figure and figure.value) or Decimal(),
        before=figure.before if figure else "",
        after=figure.after if figure else "",
        head=head,
        detail="" if crowded else line.detail,
        remark=language("不可比") if crowded and remark else remark,
        limit=line.limit.value if line.limit else None,
        limit_name=_limit_words(line.limit, language) if line.limit else "",
    )


def _limit_words(limit: Limit, language: Language) -> str:
    return language(
        "{standard} {grade} {statistic}限值 {value} {unit}",
        standard=limit.standard,
        grade=limit.grade,
        statistic=limit.statistic,
        value=limit.value,
        unit=limit.unit,
    )


def _title(table: IndicatorTable, language: Language) -> str:
    limited = any(group.limit for group in table.groups)
    return language("{metric}与标准限值" if limited else "{metric}", metric=table.name)


def _caption(table: IndicatorTable, language: Language) -> str:
    """The point of the chart: who is lowest and highest, the limit, and what does not compare."""
    sentences = [_extremes(table, language), _verdict(table, language)]
    if table.apart:
        sentences.append(
            language("另有{count}个数值口径不同，以空心条单列，不参与比较", count=len(table.apart))
        )
    if table.missing:
        names = enumeration(table.missing, language)
        sentences.append(language("{bureaus}未载明", bureaus=names))
    return language("；").join(sentence for sentence in sentences if sentence) + language("。")


def _extremes(table: IndicatorTable, language: Language) -> str:
    if not table.groups:
        return language("没有两家单位的数值可以直接比较")
    group = table.groups[0]
    fields = {"group": group.label, "count": len(group.rows)}
    if len(group.rows) == 1 or any(_hedged(row) for row in group.rows):
        return language("{group}可以比较的有{count}家单位", **fields)
    ordered = sorted(group.rows, key=lambda row: row.figure.value or 0)
    low, high = ordered[0].figure.value, ordered[-1].figure.value
    if low == high:
        value = ordered[0].figure.text
        return language("{group}可以比较的{count}家单位数值相同（{value}）", **fields, value=value)
    lows = [row.bureau for row in ordered if row.figure.value == low]
    highs = [row.bureau for row in ordered if row.figure.value == high]
    return language(
        "{group}可以比较的{count}家单位中，{low}最低（{low_value}），{high}最高（{high_value}）",
        **fields,
        low=enumeration(lows, language),
        low_value=ordered[0].figure.text,
        high=enumeration(highs, language),
        high_value=ordered[-1].figure.text,
    )


def _verdict(table: IndicatorTable, language: Language) -> str:
    """Who is above the limit of the first group; nothing where a hedge leaves it open."""
    limit = table.groups[0].limit if table.groups else None
    if limit is None or any(_hedged(row) for row in table.groups[0].rows):
        return ""
    above = [row.bureau for row in table.groups[0].rows if (row.figure.value or 0) > limit.value]
    name = _limit_words(limit, language)
    if not above:
        return language("均不高于{limit}", limit=name)
    return language("{bureaus}高于{limit}", bureaus=enumeration(above, language), limit=name)


def _hedged(row: IndicatorRow) -> bool:
    """Whether the number is printed with a bound or as about: then it is no extreme."""
    return row.figure.value is None or row.figure.qualifier is not Qualifier.EQUAL


def _alt(table: IndicatorTable, lines: Sequence[Line], language: Language) -> str:
    """The chart in words; with many bureaus its point, the values being in the data table."""
    head = language("条形图：{title}。", title=_title(table, language))
    if len(lines) > LONG_ALT:
        return head + _caption(table, language) + language("全部数值见附录的数据表。")
    limits = dict.fromkeys(_limit_words(line.limit, language) for line in lines if line.limit)
    items = [_line_words(line, language) for line in lines] + list(limits)
    return head + language("；").join(items) + language("。")


def _line_words(line: Line, language: Language) -> str:
    if line.row is None:
        return language("{bureau}：未载明", bureau=line.bureau)
    fields = {"bureau": line.bureau, "value": line.row.figure.text}
    if line.reason:
        return language("{bureau} {value}（不可比：{reason}）", **fields, reason=line.reason)
    return language("{bureau} {value}", **fields)


def _note(shown: Sequence[Bar], bars: Sequence[Bar], language: Language) -> str:
    explained = {
        State.COMPARABLE: language("实心条：可以比较"),
        State.APART: language("虚线空心条：不可比，原因见附录的数据表")
        if len(bars) > CROWDED
        else language("虚线空心条：不可比，旁注原因"),
        State.MISSING: language("没有条的：未载明"),
    }
    states = {bar.state for bar in shown}
    parts = [words for state, words in explained.items() if state in states]
    if len(shown) < len(bars):
        parts.append(left_out(len(shown), len(bars), language))
    return language.sentence(language("；").join(parts) + language("。"))


def _data(line: Line, language: Language) -> tuple[str | Figure, ...]:
    unstated, row = language("未载明"), line.row
    return (
        line.bureau,
        row.scope if row else unstated,
        row.period if row else unstated,
        row.figure if row else unstated,
        _limit_words(line.limit, language) if line.limit else language("无"),
        line.reason or language("可以比较"),
    )
