"""Sentences on rectification: what was raised, what is done, rates that do not follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.compare.tallies import computed_rate, rate_differs
from builder.model import Tally, TallySource
from builder.model.comparison import Dossier
from builder.wording.periods import period_words
from builder.wording.points.statement import Material, Statement, distinct, listed
from builder.wording.wording import Wording
from builder.wording.words import cited

_INSPECTIONS = (
    TallySource.CENTRAL_INSPECTION,
    TallySource.PROVINCIAL_INSPECTION,
    TallySource.MIXED_INSPECTION,
)
_OUTFALLS = (TallySource.OUTFALL,)
_DIFFERS, _INSPECTED, _OUTFALL, _SILENT = 97, 90, 65, 48

Pair = tuple[Dossier, Tally]


def differing_rates(material: Material) -> Iterator[Statement]:
    """Printed rates that do not follow from the printed numbers."""
    language = material.language
    pairs = [pair for pair in _pairs(material, tuple(TallySource)) if rate_differs(pair[1])]
    if pairs:
        text = language(
            "原文比率与原文数字不一致的有{count}处：{items}。",
            count=len(pairs),
            items=listed([_differing(*pair, language) for pair in pairs], language),
        )
        yield _statement(text, "rate_differs", _DIFFERS, pairs, computed=True)


def inspections(material: Material) -> Iterator[Statement]:
    """What inspectors raised: how many sets are done, and the rates of those that are not."""
    title = material.language("督察交办、反馈事项")
    yield from _completion(material, title, _INSPECTIONS, _INSPECTED)


def outfalls(material: Material) -> Iterator[Statement]:
    """The same for outfalls."""
    title = material.language("排污口整治")
    yield from _completion(material, title, _OUTFALLS, _OUTFALL)


def silent(material: Material) -> Iterator[Statement]:
    """Inspectors' items of which a report prints the number, but not how many are done."""
    language = material.language
    pairs = [
        pair
        for pair in _pairs(material, _INSPECTIONS)
        if pair[1].total is not None and pair[1].done is None and pair[1].rate is None
    ]
    if pairs:
        text = language(
            "督察事项中只载总数、未载完成数的：{items}。",
            items=listed([_raised(*pair, language) for pair in pairs], language),
        )
        yield _statement(text, "silent_tally", _SILENT, pairs)


def _completion(
    material: Material, title: str, sources: Sequence[TallySource], weight: int
) -> Iterator[Statement]:
    language = material.language
    pairs = [pair for pair in _pairs(material, sources) if computed_rate(pair[1]) is not None]
    if not pairs:
        return
    done = [pair for pair in pairs if pair[1].done == pair[1].total]
    left = [pair for pair in pairs if pair not in done]
    parts = []
    if left:
        items = listed([_completed(*pair, language) for pair in left], language)
        parts.append(
            language(
                "尚未全部完成的有{count}项，完成率（据原文数字计算，起止时间不同，不排名）：{items}",
                count=len(left),
                items=items,
            )
        )
    if done:
        items = listed([_finished(*pair, language) for pair in done], language)
        parts.append(language("全部完成的有{count}项：{items}", count=len(done), items=items))
    text = language("{title}：{parts}。", title=title, parts=language("。").join(parts))
    yield _statement(text, "completion", weight, pairs, computed=bool(left))


def _statement(
    text: str, code: str, weight: int, pairs: Sequence[Pair], *, computed: bool = False
) -> Statement:
    return Statement(
        text=text,
        code=code,
        weight=weight,
        dossiers=distinct(dossier for dossier, _ in pairs),
        computed=computed,
    )


def _pairs(material: Material, sources: Sequence[TallySource]) -> list[Pair]:
    return [
        (dossier, fact)
        for dossier in material.dossiers
        for fact in dossier.of(Tally)
        if fact.source in sources
    ]


def _count(value: object) -> str:
    return "" if value is None else format(value, "f")


def _completed(dossier: Dossier, fact: Tally, language: Wording) -> str:
    """潜江市“中央和省督察交办整改任务”（2016—2023年）131/166〔潜44〕，78.92%"""
    counts = language(
        "{bureau}“{subject}”（{period}）{done}/{total}",
        bureau=language.short(dossier),
        subject=fact.subject,
        period=period_words(fact.period, language),
        total=_count(fact.total),
        done=_count(fact.done),
    )
    marked = cited(counts, (dossier.marks[fact],))
    return language("{counts}，{rate}%", counts=marked, rate=_count(computed_rate(fact)))


def _finished(dossier: Dossier, fact: Tally, language: Wording) -> str:
    """岳阳县“环保督察反馈问题”共13〔岳49〕"""
    words = language(
        "{bureau}“{subject}”共{total}",
        bureau=language.short(dossier),
        subject=fact.subject,
        total=_count(fact.total),
    )
    return cited(words, (dossier.marks[fact],))


_raised = _finished


def _differing(dossier: Dossier, fact: Tally, language: Wording) -> str:
    """某县“信访件”原文75%〔某5〕，按30/41计算为73.17%（据原文数字计算）"""
    words = language(
        "{bureau}“{subject}”原文{printed}%",
        bureau=language.short(dossier),
        subject=fact.subject,
        printed=_count(fact.rate),
    )
    return language(
        "{printed}，按{done}/{total}为{computed}%（据原文数字计算）",
        printed=cited(words, (dossier.marks[fact],)),
        done=_count(fact.done),
        total=_count(fact.total),
        computed=_count(computed_rate(fact)),
    )
