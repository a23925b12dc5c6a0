"""The reading view's data, made from the comparison: nothing of it depends on a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from builder.compare.addresses import fact_addresses
from builder.kinds import KINDS, kind_of
from builder.model import AnyFact, Fate, Indicator, NumberUse, Script, Strength
from builder.model.comparison import CitedSentence, Comparison, Dossier
from builder.reading.cards import card
from builder.reading.records import (
    UNREAD,
    CardRow,
    FactEntry,
    ReadingData,
    ReadingIndex,
    ReportEntry,
    ReportText,
)
from builder.reading.said import page_words
from builder.reading.values import about, shortened, value
from builder.vocabulary.environment.names import names
from builder.wording.bureaus import Bureaus
from builder.wording.periods import day_words
from builder.wording.sheets.standings import standings
from builder.wording.wording import Wording

_TAGS = {Script.HANS: "zh-CN", Script.HANT: "zh-Hant"}


def reading_data(comparison: Comparison, language: Wording) -> ReadingData:
    """All that the reading view of a briefing shows beside the briefing."""
    side_by_side = _SideBySide(comparison, language)
    reports = comparison.reports
    used = {
        theme for report in reports for fact in report.extraction.facts for theme in fact.themes
    }
    return ReadingData(
        index=ReadingIndex(
            language=language.tag,
            words=page_words(language),
            kinds={kind.name: language(kind.label) for kind in KINDS}
            | {UNREAD: language("未读懂")},
            themes={
                theme.value: language(name)
                for theme, name in names().themes.items()
                if theme in used
            },
            reports=tuple(map(side_by_side.report, reports)),
        ),
        texts=tuple(
            side_by_side.text(report, evidence.sentences)
            for report, evidence in zip(reports, comparison.evidence, strict=True)
        ),
    )


def number_id(use: NumberUse) -> str:
    """The address within its report of words that are no fact: 1171-1180."""
    return f"{use.start}-{use.end}"


class _SideBySide:
    """The reports with what the comparison says of their facts."""

    def __init__(self, comparison: Comparison, language: Wording) -> None:
        self._language = language
        self._bureaus = Bureaus(language)
        self._standings = {
            fact: standing
            for standing in standings(comparison, language)
            for fact in standing.value.printings
        }
        groups = ((each.metric, each.group) for each in self._standings.values() if each.group)
        self._groups = {group: str(n) for n, group in enumerate(dict.fromkeys(groups), 1)}
        strengths, checks = names().strengths, names().checkability
        self._outcomes: dict[AnyFact, str] = {
            item.fact: checks[item.checkability]
            for plan in comparison.plans
            for item in chain(plan.commitments, plan.further)
        }
        for match in comparison.problems:
            said = strengths[match.strength] if match.planned else "报告没有下一步计划"
            self._outcomes[match.fact] = said

    def report(self, dossier: Dossier) -> ReportEntry:
        """A report in the index."""
        language, line, source = self._language, dossier.line, dossier.extraction.outline.source
        facts = [*self._facts(dossier), *_unread(dossier)]
        return ReportEntry(
            id=line.report,
            short=language.bureau(line.report),
            title=line.title or source.file,
            file=source.file,
            published=day_words(line.published, language) if line.published else "",
            language=_TAGS[source.script],
            length=len(source.text),
            cautions=self._bureaus.cautions(dossier),
            facts=tuple(sorted(facts, key=lambda entry: (entry.start, entry.end))),
        )

    def text(self, dossier: Dossier, sentences: tuple[CitedSentence, ...]) -> ReportText:
        """A report's text with the cards of its facts."""
        outline = dossier.extraction.outline
        source = outline.source
        return ReportText(
            text=source.text,
            plain=source.plain if source.script is Script.HANT else "",
            title=outline.title,
            headings=tuple((each.start, each.body, each.level) for each in outline.sections),
            furniture=tuple((each.start, each.end) for each in outline.furniture),
            sentences=tuple((each.start, each.end) for each in sentences),
            cards=dict(self._cards(dossier, sentences)),
        )

    def _facts(self, dossier: Dossier) -> Iterator[FactEntry]:
        language, links = self._language, _links(dossier, self._language)
        for fact, address in fact_addresses(dossier.extraction).items():
            others, strength = links.get(fact, ((), ""))
            standing = self._standings.get(fact) if isinstance(fact, Indicator) else None
            group = self._groups.get((standing.metric, standing.group), "") if standing else ""
            yield FactEntry(
                id=_within(address, fact.report),
                start=fact.start,
                end=fact.end,
                kind=kind_of(fact).name,
                about=about(fact, dossier, language),
                value=value(fact, language),
                mark=str(language.mark(fact)),
                themes=tuple(theme.value for theme in fact.themes),
                unsure=not fact.is_sure,
                metric=fact.metric if isinstance(fact, Indicator) else "",
                group=group,
                apart=standing.reason if standing and not group else "",
                links=others,
                strength=strength,
            )

    def _cards(
        self, dossier: Dossier, sentences: tuple[CitedSentence, ...]
    ) -> Iterator[tuple[str, tuple[CardRow, ...]]]:
        addresses = fact_addresses(dossier.extraction)
        for sentence in sentences:
            for fact in sentence.facts:
                outcome = self._language(self._outcomes.get(fact, ""))
                rows = card(fact, sentence, outcome, self._language)
                yield _within(addresses[fact], fact.report), rows


def _unread(dossier: Dossier) -> Iterator[FactEntry]:
    """The numbers that were not understood."""
    text = dossier.extraction.outline.source.text
    for use in dossier.extraction.coverage.uses:
        if use.fate is Fate.UNREAD:
            yield FactEntry(
                id=number_id(use),
                start=use.start,
                end=use.end,
                kind=UNREAD,
                about=shortened(dossier.clause(use.start, use.end)),
                value=text[use.start : use.end],
            )


def _links(dossier: Dossier, language: Wording) -> Mapping[AnyFact, tuple[tuple[str, ...], str]]:
    """Of each problem the ids of its promises, of each promise those of its problems."""
    ids = {
        fact: _within(address, fact.report)
        for fact, address in fact_addresses(dossier.extraction).items()
    }
    starts: dict[tuple[str, int], AnyFact] = {}
    for fact in ids:
        starts.setdefault((kind_of(fact).name, fact.start), fact)
    found: defaultdict[AnyFact, list[str]] = defaultdict(list)
    strengths: dict[AnyFact, str] = {}
    for link in dossier.extraction.links:
        problem = starts.get(("problem", link.problem))
        if problem is None or link.strength is Strength.NONE:
            continue
        for start in link.commitments:
            if (promise := starts.get(("commitment", start))) is not None:
                found[problem].append(ids[promise])
                found[promise].append(ids[problem])
                said = language(names().strengths[link.strength])
                strengths.setdefault(problem, said)
                strengths.setdefault(promise, said)
    return {fact: (tuple(dict.fromkeys(ids)), strengths[fact]) for fact, ids in found.items()}


def _within(address: str, report: str) -> str:
    """An address without its report."""
    return address.removeprefix(f"{report}:")
