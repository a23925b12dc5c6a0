"""Evidence marks as printed, and where in a text they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from builder.model import Figure, Passage

MARK = re.compile(r"〔([^〔〕\s]{1,12})〕")


def marked(words: Figure | Passage, computed: str = "（计算）") -> str:
    """A figure or passage with its marks behind it: 32.86 μg/m³〔岳21〕.

    `computed` is what is said of a figure that no source prints.
    """
    return words.text + origin(words, computed)


def bare(figure: Figure) -> str:
    """A figure as it stands in a column whose head says the unit: 32.86."""
    return figure.cell or figure.text


def origin(words: Figure | Passage, computed: str = "（计算）") -> str:
    """Where a figure or passage comes from: its marks, and whether it was computed."""
    said = computed if isinstance(words, Figure) and words.computed else ""
    return said + "".join(f"〔{mark}〕" for mark in words.marks)


def pieces(text: str, known: Collection[str]) -> Iterator[tuple[str, str | None]]:
    """The text cut at its marks: (words, None) and (〔岳3〕, 岳3) in turn.

    Only known marks count, for quotes hold document numbers like 〔2024〕 of the same form.
    """
    end = 0
    for match in MARK.finditer(text):
        if match[1] not in known:
            continue
        if match.start() > end:
            yield text[end : match.start()], None
        yield match[0], match[1]
        end = match.end()
    if end < len(text):
        yield text[end:], None
