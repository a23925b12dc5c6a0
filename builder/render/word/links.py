"""Evidence marks as links, and the places in the appendix to which they lead."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from lxml import etree
from markupsafe import Markup, escape

from builder.render.marks import runs_of
from builder.render.word.carried import LINK, MARK, STRONG, carried_text, carrying
from builder.render.word.template import printable
from builder.render.word.tree import W, properties_of

if TYPE_CHECKING:
    from builder.model import MarkPlace
    from builder.render.marks import Marked

NAME = f"{W}name"


def target(place: MarkPlace) -> str:
    """A mark in the appendix, as the template prints it until `link_marks` makes it a place."""
    return carried_text(f"〔{place.mark}〕", mark=place.mark)


def marked(words: Marked, computed: str) -> str:
    """Words with their marks, as the template prints them until `link_marks` makes them links."""
    runs = runs_of(words, computed)
    return Markup().join(
        carried_text(run.text, link=run.mark, strong=run.strong)
        if run.mark or run.strong
        else escape(printable(run.text))
        for run in runs
    )


def link_marks(body: etree._Element) -> None:
    """Make every mark of the appendix a bookmark, every other mark a link to it, figures bold.

    A mark whose evidence the template does not print stays the words that it is.
    """
    places = _places(body)
    for text in list(carrying(body)):
        run = text.getparent()
        mark, link = text.attrib.pop(MARK, ""), text.attrib.pop(LINK, "")
        if text.attrib.pop(STRONG, ""):
            properties_of(run).insert(0, etree.Element(f"{W}rStyle", {f"{W}val": "Cited"}))
        if mark:
            _replace(run, _place(run, places[mark]))
        elif link in places:
            _replace(run, [_link(run, places[link])])


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


def _link(run: etree._Element, number: int) -> etree._Element:
    """A run as a link to a place of the appendix."""
    link = etree.Element(f"{W}hyperlink", {f"{W}anchor": _name(number), f"{W}history": "1"})
    made = copy.deepcopy(run)
    properties_of(made).insert(0, etree.Element(f"{W}rStyle", {f"{W}val": "EvidenceMark"}))
    link.append(made)
    return link


def _replace(element: etree._Element, others: list[etree._Element]) -> None:
    parent = element.getparent()
    position = parent.index(element)
    parent[position : position + 1] = others
