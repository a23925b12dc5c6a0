"""Tags of a template with the places where they stand, whatever kind of file it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.render.checking.syntax import meant
from builder.widths import terminal_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENER = re.compile(r"\{[{%#]")
QUOTES = str.maketrans("“”‘’", "\"\"''")
"""Word turns straight quotes into curly ones while the user types; docxtpl turns them back."""
AROUND = 60
"""So many signs of a long line are shown on each side of what is wrong in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """A line of a text file or a paragraph of a Word file: its place in words, and its text.

    `table`, `row` and `cell` number what a Word paragraph stands in; 0 is nothing.
    """

    place: str
    text: str
    number: int
    part: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag: its line, where in it, its kind ({{, {%, {#), level (p, tr, tc, r) and words.

    One that is not `closed` ends where the next tag or the line does.
    """

    line: TemplateLine
    column: int
    length: int
    kind: str
    level: str
    words: str
    closed: bool

    @property
    def name(self) -> str:
        """The first word of a statement: for, endif; empty for what is printed."""
        return self.words.split(maxsplit=1)[0] if self.kind == "{%" and self.words else ""

    @property
    def meant(self) -> str:
        """The statement that it is or was probably meant to be: for where it says fro."""
        return meant(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """Something wrong in a template, said where it stands."""

    file: str
    line: TemplateLine
    column: int
    length: int
    message: str

    def __str__(self) -> str:
        """Place, message, and the text around the wrong part with a caret under it."""
        end = self.column + min(self.length, AROUND)
        before = self.line.text[max(self.column - AROUND, 0) : self.column]
        wrong = self.line.text[self.column : end]
        behind = self.line.text[end : end + AROUND]
        if self.column > AROUND:
            before = f"…{before}"
        if len(self.line.text) > end + AROUND:
            behind = f"{behind}…"
        caret = " " * terminal_columns(before) + "^" * max(terminal_columns(wrong), 1)
        shown = f"{before}{wrong}{behind}"
        return f"{self.file} {self.line.place}：{self.message}\n    {shown}\n    {caret}"


def problem(file: str, tag: Tag, message: str, wrong: str = "") -> TemplateProblem:
    """A problem of a tag, or of the word in it that is wrong."""
    start, length = tag.column, tag.length
    found = re.search(rf"(?<![\w.]){re.escape(wrong)}(?!\w)", _shown(tag)) if wrong else None
    if wrong and found is None:
        found = re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", _shown(tag))
    if found:
        start, length = tag.column + found.start(), len(wrong)
    return TemplateProblem(file=file, line=tag.line, column=start, length=length, message=message)


def tags(line: TemplateLine, *, leveled: bool) -> Iterator[Tag]:
    """The tags of a line.

    `leveled` tags may name what goes away with them: {%p, {%tr, {%tc and {{r of docxtpl.
    """
    position = 0
    while opened := OPENER.search(line.text, position):
        start, end = opened.end(), tag_end(line.text, opened)
        position = len(line.text) if end is None else end
        if end is None and (following := OPENER.search(line.text, start)):
            position = following.start()
        inside = line.text[start:position]
        inside = inside.rstrip("%} ") if end is None else inside[: -len(OPENERS[opened[0]])]
        words = inside.strip("-+").translate(QUOTES)
        level = re.match(r"(p|tr|tc|r)\s", words) if leveled else None
        yield Tag(
            line=line,
            column=opened.start(),
            length=len(line.text[opened.start() : position].rstrip()),
            kind=opened[0],
            level=level[1] if level else "",
            words=words[level.end() if level else 0 :].strip(),
            closed=end is not None,
        )


def tag_end(text: str, opened: re.Match[str]) -> int | None:
    """Where a tag ends; None if another one begins before it is closed."""
    closer = OPENERS[opened[0]]
    following = None if opened[0] == "{#" else OPENER.search(text, opened.end())
    end = text.find(closer, opened.end(), following.start() if following else len(text))
    return None if end < 0 else end + len(closer)


def _shown(tag: Tag) -> str:
    return tag.line.text[tag.column : tag.column + tag.length]
