"""数据质量: findings by report, worded for the reader, and what became of every number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.compare.levels import severity
from builder.config import Config
from builder.model import (
    CoverageRow,
    Fate,
    Finding,
    NumberUse,
    QualityRow,
    Severity,
)
from builder.model.comparison import Dossier
from builder.vocabulary.environment.names import names
from builder.wording.wording import Wording
from builder.wording.words import enumeration, folded

_EXAMPLES = 5
_MESSAGES = 3
_AROUND = 8
LONGEST_QUOTE = 48
_ORDER = tuple(Severity)


def quality_rows(
    dossiers: Iterable[Dossier], config: Config, language: Wording
) -> tuple[QualityRow, ...]:
    """One row for each code of each report, the gravest first."""
    return tuple(row for dossier in dossiers for row in _rows(dossier, config, language))


def _rows(dossier: Dossier, config: Config, language: Wording) -> list[QualityRow]:
    by_code: dict[str, list[Finding]] = {}
    for finding in dossier.extraction.findings:
        if severity(finding, config) is not Severity.OFF:
            by_code.setdefault(finding.code, []).append(finding)
    rows = [_row(found, dossier, config, language) for found in by_code.values()]
    return sorted(rows, key=lambda row: _ORDER.index(row.severity))


def _row(
    found: Sequence[Finding], dossier: Dossier, config: Config, language: Wording
) -> QualityRow:
    level = min((severity(finding, config) for finding in found), key=_ORDER.index)
    quotes = list(dict.fromkeys(_quote(finding, language) for finding in found if finding.quote))
    return QualityRow(
        bureau=language.short(dossier),
        severity=level,
        level=language(names().severities[level]),
        kind=language(names().findings.get(found[0].code, names().findings["other"])),
        message=_summary(found, language),
        quote=enumeration(quotes[:_EXAMPLES], language) or language("全文"),
    )


def _quote(finding: Finding, language: Wording) -> str:
    """The place in the text; of a long one, such as a page's whole head, its beginning."""
    words = folded(finding.quote or "")
    if len(words) <= LONGEST_QUOTE:
        return words
    return language(
        "{beginning}……（共{count}字）", beginning=words[:LONGEST_QUOTE], count=len(words)
    )


def _summary(found: Sequence[Finding], language: Wording) -> str:
    """The message of one finding, or of several with their count and the first few examples."""
    messages = list(dict.fromkeys(_message(finding, language) for finding in found))
    if len(found) == 1:
        return messages[0]
    ends = language("。").rstrip()
    shown = language("；").join(message.removesuffix(ends) for message in messages[:_MESSAGES])
    more = language("共{count}处，如：{messages}。", count=len(found), messages=shown)
    all_of_them = language("共{count}处：{messages}。", count=len(found), messages=shown)
    return more if len(messages) > _MESSAGES else all_of_them


def _message(finding: Finding, language: Wording) -> str:
    return language(finding.message).format(**dict(finding.values))


def coverage_rows(dossiers: Iterable[Dossier], language: Wording) -> tuple[CoverageRow, ...]:
    """One row a report; examples are numbers that no rule understood, with the words around."""
    return tuple(_coverage(dossier, language) for dossier in dossiers)


def _coverage(dossier: Dossier, language: Wording) -> CoverageRow:
    coverage = dossier.extraction.coverage
    text = dossier.extraction.outline.source.text
    unread = [use for use in coverage.uses if use.fate is Fate.UNREAD]
    examples = [_with_surroundings(text, use) for use in unread[:_EXAMPLES]]
    return CoverageRow(
        bureau=language.short(dossier),
        numbers=len(coverage.uses),
        in_facts=coverage.count(Fate.FACT),
        none=coverage.count(Fate.NONE),
        unread=len(unread),
        examples=tuple(examples) or (language("无"),),
    )


def _with_surroundings(text: str, use: NumberUse) -> str:
    """A number with some words on either side, no other number of them cut in two."""
    start, end = max(0, use.start - _AROUND), min(len(text), use.end + _AROUND)
    while start > 0 and text[start - 1].isdigit():
        start -= 1
    while end < len(text) and text[end].isdigit():
        end += 1
    return " ".join(text[start:end].split())
