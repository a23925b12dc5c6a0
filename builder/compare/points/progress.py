"""Sentences on rectification: what was raised, what is done, rates that do not follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare.dossiers import Dossier
from builder.compare.periods import period_words
from builder.compare.points.statement import Material, Statement
from builder.compare.tallies import computed_rate, rate_differs
from builder.compare.words import cited, plain
from builder.language import Language
from builder.model import Tally, TallySource

_INSPECTIONS = (
    TallySource.CENTRAL_INSPECTION,
    TallySource.PROVINCIAL_INSPECTION,
    TallySource.MIXED_INSPECTION,
)
_DIFFERS, _INSPECTED, _OUTFALLS, _SILENT = 97, 90, 65, 48

Pair = tuple[Dossier, Tally]


def differing_rates(material: Material) -> Iterator[Statement]:
    """Printed rates that do not follow from the printed numbers."""
    language = material.language
    pairs = [pair for pair in _pairs(material, tuple(TallySource)) if rate_differs(pair[1])]
    if pairs:
        items = language("；").join(_differing(dossier, fact, language) for dossier, fact in pairs)
        yield Statement(
            text=language(
                "原文比率与原文数字不一致的有{count}处：{items}。", count=len(pairs), items=items
            ),
            code="rate_differs",
            weight=_DIFFERS,
            dossiers=_dossiers(pairs),
            computed=True,
        )


def inspections(material: Material) -> Iterator[Statement]:
    """Completion of what inspectors raised, with rates computed and nothing ranked."""
    yield from _completion(
        material,
        _INSPECTIONS,
        "督察交办、反馈事项的完成率（据原文数字计算，各项起止时间不同，不排名）：{items}。",
        _INSPECTED,
    )


def outfalls(material: Material) -> Iterator[Statement]:
    """Completion of outfalls."""
    yield from _completion(
        material,
        (TallySource.OUTFALL,),
        "排污口整治的完成率（据原文数字计算，不排名）：{items}。",
        _OUTFALLS,
    )


def silent(material: Material) -> Iterator[Statement]:
    """Inspectors' items of which a report prints the number, but not how many are done."""
    language = material.language
    pairs = [
        pair
        for pair in _pairs(material, _INSPECTIONS)
        if pair[1].total is not None and pair[1].done is None and pair[1].rate is None
    ]
    if pairs:
        items = language("；").join(
            cited(
                language(
                    "{bureau}“{subject}”{total}项",
                    bureau=dossier.short,
                    subject=fact.subject,
                    total=plain(fact.total),
                ),
                (dossier.marks[fact],),
            )
            for dossier, fact in pairs
            if fact.total is not None
        )
        yield Statement(
            text=language("督察事项中只载总数、未载完成数的：{items}。", items=items),
            code="silent_tally",
            weight=_SILENT,
            dossiers=_dossiers(pairs),
        )


def _completion(
    material: Material, sources: Sequence[TallySource], msgid: str, weight: int
) -> Iterator[Statement]:
    language = material.language
    pairs = [pair for pair in _pairs(material, sources) if computed_rate(pair[1]) is not None]
    if pairs:
        items = language("；").join(_completed(dossier, fact, language) for dossier, fact in pairs)
        yield Statement(
            text=language(msgid, items=items),
            code="completion",
            weight=weight,
            dossiers=_dossiers(pairs),
            computed=True,
        )


def _pairs(material: Material, sources: Sequence[TallySource]) -> list[Pair]:
    return [
        (dossier, fact)
        for dossier in material.dossiers
        for fact in dossier.of(Tally)
        if fact.source in sources
    ]


def _completed(dossier: Dossier, fact: Tally, language: Language) -> str:
    """潜江市“中央和省督察交办整改任务”（2016—2023年）131/166〔潜44〕，78.92%"""
    counts = language(
        "{bureau}“{subject}”（{period}）{done}/{total}",
        bureau=dossier.short,
        subject=fact.subject,
        period=period_words(fact.period, language),
        done="" if fact.done is None else plain(fact.done),
        total="" if fact.total is None else plain(fact.total),
    )
    rate = computed_rate(fact)
    percent = "" if rate is None else f"{plain(rate)}%"
    return language("{counts}，{rate}", counts=cited(counts, (dossier.marks[fact],)), rate=percent)


def _differing(dossier: Dossier, fact: Tally, language: Language) -> str:
    printed = "" if fact.rate is None else plain(fact.rate)
    rate = computed_rate(fact)
    words = language(
        "{bureau}“{subject}”原文{printed}%",
        bureau=dossier.short,
        subject=fact.subject,
        printed=printed,
    )
    return language(
        "{printed}，按{done}/{total}为{computed}%（据原文数字计算）",
        printed=cited(words, (dossier.marks[fact],)),
        done="" if fact.done is None else plain(fact.done),
        total="" if fact.total is None else plain(fact.total),
        computed="" if rate is None else plain(rate),
    )


def _dossiers(pairs: Sequence[Pair]) -> tuple[Dossier, ...]:
    return tuple({dossier.number: dossier for dossier, _ in pairs}.values())
