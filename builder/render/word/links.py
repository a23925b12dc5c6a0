"""Evidence marks as links, and the places in the appendix to which they lead."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree

from builder.render.marks import pieces
from builder.render.word.carried import MARK, Carried, carrying
from builder.render.word.tree import W, properties_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from builder.model import Evidence

NAME = f"{W}name"


def target(entry: Evidence) -> str:
    """A mark in the appendix, as the template prints it until `link_marks` makes it a place."""
    return Carried(text=f"〔{entry.mark}〕", mark=entry.mark).markup


def link_marks(body: etree._Element) -> None:
    """Make every mark of the appendix a bookmark, and every other mark a link to it.

    A mark whose evidence the template does not print stays the words that it is.
    """
    places = _places(body)
    for run in list(body.iter(f"{W}r")):
        text = run.find(f"{W}t")
        if text is None:
            continue
        if mark := text.attrib.pop(MARK, ""):
            _replace(run, _place(run, places[mark]))
        elif "〔" in (text.text or ""):
            cut = pieces(text.text or "", places)
            _replace(run, [_element(run, words, mark, places) for words, mark in cut])


def _places(body: etree._Element) -> dict[str, int]:
    """The number of each mark whose evidence the document prints."""
    marks = (text.get(MARK) for text in carrying(body))
    return {mark: number for number, mark in enumerate(dict.fromkeys(filter(None, marks)), 1)}


def _place(run: etree._Element, number: int) -> list[etree._Element]:
    """A mark of the appendix between the ends of its bookmark."""
    start = etree.Element(f"{W}bookmarkStart", {f"{W}id": str(number), NAME: _name(number)})
    end = etree.Element(f"{W}bookmarkEnd", {f"{W}id": str(number)})
    return [start, copy.deepcopy(run), end]


def _name(number: int) -> str:
    """A bookmark's name: letters and digits, for Word allows little else."""
    return f"evidence{number}"


def _element(
    run: etree._Element, words: str, mark: str | None, places: Mapping[str, int]
) -> etree._Element:
    """A part of a run: words as they are, a mark as a link to its place."""
    if mark is None:
        return _run(run, words)
    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": _name(places[mark]), f"{W}history": "1"})
    link.append(_run(run, words, style="EvidenceMark"))
    return link


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
