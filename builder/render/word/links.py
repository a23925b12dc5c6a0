"""Evidence marks as links, and the places in the appendix to which they lead."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from builder.render.marks import pieces
from builder.render.word.tree import W, properties_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from builder.model import Evidence, EvidenceList

# A character of the private use area that no text holds: it stands before a mark in the appendix.
TARGET = "\ue0f0"


def target(entry: Evidence) -> str:
    """A mark in the appendix, as the template prints it until `link_marks` makes it a place."""
    return f"{TARGET}〔{entry.mark}〕"


def bookmarks(evidence: Iterable[EvidenceList]) -> dict[str, str]:
    """The bookmark of each mark: letters and digits, for Word allows little else."""
    marks = (entry.mark for listed in evidence for entry in listed.entries)
    return {mark: f"evidence{number}" for number, mark in enumerate(marks, 1)}


def link_marks(body: etree._Element, places: Mapping[str, str]) -> None:
    """Make every mark of the text a link, and every mark of the appendix a bookmark."""
    numbers = {mark: number for number, mark in enumerate(places, 1)}
    for run in list(body.iter(f"{W}r")):
        text = run.find(f"{W}t")
        if text is None or "〔" not in (text.text or ""):
            continue
        made = [
            element
            for words, mark in pieces(text.text or "", places)
            for element in _elements(run, words, mark, places, numbers)
        ]
        _replace(run, made)


def _elements(
    run: etree._Element,
    words: str,
    mark: str | None,
    places: Mapping[str, str],
    numbers: Mapping[str, int],
) -> list[etree._Element]:
    if mark is None:
        bare = words.removesuffix(TARGET)
        return [_run(run, bare)] if bare else []
    if _follows_target(run, words):
        return [_bookmark_start(numbers[mark], places[mark]), _run(run, words), _end(numbers[mark])]
    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": places[mark], f"{W}history": "1"})
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


def _bookmark_start(number: int, name: str) -> etree._Element:
    return etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), f"{W}name": name})


def _end(number: int) -> etree._Element:
    return etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})


def _replace(element: etree._Element, others: list[etree._Element]) -> None:
    parent = element.getparent()
    position = parent.index(element)
    parent[position : position + 1] = others
