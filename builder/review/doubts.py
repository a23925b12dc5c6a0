"""Which facts most need a look, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model import AnyFact, Extraction, Indicator, Qualifier
from builder.vocabulary.environment.names import names


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A fact of a report with what speaks against it, in words; nothing may."""

    fact: AnyFact
    extraction: Extraction
    doubts: tuple[str, ...]


def doubted(extractions: Iterable[Extraction]) -> tuple[Doubted, ...]:
    """All facts of the reports, the most doubtful first; what a person set is not doubted."""
    found = [
        Doubted(fact=fact, extraction=extraction, doubts=doubts(fact, extraction))
        for extraction in extractions
        for fact in extraction.facts
        if fact.correction is None
    ]
    return tuple(sorted(found, key=lambda item: (item.fact.is_sure, -len(item.doubts))))


def doubts(fact: AnyFact, extraction: Extraction) -> tuple[str, ...]:
    """Why a fact deserves a look; empty where nothing speaks against it."""
    near = (
        finding
        for finding in extraction.findings
        if finding.start is not None
        and finding.end is not None
        and finding.start < fact.end
        and fact.start < finding.end
    )
    found = [] if fact.is_sure else ["没有把握"]
    found += [names().findings.get(finding.code, names().findings["other"]) for finding in near]
    if getattr(fact, "period", fact) is None:
        found.append("统计期不明")
    if isinstance(fact, Indicator):
        found += ["没有数值"] if fact.value is None else []
        found += ["同一处有几个指标"] if _shares_place(fact, extraction) else []
    if getattr(fact, "qualifier", Qualifier.EQUAL) is Qualifier.ABOUT:
        found.append("约数")
    return tuple(dict.fromkeys(found))


def _shares_place(fact: AnyFact, extraction: Extraction) -> bool:
    here = (other for other in extraction.facts if isinstance(other, Indicator))
    return sum((other.start, other.end) == (fact.start, fact.end) for other in here) > 1
