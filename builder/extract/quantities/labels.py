"""The words before a number bare of all that is no part of what it counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from builder.vocabulary.generic.amounts import noun_words
from builder.vocabulary.generic.labels import label_words

# Signs and numerals that lead to a noun: 一是, 2024年以来.
_NUMERAL_LEAD = r"[一二三四五六七八九十]+是|\d{4}年度?(?:以来)?"
# What a list of two nouns leaves behind the first: 6家回收单位及1家企业; or 1个断面为Ⅳ类.
_JOINED = re.compile(r"(?:以及|和|及|(?<!参)与|并|且|、|[“(《])+$|(?<![作行认成])(?:均|都)?[为是]$")
_PAIRS = {"“": "”", "(": ")", "《": "》", "‘": "’"}
_HALVES = frozenset("".join((*_PAIRS, *_PAIRS.values())))
_EDGES = "、,;:| \n"


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    reaching: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = noun_words()
    around = label_words()
    return _Patterns(
        lead=re.compile(
            rf"(?:(?!{words.begins.pattern})(?:{around.lead.pattern}|{_NUMERAL_LEAD}))+"
        ),
        tail=re.compile(f"{around.tail.group}{words.ends.not_ending()}$"),
        reaching=re.compile(f"{words.reaching.group}$"),
    )


def without_lead(words: str) -> str:
    """The words without what leads to them: 其中共检查 as 检查, but 在线监测 whole."""
    found = _patterns().lead.match(words)
    return words[found.end() :] if found else words


def without_tail(words: str) -> str:
    """The words without what stands between them and a number: 覆盖率达, but 违法行为 whole."""
    while found := _patterns().tail.search(words):
        words = words[: found.start()]
    return words


def without_reaching(words: str) -> str | None:
    """The words before 提高到 or 增至, None where no such word ends them."""
    found = _patterns().reaching.search(words)
    return words[: found.start()] if found else None


def stripped(words: str) -> tuple[str, bool]:
    """The words before a number bare of all that is no noun, and whether a 增至 ended them."""
    reached = without_reaching(words)
    return without_tail(without_lead(words if reached is None else reached)), reached is not None


def without_joint(words: str) -> str:
    """The words without the 和 that leads on to another noun."""
    return _JOINED.sub("", words)


def trimmed(words: str) -> str:
    """A label without signs at its edges, and without half a pair of quotes or brackets."""
    words = words.strip(_EDGES)
    if _HALVES.isdisjoint(words):
        return words
    for opening, closing in _PAIRS.items():
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.strip(_EDGES)


def last_words(label: str, most: int) -> str:
    """The end of a long label, from a 、 on or behind a sign that says there is more."""
    end = label[-most:]
    cut = end.find("、")
    return end[cut + 1 :] if 0 <= cut < most // 2 else f"…{end}"
