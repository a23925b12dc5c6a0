"""The specification of a chart, and the check that each of its layers finds its fields.

A misspelt field draws an empty chart in silence, so `spec` compares every field of a chart with
the rows that it gets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import altair as alt

from builder.charts.theme import CONFIG
from builder.widths import is_wide

Row = Mapping[str, Any]
Spec = dict[str, Any]
TOKENS = re.compile(r"[!-~]+ ?|.")
NARROW = 0.58
NARROWEST = 0.3
CLOSING = "，。；：、！？）》”’"


class ChartError(Exception):
    """A chart names a field that its rows lack: an error of ours and not of the user's."""


def chart(rows: Sequence[Row]) -> alt.Chart:
    """A chart of rows, which stand in the specification itself."""
    return alt.Chart(alt.InlineData(values=[dict(row) for row in rows]))


def spec(name: str, layers: Sequence[alt.Chart], *, width: float, height: float) -> Spec:
    """The Vega-Lite specification of layers on one plot of a fixed size.

    Nothing is sized by the drawing program, so that a chart has the size that its page expects.
    Raises `ChartError` where a field is in none of its rows.
    """
    drawn = alt.layer(*layers).properties(
        width=width, height=height, padding=0, autosize=alt.AutoSizeParams(type="none")
    )
    # The schema takes longer to check than the chart to make; tests check every kind of chart.
    result: Spec = drawn.configure(**CONFIG).to_dict(validate=False)
    for layer in result["layer"]:
        # Rows that all layers share stand at the top of the specification.
        data = layer.get("data") or result["data"]
        _check_fields(name, layer["encoding"], result["datasets"][data["name"]])
    return result


def width(text: str) -> float:
    """Width in characters: Latin letters and figures take a little more than half of one."""
    return sum(1 if is_wide(c) else NARROWEST if c in ".,:; " else NARROW for c in text)


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """The text in lines of so many characters' width.

    Latin words are kept whole, and no line begins with a closing punctuation mark.
    """
    lines = [""]
    for token in TOKENS.findall(text):
        fits = width(lines[-1] + token.rstrip()) <= room
        # A closing mark may stand past the end by the one character that callers leave free.
        if fits or token in CLOSING:
            lines[-1] += token
        else:
            lines.append(token)
    return tuple(line.strip() for line in lines)


def clipped(text: str, room: float) -> str:
    """The text in so many characters' width, ended by … where some of it is cut off."""
    if width(text) <= room:
        return text
    while text and width(text) + 1 > room:
        text = text[:-1]
    return text + "…"


def _check_fields(name: str, encoding: Spec, rows: Sequence[Row]) -> None:
    for field in _fields(encoding):
        if any(field not in row for row in rows):
            raise ChartError(f"{name}: a row lacks the field {field}")


def _fields(node: Any) -> Iterator[str]:  # noqa: ANN401 -- JSON of any depth
    if isinstance(node, dict):
        if isinstance(node.get("field"), str):
            yield node["field"]
        for child in node.values():
            yield from _fields(child)
    elif isinstance(node, list):
        for child in node:
            yield from _fields(child)
