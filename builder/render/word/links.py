"""Evidence marks as links, and the places in the appendix to which they lead."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from builder.render.marks import MARK, pieces
from builder.render.word.tree import W, properties_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model import Evidence

# A character of the private use area that no text holds: it stands before a mark in the appendix.
TARGET = "\ue0f0"
PLACE = re.compile(f"{TARGET}{MARK.pattern}")
NAME = f"{W}name"


def target(entry: Evidence) -> str:
    """A mark in the appendix, as the template prints it until `link_marks` makes it a place."""
    return f"{TARGET}〔{entry.mark}〕"


def link_marks(body: etree._Element) -> None:
    """Make every mark of the appendix a bookmark, and every other mark a link to it.

    A mark whose evidence the template does not print stays the words that it is.
    """
    places = _places(body)
    for run in list(body.iter(f"{W}r")):
        text = run.find(f"{W}t")
        if text is None or "〔" not in (text.text or ""):
            continue
        made = [
            element
            for words, mark in pieces(text.text or "", places)
            for element in _elements(run, words, mark, places)
        ]
        _replace(run, made)


def _places(body: etree._Element) -> dict[str, int]:
    """The number of each mark whose evidence the document prints."""
    texts = (text.text or "" for text in body.iter(f"{W}t"))
    marks = (match[1] for text in texts for match in PLACE.finditer(text))
    return {mark: number for number, mark in enumerate(dict.fromkeys(marks), 1)}


def _name(number: int) -> str:
    """A bookmark's name: letters and digits, for Word allows little else."""
    return f"evidence{number}"


def _elements(
    run: etree._Element,
    words: str,
    mark: str | None,
    places: Mapping[str, int],
) -> list[etree._Element]:
    if mark is None:
        bare = words.removesuffix(TARGET)
        return [_run(run, bare)] if bare else []
    if _follows_target(run, words):
        number = places[mark]
        start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), NAME: _name(number)})
        return [start, _run(run, words), etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})]
    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": _name(places[mark]), f"{W}history": "1"})
    link.append(_run(run, words, style="EvidenceMark"))
    return [link]


def _follows_target(run: etree._Element, words: str) -> bool:
    return f"{TARGET}{words}" in (run.findtext(f"{W}t") or "")


def _run(run: etree._Element, words: str, style: str | None = None) -> etree._Element:
    """A run like another one, with other words."""
    made = copy.deepcopy(run)
    made.find(f"{W}t").text = words
    if style:
        properties_of(made).insert(0, etree.Element(f"{W}rStyle", {f"{W}val": style}))
    return made


def _replace(element: etree._Element, others: list[etree._Element]) -> None:
    parent = element.getparent()
    position = parent.index(element)
    parent[position : position + 1] = others
