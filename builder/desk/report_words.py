"""What a report is in words: the values that a form of it shows, and what a correction changed."""

from __future__ import annotations

from typing import Any

from builder.desk.forms import report_fields
from builder.kinds.kind import plain
from builder.model import ReportLine

Json = dict[str, Any]


def report_values(line: ReportLine) -> Json:
    """The values of a report's form by their keys, as a correction writes them."""
    return {field["key"]: plain(getattr(line, field["key"])) for field in report_fields()}


def report_words(line: ReportLine, other: ReportLine | None) -> str:
    """What a report is where that differs from another: 单位 岳阳县分局，统计期 2024."""
    mine, others = report_values(line), report_values(other) if other else {}
    return "，".join(
        f"{field['label']} {_said(field, mine[field['key']])}"
        for field in report_fields()
        if mine[field["key"]] != others.get(field["key"])
    )


def _said(field: Json, value: str | None) -> str:
    named: dict[str, str] = dict(field.get("choices", ()))
    return named.get(value or "", value or "没有写")
