"""Sentences on what is missing or doubtful in the material."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.compare.periods import span
from builder.model import FlagType, Indicator, Problem, SourceKind
from builder.model.comparison import Dossier
from builder.vocabulary.environment.metrics import metric_of
from builder.vocabulary.environment.names import names
from builder.wording.periods import period_words
from builder.wording.points.statement import Material, Statement, listed, named
from builder.wording.wording import Wording
from builder.wording.words import cited

_DOUBTFUL, _NO_PROBLEMS, _PARTIAL, _MISSING = 82, 72, 68, 50


def doubtful_reports(material: Material) -> Iterator[Statement]:
    """Reports of unofficial pages, without a bureau, or with masked names and numbers."""
    language = material.language
    found = {dossier.number: _doubts(dossier, language) for dossier in material.dossiers}
    doubtful = [dossier for dossier in material.dossiers if found[dossier.number]]
    if doubtful:
        items = [
            language(
                "{bureau}的报告{doubts}",
                bureau=language.short(dossier),
                doubts=language("，").join(found[dossier.number]),
            )
            for dossier in doubtful
        ]
        text = language("材料存疑：{items}。所载数字只供参考。", items=listed(items, language))
        yield Statement(text=text, code="doubtful", weight=_DOUBTFUL, dossiers=tuple(doubtful))


def without_problems(material: Material) -> Iterator[Statement]:
    """Reports that name no problem of their own, or only outside a section for it."""
    language = material.language
    items, found = [], []
    for dossier in material.dossiers:
        flags = {finding.code for finding in dossier.extraction.findings}
        problems = dossier.of(Problem)
        if problems and FlagType.MISSING_SECTION not in flags:
            continue
        found.append(dossier)
        if not problems:
            items.append(language("{bureau}没有写明问题", bureau=language.short(dossier)))
        else:
            words = language(
                "{bureau}未专设问题部分，只在正文写明{count}个",
                bureau=language.short(dossier),
                count=len(problems),
            )
            items.append(cited(words, (dossier.marks[problem] for problem in problems)))
    if items:
        text = language("问题部分缺失：{items}。", items=listed(items, language))
        yield Statement(text=text, code="no_problems", weight=_NO_PROBLEMS, dossiers=tuple(found))


def partial_periods(material: Material) -> Iterator[Statement]:
    """Values of the leading metrics that do not cover a whole year."""
    language = material.language
    items, found = [], {}
    for dossier in material.dossiers:
        by_period: dict[str, list[Indicator]] = {}
        for fact in dossier.of(Indicator):
            if metric_of(fact.metric).expected and _is_partial(fact, dossier):
                by_period.setdefault(period_words(fact.period, language), []).append(fact)
        for period, facts in by_period.items():
            found[dossier.number] = dossier
            words = language("{bureau}（{period}）", bureau=language.short(dossier), period=period)
            items.append(cited(words, (dossier.marks[fact] for fact in facts)))
    if items:
        text = language(
            "空气质量数据不是全年的：{items}，不与全年值并列，也不与年平均限值比较。",
            items=listed(items, language),
        )
        yield Statement(text=text, code="partial", weight=_PARTIAL, dossiers=tuple(found.values()))


def _is_partial(fact: Indicator, dossier: Dossier) -> bool:
    """Whether a value of the reported time covers less than a year; an earlier base is none."""
    days, reported = span(fact.period), span(dossier.line.period)
    if days is None or days.whole_year:
        return False
    return reported is None or days.last >= reported.first


def missing_values(material: Material) -> Iterator[Statement]:
    """Leading metrics that some bureaus do not give though others do."""
    language = material.language
    for item in material.values:
        present = {entry.dossier.number for entry in item.entries}
        missing = [dossier for dossier in material.dossiers if dossier.number not in present]
        if metric_of(item.metric).expected and missing:
            text = language(
                "没有载明{metric}的：{bureaus}。",
                metric=language(names().metrics[item.metric]),
                bureaus=named([language.short(dossier) for dossier in missing], language),
            )
            yield Statement(text=text, code="missing", weight=_MISSING, dossiers=tuple(missing))


def _doubts(dossier: Dossier, language: Wording) -> list[str]:
    found = Counter(finding.code for finding in dossier.extraction.findings)
    unofficial = dossier.line.source_kind is SourceKind.TEMPLATE_SITE
    if not (unofficial or found[FlagType.NO_BUREAU] or found[FlagType.PLACEHOLDER]):
        return []
    doubts = []
    if unofficial:
        doubts.append(language("来自非官方的范文网站"))
    if found[FlagType.NO_BUREAU]:
        doubts.append(language("未写明单位"))
    if found[FlagType.PLACEHOLDER]:
        doubts.append(language("有{count}处数字或名称被遮盖", count=found[FlagType.PLACEHOLDER]))
    if found[FlagType.TRUNCATED]:
        doubts.append(language("文本不全"))
    if found[FlagType.IMPLAUSIBLE]:
        doubts.append(
            language("有{count}处说法与其时间或范围不符", count=found[FlagType.IMPLAUSIBLE])
        )
    return doubts
