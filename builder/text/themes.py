"""What a sentence is about: up to three of the contract's themes, the main one first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from operator import itemgetter

import ahocorasick

from builder.model import Theme
from builder.vocabulary.environment.names import theme_weights
from builder.vocabulary.generic.divisions import short_names

MOST = 3
# A theme stands beside the main one when its words weigh at least this share of it.
SECOND_SHARE = 0.4
THIRD_SHARE = 0.8
LEAST_BESIDE = 6
# Weak words alone tell no subject.
LEAST_MAIN = 2
# The words that open a sentence say what it is about; what follows are its means.
OPENING = 16
OPENING_FACTOR = 1.5
HEADING_FACTORS = (0.9, 0.4)
# Two heads stand as sides, 水环境方面,…;大气环境方面,…, or in a row: 大气、水环境质量.
_SIDES = re.compile(r"([^,。;:、\n]{2,12})方面")
_JOINED = re.compile(r"以及|[、和与及]")


def themes(plain_text: str, headings: tuple[str, ...]) -> tuple[Theme, ...]:
    """The themes of a stretch of Simplified text under `headings`, outermost first.

    The innermost heading counts nearly as much as the words themselves, the one above it less,
    and none further out. Without any known word the theme is `governance`.
    """
    weights: defaultdict[Theme, float] = defaultdict(float)
    opening = len(_letters(plain_text[:OPENING]))
    for last, (pairs, in_opening, length) in _automaton().iter_long(_letters(plain_text)):
        for theme, weight in in_opening if last < opening + length - 1 else pairs:
            weights[theme] += weight
    for heading, factor in zip(reversed(headings[1:]), HEADING_FACTORS, strict=False):
        for theme, weight in _heading_weights(heading):
            weights[theme] += weight * factor
    if not weights:
        return (Theme.GOVERNANCE,)
    ranked = sorted(weights.items(), key=itemgetter(1), reverse=True)
    return _chosen(ranked)


def heads(title: str, plain_text: str) -> tuple[Theme, ...]:
    """The subjects that a problem has side by side, in the order of its words; none of one head.

    大气、水环境质量改善压力大 is of air and of water, 执法力量和监测能力不足 of staff alone.
    """
    for parts in (_SIDES.findall(plain_text), _JOINED.split(title)):
        found = dict.fromkeys(themes(part, ())[0] for part in parts)
        found.pop(Theme.GOVERNANCE, None)
        if len(found) > 1:
            return tuple(found)[:MOST]
    return ()


def _chosen(ranked: list[tuple[Theme, float]]) -> tuple[Theme, ...]:
    main, most = ranked[0]
    if most < LEAST_MAIN:
        return (Theme.GOVERNANCE,)
    chosen = [main]
    for share, (theme, weight) in zip((SECOND_SHARE, THIRD_SHARE), ranked[1:MOST], strict=False):
        if weight < share * most or weight < LEAST_BESIDE:
            break
        chosen.append(theme)
    return tuple(chosen)


@cache
def _automaton() -> ahocorasick.Automaton:
    words = dict(theme_weights())
    # 河南 and 湖州 are places; what their letters mean by themselves is no theme.
    for name in short_names():
        if name not in words and any(part in words for part in name):
            words[name] = ()
    automaton = ahocorasick.Automaton()
    # It looks through the letters in their order, so the commonest ones come first.
    letters = Counter(_letters("".join(words)))
    for word in sorted(
        map(_letters, words), key=lambda word: ([-letters[one] for one in word], word)
    ):
        pairs = words[word.encode("latin-1").decode()]
        in_opening = tuple((theme, weight * OPENING_FACTOR) for theme, weight in pairs)
        automaton.add_word(word, (pairs, in_opening, len(word)))
    automaton.make_automaton()
    return automaton


def _letters(text: str) -> str:
    """The bytes of a text, each as a letter.

    The automaton looks through the letters with which words go on one by one: six hundred Chinese
    ones begin a word, and a handful of bytes.
    """
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


@cache
def _heading_weights(heading: str) -> tuple[tuple[Theme, int], ...]:
    weights: dict[Theme, int] = {}
    for _, (pairs, _, _) in _automaton().iter_long(_letters(heading)):
        for theme, weight in pairs:
            weights[theme] = weights.get(theme, 0) + weight
    return tuple(weights.items())
