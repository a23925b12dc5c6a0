"""Charts that can be edited in Word: DrawingML with the workbook that holds their data.

Bars that compare are filled, bars that stand apart are hollow and dashed, a limit is a line over
columns with its name in the legend. Every bar carries its figure as the source prints it.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import xlsxwriter

from builder.charts.theme import FAINT, FILLED, LIMIT
from builder.render.word.markup import NAMESPACES, PROLOGUE

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from builder.model import PlotBar

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET = "Sheet1"
# Excel wants a date; a fixed one keeps the bytes the same from build to build.
WRITTEN = dt.datetime(2000, 1, 1)  # noqa: DTZ001 -- XlsxWriter takes naive UTC
CATEGORIES, VALUES = 1, 2
"""Numbers of the two axes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A column of the workbook: its name, its values, its texts, and how it is drawn."""

    name: str
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    look: str
    line: bool = False


def series(bars: tuple[PlotBar, ...], translated: Callable[[str], str]) -> tuple[Series, ...]:
    """The bars by how they are drawn; those without any value are left out."""
    texts = tuple(bar.text for bar in bars)
    found = [
        Series(
            name=translated("全部"),
            values=tuple(bar.full for bar in bars),
            texts=(),
            look=_filled(FAINT),
        ),
        Series(
            name=translated("可以比较"),
            values=tuple(None if bar.apart else bar.value for bar in bars),
            texts=texts,
            look=_filled(FILLED),
        ),
        Series(
            name=translated("不可比"),
            values=tuple(bar.value if bar.apart else None for bar in bars),
            texts=texts,
            look=_hollow(),
        ),
    ]
    for name in dict.fromkeys(bar.limit_name for bar in bars if bar.limit is not None):
        limits = tuple(bar.limit if bar.limit_name == name else None for bar in bars)
        found.append(Series(name=name, values=limits, texts=(), look=_line(LIMIT), line=True))
    return tuple(each for each in found if any(value is not None for value in each.values))


def workbook(bars: tuple[PlotBar, ...], columns: tuple[Series, ...]) -> bytes:
    """The data of a chart as the Excel file that Word opens with 编辑数据."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": WRITTEN})
        sheet = book.add_worksheet(SHEET)
        for row, name in enumerate(_names(bars), 1):
            sheet.write_string(row, 0, name)
        for column, each in enumerate(columns, 1):
            sheet.write_string(0, column, each.name)
            for row, value in enumerate(each.values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return stream.getvalue()


def chart_part(bars: tuple[PlotBar, ...], columns: tuple[Series, ...], data: str) -> str:
    """The chart's own part; `data` is the relationship to its workbook."""
    upright = any(each.line for each in columns)
    numbered = list(enumerate(columns))
    drawn = "".join(_series(bars, each, number) for number, each in numbered if not each.line)
    lines = "".join(_series(bars, each, number) for number, each in numbered if each.line)
    axes = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
    line_chart = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{lines}'
        f'<c:marker val="1"/>{axes}</c:lineChart>'
        if lines
        else ""
    )
    plot = (
        f'<c:barChart><c:barDir val="{"col" if upright else "bar"}"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{drawn}'
        f'<c:gapWidth val="60"/><c:overlap val="100"/>{axes}</c:barChart>'
        f"{line_chart}{_axes(upright=upright)}"
    )
    return (
        f'{PROLOGUE}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
        f' xmlns:r="{NAMESPACES["r"]}"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>'
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900">'
        '<a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
        f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _series(bars: tuple[PlotBar, ...], each: Series, number: int) -> str:
    column = chr(ord("B") + number)
    end = len(bars) + 1
    names = "".join(
        f'<c:pt idx="{row}"><c:v>{escape(name)}</c:v></c:pt>'
        for row, name in enumerate(_names(bars))
    )
    values = "".join(
        f'<c:pt idx="{row}"><c:v>{value}</c:v></c:pt>'
        for row, value in enumerate(each.values)
        if value is not None
    )
    marker = '<c:marker><c:symbol val="none"/></c:marker>' if each.line else ""
    inverted = "" if each.line else '<c:invertIfNegative val="0"/>'
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f'<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(each.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"<c:spPr>{each.look}</c:spPr>{inverted}{marker}{_labels(each)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${end}</c:f><c:strCache>"
        f'<c:ptCount val="{len(bars)}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${end}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(bars)}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _labels(each: Series) -> str:
    """Each bar's figure as the source prints it, hedges and all."""
    if not each.texts:
        return ""
    flags = "".join(
        f'<c:{name} val="{int(name == "showVal")}"/>'
        for name in ("showLegendKey", "showVal", "showCatName", "showSerName")
    )
    flags += '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    place = '<c:dLblPos val="outEnd"/>'
    points = "".join(
        f'<c:dLbl><c:idx val="{row}"/>{_words(text)}{place}{flags}</c:dLbl>'
        for row, (text, value) in enumerate(zip(each.texts, each.values, strict=True))
        if value is not None
    )
    return f"<c:dLbls>{points}{place}{flags}</c:dLbls>"


def _words(text: str) -> str:
    said = f'<a:r><a:rPr lang="zh-CN"/><a:t>{escape(text)}</a:t></a:r>'
    return f"<c:tx><c:rich><a:bodyPr/><a:p>{said}</a:p></c:rich></c:tx>"


def _axes(*, upright: bool) -> str:
    """Names on one side, from the top down; no scale, for every bar has its figure."""
    order = "minMax" if upright else "maxMin"
    names, scale = ("b", "l") if upright else ("l", "t")
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{names}"/><c:numFmt formatCode="General"'
        ' sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/><c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="{scale}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _names(bars: tuple[PlotBar, ...]) -> list[str]:
    """What the bars are called; a missing one says why, for it has no figure."""
    return [bar.name if bar.value is not None else f"{bar.name} {bar.text}" for bar in bars]


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _hollow() -> str:
    return f'{_filled("#FFFFFF")}<a:ln w="12700">{_filled(FILLED)}<a:prstDash val="dash"/></a:ln>'


def _line(colour: str) -> str:
    return f'<a:ln w="19050">{_filled(colour)}</a:ln>'
