"""Bars that can be edited in Word: a DrawingML chart with the workbook that holds their data.

They look as in the picture: bars that compare are filled, those that stand apart hollow and dashed,
a limit is a line through the rows that it applies to, with its name over it. What has no value is a
row without a bar that says why. A figure is the value in a number format that prints it as the
source does, so that it follows the workbook.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from builder.charts.bars import SPACE, TALLEST, crosses_behind, stands_inside
from builder.charts.marks import width, wrapped
from builder.charts.theme import FAINT, FILLED, INK, LIMIT, MISSING, TEXT_SIZE, WIDTH
from builder.model import PlotBar
from builder.render.number_format import number_format
from builder.render.word.drawingml import (
    Plot,
    Series,
    chart_space,
    ended,
    filled,
    label,
    sheet,
)

NAMES, LONGEST = 340, 420
"""Pixels: a line of a name of several lines, and the only line of one."""
LINE, AIR, LEAST = 14, 6, 13
"""Pixels: a line of a name, what a row has beside its lines, and the lowest row."""
BAR, NARROW = 20, 12
"""A bar in pixels, and the least space between two in hundredths of a bar."""
THICK = 3
# Latin letters stand apart from Chinese ones, by this part of a character.
LOOSE = 1.04
BORDER, APART = re.compile(r"(?<=[!-~])(?![ -~])|(?<![ -~])(?=[!-~])"), 0.25
WHOLE = 100
# What Word leaves at the end of a scale that it chooses, about.
HEADROOM = 1.15
HOLLOW = f'{filled("#FFFFFF")}<a:ln w="12700">{filled(FILLED)}<a:prstDash val="dash"/></a:ln>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the chart and line of the workbook; one without a bar stands over those with it."""

    label: str
    bar: PlotBar | None = None
    limit: Decimal | None = None
    limit_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPlot:
    """The bars as rows; `height` is that of a row in pixels, `scale` pixels for a unit, about."""

    rows: tuple[Row, ...]
    plot: Plot
    height: float
    scale: float
    translated: Callable[[str], str]

    @property
    def names(self) -> list[str]:
        """The names of all rows."""
        return [row.label for row in self.rows]

    @property
    def columns(self) -> tuple[Series, ...]:
        """The columns of the workbook: values, then limits."""
        return (*self._values(), *self._limits())

    def workbook(self) -> bytes:
        """The data as the Excel file that Word opens with 编辑数据."""
        stream = io.BytesIO()
        with sheet(stream) as page:
            for number, name in enumerate(self.names, 1):
                page.write_string(number, 0, name)
            for column, each in enumerate(self.columns, 1):
                page.write_string(0, column, each.name)
                for number, value in enumerate(each.values, 1):
                    if value is not None:
                        page.write_number(number, column, value)
        return stream.getvalue()

    def part(self, data: str) -> str:
        """The chart's own part; `data` is the relationship to its workbook."""
        return chart_space(self.names, self.columns, self.plot, data)

    def _values(self) -> tuple[Series, ...]:
        """The bars by how they are drawn; those without any value are left out."""
        bars = tuple(row.bar for row in self.rows)
        values = tuple(bar.value if bar else None for bar in bars)
        apart = tuple(bar is not None and bar.apart for bar in bars)
        full = tuple(bar.full if bar else None for bar in bars)
        alike = tuple(None if own else value for own, value in zip(apart, values, strict=True))
        other = tuple(value if own else None for own, value in zip(apart, values, strict=True))
        kinds = (
            ("全部", full, filled(FAINT), self._shares),
            ("可以比较", alike, filled(FILLED), self._figures),
            ("不可比", other, HOLLOW, self._figures),
        )
        return tuple(
            Series(
                name=self.translated(name), values=column, look=look, labels=tuple(labels(column))
            )
            for name, column, look, labels in kinds
            if any(value is not None for value in column)
        )

    def _shares(self, values: Sequence[Decimal | None]) -> Iterator[str]:
        """What a bar counts stands behind its whole."""
        for point, (row, value) in enumerate(zip(self.rows, values, strict=True)):
            if row.bar and value is not None and row.bar.remark:
                yield label(point, "outEnd", colour=MISSING, said=row.bar.remark)

    def _figures(self, values: Sequence[Decimal | None]) -> Iterator[str]:
        """Each bar's figure: inside it, or behind it where it is short or a limit runs through."""
        for point, (row, value) in enumerate(zip(self.rows, values, strict=True)):
            if row.bar is None or value is None:
                continue
            inside = stands_inside(row.bar, self.scale)
            crossed = not inside and crosses_behind(row.bar, self.scale)
            form = _format(row.bar, value)
            yield label(
                point,
                "inEnd" if inside else "outEnd",
                colour="#FFFFFF" if inside and not row.bar.apart else INK,
                said="" if form else row.bar.text,
                form=form,
                back="#FFFFFF" if crossed else "",
            )

    def _limits(self) -> Iterator[Series]:
        """A clear bar as long as each limit with a line at its end, named in its first row."""
        for name in dict.fromkeys(row.limit_name for row in self.rows if row.limit_name):
            values = tuple(row.limit if row.limit_name == name else None for row in self.rows)
            point, limit = next((at, value) for at, value in enumerate(values) if value is not None)
            length = float(limit) * self.scale
            end = self.plot.left + length + width(name) * TEXT_SIZE + SPACE
            place = "outEnd" if end <= WIDTH else "inEnd"
            yield Series(
                name=name,
                values=values,
                look=ended(LIMIT, THICK / length),
                labels=(label(point, place, colour=LIMIT, said=name),),
            )


def bar_plot(bars: Sequence[PlotBar], translated: Callable[[str], str]) -> BarPlot:
    """The bars of a chart as Word is to draw them."""
    rows = tuple(_rows(bars, _labels(bars)))
    names = [line for row in rows for line in row.label.split("\n")]
    left = max(map(_width, names)) * TEXT_SIZE + 2 * SPACE
    whole = any(bar.full is not None for bar in bars)
    valued = [bar for bar in bars if bar.value is not None]
    behind = max(width(bar.remark if whole else bar.text) for bar in valued) * TEXT_SIZE
    room = WIDTH - left - behind - 2 * SPACE
    longest = max(float(max(bar.value or 0, bar.limit or 0)) for bar in bars)
    height = max(LEAST, min(_need(row.label for row in rows), TALLEST / len(rows)))
    return BarPlot(
        rows=rows,
        plot=Plot(
            left=left,
            width=room,
            gap=max(NARROW, round((height / BAR - 1) * 100)),
            end=WHOLE if whole else None,
        ),
        height=height,
        scale=room / (WHOLE if whole else longest * HEADROOM),
        translated=translated,
    )


def _format(bar: PlotBar, value: Decimal) -> str:
    """The format in which the value reads as the text does; empty where none can."""
    if '"' in bar.text or bar.text != f"{bar.before}{value:f}{bar.after}":
        return ""
    return number_format(bar.before, value, bar.after)


def _rows(bars: Sequence[PlotBar], labels: Sequence[str]) -> Iterator[Row]:
    """The bars, with rows over them for the name of a limit and for what the next ones share."""
    last = ""
    for bar, words in zip(bars, labels, strict=True):
        limit, name = bar.limit, bar.limit_name
        if name not in {"", last}:
            yield Row(label=" ", limit=limit, limit_name=name)
        if bar.head:
            yield Row(label=bar.head, limit=limit, limit_name=name)
        yield Row(label=words, bar=bar, limit=limit, limit_name=name)
        last = name or last


def _labels(bars: Sequence[PlotBar]) -> list[str]:
    """The names in one line where that says all, in several where there is room, or cut short."""
    single = [_name(bar) for bar in bars]
    reasons = any(bar.apart and bar.remark for bar in bars)
    if not reasons and all(_width(name) <= LONGEST / TEXT_SIZE for name in single):
        return single
    roomy = [_label(bar) for bar in bars]
    rows = len(bars) + sum(bool(bar.head) for bar in bars) + 1
    return roomy if rows * _need(roomy) <= TALLEST else [_cut(bar) for bar in bars]


def _label(bar: PlotBar) -> str:
    """A name and, in lines of their own, why it has no bar or does not compare."""
    why = bar.text if bar.value is None else bar.remark if bar.apart else ""
    together = _name(bar)
    if _width(together) <= NAMES / TEXT_SIZE and not bar.apart:
        return together
    texts = (bar.name, why) if why else (bar.name,)
    return "\n".join(line for words in texts for line in wrapped(words, NAMES / TEXT_SIZE))


def _cut(bar: PlotBar) -> str:
    """A name in one line; a longer one lacks its end, for the data table has it whole."""
    name = bar.name
    while _width(_name(replace(bar, name=name))) > LONGEST / TEXT_SIZE and len(name) > 1:
        name = name.removesuffix("…")[:-1] + "…"
    return _name(replace(bar, name=name))


def _name(bar: PlotBar) -> str:
    """A name; one without a value says why, for it has no figure."""
    return bar.name if bar.value is not None else f"{bar.name} {bar.text}"


def _need(labels: Iterable[str]) -> int:
    """The height of a row in pixels with so many lines as the longest of these names."""
    return LINE * max(words.count("\n") + 1 for words in labels) + AIR


def _width(line: str) -> float:
    """A name's width in characters, as programs for text set it."""
    return LOOSE * width(line) + APART * len(BORDER.findall(line))
