"""下一年承诺: each sentence of a plan with its target, its deadline and how it can be checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from builder.compare.periods import span
from builder.model import Checkability, Commitment, CommitmentRow, CommitmentTable, Passage, Problem
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.work import matters
from builder.wording.matrix import link_of, problem_label
from builder.wording.periods import period_words
from builder.wording.wording import Wording
from builder.wording.words import enumeration, folded, theme_words

_TITLE = re.compile(r"《[^《》]{2,60}》")
_CLAUSE = re.compile(r"[^,;。!?、]+")
_LEAST_NAME = 4


def commitment_tables(
    dossiers: Iterable[Dossier], language: Wording
) -> tuple[CommitmentTable, ...]:
    """One table a report, with all commitments in text order."""
    return tuple(_table(dossier, language) for dossier in dossiers)


def checkability(fact: Commitment, plain: str) -> Checkability:
    """How a reader can tell next year that it was kept, the strongest way first."""
    if fact.targets:
        return Checkability.QUANTIFIED
    if fact.deadline is not None:
        return Checkability.DATED
    return Checkability.GENERAL if product(plain) is None else Checkability.PRODUCT


def product(plain: str) -> str | None:
    """The clause that promises a named document or a finished work; None where there is none.

    出台《赣州市美丽城市建设实施方案》, 完成全市重点河湖入河排污口整治; not 制定工作方案.
    """
    words = matters().products
    for match in _CLAUSE.finditer(plain):
        clause = match[0]
        if any(verb in clause for verb in words.issuing) and _TITLE.search(clause):
            return clause
        if _named(clause, words.issuing, words.documents) or _named(
            clause, words.finishing, words.works
        ):
            return clause
    return None


def _named(clause: str, verbs: Iterable[str], nouns: Iterable[str]) -> bool:
    """Whether a clause has a verb, then a name of its own, then one of the nouns at its end."""
    for verb in verbs:
        _, found, rest = clause.partition(verb)
        noun = next((noun for noun in nouns if rest.endswith(noun)), "")
        name = rest.removesuffix(noun)
        for word in matters().products.vague:
            name = name.replace(word, "")
        if found and noun and len(name) >= _LEAST_NAME:
            return True
    return False


def _table(dossier: Dossier, language: Wording) -> CommitmentTable:
    facts = dossier.of(Commitment)
    known = span(dossier.line.plan_period) is not None
    plan = period_words(dossier.line.plan_period, language) if known else language("下一步")
    return CommitmentTable(
        bureau=language.short(dossier),
        title=language("{bureau}：{plan}计划的承诺", bureau=language.short(dossier), plan=plan),
        summary=_summary(dossier, language),
        rows=tuple(_row(number, fact, dossier, language) for number, fact in enumerate(facts, 1)),
    )


def checkabilities(dossier: Dossier) -> Counter[Checkability]:
    """How many commitments of a report can be checked in which way, each counted once."""
    return Counter(checkability(fact, dossier.plain(fact)) for fact in dossier.of(Commitment))


def _summary(dossier: Dossier, language: Wording) -> str:
    found = checkabilities(dossier)
    if not found:
        return language("报告没有写明下一步计划，无承诺可列。")
    return language(
        "共{total}句承诺：有数量指标的{quantified}句，有时限的{dated}句，有具名成果的{product}句，"
        "其余{general}句为一般表述。每句按最强的一项计一次。",
        total=found.total(),
        **{kind.value: found[kind] for kind in Checkability},
    )


def _row(number: int, fact: Commitment, dossier: Dossier, language: Wording) -> CommitmentRow:
    kind = checkability(fact, dossier.plain(fact))
    targets = _targets(fact, dossier, language)
    deadline = folded(fact.deadline or "")
    due = deadline and language("期限：{deadline}", deadline=deadline)
    return CommitmentRow(
        number=number,
        heading=language(" › ").join(fact.headings[1:] or fact.headings) or language("未分标题"),
        themes=theme_words(fact.themes, language),
        passage=Passage(text=folded(fact.quote), marks=(dossier.marks[fact],)),
        targets=targets or language("无"),
        deadline=deadline or language("未载明"),
        goal=language("；").join(filter(None, (targets, due))) or language("未载明"),
        checkability=kind,
        checkable=language(names().checkability[kind]),
        answers=_answers(fact, dossier, language),
    )


def _targets(fact: Commitment, dossier: Dossier, language: Wording) -> str:
    """The numbers to be reached; where there are none, the product."""
    if fact.targets:
        return language("；").join(folded(target.quote) for target in fact.targets)
    clause = product(dossier.plain(fact))
    return "" if clause is None else language("成果：{clause}", clause=clause)


def _answers(fact: Commitment, dossier: Dossier, language: Wording) -> str:
    """The problems that a commitment answers."""
    labels = [
        problem_label(number, dossier, language)
        for number, problem in enumerate(dossier.of(Problem), 1)
        if fact.start in link_of(problem, dossier).commitments
    ]
    return enumeration(labels, language) or language("无")
