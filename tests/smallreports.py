"""Small reports made of a few facts, for tests of single rules of the comparison."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from builder.compare import compare
from builder.compare.dossiers import dossiers
from builder.config import Config
from builder.extract.commitments.products import product
from builder.key_findings import conclusions, focused
from builder.model import (
    AnyFact,
    Change,
    Commitment,
    Coverage,
    Extraction,
    Finding,
    Indicator,
    Level,
    Link,
    Outline,
    PageMetadata,
    Period,
    Problem,
    Qualifier,
    Quantity,
    Rank,
    Refusal,
    ReportLine,
    Script,
    Source,
    SourceKind,
    Tally,
    TallySource,
    Theme,
    View,
)
from builder.model.comparison import Comparison, Dossier
from builder.wording import view
from tests.goldfacts import gold_extractions
from tests.periods import period as to_period


@cache
def gold_comparison() -> Comparison:
    """The five seeds by their hand-found facts."""
    return compare(gold_extractions(), (), Config())


@cache
def gold_view() -> View:
    """The five seeds as printed in Chinese."""
    return viewed(*gold_extractions())


@cache
def gold_dossiers() -> dict[str, Dossier]:
    """The dossiers of the five seeds by short name."""
    return {found.name.place: found for found in dossiers(gold_extractions(), Config())}


def extraction(
    report: str = "jia-2024",
    *facts: AnyFact,
    bureau: str | None = "甲市生态环境局",
    region: tuple[str, ...] = ("某省", "甲市"),
    period: str | None = "2024",
    text: str = "",
    links: Sequence[Link] = (),
    findings: Sequence[Finding] = (),
    level: Level = Level.CITY,
    title: str | None = None,
) -> Extraction:
    """A report with these facts; its text holds nothing unless one is given."""
    source = Source(
        report=report,
        file=f"{report}.txt",
        text=text,
        plain=text,
        script=Script.HANS,
        converted=False,
        media_type="text/plain",
        encoding="utf-8",
        replaced_bytes=0,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        metadata=PageMetadata(),
    )
    line = ReportLine(
        report=report,
        title=title or f"{bureau}工作总结",
        bureau=bureau,
        region=region,
        level=level,
        period=to_period(period),
        plan_period=None,
        as_of=None,
        published=None,
        publisher=None,
        source_kind=SourceKind.OFFICIAL,
        script=Script.HANS,
    )
    return Extraction(
        outline=Outline(source=source, title=None, sections=(), sentences=(), furniture=()),
        report=line,
        facts=tuple(replace(fact, report=report) for fact in facts),
        links=tuple(links),
        coverage=Coverage(uses=()),
        findings=tuple(findings),
    )


def second(*facts: AnyFact, period: str | None = "2024") -> Extraction:
    """A report of another city."""
    return extraction(
        "yi-2024", *facts, bureau="乙市生态环境局", region=("某省", "乙市"), period=period
    )


def indicator(
    value: str | None = "30",
    *,
    metric: str = "air.pm25",
    unit: str = "μg/m³",
    qualifier: Qualifier = Qualifier.EQUAL,
    scope: str | None = None,
    period: str | None = "2024",
    change: Change | None = None,
    rank: Rank | None = None,
    start: int = 0,
) -> Indicator:
    """An indicator; a water class is given as it is printed."""
    number = value if value is None or not value[0].isdigit() else Decimal(value)
    return Indicator(
        report="",
        start=start,
        end=start + 1,
        quote="",
        themes=(Theme.AIR,),
        headings=(),
        rule="test",
        metric=metric,
        value=number,
        unit=unit,
        qualifier=qualifier,
        scope=scope,
        period=to_period(period),
        change=change,
        rank=rank,
    )


def tally(
    total: str | None,
    done: str | None,
    *,
    rate: str | None = None,
    pending: str | None = None,
    source: TallySource = TallySource.CENTRAL_INSPECTION,
    subject: str = "交办问题",
    start: int = 0,
) -> Tally:
    """A tally of inspectors' items."""
    return Tally(
        report="",
        start=start,
        end=start + 1,
        quote="",
        themes=(Theme.INSPECTION,),
        headings=(),
        rule="test",
        subject=subject,
        source=source,
        total=_number(total),
        done=_number(done),
        pending=_number(pending),
        rate=_number(rate),
        period=Period.years(2024),
    )


def quantity(value: str, unit: str, label: str, *, start: int = 0) -> Quantity:
    """A quantity of enforcement."""
    return Quantity(
        report="",
        start=start,
        end=start + 1,
        quote="",
        themes=(Theme.ENFORCEMENT,),
        headings=(),
        rule="test",
        value=Decimal(value),
        unit=unit,
        qualifier=Qualifier.EQUAL,
        label=label,
    )


def problem(text: str, quote: str, title: str, *, cause: str | None = None) -> Problem:
    """A problem that stands in the text."""
    start = text.index(quote)
    return Problem(
        report="",
        start=start,
        end=start + len(quote),
        quote=quote,
        themes=(Theme.WATER,),
        headings=(),
        rule="test",
        title=title,
        cause=cause,
    )


def commitment(
    quote: str, *, deadline: str | None = None, horizon: Period | None = None
) -> Commitment:
    """A commitment whose quote begins its text."""
    return Commitment(
        report="",
        start=0,
        end=len(quote),
        quote=quote,
        themes=(Theme.WATER,),
        headings=("计划",),
        rule="test",
        targets=(),
        deadline=deadline,
        product=product(quote),
        horizon=horizon,
    )


def compared(*extractions: Extraction, config: Config | None = None) -> Comparison:
    """These reports side by side."""
    return compare(extractions, (), config or Config())


def viewed(
    *extractions: Extraction, refused: Iterable[Refusal] = (), config: Config | None = None
) -> View:
    """What is printed of these reports, in Chinese if the configuration does not say otherwise."""
    config = config or Config()
    comparison = compare(extractions, refused, config)
    return view(
        comparison,
        conclusions(comparison, config),
        config.language,
        focus=focused(comparison, config),
    )


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
