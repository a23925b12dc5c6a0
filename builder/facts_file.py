"""The facts file of the contract: one JSON object a line, ordered by report, then by start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import singledispatch
from typing import Any

from builder.model import (
    Change,
    Commitment,
    Extraction,
    Fact,
    Finding,
    FlagType,
    Indicator,
    Link,
    Period,
    Problem,
    Quantity,
    Rank,
    Rectification,
    ReportLine,
    Severity,
    Tally,
    Target,
)

FLAGS = frozenset(flag.value for flag in FlagType)
# What ends the area of a rank from the bottom: 全市倒数.
FROM_BOTTOM = "倒数"


def facts_jsonl(extractions: Iterable[Extraction]) -> str:
    """All facts and flags of all reports in the contract's form."""
    ordered = sorted(extractions, key=lambda extraction: extraction.report.report)
    return _lines(line for extraction in ordered for line in _report_lines(extraction))


def links_jsonl(extractions: Iterable[Extraction]) -> str:
    """All links from problems to commitments in the contract's form."""
    ordered = sorted(extractions, key=lambda extraction: extraction.report.report)
    return _lines(_link(link) for extraction in ordered for link in extraction.links)


def findings_jsonl(
    extractions: Iterable[Extraction], levels: Mapping[str, str] | None = None
) -> str:
    """All findings with level, code, place and message; `levels` sets levels by code.

    What is `off` is left out.
    """
    ordered = sorted(extractions, key=lambda extraction: extraction.report.report)
    found = (
        _finding(finding, (levels or {}).get(finding.code, finding.severity.value))
        for extraction in ordered
        for finding in extraction.findings
    )
    return _lines(line for line in found if line["level"] != Severity.OFF)


def _lines(objects: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


def _report_lines(extraction: Extraction) -> Iterator[dict[str, Any]]:
    yield _report(extraction.report)
    flags = [finding for finding in extraction.findings if finding.code in FLAGS]
    lines = [_flag(finding, extraction.report.report) for finding in flags]
    lines += [fact_line(fact) for fact in extraction.facts]
    yield from sorted(lines, key=lambda line: (line.get("start", -1), line["kind"]))


def _report(line: ReportLine) -> dict[str, Any]:
    return {
        "kind": "report",
        "report": line.report,
        "title": line.title,
        "bureau": line.bureau,
        "region": list(line.region),
        "level": line.level.value,
        "period": _plain(line.period),
        "plan_period": _plain(line.plan_period),
        "as_of": _plain(line.as_of),
        "published": _plain(line.published),
        "publisher": line.publisher,
        "source_kind": line.source_kind.value,
        "script": line.script.value,
    }


def _flag(finding: Finding, report: str) -> dict[str, Any]:
    line: dict[str, Any] = {
        "kind": "flag",
        "report": report,
        "type": finding.code,
        "message": finding.message.format(**dict(finding.values)),
    }
    if finding.start is not None:
        line |= {"start": finding.start, "end": finding.end, "quote": finding.quote}
    return line


def fact_line(fact: Fact) -> dict[str, Any]:
    """A fact in the contract's form."""
    head = {
        "kind": type(fact).__name__.lower(),
        "report": fact.report,
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "themes": [theme.value for theme in fact.themes],
    }
    tail = {"section": list(fact.headings), "rule": fact.rule}
    if fact.correction is not None:
        tail["corrected"] = fact.correction
    return head | _own(fact) | tail


@singledispatch
def _own(fact: Fact) -> dict[str, Any]:
    """The keys that a kind of fact has for itself."""
    raise TypeError(fact)


@_own.register
def _(fact: Indicator) -> dict[str, Any]:
    return {
        "metric": fact.metric,
        "value": _plain(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "scope": fact.scope,
        "period": _plain(fact.period),
        "change": None if fact.change is None else _change(fact.change),
        "rank": None if fact.rank is None else _rank(fact.rank),
    }


@_own.register
def _(fact: Tally) -> dict[str, Any]:
    return {
        "subject": fact.subject,
        "source": fact.source.value,
        "total": _plain(fact.total),
        "done": _plain(fact.done),
        "pending": _plain(fact.pending),
        "rate": _plain(fact.rate),
        "period": _plain(fact.period),
    }


@_own.register
def _(fact: Quantity) -> dict[str, Any]:
    return {
        "value": _plain(fact.value),
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "label": fact.label,
    }


@_own.register
def _(fact: Rectification) -> dict[str, Any]:
    return {"source": _plain(fact.source)}


@_own.register
def _(fact: Problem) -> dict[str, Any]:
    return {"title": fact.title, "cause": fact.cause}


@_own.register
def _(fact: Commitment) -> dict[str, Any]:
    return {
        "heading": list(fact.headings),
        "targets": [_target(target) for target in fact.targets],
        "deadline": fact.deadline,
    }


def _change(change: Change) -> dict[str, Any]:
    basis = {} if change.basis is None else {"basis": change.basis}
    return {
        "value": _plain(change.value),
        "unit": change.unit,
        "direction": change.direction.value,
        "better": change.better,
    } | basis


def _rank(rank: Rank) -> dict[str, Any]:
    area = f"{rank.area or ''}{FROM_BOTTOM}" if rank.from_bottom else rank.area
    return {"position": rank.position, "of": rank.of, "area": area, "tied": rank.tied}


def _target(target: Target) -> dict[str, Any]:
    return {
        "value": _plain(target.value),
        "unit": target.unit,
        "qualifier": target.qualifier.value,
        "start": target.start,
        "end": target.end,
        "quote": target.quote,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "report": link.report,
        "problem": link.problem,
        "commitments": list(link.commitments),
        "strength": link.strength.value,
        "shared": list(link.shared),
    }


def _finding(finding: Finding, level: str) -> dict[str, Any]:
    return {
        "level": level,
        "code": finding.code,
        "report": finding.report,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote,
        "message": finding.message.format(**dict(finding.values)),
    }


def _plain(value: Decimal | Enum | Period | date | str | None) -> str | None:
    """A number without exponent, a period or day in the contract's form, a word as it is."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return None if value is None else str(value)
