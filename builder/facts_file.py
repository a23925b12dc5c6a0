"""The facts file of the contract: one JSON object a line, ordered by report, then by start."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from builder.kinds import kind_of
from builder.kinds.kind import plain
from builder.model import AnyFact, Extraction, Finding, FlagType, Link, ReportLine, Severity

FLAGS = frozenset(flag.value for flag in FlagType)
# What is written refers to nothing that could refer back to it.
_WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False)


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
    return "".join([_WRITER.encode(item) + "\n" for item in objects])


def _report_lines(extraction: Extraction) -> Iterator[dict[str, Any]]:
    yield report_line(extraction.report)
    flags = [finding for finding in extraction.findings if finding.code in FLAGS]
    lines = [_flag(finding, extraction.report.report) for finding in flags]
    lines += [fact_line(fact) for fact in extraction.facts]
    yield from sorted(lines, key=lambda line: (line.get("start", -1), line["kind"]))


def report_line(line: ReportLine) -> dict[str, Any]:
    """What a report is, in the contract's form."""
    found = {
        "kind": "report",
        "report": line.report,
        "title": line.title,
        "bureau": line.bureau,
        "region": list(line.region),
        "level": line.level.value,
        "period": plain(line.period),
        "plan_period": plain(line.plan_period),
        "as_of": plain(line.as_of),
        "published": plain(line.published),
        "publisher": line.publisher,
        "source_kind": line.source_kind.value,
        "script": line.script.value,
        "document": line.document.value,
        "bureau_kind": line.bureau_kind.value,
        "bureau_from": line.bureau_from,
        "province": line.province,
        "year": line.year,
        "region_code": line.region_code,
    }
    return found if line.reason is None else found | {"reason": line.reason}


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


def fact_line(fact: AnyFact) -> dict[str, Any]:
    """A fact in the contract's form; a hundred of them a report, so that `_value_` is asked for."""
    kind = kind_of(fact)
    head = {
        "kind": kind.name,
        "report": fact.report,
        "start": fact.start,
        "end": fact.end,
        "quote": fact.quote,
        "themes": [theme._value_ for theme in fact.themes],
    }
    tail = {
        "section": list(fact.headings),
        "rule": fact.rule,
        "sureness": fact.sureness._value_,
        "cues": [cue._value_ for cue in fact.cues],
    }
    if fact.correction is not None:
        tail["corrected"] = fact.correction
    return {**head, **kind.line(fact), **tail}


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
