"""Custom properties put in place of `var()` before a page is laid out.

WeasyPrint looks each of them up again for every element: a tenth of its time.
"""

from __future__ import annotations

import re
from collections import Counter

STYLE = re.compile(r"(?<=<style>).*?(?=</style>)", re.DOTALL)
SCREEN = re.compile(r"@media screen[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}")
ROOT = re.compile(r"(?<![\w.#:>+~-])\s*:root\s*\{([^{}]*)\}")
PROPERTY = re.compile(r"(?<![\w-])(--[\w-]+)\s*:\s*([^;{}]+)")
USE = re.compile(r"var\(\s*(--[\w-]+)\s*\)")


def with_properties(html: str) -> str:
    """An HTML text whose style sheets name the values of properties that are set once, for `:root`.

    What holds on screens alone is left out.

    >>> with_properties("<style>:root { --ink: #1A1A1A } p { color: var(--ink) }</style>")
    '<style>:root { --ink: #1A1A1A } p { color: #1A1A1A }</style>'
    """
    printed = STYLE.sub(lambda found: SCREEN.sub("", found[0]), html)
    rules = "\n".join(STYLE.findall(printed))
    set_at_all = Counter(name for name, _ in PROPERTY.findall(rules))
    values = {
        name: value.strip()
        for root in ROOT.findall(rules)
        for name, value in PROPERTY.findall(root)
        if set_at_all[name] == 1 and "var(" not in value
    }
    return STYLE.sub(
        lambda found: USE.sub(lambda use: values.get(use[1], use[0]), found[0]), printed
    )
