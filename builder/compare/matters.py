"""The words that two stretches of text have in common: why they are joined."""

from __future__ import annotations

import re

from builder.vocabulary.matters import matters

# A named object: at least two characters before what it is.
_OBJECT = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:断面|污水处理厂|水库|填埋场|工业园区|开发区|流域|保护区|河|湖|镇|乡)"
)


def named_matters(text: str) -> frozenset[str]:
    """The matters of the vocabulary that a text speaks of."""
    return frozenset(
        name for name, words in matters().matters.items() if any(word in text for word in words)
    )


def shared_words(one: str, other: str) -> tuple[str, ...]:
    """Objects and matters of both texts, named objects first; both in Simplified Chinese."""
    objects = {name for name in _OBJECT.findall(one) if name in other}
    found = named_matters(one) & named_matters(other)
    order = list(matters().matters)
    return (*sorted(objects), *sorted(found, key=order.index))
