"""The hand-found facts of the five seeds as records, for tests of the stages after extraction."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from opencc import OpenCC

from builder.extract.commitments.products import product
from builder.model import (
    AnyFact,
    Change,
    Commitment,
    Coverage,
    Direction,
    Extraction,
    Finding,
    Indicator,
    Level,
    Link,
    Outline,
    PageMetadata,
    Problem,
    Qualifier,
    Quantity,
    Rank,
    Rectification,
    ReportLine,
    Script,
    Severity,
    Source,
    SourceKind,
    Strength,
    Tally,
    TallySource,
    Target,
    Theme,
)
from builder.read.script import plain_copy
from builder.text.unwrapped import unbroken
from tests.periods import period

ROOT = Path(__file__).parents[1]
GOLD = Path(__file__).parent / "gold"


def gold_extractions(seeds: Path = ROOT / "seeds", gold: Path = GOLD) -> tuple[Extraction, ...]:
    """One `Extraction` for each gold file but links.jsonl; without outline and coverage."""
    links = _rows(gold / "links.jsonl")
    files = sorted(path for path in gold.glob("*.jsonl") if path.name != "links.jsonl")
    return tuple(_extraction(path, seeds, links) for path in files)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _extraction(path: Path, seeds: Path, links: list[dict[str, Any]]) -> Extraction:
    rows = _rows(path)
    text = (seeds / f"{path.stem}.txt").read_text(encoding="utf-8-sig")
    line = _report(next(row for row in rows if row["kind"] == "report"))
    traditional = line.script is Script.HANT
    source = Source(
        report=path.stem,
        file=f"{path.stem}.txt",
        text=text,
        plain=OpenCC("tw2s").convert(text) if traditional else text,
        script=line.script,
        converted=traditional,
        media_type="text/plain",
        encoding="utf-8",
        replaced_bytes=0,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        metadata=PageMetadata(),
    )
    facts = sorted(
        (_fact(row) for row in rows if row["kind"] not in {"report", "flag"}),
        key=lambda fact: (fact.start, fact.end),
    )
    return Extraction(
        outline=Outline(source=source, title=None, sections=(), sentences=(), furniture=()),
        report=line,
        facts=tuple(facts),
        links=tuple(_link(row) for row in links if row["report"] == path.stem),
        coverage=Coverage(uses=()),
        findings=tuple(_finding(row) for row in rows if row["kind"] == "flag"),
    )


def _report(row: dict[str, Any]) -> ReportLine:
    return ReportLine(
        **{key: row[key] for key in ("report", "title", "bureau", "publisher")},
        period=period(row["period"]),
        plan_period=period(row["plan_period"]),
        as_of=_day(row["as_of"]),
        published=_day(row["published"]),
        region=tuple(row["region"]),
        level=Level(row["level"]),
        source_kind=SourceKind(row["source_kind"]),
        script=Script(row["script"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(
        code=row["type"],
        severity=Severity.WARNING,
        report=row["report"],
        message=row["message"].replace("{", "{{").replace("}", "}}"),
        start=row.get("start"),
        end=row.get("end"),
        quote=row.get("quote"),
    )


def _link(row: dict[str, Any]) -> Link:
    return Link(
        report=row["report"],
        problem=row["problem"],
        commitments=tuple(row["commitments"]),
        strength=Strength(row["strength"]),
        shared=(),
    )


def _decimal(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _number(value: str | None) -> Decimal | str | None:
    return value if value is None or value[0] in "ⅠⅡⅢⅣⅤ劣" else Decimal(value)


def _change(row: dict[str, Any] | None) -> Change | None:
    if row is None:
        return None
    return Change(
        value=_decimal(row["value"]),
        unit=row["unit"],
        direction=Direction(row["direction"]),
        better=row["better"],
        basis=row.get("basis"),
    )


def _fact(row: dict[str, Any]) -> AnyFact:
    common: dict[str, Any] = {
        "report": row["report"],
        "start": row["start"],
        "end": row["end"],
        "quote": row["quote"],
        "themes": tuple(Theme(theme) for theme in row["themes"]),
        "headings": tuple(row.get("heading", ())),
        "rule": "gold",
    }
    return _MAKERS[row["kind"]](row, common)


def _indicator(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    return Indicator(
        **common,
        metric=row["metric"],
        value=_number(row["value"]),
        unit=row["unit"],
        qualifier=Qualifier(row["qualifier"]),
        scope=row["scope"],
        period=period(row["period"]),
        change=_change(row["change"]),
        rank=_rank(row["rank"]),
    )


def _rank(row: dict[str, Any] | None) -> Rank | None:
    if row is None:
        return None
    keys = {key: value for key, value in row.items() if key != "from"}
    return Rank(**keys, from_bottom="from" in row)


def _tally(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    return Tally(
        **common,
        subject=row["subject"],
        source=TallySource(row["source"]),
        total=_decimal(row["total"]),
        done=_decimal(row["done"]),
        pending=_decimal(row["pending"]),
        rate=_decimal(row["rate"]),
        period=period(row["period"]),
        unit=row.get("unit"),
        note=row.get("note"),
    )


def _quantity(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    return Quantity(
        **common,
        value=Decimal(row["value"]),
        unit=row["unit"],
        qualifier=Qualifier(row["qualifier"]),
        label=row["label"],
    )


def _rectification(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    return Rectification(
        **common, source=None if row["source"] is None else TallySource(row["source"])
    )


def _problem(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    return Problem(**common, title=row["title"], cause=row["cause"])


def _target(row: dict[str, Any], start: int) -> Target:
    value = _number(row["value"])
    assert value is not None
    return Target(
        value=value,
        unit=row["unit"],
        qualifier=Qualifier(row["qualifier"]),
        start=start,
        end=start + len(row["quote"]),
        quote=row["quote"],
    )


def _commitment(row: dict[str, Any], common: dict[str, Any]) -> AnyFact:
    targets = (
        _target(target, row["start"] + row["quote"].index(target["quote"]))
        for target in row["targets"]
    )
    plain = unbroken(plain_copy(row["quote"]).plain, 0, len(row["quote"])).text
    return Commitment(
        **common, targets=tuple(targets), deadline=row["deadline"], product=product(plain)
    )


_MAKERS = {
    "indicator": _indicator,
    "tally": _tally,
    "quantity": _quantity,
    "rectification": _rectification,
    "problem": _problem,
    "commitment": _commitment,
}
