"""What was done on the same matter as a problem, each with the words that join it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.compare.dossiers import Dossier
from builder.compare.matters import shared_words
from builder.compare.words import enumeration, theme_words
from builder.language import Language
from builder.model import Fact, Passage, Problem, Quantity, Rectification, Tally

MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Overlapping facts on one piece of work: a rectification with its tally is one measure."""

    facts: tuple[Fact, ...]
    shared: tuple[str, ...]

    @property
    def longest(self) -> Fact:
        """The fact whose quote says most."""
        return max(self.facts, key=lambda fact: fact.end - fact.start)


def measures(problem: Problem, dossier: Dossier) -> tuple[Measure, ...]:
    """Work on the matter of a problem: by shared words, and only without any by the same theme.

    Facts inside the problem's own text are part of the problem.
    """
    groups = _pieces_of_work(problem, dossier)
    text = dossier.plain(problem)
    joined = [
        Measure(facts=facts, shared=shared_words(text, _text(facts, dossier))) for facts in groups
    ]
    by_words = [measure for measure in joined if measure.shared]
    if by_words:
        return tuple(by_words)
    return tuple(m for m in joined if m.longest.themes[:1] == problem.themes[:1])


def _pieces_of_work(problem: Problem, dossier: Dossier) -> list[tuple[Fact, ...]]:
    """Rectifications, tallies and quantities outside the problem, overlapping ones together."""
    groups: list[list[Fact]] = []
    for fact in dossier.extraction.facts:
        if not isinstance(fact, (Rectification, Tally, Quantity)):
            continue
        if problem.start <= fact.start and fact.end <= problem.end:
            continue
        if groups and fact.start < max(other.end for other in groups[-1]):
            groups[-1].append(fact)
        else:
            groups.append([fact])
    return [tuple(group) for group in groups]


def _text(facts: Sequence[Fact], dossier: Dossier) -> str:
    """The quotes with what the facts are called."""
    labels = [fact.label for fact in facts if isinstance(fact, Quantity)]
    subjects = [fact.subject for fact in facts if isinstance(fact, Tally)]
    return " ".join([*(dossier.plain(fact) for fact in facts), *labels, *subjects])


def measure_passages(problem: Problem, dossier: Dossier, language: Language) -> tuple[Passage, ...]:
    """The measures as printed, at most `MOST`: those with most shared words, in text order."""
    found = measures(problem, dossier)
    best = sorted(found, key=lambda item: (-len(item.shared), item.longest.start))[:MOST]
    shown = tuple(_passage(item, dossier, language) for item in found if item in best)
    left = len(found) - len(best)
    if left:
        words = language("另有{count}项同类举措，见附录。", count=left)
        return (*shown, Passage(text=words, marks=()))
    return shown


def _passage(measure: Measure, dossier: Dossier, language: Language) -> Passage:
    fact = measure.longest
    text = fact.quote
    if isinstance(fact, Quantity) and fact.label not in dossier.plain(fact):
        text = language("{label}：{quote}", label=fact.label, quote=fact.quote)
    return Passage(
        text=text,
        marks=tuple(dossier.marks[fact] for fact in measure.facts),
        why=why_words(measure.shared, fact, language),
    )


def why_words(shared: Sequence[str], fact: Fact, language: Language) -> str:
    """Why something was joined: its shared words, or the theme alone."""
    if shared:
        return language("共有：{words}", words=enumeration(shared, language))
    themes = enumeration(theme_words(fact.themes[:1], language), language)
    return language("只有主题相同：{theme}", theme=themes)
