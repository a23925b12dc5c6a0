"""Evidence marks as links to their entries, the way back, and the bookmarks of parts.

Word wants each bookmark to have a number of its own; those of a template are small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from builder.model import BriefingPart, PartName
from builder.model.page import Entry, runs_of
from builder.render.word.markup import bookmark, link, run

ENTRIES, CITED, PARTS, HEADINGS = 1_000_000, 2_000_000, 3_000_000, 4_000_000
"""Where the numbers of each kind of bookmark begin."""
NUMBER = re.compile(r"(?<=\D)(?=\d)")
JOINER = "\u2060"
"""Keeps a mark whole, and in the line of what it proves."""


class Links:
    """What leads where in a document of these parts, in the order in which it prints them.

    A mark whose entry the document does not print is plain words.
    """

    def __init__(self, parts: Iterable[BriefingPart]) -> None:
        shown = tuple(parts)
        marks = (mark for part in shown for mark in _marks(part))
        self._entries = {mark: number for number, mark in enumerate(dict.fromkeys(marks), 1)}
        self._cited = {each.mark for part in shown for each in runs_of(part.blocks)}
        self._parts = {part.id: number for number, part in enumerate(shown, 1)}
        self._names = {part.name: part.id for part in reversed(shown)}
        self._reached: set[str] = set()

    def mark(self, mark: str, style: str) -> str:
        """A mark beside a figure: it leads to its entry, which leads back to the first one."""
        said = run(_whole(mark), style)
        number = self._entries.get(mark)
        if number is None:
            return said
        made = link(f"evidence{number}", said)
        if mark in self._reached:
            return made
        self._reached.add(mark)
        return bookmark(f"cited{number}", CITED + number, made)

    def entry(self, mark: str, style: str) -> str:
        """A mark before its sentence: the place to which the others lead."""
        number, said = self._entries[mark], run(mark, style)
        back = link(f"cited{number}", said) if mark in self._cited else said
        return bookmark(f"evidence{number}", ENTRIES + number, back)

    def part(self, part: BriefingPart, *content: str) -> str:
        """The beginning of a part, to which the contents lead."""
        number = self._parts[part.id]
        return bookmark(f"part{number}", PARTS + number, *content)

    def anchor(self, name: PartName) -> str:
        """The bookmark of a part; empty where the document does not print it."""
        return f"part{self._parts[self._names[name]]}" if name in self._names else ""


def _whole(mark: str) -> str:
    """A mark in which no line ends: a letter and a number would be parted."""
    return JOINER + NUMBER.sub(JOINER, mark)


def _marks(part: BriefingPart) -> Iterable[str]:
    return (mark for block in part.blocks if isinstance(block, Entry) for mark, _ in block.places)
