"""Tags of a template with the places where they stand, whatever kind of file it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENER = re.compile(r"\{[{%#]")
QUOTES = str.maketrans("“”‘’", "\"\"''")
"""Word turns straight quotes into curly ones while the user types; docxtpl turns them back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
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
    """One tag: its line, where in it, its kind ({{, {%, {#), level (p, tr, tc, r) and words."""

    line: Line
    column: int
    length: int
    kind: str
    level: str
    words: str

    @property
    def name(self) -> str:
        """The first word of a statement: for, endif; empty for what is printed."""
        return self.words.split(maxsplit=1)[0] if self.kind == "{%" and self.words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateProblem:
    """Something wrong in a template, said where it stands."""

    file: str
    line: Line
    column: int
    length: int
    message: str

    def __str__(self) -> str:
        """Place, message, and the text with a caret under the wrong part."""
        before = self.line.text[: self.column]
        wrong = self.line.text[self.column : self.column + self.length]
        caret = " " * _cells(before) + "^" * max(_cells(wrong), 1)
        return f"{self.file} {self.line.place}：{self.message}\n    {self.line.text}\n    {caret}"


def problem(file: str, tag: Tag, message: str, wrong: str = "") -> TemplateProblem:
    """A problem of a tag, or of the word in it that is wrong."""
    start, length = tag.column, tag.length
    found = re.search(rf"(?<![\w.]){re.escape(wrong)}(?!\w)", _shown(tag)) if wrong else None
    if wrong and found is None:
        found = re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", _shown(tag))
    if found:
        start, length = tag.column + found.start(), len(wrong)
    return TemplateProblem(file=file, line=tag.line, column=start, length=length, message=message)


def tags(line: Line, *, leveled: bool) -> Iterator[Tag]:
    """The tags of a line; one that is not closed has the kind of its opener and no words.

    `leveled` tags may name what goes away with them: {%p, {%tr, {%tc and {{r of docxtpl.
    """
    position = 0
    while opened := OPENER.search(line.text, position):
        closer = OPENERS[opened[0]]
        end = line.text.find(closer, opened.end())
        if end < 0:
            yield _tag(line, opened.start(), len(line.text), opened[0], "", "")
            return
        words = line.text[opened.end() : end].strip("-+").translate(QUOTES)
        level = re.match(r"(p|tr|tc|r)\s", words) if leveled else None
        yield _tag(
            line,
            opened.start(),
            end + len(closer),
            opened[0],
            level[1] if level else "",
            words[level.end() if level else 0 :].strip(),
        )
        position = end + len(closer)


def _tag(line: Line, start: int, end: int, kind: str, level: str, words: str) -> Tag:
    return Tag(line=line, column=start, length=end - start, kind=kind, level=level, words=words)


def _shown(tag: Tag) -> str:
    return tag.line.text[tag.column : tag.column + tag.length]


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese signs take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
