"""The named document or work that a promise will complete."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from builder.vocabulary.environment.work import matters

_TITLE = re.compile(r"《[^《》]{2,60}》")
_CLAUSE = re.compile(r"[^,;。!?、]+")
_LEAST_NAME = 4


def product(plain: str) -> str | None:
    """The clause that promises a named document or a finished work; None where there is none.

    出台《赣州市美丽城市建设实施方案》, 完成全市重点河湖入河排污口整治; not 制定工作方案.
    """
    words, ends = matters().products, _ends()
    for match in _CLAUSE.finditer(plain):
        clause = match[0]
        titled = "》" in clause and _TITLE.search(clause)
        if titled and words.issuing.within(clause):
            return clause
        # Few clauses end with a document or a work, so that most need no closer look.
        if not clause.endswith(ends):
            continue
        if _named(clause, words.issuing, words.documents) or _named(
            clause, words.finishing, words.works
        ):
            return clause
    return None


@cache
def _ends() -> tuple[str, ...]:
    words = matters().products
    return (*words.documents, *words.works)


def _named(clause: str, verbs: Iterable[str], nouns: Iterable[str]) -> bool:
    """Whether a clause has a verb, then a name of its own, then one of the nouns at its end."""
    for verb in verbs:
        if verb not in clause:
            continue
        rest = clause.partition(verb)[2]
        noun = next((noun for noun in nouns if rest.endswith(noun)), "")
        if not noun:
            continue
        name = rest.removesuffix(noun)
        for word in matters().products.vague:
            name = name.replace(word, "")
        if len(name) >= _LEAST_NAME:
            return True
    return False
