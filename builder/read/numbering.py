"""Automatic numbers of Word paragraphs, counted as Word counts them and written out."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from lxml import etree

from builder.read.numerals import numeral, whole
from builder.read.packages import attribute, child, children

PLACEHOLDER = re.compile(r"%([1-9])")
# Style chains are short; a longer one goes in a circle.
MAX_CHAIN = 20
LEVELS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """One level of a list: its form, its text such as `（%1）`, the number it starts with."""

    form: str
    text: str
    start: int
    legal: bool
    space: bool


class Numbering:
    """The lists of a document; paragraphs must be asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        abstract = {
            attribute(item, "abstractNumId"): item for item in children(numbering, "abstractNum")
        }
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, ListLevel]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for item in children(numbering, "num"):
            number = attribute(item, "numId") or ""
            key = attribute(child(item, "abstractNumId"), "val") or ""
            self._lists[number] = key
            self._levels[number] = _levels(abstract.get(key)) | _overrides(item)
            self._restarts[number] = _restarts(item)
        self._styles = {attribute(item, "styleId"): item for item in children(styles, "style")}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def number(self, paragraph: etree._Element) -> str:
        """The number before this paragraph as Word shows it, or "" where it has none."""
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        number, depth = self._place(properties, style)
        levels = self._levels.get(number, {})
        if depth not in levels:
            return ""
        self._count(number, depth)
        level = levels[depth]
        text = PLACEHOLDER.sub(
            lambda found: self._shown(number, int(found[1]) - 1, level), level.text
        )
        if level.form == "bullet":
            return ""
        return f"{text} " if level.space and text else text

    def _place(self, properties: etree._Element | None, style: str | None) -> tuple[str, int]:
        """List and level of a paragraph, its own or its style's; list "0" is none."""
        own = child(properties, "numPr")
        number = attribute(child(own, "numId"), "val")
        depth = attribute(child(own, "ilvl"), "val")
        for _ in range(MAX_CHAIN):
            if style is None or (number is not None and depth is not None):
                break
            definition = self._styles.get(style)
            numbers = child(definition, "pPr", "numPr")
            number = number or attribute(child(numbers, "numId"), "val")
            depth = depth or attribute(child(numbers, "ilvl"), "val")
            style = attribute(child(definition, "basedOn"), "val")
        return number or "0", whole(depth, 0)

    def _count(self, number: str, depth: int) -> None:
        """Count one paragraph; deeper levels begin anew, levels never seen count as begun."""
        counts = self._counts[self._lists[number]]
        if number not in self._begun:
            self._begun.add(number)
            for level, start in self._restarts[number].items():
                counts[level] = start - 1
        levels = self._levels[number]
        for level in range(depth):
            counts.setdefault(level, levels[level].start if level in levels else 1)
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for level in range(depth + 1, LEVELS):
            counts.pop(level, None)

    def _shown(self, number: str, depth: int, shown_in: ListLevel) -> str:
        level = self._levels[number].get(depth)
        count = self._counts[self._lists[number]].get(depth, 1)
        form = "decimal" if shown_in.legal or level is None else level.form
        return numeral(count, form)


def _levels(element: etree._Element | None) -> dict[int, ListLevel]:
    return {whole(attribute(item, "ilvl"), 0): _level(item) for item in children(element, "lvl")}


def _overrides(item: etree._Element) -> dict[int, ListLevel]:
    """Levels that a list redefines for itself."""
    return {
        whole(attribute(override, "ilvl"), 0): _level(level)
        for override in children(item, "lvlOverride")
        for level in children(override, "lvl")
    }


def _restarts(item: etree._Element) -> dict[int, int]:
    """Levels that a list begins anew, and with which number."""
    return {
        whole(attribute(override, "ilvl"), 0): whole(attribute(start, "val"), 1)
        for override in children(item, "lvlOverride")
        for start in children(override, "startOverride")
    }


def _level(element: etree._Element) -> ListLevel:
    legal = child(element, "isLgl")
    return ListLevel(
        form=attribute(child(element, "numFmt"), "val") or "decimal",
        text=attribute(child(element, "lvlText"), "val") or "",
        start=whole(attribute(child(element, "start"), "val"), 1),
        legal=legal is not None and attribute(legal, "val") not in {"0", "false"},
        space=attribute(child(element, "suff"), "val") == "space",
    )
