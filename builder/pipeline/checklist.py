"""What a person should look at first: doubtful facts with their marks, and corrections in vain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from builder.compare import arranged_reports
from builder.compare.evidence import cited_sentences
from builder.config import Config
from builder.kinds import kind_of
from builder.model import AnyFact, Extraction
from builder.model.comparison import CitedSentence
from builder.pipeline.line import Reviewed
from builder.review import Doubted, Outcome, State, doubted
from builder.wording.fact_words import FactWords, fact_words
from builder.wording.wording import Wording
from builder.wording.words import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A fact in a list: mark, bureau and kind, what it says, why to look, its sentence."""

    mark: str
    bureau: str
    kind: str
    said: FactWords
    doubts: tuple[str, ...]
    sentence: str
    doubted: Doubted


@dataclass(frozen=True, slots=True, kw_only=True)
class Vain:
    """A correction that changed nothing: its place in the file, and why.

    `mark` is that of the nearest words, empty where no cited sentence has them.
    """

    number: int
    outcome: Outcome
    bureau: str
    mark: str


class Checklist:
    """The reports of a briefing as a person checks them, in the briefing's language."""

    def __init__(self, reports: Iterable[Extraction], config: Config) -> None:
        arranged = arranged_reports(reports, config)
        self._language = Wording(config.language, arranged)
        self.reports = tuple(report.extraction for report in arranged)
        self._sentences: dict[AnyFact, CitedSentence] = {}
        self._cited = {one.report.report: cited_sentences(one) for one in self.reports}
        for sentences in self._cited.values():
            self._sentences |= {fact: one for one in sentences for fact in one.facts}

    @classmethod
    def of(cls, read: Reviewed, config: Config) -> Checklist:
        """The checklist of reports with their corrections."""
        return cls(read.reports, config)

    def doubts(self) -> tuple[Doubt, ...]:
        """All facts that something speaks against, the most doubtful first."""
        return tuple(self._doubt(item) for item in doubted(self.reports) if item.doubts)

    def vain(self, outcomes: Iterable[Outcome]) -> tuple[Vain, ...]:
        """The corrections that fit nothing, in the order of their file."""
        return tuple(
            Vain(
                number=number,
                outcome=outcome,
                bureau=self._language.bureau(outcome.report) if outcome.report else "",
                mark=self._mark_of(outcome),
            )
            for number, outcome in enumerate(outcomes, 1)
            if outcome.state is State.STALE
        )

    def mark(self, fact: AnyFact) -> str:
        """The mark that a fact has in the briefing."""
        return self._language.mark(fact)

    def sentence(self, fact: AnyFact) -> str:
        """The sentence that a fact stands in, on one line."""
        return folded(self._sentences[fact].text)

    def _doubt(self, item: Doubted) -> Doubt:
        fact = item.fact
        return Doubt(
            mark=self.mark(fact),
            bureau=self._language.bureau(fact.report),
            kind=kind_of(fact).label,
            said=fact_words(fact, self._language),
            doubts=item.doubts,
            sentence=self.sentence(fact),
            doubted=item,
        )

    def _mark_of(self, outcome: Outcome) -> str:
        """The mark of the sentence that has the nearest words."""
        near = dict(outcome.values).get("near", "")
        sentences = self._cited.get(outcome.report, ())
        found = (one for one in sentences if near and near in one.text)
        return next((self.mark(one.facts[0]) for one in found), "")
