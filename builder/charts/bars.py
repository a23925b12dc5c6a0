"""Horizontal bars, one a row: names on the left, figures at the bars, remarks on the right.

Every place is worked out here in pixels, row by row as high as its texts, so that nothing overlaps
and a chart has exactly the size that its page expects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import altair as alt

from builder.charts.marks import Row, Spec, Style, chart, spec, width, words, wrapped
from builder.charts.theme import (
    FAINT,
    FILLED,
    HOLLOW,
    LABEL_SIZE,
    LIMIT,
    LINE,
    MISSING,
    TEXT_SIZE,
    WIDTH,
)
from builder.model import PlotBar

EDGE = 2
SPACE = 10
GAP = 4
NAMES = (80, 215)
LOW = (13, 18)
"""The heights of a row between which many bars share a page."""
INSIDE: Style = {"align": "right", "dx": -6}
# What a page holds under its heading, with caption and note.
TALLEST = 660


class State(StrEnum):
    """How a row is drawn: filled, hollow and dashed, or as a grey word without a bar."""

    COMPARABLE = "comparable"
    APART = "apart"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row. `text` is the figure at the bar: `before`, the value and `after` where there is one.
    `remark` stands on the right.

    `head` stands over the row and says what it and the following ones have in common; `full` is
    drawn pale behind the bar, `limit` as a line through the row with its name.
    """

    name: str
    state: State
    text: str
    value: Decimal = Decimal()
    head: str = ""
    detail: str = ""
    remark: str = ""
    full: Decimal | None = None
    limit: Decimal | None = None
    limit_name: str = ""
    before: str = ""
    after: str = ""


Figured = Bar | PlotBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Widths of the names and of the plot in pixels; remarks have the rest. `domain` is the end
    of the scale, `bar`, `gap` and `line` heights in a row, whose names are `size` high.
    """

    names: int
    plot: int
    domain: float
    bar: int = 16
    gap: int = 6
    line: int = LINE
    size: int = LABEL_SIZE

    @property
    def scale(self) -> float:
        """Pixels for one unit of the values."""
        return self.plot / self.domain

    @property
    def remarks(self) -> int:
        """Width of the remarks."""
        return WIDTH - self.names - self.plot


def names_width(bars: Sequence[Bar]) -> int:
    """Room for the longest name or detail, in pixels; still longer ones are wrapped."""
    least, most = NAMES
    # A detail has room for one character more, as `_characters` leaves it free.
    longest = max(
        *(width(bar.name) * LABEL_SIZE for bar in bars),
        *((width(bar.detail) + 1) * TEXT_SIZE for bar in bars),
    )
    return round(min(max(longest + 2 * SPACE, least), most))


def crowded_frame(bars: Sequence[Bar], *, names: int, plot: int, domain: float) -> Frame:
    """A frame of low rows of one line, so low that all bars fit one page where that can be read."""
    heads = sum(bool(bar.head) for bar in bars) * (LINE + GAP)
    low, high = LOW
    row = max(low, min(high, (TALLEST - heads) // len(bars)))
    size = TEXT_SIZE if row < LINE else LABEL_SIZE
    line, bar = row - 2, row - 1 if row < LINE else row - 2
    return Frame(names=names, plot=plot, domain=domain, bar=bar, gap=2, line=line, size=size)


def stands_inside(bar: Figured, scale: float) -> bool:
    """Whether a figure has room in its bar, and no limit's line would run through it there."""
    if bar.value is None:
        return False
    end, need = float(bar.value) * scale, _need(bar)
    crossed = bar.limit is not None and end - need < float(bar.limit) * scale < end
    return end > need and not crossed


def crosses_behind(bar: Figured, scale: float) -> bool:
    """Whether a limit's line would run through a figure behind its bar."""
    if bar.value is None or bar.limit is None:
        return False
    end = float(bar.value) * scale
    return end < float(bar.limit) * scale < end + _need(bar)


def fitting(bars: Sequence[Bar], frame: Frame) -> tuple[Bar, ...]:
    """The first bars that fit one page."""
    rows = _rows(bars, frame)
    return tuple(bar for bar, row in zip(bars, rows, strict=True) if row["end"] <= TALLEST)


def bar_chart(identity: str, bars: Sequence[Bar], frame: Frame) -> tuple[Spec, int]:
    """The specification of the bars from top to bottom, and its height in pixels."""
    rows = _rows(bars, frame)
    height = rows[-1]["end"]
    limited = [row for row in rows if row["limit"] is not None]
    top = LINE + 8 if limited else EDGE
    x = alt.Scale(domain=[0, frame.domain], nice=False)
    y = alt.Scale(domain=[0, height], nice=False, reverse=True)
    layers = [*_bars(rows, x, y), *_texts(rows, frame, x, y), *_limits(limited, frame, x, y)]
    padding = {"left": frame.names, "right": frame.remarks, "top": top, "bottom": EDGE}
    drawn = spec(identity, layers, width=frame.plot, height=height, padding=padding)
    return drawn, height + top + EDGE


def _need(bar: Figured) -> float:
    """The room of a figure in pixels."""
    return width(bar.text) * TEXT_SIZE + SPACE


def _rows(bars: Sequence[Bar], frame: Frame) -> list[Row]:
    rows: list[Row] = []
    for bar in bars:
        rows.append(_row(bar, rows[-1]["end"] if rows else 0, frame))
    return rows


def _row(bar: Bar, start: int, frame: Frame) -> Row:
    """A bar's texts, wrapped to the room that they have, and the places of its marks."""
    name, detail = _label(bar, frame)
    remark = wrapped(bar.remark, _characters(frame.remarks)) if bar.remark else ()
    height = frame.line * max(len(name) + len(detail), len(remark)) + frame.gap
    head = LINE + GAP if bar.head else 0
    middle = start + head + height / 2
    first = middle - LINE * (len(name) + len(detail) - 1) / 2
    return {
        "state": bar.state.value,
        "head": bar.head,
        "head_y": start + (head + LINE / 2) / 2,
        "start": start + head,
        "end": start + head + height,
        "top": middle - frame.bar / 2,
        "bottom": middle + frame.bar / 2,
        "middle": middle,
        "name": "\n".join(name),
        "name_y": first,
        "detail": "\n".join(detail),
        "detail_y": first + LINE * len(name),
        "remark": "\n".join(remark),
        "remark_y": middle - LINE * (len(remark) - 1) / 2,
        "value": float(bar.value),
        "text": bar.text,
        "inside": stands_inside(bar, frame.scale),
        # A figure behind its bar steps over a limit's line that would run through it.
        "text_x": _number(bar.limit if crosses_behind(bar, frame.scale) else bar.value),
        "full": _number(bar.full),
        "limit": _number(bar.limit),
        "limit_name": bar.limit_name,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _label(bar: Bar, frame: Frame) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines of the name and of the detail under it; both in one line where there is room."""
    room = (frame.names - SPACE) / frame.size
    together = f"{bar.name} {bar.detail}".strip()
    if width(together) <= room:
        return (together,), ()
    return wrapped(bar.name, room), wrapped(bar.detail, _characters(frame.names))


def _characters(pixels: int) -> float:
    """How many characters a line has room for, with one left free for a closing mark."""
    return (pixels - SPACE) / TEXT_SIZE - 1


def _bars(rows: Sequence[Row], x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """The pale whole, then filled bars for what compares and hollow ones for what does not."""
    kinds: tuple[tuple[str, Style, list[Row]], ...] = (
        ("full", {"fill": FAINT}, [row for row in rows if row["full"] is not None]),
        ("value", {"fill": FILLED}, _in(rows, State.COMPARABLE)),
        ("value", HOLLOW, _in(rows, State.APART)),
    )
    for field, style, shown in kinds:
        if shown:
            yield (
                chart(shown)
                .mark_bar(**style)
                .encode(
                    x=alt.X(f"{field}:Q", scale=x),
                    x2=alt.value(0),
                    y=alt.Y("top:Q", scale=y),
                    y2="bottom:Q",
                )
            )


def _texts(rows: Sequence[Row], frame: Frame, x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """Names on the left, figures in the bars or behind short ones, remarks on the right."""
    long = [row for row in rows if row["inside"]]
    short = [row for row in rows if not row["inside"]]
    left, right = alt.value(-8), alt.value(frame.plot + SPACE)
    end, behind = alt.X("value:Q", scale=x), alt.X("text_x:Q", scale=x)
    kinds: tuple[tuple[str, str, Any, Style, list[Row]], ...] = (
        ("head", "head_y", alt.value(0), {"color": MISSING}, _with(rows, "head")),
        ("name", "name_y", left, {"align": "right", "fontSize": frame.size}, list(rows)),
        ("detail", "detail_y", left, {"align": "right", "color": MISSING}, _with(rows, "detail")),
        ("remark", "remark_y", right, {"color": MISSING}, _with(rows, "remark")),
        ("text", "middle", end, INSIDE | {"color": "white"}, _in(long, State.COMPARABLE)),
        ("text", "middle", end, INSIDE, _in(long, State.APART)),
        ("text", "middle", behind, {"dx": 5}, _in(short, State.COMPARABLE, State.APART)),
        ("text", "middle", end, {"dx": 5, "color": MISSING}, _in(rows, State.MISSING)),
    )
    for field, place, column, style, shown in kinds:
        if shown:
            yield words(shown, field, x=column, y=alt.Y(f"{place}:Q", scale=y), **style)


def _with(rows: Sequence[Row], field: str) -> list[Row]:
    return [row for row in rows if row[field]]


def _in(rows: Sequence[Row], *states: State) -> list[Row]:
    return [row for row in rows if row["state"] in states]


def _limits(rows: Sequence[Row], frame: Frame, x: alt.Scale, y: alt.Scale) -> Iterator[alt.Chart]:
    """A line through the rows that a limit applies to; the first one is named over its line."""
    if not rows:
        return
    place = alt.X("limit:Q", scale=x)
    yield (
        chart(rows)
        .mark_rule(color=LIMIT, strokeWidth=2)
        .encode(x=place, y=alt.Y("start:Q", scale=y), y2="end:Q")
    )
    yield words(rows[:1], "limit_name", x=place, y=alt.value(-12), align="center", color=LIMIT)
    other = [row for row in rows if row["limit_name"] != rows[0]["limit_name"]][:1]
    if other:
        middle, right = alt.Y("middle:Q", scale=y), alt.value(frame.plot + SPACE)
        yield words(other, "limit_name", x=right, y=middle, color=LIMIT)
