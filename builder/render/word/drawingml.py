"""The pieces that every chart drawn by Word is made of: series, labels, axes, the chart's part."""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from builder.charts.theme import INK, WIDTH
from builder.render.word.markup import NAMESPACES, PROLOGUE
from builder.render.word.properties import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from xlsxwriter.worksheet import Worksheet

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET = "Sheet1"
WHOLE = 100_000
"""All of a length or of a colour, as DrawingML counts shares."""
CATEGORIES, VALUES = 1, 2
"""Numbers of the two axes."""
TEXT, SMALL = 900, 800
"""Sizes of words in hundredths of a point."""
NOTHING = "<a:noFill/><a:ln><a:noFill/></a:ln>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A column of the workbook and how its bars are drawn.

    `labels` are those of single points, `label` is that of all others.
    """

    name: str
    values: tuple[Decimal | int | None, ...]
    look: str
    labels: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """What is inside the axes: its left edge and width in pixels; `gap` between bars in hundredths
    of a bar, `end` of the scale where Word is not to choose it, `first` column that is drawn.
    """

    left: float
    width: float
    gap: int
    stacked: bool = False
    end: int | None = None
    first: int = 1


@contextmanager
def sheet(stream: io.BytesIO) -> Iterator[Worksheet]:
    """The one sheet of the workbook that Word opens with 编辑数据."""
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": WRITTEN})
        yield book.add_worksheet(SHEET)


def chart_space(names: Sequence[str], columns: Sequence[Series], plot: Plot, data: str) -> str:
    """The chart's own part; `data` is the relationship to its workbook."""
    series = "".join(
        _series(names, each, column) for column, each in enumerate(columns, plot.first)
    )
    kind = "stacked" if plot.stacked else "clustered"
    return (
        f'{PROLOGUE}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
        f' xmlns:r="{NAMESPACES["r"]}"><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout><c:manualLayout>'
        '<c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{plot.left / WIDTH:.4f}"/><c:y val="0.005"/>'
        f'<c:w val="{plot.width / WIDTH:.4f}"/><c:h val="0.99"/></c:manualLayout></c:layout>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{kind}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{plot.gap}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/></c:barChart>'
        f"{_axes(plot)}<c:spPr>{NOTHING}</c:spPr></c:plotArea>"
        '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{NOTHING}</c:spPr>{_text(INK)}"
        f'<c:externalData r:id="{data}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def label(
    point: int,
    place: str,
    *,
    colour: str = INK,
    said: str = "",
    form: str = "",
    back: str = "",
    size: int = TEXT,
) -> str:
    """The label of a point: fixed words, or its value in a number format.

    A value in a format follows the workbook when somebody edits it; `back` is the label's ground,
    `size` that of its words.
    """
    lines = "".join(
        f"<a:p>{_paragraph(colour, size)}"
        f'<a:r><a:rPr lang="zh-CN"/><a:t>{escape(line)}</a:t></a:r></a:p>'
        for line in said.split("\n")
    )
    text = f"<c:tx><c:rich>{BODY}{lines}</c:rich></c:tx>" if said else ""
    look = _look(colour, form, back, place, own=not said)
    return f'<c:dLbl><c:idx val="{point}"/>{text}{look}</c:dLbl>'


def every_label(place: str, colour: str, form: str) -> str:
    """The label of all points of a series."""
    return _look(colour, form, "", place, own=True)


def _look(colour: str, form: str, back: str, place: str, *, own: bool) -> str:
    """How a label looks and where it stands; `own` is its value and no words of ours."""
    code = escape(form, {'"': "&quot;"})
    return (
        (f'<c:numFmt formatCode="{code}" sourceLinked="0"/>' if form else "")
        + f"<c:spPr>{filled(back) if back else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(colour) if own else ''}"
        f'<c:dLblPos val="{place}"/>{_flags(value=True)}'
    )


def ended(colour: str, share: float) -> str:
    """A clear bar with a line at its end, which takes this share of its length.

    A gradient that changes at once: the only line across bars that lie which goes with a value.
    """
    start = round((1 - share) * WHOLE)
    stops = ((0, 0), (start, 0), (start, WHOLE), (WHOLE, WHOLE))
    drawn = "".join(
        f'<a:gs pos="{place}"><a:srgbClr val="{colour[1:]}"><a:alpha val="{alpha}"/></a:srgbClr>'
        "</a:gs>"
        for place, alpha in stops
    )
    return (
        f'<a:gradFill rotWithShape="1"><a:gsLst>{drawn}</a:gsLst><a:lin ang="0" scaled="0"/>'
        "</a:gradFill><a:ln><a:noFill/></a:ln>"
    )


def filled(colour: str) -> str:
    """A fill."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


BODY = '<a:bodyPr rot="0" wrap="none" anchor="ctr"/>'


def _paragraph(colour: str, size: int = TEXT) -> str:
    return (
        f'<a:pPr><a:defRPr sz="{size}">{filled(colour)}'
        '<a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:defRPr></a:pPr>'
    )


def _text(colour: str) -> str:
    return f'<c:txPr>{BODY}<a:p>{_paragraph(colour)}<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'


def _flags(*, value: bool) -> str:
    shown = f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/>'
    never = ("showCatName", "showSerName", "showPercent", "showBubbleSize")
    return shown + "".join(f'<c:{name} val="0"/>' for name in never)


def _series(names: Sequence[str], each: Series, column: int) -> str:
    letter, end = xl_col_to_name(column), len(names) + 1
    labels = f"<c:dLbls>{''.join(each.labels)}{each.label or _flags(value=False)}</c:dLbls>"
    return (
        f'<c:ser><c:idx val="{column - 1}"/><c:order val="{column - 1}"/>'
        f"<c:tx>{_strings(f'${letter}$1', (each.name,))}</c:tx>"
        f'<c:spPr>{each.look}</c:spPr><c:invertIfNegative val="0"/>'
        f"{labels if each.labels or each.label else ''}"
        f"<c:cat>{_strings(f'$A$2:$A${end}', names)}</c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${letter}$2:${letter}${end}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(each.values)}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _strings(place: str, texts: Sequence[str]) -> str:
    return (
        f"<c:strRef><c:f>{SHEET}!{place}</c:f><c:strCache>{_points(texts)}</c:strCache></c:strRef>"
    )


def _points(values: Sequence[Decimal | int | str | None]) -> str:
    points = "".join(
        f'<c:pt idx="{row}"><c:v>{escape(str(value))}</c:v></c:pt>'
        for row, value in enumerate(values)
        if value is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _axes(plot: Plot) -> str:
    """Names on the left, from the top down; no scale, for every bar has its figure."""
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    plain = f'<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}'
    end = "" if plot.end is None else f'<c:max val="{plot.end}"/>'
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="l"/>{plain}'
        '<c:tickLblPos val="low"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(INK)}<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>'
        f'{end}<c:min val="0"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="t"/>{plain}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )
