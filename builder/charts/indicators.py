"""Values of one metric by bureau: bars against the limit of the standard in the data's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from builder.charts.marks import Row, Spec, Style, chart, spec, words, wrapped
from builder.charts.theme import (
    FILLED,
    HOLLOW,
    LABEL_SIZE,
    LIMIT,
    LINE,
    MISSING,
    WIDTH,
    WIDTH_MM,
    millimetres,
)
from builder.compare.words import cited, enumeration
from builder.language import Language
from builder.model import Chart, IndicatorRow, IndicatorTable, Limit

LABEL = 130
PLOT = 250
REASON = WIDTH - LABEL - PLOT
REASON_COLUMNS = 15
LABEL_COLUMNS = 9
BAR = 18
GAP = 12
# The share of the plot from which on a bar is long enough to hold its value.
ROOM = 0.3
INSIDE: Style = {"align": "right", "dx": -6}
# From this many rows on, reasons stand in the tables alone, so that the chart fits its page.
CROWDED = 16
MOST_LINES = 44
LONG_ALT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the chart; `reason` says why it stands apart, `row` is None where none exists."""

    bureau: str
    detail: str
    row: IndicatorRow | None
    limit: Limit | None
    reason: str

    @property
    def state(self) -> str:
        """comparable, apart or missing, which decides how the row is drawn."""
        if self.row is None or self.row.figure.value is None:
            return "missing"
        return "apart" if self.reason else "comparable"


def indicator_chart(table: IndicatorTable, identity: str, language: Language) -> Chart | None:
    """A metric's chart; None where no bureau prints a number of it."""
    lines = tuple(_lines(table, language))
    if all(line.state == "missing" for line in lines):
        return None
    shown = lines[:MOST_LINES]
    drawing, height = _drawing(identity, shown, language)
    heads = ("单位", "范围", "统计期", "数值", "限值", "可比性")
    return Chart(
        id=identity,
        part="indicators",
        title=_title(table, language),
        caption=_caption(table, language),
        alt=_alt(table, lines, language),
        note=_note(shown, lines, language),
        columns=tuple(language(head) for head in heads),
        rows=tuple(_data(line, language) for line in lines),
        spec=drawing,
        width=WIDTH_MM,
        height=millimetres(height),
    )


def _lines(table: IndicatorTable, language: Language) -> Iterator[Line]:
    """Comparable groups in their order, values apart, then the bureaus without a value."""
    for group in table.groups:
        detail = group.label if len(table.groups) > 1 else ""
        for row in group.rows:
            yield Line(bureau=row.bureau, detail=detail, row=row, limit=group.limit, reason="")
    for row in table.apart:
        detail = language("{period}，{scope}", period=row.period, scope=row.scope)
        yield Line(bureau=row.bureau, detail=detail, row=row, limit=None, reason=row.reason)
    for bureau in table.missing:
        yield Line(bureau=bureau, detail="", row=None, limit=None, reason=language("未载明"))


def _drawing(identity: str, lines: Sequence[Line], language: Language) -> tuple[Spec, int]:
    """The specification and its height in pixels."""
    rows = _rows(lines, language)
    height = rows[-1]["end"]
    limited = [row for row in rows if row["limit"] is not None]
    top = LINE + 8 if limited else 2
    domain = max(max(row["value"], row["limit"] or 0) for row in rows) * 1.15
    x = alt.Scale(domain=[0, domain], nice=False)
    y = alt.Scale(domain=[0, height], nice=False, reverse=True)
    layers = [*_bars(rows, x, y), *_texts(rows, domain, x, y), *_limits(limited, x, y)]
    padding = {"left": LABEL, "right": REASON, "top": top, "bottom": 2}
    return spec(identity, layers, width=PLOT, height=height, padding=padding), height + top + 2


def _rows(lines: Sequence[Line], language: Language) -> list[Row]:
    """The lines as the drawing takes them, one under the other, each as high as its texts."""
    rows: list[Row] = []
    for line in lines:
        start = rows[-1]["end"] if rows else 0
        rows.append(_row(line, start, len(lines) > CROWDED, language))
    return rows


def _row(line: Line, start: int, crowded: bool, language: Language) -> Row:
    """Texts wrapped to the room that they have, and the places of all marks in pixels."""
    detail = wrapped(line.detail, LABEL_COLUMNS) if line.detail and not crowded else ()
    reason = wrapped(line.reason, REASON_COLUMNS) if line.state == "apart" else ()
    if crowded and reason:
        reason = (language("不可比"),)
    height = LINE * max(1 + len(detail), len(reason)) + GAP
    middle = start + height / 2
    figure = line.row.figure if line.row else None
    return {
        "state": line.state,
        "start": start,
        "end": start + height,
        "top": middle - BAR / 2,
        "bottom": middle + BAR / 2,
        "middle": middle,
        "name": line.bureau,
        "name_y": middle - LINE * len(detail) / 2,
        "detail": "\n".join(detail),
        "detail_y": middle - LINE * (len(detail) / 2 - 1),
        "reason": "\n".join(reason),
        "reason_y": middle - LINE * (len(reason) - 1) / 2,
        "value": float(figure.value) if figure and figure.value is not None else 0,
        "text": figure.text if figure else line.reason,
        "limit": float(line.limit.value) if line.limit else None,
        "limit_text": _limit_words(line.limit, language) if line.limit else "",
    }


def _bars(rows: Sequence[Row], x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """Filled bars for what compares, hollow dashed ones for what does not."""
    for state, style in (("comparable", {"fill": FILLED}), ("apart", HOLLOW)):
        drawn = [row for row in rows if row["state"] == state]
        if drawn:
            yield (
                chart(drawn)
                .mark_bar(**style)
                .encode(x=alt.X("value:Q", scale=x), y=alt.Y("top:Q", scale=y), y2="bottom:Q")
            )


def _texts(rows: Sequence[Row], domain: float, x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """Names on the left, values in the bars or behind short ones, reasons on the right."""
    left, right, end = alt.value(-8), alt.value(PLOT + 12), alt.X("value:Q", scale=x)
    layers: tuple[tuple[str, str, Any, Style, list[Row]], ...] = (
        ("name", "name_y", left, {"align": "right", "fontSize": LABEL_SIZE}, list(rows)),
        ("detail", "detail_y", left, {"align": "right", "color": MISSING}, _with(rows, "detail")),
        ("reason", "reason_y", right, {"color": MISSING}, _with(rows, "reason")),
        ("text", "middle", end, {"dx": 5, "color": MISSING}, _in(rows, "missing")),
        ("text", "middle", end, INSIDE | {"color": "white"}, _in(rows, "comparable", domain)),
        ("text", "middle", end, INSIDE, _in(rows, "apart", domain)),
        ("text", "middle", end, {"dx": 5}, _short(rows, domain)),
    )
    for field, place, column, style, shown in layers:
        if shown:
            yield words(shown, field, x=column, y=alt.Y(f"{place}:Q", scale=y), **style)


def _with(rows: Sequence[Row], field: str) -> list[Row]:
    return [row for row in rows if row[field]]


def _in(rows: Sequence[Row], state: str, domain: float = 0) -> list[Row]:
    """Rows of a state, of those whose bar has room for its text."""
    return [row for row in rows if row["state"] == state and row["value"] >= domain * ROOM]


def _short(rows: Sequence[Row], domain: float) -> list[Row]:
    return [row for row in rows if row["state"] != "missing" and row["value"] < domain * ROOM]


def _limits(rows: Sequence[Row], x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """A line through the rows that a limit applies to; the first one is named over its line."""
    if not rows:
        return
    place = alt.X("limit:Q", scale=x)
    yield (
        chart(rows)
        .mark_rule(color=LIMIT, strokeWidth=2)
        .encode(x=place, y=alt.Y("start:Q", scale=y), y2="end:Q")
    )
    yield words(rows[:1], "limit_text", x=place, y=alt.value(-12), align="center", color=LIMIT)
    other = [row for row in rows if row["limit_text"] != rows[0]["limit_text"]][:1]
    if other:
        middle = alt.Y("middle:Q", scale=y)
        yield words(other, "limit_text", x=alt.value(PLOT + 12), y=middle, color=LIMIT)


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
    return row.figure.value is None or not row.figure.text[:1].isdigit()


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


def _note(shown: Sequence[Line], lines: Sequence[Line], language: Language) -> str:
    states = {line.state for line in shown}
    parts = [
        words
        for state, words in (
            ("comparable", language("实心条：可以比较")),
            ("apart", language("虚线空心条：不可比，右侧为原因")),
            ("missing", language("灰字：未载明")),
        )
        if state in states
    ]
    if len(shown) < len(lines):
        parts.append(
            language(
                "图中列前{shown}行，其余{rest}行见附录的数据表",
                shown=len(shown),
                rest=len(lines) - len(shown),
            )
        )
    return language("；").join(parts) + language("。")


def _data(line: Line, language: Language) -> tuple[str, ...]:
    unstated, row = language("未载明"), line.row
    return (
        line.bureau,
        row.scope if row else unstated,
        row.period if row else unstated,
        cited(row.figure.text, row.figure.marks) if row else unstated,
        _limit_words(line.limit, language) if line.limit else language("无"),
        line.reason or language("可以比较"),
    )
