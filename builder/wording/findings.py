"""要点: the weightiest sentences of the rules in `points`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from builder.config import Config
from builder.model import KeyFinding
from builder.model.comparison import Dossier, MetricValues
from builder.wording.points import doubts, matching, progress, values
from builder.wording.points.statement import Material, Statement
from builder.wording.wording import Wording

_MARK = re.compile(r"〔([^〔〕]+)〕")
# Where a part of a sentence is empty, the words around it leave two spaces.
_GAP = re.compile(r" {2,}")

# Every rule of 要点. Their weights decide the order of the sentences, this order only ties.
RULES: tuple[Callable[[Material], Iterator[Statement]], ...] = (
    values.comparisons,
    values.limits,
    values.worsened,
    progress.differing_rates,
    progress.inspections,
    progress.outfalls,
    progress.silent,
    matching.unanswered_problems,
    matching.kept_promises,
    matching.checkable_promises,
    matching.shared_problems,
    matching.generally_answered,
    doubts.doubtful_reports,
    doubts.without_problems,
    doubts.partial_periods,
    doubts.missing_values,
)


def key_findings(
    dossiers: Sequence[Dossier],
    metrics: Sequence[MetricValues],
    config: Config,
    language: Wording,
) -> tuple[KeyFinding, ...]:
    """At most `config.key_findings` sentences, the weightiest first."""
    material = Material(dossiers=dossiers, values=metrics, language=language)
    proposed = [statement for rule in RULES for statement in rule(material)]
    ranked = sorted(proposed, key=lambda statement: -statement.weight)
    known = {mark for dossier in dossiers for mark in dossier.marks.values()}
    return tuple(
        _finding(statement, known, language) for statement in ranked[: config.key_findings]
    )


def _finding(statement: Statement, known: set[str], language: Wording) -> KeyFinding:
    marks = (mark for mark in _MARK.findall(statement.text) if mark in known)
    return KeyFinding(
        text=language.sentence(_GAP.sub(" ", statement.text)),
        code=statement.code,
        weight=statement.weight,
        bureaus=tuple(language.short(dossier) for dossier in statement.dossiers),
        marks=tuple(dict.fromkeys(marks)),
        computed=statement.computed,
    )
