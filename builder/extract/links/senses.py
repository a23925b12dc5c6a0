"""The senses of problems and of what answers them: 资金不足 is answered by 争取资金."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

import ahocorasick

from builder.model import Problem
from builder.vocabulary.environment.work import link_words

# How far behind a thing the words stand that say what is wrong with it.
REACH_OF_BROKEN = 7
# `水环境方面,…;大气环境方面,…`: what the parts of a problem are about.
_LABEL = re.compile(r"[^,。;:\s]{2,10}方面(?=,)")


def senses_of(plain: str, problem: Problem) -> dict[int, bool]:
    """The senses of a problem, and whether all commitments that answer one do so together.

    That is so in a family of measures, and for the parts of a problem that speaks of several.
    """
    lacks = _lacks_by_sense()
    parts = _said(lacks, *_LABEL.findall(plain, problem.start, problem.end))
    table = link_words().senses
    return {
        sense: sense in parts or table[sense].family
        for sense in parts | _said(lacks, problem.title)
    }


def senses_of_cause(problem: Problem) -> frozenset[int]:
    """The senses of what the cause says is broken: `村级资金不足` is mended with money."""
    cause = problem.cause or ""
    return frozenset(
        sense
        for end, senses in _lacks_by_sense().iter(cause)
        if link_words().broken.within(cause, end - 1, end + 1 + REACH_OF_BROKEN)
        for sense in senses
    )


def senses_answered(text: str) -> frozenset[int]:
    """The senses that a commitment answers, by their position in the table."""
    return _said(_answers_by_sense(), text)


def _said(words: ahocorasick.Automaton, *texts: str) -> frozenset[int]:
    """The senses of which texts have a word, by their position in the table."""
    return frozenset(sense for text in texts for _, senses in words.iter(text) for sense in senses)


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
