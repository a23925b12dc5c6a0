"""What the desk's pages show of a briefing: its reports with their facts, what to check first, what
became of the corrections. All of it is plain JSON, in Chinese as the desk is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from builder.compare.addresses import fact_addresses
from builder.compare.evidence import cited_sentences
from builder.config import Config
from builder.desk.figures import Figure, changed
from builder.desk.report_words import report_values, report_words
from builder.facts_file import fact_line
from builder.kinds import kind_of
from builder.language import SOURCE_LANGUAGE, Language
from builder.model import (
    AnyFact,
    Commitment,
    Extraction,
    Link,
    Problem,
    ReportLine,
    Strength,
)
from builder.model.comparison import Dossier
from builder.pipeline.line import Compared
from builder.reading.cards import CUES
from builder.review import Correction, Outcome, State, doubted
from builder.review.addresses import address
from builder.review.editing import entry_id
from builder.review.values import REPORT
from builder.vocabulary.environment.names import names
from builder.vocabulary.environment.ranges import out_of_range
from builder.vocabulary.generic.sureness import sufficient_cues
from builder.wording.fact_words import fact_words
from builder.wording.periods import period_words
from builder.wording.wording import Wording
from builder.wording.words import folded

Json = dict[str, Any]
Changed = AnyFact | Link | ReportLine | None


class Snapshot:
    """A briefing as the desk shows it."""

    def __init__(self, compared: Compared, config: Config) -> None:
        self._compared = compared
        self._words = Language(SOURCE_LANGUAGE)
        self._wording = Wording(config.language, compared.comparison.reports)
        self._ids: dict[AnyFact, str] = {}
        self._marks: dict[AnyFact, str] = {}
        self._sentences: dict[AnyFact, str] = {}
        for dossier in compared.comparison.reports:
            self._name(dossier)

    def content(self, earlier: Mapping[Figure, str]) -> Json:
        """All of it; `earlier` are the values of the last output, as `values` gives them."""
        return {
            "reports": [self._report(one) for one in self._compared.comparison.reports],
            "refused": [
                {
                    "name": said.file,
                    "reason": said.reason,
                    "advice": said.advice,
                    "judged": said.judged,
                }
                for said in (refusal.said() for refusal in self._compared.refused)
            ],
            "check": self._check(earlier),
            "corrections": [
                self._correction(number, outcome)
                for number, outcome in enumerate(self._compared.outcomes, 1)
            ],
        }

    def _name(self, dossier: Dossier) -> None:
        self._ids |= fact_addresses(dossier.extraction)
        for sentence in cited_sentences(dossier.extraction):
            for fact in sentence.facts:
                self._marks[fact] = f"{self._wording.mark(fact)}"
                self._sentences[fact] = folded(sentence.text)

    def _report(self, dossier: Dossier) -> Json:
        extraction = dossier.extraction
        source, line = extraction.outline.source, extraction.report
        doubts = {item.fact: item.doubts for item in doubted([extraction])}
        return {
            "id": line.report,
            "file": source.file,
            "bureau": self._wording.bureau(line.report),
            "title": line.title or source.file,
            "period": period_words(line.period, self._words),
            "values": report_values(line),
            "text": source.text,
            "facts": [self._fact(fact, extraction, doubts) for fact in extraction.facts],
            "links": {
                self._id_at(extraction, link.problem): {
                    "commitments": [self._id_at(extraction, one) for one in link.commitments],
                    "strength": link.strength.value,
                }
                for link in extraction.links
            },
        }

    def _fact(
        self, fact: AnyFact, extraction: Extraction, doubts: Mapping[AnyFact, tuple[str, ...]]
    ) -> Json:
        said = fact_words(fact, self._words)
        line = fact_line(fact)
        return {
            "id": self._ids[fact],
            "key": _key(fact, str(said)),
            "kind": line["kind"],
            "label": kind_of(fact).label,
            "start": fact.start,
            "end": fact.end,
            "quote": fact.quote,
            "mark": self._marks[fact],
            "sentence": self._sentences[fact],
            "said": asdict(said),
            "sure": fact.is_sure,
            "doubts": list(doubts.get(fact, ())),
            "corrected": fact.correction,
            "values": {key: line[key] for key in line if key in kind_of(fact).values.model_fields},
            "address": address(fact, extraction).keys,
        }

    def _id_at(self, extraction: Extraction, start: int) -> str:
        """The problem or commitment that begins at a place."""
        return next(
            self._ids[fact]
            for fact in extraction.facts
            if fact.start == start and isinstance(fact, Problem | Commitment)
        )

    def _check(self, earlier: Mapping[Figure, str]) -> list[Json]:
        """What to look at first, in groups; a fact stands in the first that is about it."""
        reports = self._compared.reports
        groups: dict[str, list[Json]] = {
            "把握低": [
                self._item(one.fact, (_lacking(one.fact), *one.doubts[1:]))
                for one in doubted(reports)
                if not one.fact.is_sure
            ],
            "对应关系": [
                self._item(fact, (why,))
                for extraction in reports
                for fact, why in _unanswered(extraction)
            ],
            "和上次不同": [
                self._item(fact, (f"上次是 {old}",))
                for extraction in reports
                for fact, old in changed(extraction.facts, earlier)
            ],
            "材料提示": [
                self._item(item.fact, item.doubts)
                for item in doubted(reports)
                if item.fact.is_sure and item.doubts
            ],
        }
        seen: set[str] = set()
        listed = []
        for name, items in groups.items():
            new = [item for item in items if item["id"] not in seen]
            seen |= {item["id"] for item in new}
            if new:
                listed.append({"name": name, "items": new})
        return listed

    def _item(self, fact: AnyFact, doubts: Iterable[str]) -> Json:
        return {"id": self._ids[fact], "report": fact.report, "why": "；".join(doubts)}

    def _correction(self, number: int, outcome: Outcome) -> Json:
        """A row of the corrections' list: what it says, what it did, where its words may be now."""
        correction = outcome.correction
        fact = self._about(outcome)
        return {
            "id": entry_id(correction),
            "number": number,
            "state": outcome.state.value,
            "action": correction.action,
            "bureau": self._bureau(outcome.report),
            "report": correction.report,
            "mark": self._marks.get(fact, "") if fact else correction.mark,
            "fact": self._ids.get(fact, "") if fact else "",
            "quote": correction.quote,
            "sentence": self._sentence(correction, fact),
            "message": outcome.text if outcome.state is not State.APPLIED else "",
            "near": dict(outcome.values).get("near", ""),
            "near_is_report": not outcome.report,
            "before": self._said(outcome.before, outcome.after),
            "after": self._said(outcome.after, outcome.before),
            "reason": correction.reason,
            "who": correction.who,
            "when": correction.when.isoformat(),
        }

    def _bureau(self, report: str) -> str:
        """The name of a report's bureau; the report may have been left out as a second copy."""
        return self._wording.bureau(report) if report in self._wording.reports else report

    def _sentence(self, correction: Correction, fact: AnyFact | None) -> str:
        """The sentence that a correction is about; of a whole report what it is called."""
        if correction.kind == REPORT:
            return "整份材料"
        return self._sentences.get(fact, correction.quote) if fact else correction.quote

    def _about(self, outcome: Outcome) -> AnyFact | None:
        """The fact of today's briefing that a correction is about."""
        match outcome.after or outcome.before:
            case Link() as link:
                facts = (f for f in self._ids if f.report == link.report)
                return next((f for f in facts if f.start == link.problem), None)
            case None | ReportLine():
                return None
            case fact:
                return next(
                    (f for f in self._ids if (f.report, f.start) == (fact.report, fact.start)), fact
                )

    def _said(self, changed: Changed, other: Changed) -> str:
        match changed:
            case None:
                return ""
            case Link():
                return names().strengths[changed.strength]
            case ReportLine():
                return report_words(changed, other if isinstance(other, ReportLine) else None)
            case _:
                return str(fact_words(changed, self._words))


def _lacking(fact: AnyFact) -> str:
    """Why a fact is unsure: what would make it sure."""
    if out_of_range(fact) is not None:
        return "超出可能的范围"
    lacking = sufficient_cues().lacking(kind_of(fact).name, frozenset(fact.cues))
    return "缺少依据：" + "、".join(CUES[cue] for cue in lacking)


def _unanswered(extraction: Extraction) -> Iterator[tuple[AnyFact, str]]:
    """Problems that no promise answers, or only in general."""
    links = {link.problem: link for link in extraction.links}
    for fact in extraction.facts:
        link = links.get(fact.start)
        if not isinstance(fact, Problem) or (link and link.correction):
            continue
        if link is None or link.strength is Strength.NONE:
            yield fact, "计划里没有找到对应的承诺"
        elif link.strength is Strength.GENERAL:
            yield fact, "只有同主题的承诺"


def _key(fact: AnyFact, said: str) -> str:
    """What is remembered of a fact that a person found right: it and its words, not its place."""
    whole = f"{fact.report}\n{kind_of(fact).name}\n{fact.quote}\n{said}"
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
