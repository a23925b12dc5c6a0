"""Which commitments answer a problem: joined by the words they share, else by their theme."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from math import log
from typing import NamedTuple

import ahocorasick

from builder.model import Commitment, Link, Outline, Problem, Strength, Theme
from builder.vocabulary.links import link_words

# What shared words must weigh together to join a commitment to a problem.
LEAST = 4.0
# A commitment beside the best one must weigh at least this share of it.
BESIDE = 0.45
# The words of a commitment on another subject weigh less.
LEAST_ON_SUBJECT = 3.0
OTHER_SUBJECT = 0.5
# In a short plan a word is rare though half of the sentences have it.
FEW = 12
MOST_GENERAL = 3
# What a commitment weighs that answers the sense of a problem's title.
BY_SENSE = 3.0
# Subjects so broad that a commitment on the same one is no answer yet.
BROAD = frozenset({Theme.GOVERNANCE, Theme.INSPECTION})
# Characters that so many commitments share tell nothing, and would cost time.
MOST_SHARING = 60
LONGEST_COUNTED = 6
LONGEST_SHARED = 40
SHOWN = 6

# `水环境方面,…;大气环境方面,…`: what the parts of a problem are about.
_LABEL = re.compile(r"[^,。;:\s]{2,10}方面(?=,)")
_CUT = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")


class _Joined(NamedTuple):
    """What joins a commitment to a problem: the `weight` of all, of `shared` words, their sense.

    `by_sense` is None without any, and true where measures of this sense answer together.
    """

    weight: float
    shared: float
    by_sense: bool | None
    on_subject: bool
    words: tuple[str, ...]


def links(
    outline: Outline, problems: Sequence[Problem], commitments: Sequence[Commitment]
) -> tuple[Link, ...]:
    """One link for each problem.

    `direct` where problem and commitment share words that few other commitments have: a river,
    a plant, an object. `general` where only the main theme is the same, `none` where nothing is.
    """
    index = _Index(outline.source.plain, commitments)
    return tuple(_link(problem, index) for problem in problems)


def _link(problem: Problem, index: _Index) -> Link:
    joined = index.joined(problem)
    best = max((found.weight for found in joined.values()), default=0.0)
    strength = Strength.DIRECT if best >= LEAST else Strength.GENERAL
    if strength is Strength.DIRECT:
        chosen = [place for place, found in sorted(joined.items()) if _answers(found, best)]
        chosen = sorted({*chosen, *index.alone_on_other_themes(problem, chosen)})
    else:
        by_sense = [place for place, found in sorted(joined.items()) if found.by_sense is not None]
        chosen = (by_sense or index.on_subject(problem))[:MOST_GENERAL]
    shared = Counter(word for place in chosen if place in joined for word in joined[place].words)
    return Link(
        report=problem.report,
        problem=problem.start,
        commitments=tuple(index.commitments[place].start for place in chosen),
        strength=strength if chosen else Strength.NONE,
        shared=tuple(shared)[:SHOWN] if strength is Strength.DIRECT else (),
    )


def _answers(found: _Joined, best: float) -> bool:
    """Whether a commitment answers beside the best one; on the same subject less will do."""
    if found.by_sense or found.weight >= max(LEAST, BESIDE * best):
        return True
    return found.on_subject and found.shared >= LEAST_ON_SUBJECT


class _Index:
    """The commitments of a report by their pairs of characters."""

    def __init__(self, plain: str, commitments: Sequence[Commitment]) -> None:
        self.plain = plain
        self.commitments = commitments
        self.texts = [_words(plain, commitment) for commitment in commitments]
        self.places: defaultdict[str, set[int]] = defaultdict(set)
        for place, text in enumerate(self.texts):
            for pair in _pairs(text):
                self.places[pair].add(place)
        for pair in [pair for pair, places in self.places.items() if len(places) > MOST_SHARING]:
            del self.places[pair]
        self.answering: defaultdict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(commitments):
            for sense in _said(_answers_by_sense(), plain[one.start : one.end], *one.headings[1:]):
                self.answering[sense].append(place)
        self.by_theme: defaultdict[Theme, list[int]] = defaultdict(list)
        for place, commitment in enumerate(commitments):
            self.by_theme[commitment.themes[0]].append(place)

    def joined(self, problem: Problem) -> dict[int, _Joined]:
        """Every commitment that shares words with a problem, with their weight."""
        shared: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for part in _text(self.plain[problem.start : problem.end]).split("|"):
            runs: dict[int, int] = {}
            for at in range(len(part) - 1):
                places = self.places.get(part[at : at + 2], set())
                for place in [place for place in runs if place not in places]:
                    self._keep(shared[place], place, part[runs.pop(place) : at + 1])
                for place in places:
                    runs.setdefault(place, at)
            for place, begin in runs.items():
                self._keep(shared[place], place, part[begin:])
        senses = self._by_sense(problem)
        return {
            place: self._weighed(problem, place, tuple(shared.get(place, ())), senses.get(place))
            for place in {place for place, words in shared.items() if words} | senses.keys()
        }

    def _by_sense(self, problem: Problem) -> dict[int, bool]:
        """The commitments that answer a sense of the problem, and whether with others they do.

        That is so in a family of measures, and for the parts of a problem that speaks of several.
        """
        parts = _said(_lacks_by_sense(), *_LABEL.findall(self.plain, problem.start, problem.end))
        answers: dict[int, bool] = {}
        for sense in sorted(parts | _said(_lacks_by_sense(), problem.title)):
            whole = sense in parts or link_words().senses[sense].family
            for place in self.answering[sense]:
                answers[place] = whole or answers.get(place, False)
        return answers

    def _keep(self, words: dict[str, None], place: int, run: str) -> None:
        """Note the longest stretches of a run of shared pairs that the commitment has whole."""
        text = self.texts[place]
        begin = 0
        while begin < len(run) - 1:
            end = begin + 2
            longest = min(len(run), begin + LONGEST_SHARED)
            while end < longest and run[begin : end + 1] in text:
                end += 1
            words[run[begin:end]] = None
            begin = end - 1

    def on_subject(self, problem: Problem) -> list[int]:
        """The commitments whose main theme is the problem's."""
        main = problem.themes[0]
        return [] if main in BROAD else self.by_theme.get(main, [])

    def alone_on_other_themes(self, problem: Problem, chosen: list[int]) -> list[int]:
        """The one commitment on a theme of the problem that the chosen ones leave unanswered."""
        answered = {theme for place in chosen for theme in self.commitments[place].themes}
        found: list[int] = []
        for theme in problem.themes:
            if theme in answered or (theme in BROAD and theme is not problem.themes[0]):
                continue
            same = self.by_theme.get(theme, [])
            found += same if len(same) == 1 else []
        return found

    def _weighed(
        self, problem: Problem, place: int, words: tuple[str, ...], by_sense: bool | None
    ) -> _Joined:
        weight = sum(self._weight(word) for word in words)
        themes = self.commitments[place].themes
        if not set(problem.themes) & set(themes):
            weight *= OTHER_SUBJECT
        sensible = 0.0 if by_sense is None else BY_SENSE
        return _Joined(weight + sensible, weight, by_sense, themes[0] in problem.themes, words)

    def _weight(self, word: str) -> float:
        """Longer words tell more, words of many commitments less."""
        having = min(
            len(self.places.get(word[at : at + 2], self.texts)) for at in range(len(word) - 1)
        )
        rarity = log((max(len(self.texts), FEW) + 1) / having)
        return rarity * min(len(word) - 1, LONGEST_COUNTED)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _words(plain: str, commitment: Commitment) -> str:
    quote = _text(plain[commitment.start : commitment.end])
    return "|".join((*map(_text, commitment.headings[1:]), quote))


def _text(words: str) -> str:
    """Words without the generic ones and without signs, both as |."""
    return _generic().sub("|", _CUT.sub("|", words))


def _said(words: ahocorasick.Automaton, *texts: str) -> set[int]:
    """The senses of which texts have a word, by their place in the table."""
    return {sense for text in texts for _, senses in words.iter(text) for sense in senses}


@cache
def _lacks_by_sense() -> ahocorasick.Automaton:
    return _by_word([sense.lacks for sense in link_words().senses])


@cache
def _answers_by_sense() -> ahocorasick.Automaton:
    return _by_word([sense.answers for sense in link_words().senses])


def _by_word(lists: list[tuple[str, ...]]) -> ahocorasick.Automaton:
    """All words, each with the lists that it stands in."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(lists):
        for word in words:
            having[word].append(index)
    automaton = ahocorasick.Automaton()
    for word, indexes in having.items():
        automaton.add_word(word, tuple(indexes))
    automaton.make_automaton()
    return automaton


@cache
def _generic() -> re.Pattern[str]:
    words = sorted(link_words().generic, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
