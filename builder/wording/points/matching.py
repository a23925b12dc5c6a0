"""Sentences on problems against measures and promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from builder.compare.commitments import checkabilities, checkability, plans
from builder.compare.followups import followed_commitments
from builder.compare.matrix import link_of
from builder.compare.measures import measures
from builder.model import Checkability, Commitment, Problem, Strength, Theme
from builder.model.comparison import Dossier, FollowedCommitment
from builder.vocabulary.environment.names import names
from builder.wording.points.statement import Material, Statement, distinct, listed, named
from builder.wording.wording import Wording
from builder.wording.words import cited, theme_words

_UNANSWERED, _KEPT, _CHECKABLE, _SHARED, _GENERAL = 88, 87, 85, 75, 45
_MOST_MARKS = 3
_HUNDRED = 100
_PLACES = Decimal("0.1")

Pair = tuple[Dossier, Problem]


def shared_problems(material: Material) -> Iterator[Statement]:
    """Themes in which two or more bureaus name a problem."""
    language = material.language
    found = {theme: _of_theme(theme, material) for theme in Theme}
    shared = {
        theme: pairs
        for theme, pairs in found.items()
        if len({dossier.identity for dossier, _ in pairs}) > 1
    }
    ranked = sorted(shared.items(), key=lambda item: -len(distinct(d for d, _ in item[1])))
    if ranked:
        items = [
            language(
                "{theme}（{problems}）",
                theme=theme_words((theme,), language)[0],
                problems=named(_by_bureau(pairs, language), language),
            )
            for theme, pairs in ranked
        ]
        yield Statement(
            text=language("两家以上都写到问题的主题：{items}。", items=listed(items, language)),
            code="shared_problems",
            weight=_SHARED,
            dossiers=distinct(dossier for pairs in shared.values() for dossier, _ in pairs),
        )


def unanswered_problems(material: Material) -> Iterator[Statement]:
    """Problems that no promise of the plan answers, and those of them without a measure."""
    language = material.language
    pairs = _of_strength(Strength.NONE, material)
    if pairs:
        idle = [(dossier, problem) for dossier, problem in pairs if not measures(problem, dossier)]
        text = language(
            "写明的问题在下一步计划中未见对应承诺的有{count}个：{items}。",
            count=len(pairs),
            items=listed([_problem(*pair, language) for pair in pairs], language),
        )
        if idle:
            text += language(
                "其中报告也未载相关举措的有{count}个：{items}。",
                count=len(idle),
                items=listed([_problem(*pair, language) for pair in idle], language),
            )
        yield Statement(
            text=text,
            code="unanswered",
            weight=_UNANSWERED,
            dossiers=distinct(dossier for dossier, _ in pairs),
        )


def generally_answered(material: Material) -> Iterator[Statement]:
    """Problems to which the plan has only promises of the same theme."""
    language = material.language
    pairs = _of_strength(Strength.GENERAL, material)
    if pairs:
        text = language(
            "只有同主题的一般性承诺、没有点到问题本身的有{count}个：{items}。",
            count=len(pairs),
            items=listed([_problem(*pair, language) for pair in pairs], language),
        )
        yield Statement(
            text=text,
            code="general_answer",
            weight=_GENERAL,
            dossiers=distinct(dossier for dossier, _ in pairs),
        )


def checkable_promises(material: Material) -> Iterator[Statement]:
    """The share of promises that can be checked, by bureau."""
    language = material.language
    planning = [dossier for dossier in material.dossiers if dossier.of(Commitment)]
    total = sum(len(dossier.of(Commitment)) for dossier in planning)
    if not total:
        return
    general = sum(checkabilities(dossier)[Checkability.GENERAL] for dossier in planning)
    share = (Decimal(_HUNDRED * (total - general)) / total).quantize(_PLACES, ROUND_HALF_UP)
    text = language(
        "下一步承诺共{total}句，可核查的（有数量、时限或具名成果）{count}句，占{share}%（据原文句数计算）：{items}。",
        total=total,
        count=total - general,
        share=share,
        items=listed([_checkable(dossier, language) for dossier in planning], language),
    )
    yield Statement(
        text=text,
        code="checkable",
        weight=_CHECKABLE,
        dossiers=tuple(planning),
        computed=True,
    )


def kept_promises(material: Material) -> Iterator[Statement]:
    """What later reports tell of the checkable promises of earlier ones."""
    language = material.language
    rows = followed_commitments(material.dossiers, plans(material.dossiers))
    promising = {row.promise.fact.report for row in rows}
    bureaus = [dossier for dossier in material.dossiers if dossier.line.report in promising]
    if bureaus:
        items = [_kept(dossier, rows, language) for dossier in bureaus]
        text = language(
            "前一年计划中可核查的承诺在后一年报告里的落实：{items}。", items=listed(items, language)
        )
        yield Statement(text=text, code="kept", weight=_KEPT, dossiers=tuple(bureaus))


def _kept(dossier: Dossier, rows: Sequence[FollowedCommitment], language: Wording) -> str:
    """青溪县（2023年）5句中，已完成2句〔青11〕〔青14〕，有进展或未达目标3句〔青10〕…"""
    own = [row for row in rows if row.promise.fact.report == dossier.line.report]
    counts = []
    for followed, name in names().followed.items():
        found = [row for row in own if row.followed is followed]
        words = language("{state}{count}句", state=language(name), count=len(found))
        counts.append(cited(words, (language.mark(row.promise.fact) for row in found)))
    return language(
        "{bureau}{total}句中，{counts}",
        bureau=language.short(dossier),
        total=len(own),
        counts=language("，").join(counts),
    )


def _checkable(dossier: Dossier, language: Wording) -> str:
    """赣州市29句中9句, 潜江市21句中1句〔潜87〕; many marks would drown the sentence."""
    facts = dossier.of(Commitment)
    marks = [
        dossier.marks[fact]
        for fact in facts
        if checkability(fact, dossier.plain(fact)) is not Checkability.GENERAL
    ]
    words = language(
        "{bureau}{total}句中{count}句",
        bureau=language.short(dossier),
        total=len(facts),
        count=len(marks),
    )
    return cited(words, marks if len(marks) <= _MOST_MARKS else ())


def _of_theme(theme: Theme, material: Material) -> list[Pair]:
    return [
        (dossier, problem)
        for dossier in material.dossiers
        for problem in dossier.of(Problem)
        if theme in problem.themes
    ]


def _of_strength(strength: Strength, material: Material) -> list[Pair]:
    """Problems of reports that have a plan, by how the plan answers them."""
    return [
        (dossier, problem)
        for dossier in material.dossiers
        if dossier.of(Commitment)
        for problem in dossier.of(Problem)
        if link_of(problem, dossier).strength is strength
    ]


def _by_bureau(pairs: Sequence[Pair], language: Wording) -> list[str]:
    marks: dict[int, list[str]] = {}
    for dossier, problem in pairs:
        marks.setdefault(dossier.number, []).append(dossier.marks[problem])
    shorts = {dossier.number: language.short(dossier) for dossier, _ in pairs}
    return [cited(shorts[number], found) for number, found in marks.items()]


def _problem(dossier: Dossier, problem: Problem, language: Wording) -> str:
    """衡南县“大气环境质量改善难”〔衡25〕"""
    words = language("{bureau}“{title}”", bureau=language.short(dossier), title=problem.title)
    return cited(words, (dossier.marks[problem],))
