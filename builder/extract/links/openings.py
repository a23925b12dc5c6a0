"""What a promise opens with: the object of a problem, or the place that its cause names.

核技术利用单位管理粗放 is answered by 为核技术利用单位举办培训, though half of the name is generic;
受城东大道施工影响 by 城东大道施工路段加装喷淋设备.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from builder.clauses import gap
from builder.model import Problem
from builder.vocabulary.environment.work import link_words

FIRST = 2
# So many letters that are neither generic nor of a mere place name an object; behind 在 fewer do.
LEAST_TOLD, LEAST_LED = 3, 2
LEAST_OF_PLACE = 3
LONGEST = 24
# What more promises open with is the object of none; and so many would cost time.
MOST_ALIKE = 2
MOST_COMPARED = 60


class _Opening(NamedTuple):
    """The words that a promise opens with; `led` where 在, 对 or 为 stands before them."""

    words: str
    led: bool


class Openings:
    """The promises of a report by the first letters that they open with."""

    def __init__(self) -> None:
        self._all: dict[int, _Opening] = {}
        self._by_first: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, position: int, quote: str) -> None:
        """Take up the promise at a position."""
        lead = _patterns().lead.match(quote)
        words = quote[lead.end() if lead else 0 :][:LONGEST]
        self._all[position] = _Opening(words, lead is not None)
        self._by_first[words[:FIRST]].append(position)

    def answering(self, problem: Problem) -> dict[int, str]:
        """The promises that open with a problem's object or mend the place of its cause, and with
        which words.
        """
        found: dict[int, str] = {}
        cause = problem.cause or ""
        for position in self._beginning(problem.title[:FIRST]):
            opening = self._all[position]
            words = _common(problem.title, opening.words)
            if _letters_told(words) >= (LEAST_LED if opening.led else LEAST_TOLD):
                found[position] = words
        for at in range(len(cause) - 1):
            for position in self._beginning(cause[at : at + FIRST]):
                opening = self._all[position]
                if place := _mended_place(_common(cause[at:], opening.words), opening.words):
                    found.setdefault(position, place)
        return {at: words for at, words in found.items() if self._is_rare(words)}

    def _beginning(self, first: str) -> Sequence[int]:
        positions = self._by_first.get(first, ()) if len(first) == FIRST else ()
        return positions if len(positions) <= MOST_COMPARED else ()

    def _is_rare(self, words: str) -> bool:
        alike = self._beginning(words[:FIRST])
        return sum(self._all[at].words.startswith(words) for at in alike) <= MOST_ALIKE


def _common(one: str, other: str) -> str:
    """The letters that both begin with."""
    pairs: Iterator[tuple[str, str]] = zip(one, other, strict=False)
    return one[: next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))]


def _letters_told(words: str) -> int:
    """How many letters name an object when what is generic or a mere place is left out."""
    return len(_patterns().untelling.sub("", words))


def _mended_place(shared: str, opened: str) -> str:
    """The place in shared words that a promise mends; none where it mends none.

    城东大道|施工路段加装喷淋设备, but not 人民路|社区开展党建联建.
    """
    patterns = _patterns()
    ends = [found.end() for found in patterns.place.finditer(shared)]
    place = shared[: ends[-1]] if ends else ""
    if not place and _letters_told(shared) > LEAST_TOLD:
        place = shared
    mends = len(place) >= LEAST_OF_PLACE and patterns.mends.match(opened, len(place))
    return place if mends else ""


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    untelling: re.Pattern[str]
    place: re.Pattern[str]
    mends: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = link_words()
    return _Patterns(
        lead=re.compile(words.leads.pattern),
        untelling=re.compile(
            f"{words.generic.pattern}|{words.no_objects.pattern}|[^\u4e00-\u9fffA-Za-z]"
        ),
        place=re.compile(words.places.pattern),
        mends=re.compile(
            f"(?!{gap(2)}{words.no_sites.group}){gap(8, digits=False)}?{words.mending.group}"
        ),
    )
