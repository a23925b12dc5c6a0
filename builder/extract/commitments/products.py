"""The named document or work that a promise will complete."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.vocabulary.environment.work import matters

_TITLE = re.compile(r"《[^《》]{2,60}》")
_CLAUSE = re.compile(r"[^,;。!?、]+")
_LEAST_NAME = 4


def product(plain: str) -> str | None:
    """The clause that promises a named document or a finished work; None where there is none.

    出台《赣州市美丽城市建设实施方案》, 完成全市重点河湖入河排污口整治; not 制定工作方案.
    """
    words = matters().products
    for match in _CLAUSE.finditer(plain):
        clause = match[0]
        if any(verb in clause for verb in words.issuing) and _TITLE.search(clause):
            return clause
        if _named(clause, words.issuing, words.documents) or _named(
            clause, words.finishing, words.works
        ):
            return clause
    return None


def _named(clause: str, verbs: Iterable[str], nouns: Iterable[str]) -> bool:
    """Whether a clause has a verb, then a name of its own, then one of the nouns at its end."""
    for verb in verbs:
        _, found, rest = clause.partition(verb)
        noun = next((noun for noun in nouns if rest.endswith(noun)), "")
        name = rest.removesuffix(noun)
        for word in matters().products.vague:
            name = name.replace(word, "")
        if found and noun and len(name) >= _LEAST_NAME:
            return True
    return False
