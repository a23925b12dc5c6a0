"""What the tags of a template can name: the view, described by the records themselves."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from builder.model import Briefing, View
from builder.render.grids import Spread
from builder.render.parts import Part

COMMON: Mapping[str, Any] = {
    "briefing": Briefing,
    "comparison": View,
    "parts": tuple[Part, ...],
    "picture": Any,
    "t": Any,
}
VIEWS: Mapping[str, Mapping[str, Any]] = {
    "docx": COMMON,
    "html": {**COMMON, "language": str, "style": str, "fonts": Any, "tables": Any},
}
FILTERS: Mapping[str, tuple[str, ...]] = {
    "docx": ("marked", "aligned", "origin", "fitted", "runs", "target"),
    "html": ("marked", "aligned", "origin", "fitted", "runs", "ordinal"),
}
RESULTS: Mapping[str, Any] = {"fitted": Spread, "marked": str, "aligned": str, "origin": str}
"""What the filters of our own give."""
SHOWN: Mapping[str, frozenset[tuple[str, str]]] = {
    "marked": frozenset(
        {(record, name) for record in ("Figure", "Passage") for name in ("text", "marks")}
    ),
    "aligned": frozenset({("Figure", name) for name in ("text", "cell", "slack")}),
    "origin": frozenset({("Figure", "marks"), ("Passage", "marks")}),
    "target": frozenset({("Evidence", "mark")}),
    "fitted": frozenset(
        {("Grid", name) for name in ("title", "rows", "columns", "texts", "note")}
        | {("Chart", name) for name in ("title", "rows", "columns")}
    ),
}
"""The fields that the filters of our own print."""
UNPRINTED = frozenset(
    {
        ("KeyFinding", "code"),
        ("KeyFinding", "weight"),
        ("KeyFinding", "marks"),
        ("KeyFinding", "bureaus"),
        ("KeyFinding", "computed"),
        ("Figure", "value"),
        ("Figure", "unit"),
        ("Figure", "computed"),
        ("Figure", "qualifier"),
        ("Figure", "before"),
        ("Figure", "after"),
        ("MatrixRow", "strength"),
        ("CommitmentRow", "targets"),
        ("CommitmentRow", "deadline"),
        ("CommitmentRow", "checkability"),
        ("Refusal", "values"),
        ("FollowUp", "followed"),
        ("QualityRow", "severity"),
        ("Chart", "spec"),
        ("Chart", "id"),
        ("Chart", "part"),
        ("Chart", "width"),
        ("Chart", "height"),
        ("Chart", "alt"),
        ("Chart", "bars"),
        ("Chart", "grid"),
        *(("PlotBar", name) for name in ("name", "text", "value", "apart", "full", "limit")),
        *(("PlotBar", name) for name in ("limit_name", "head", "remark", "before", "after")),
        ("Grid", "cells"),
        ("Grid", "empty"),
        ("Bureau", "report"),
        ("Bureau", "mark"),
        ("Evidence", "anchor"),
        ("Part", "charts"),
        ("Part", "number"),
        ("Part", "title"),
        ("Briefing", "parts"),
        ("Briefing", "comparison"),
        ("Briefing", "language"),
        ("Briefing", "profile"),
        ("Briefing", "fonts"),
        ("Briefing", "native_charts"),
        ("IndicatorTable", "metric"),
    }
)
"""Fields that programs need and readers do not: no template has to show them."""


@cache
def fields(record: Any) -> Mapping[str, Any]:  # noqa: ANN401
    """The fields and properties of a record with their types; nothing for anything else."""
    if not (isinstance(record, type) and dataclasses.is_dataclass(record)):
        return {}
    known = typing.get_type_hints(record)
    properties = {
        name: typing.get_type_hints(member.fget)["return"]
        for name, member in vars(record).items()
        if isinstance(member, property)
    }
    return {field.name: known[field.name] for field in dataclasses.fields(record)} | properties


def item(kind: Any) -> Any:  # noqa: ANN401
    """What a loop over this gives: Any where that cannot be told."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments else Any


def bare(kind: Any) -> Any:  # noqa: ANN401
    """A type without its None."""
    if isinstance(kind, types.UnionType):
        kinds = [each for each in typing.get_args(kind) if each is not types.NoneType]
        return kinds[0] if len(kinds) == 1 else Any
    return kind


def records() -> list[type]:
    """All records that the view leads to, in the order in which their fields name them."""
    found: list[type] = []
    waiting: list[Any] = [*COMMON.values(), Spread]
    while waiting:
        kind = bare(waiting.pop(0))
        kind = bare(item(kind)) if typing.get_origin(kind) is tuple else kind
        if fields(kind) and kind not in found:
            found.append(kind)
            waiting += fields(kind).values()
    return found
