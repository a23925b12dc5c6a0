"""What a reader finds his way by: the table of contents, its bookmarks, and numbered captions."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from lxml import etree

from builder.render.word.markup import close_field, open_field, paragraph
from builder.render.word.tree import W, elements, paragraphs, style_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SECOND = 2
LEVELS = re.compile(r'\\o "?\d-(\d)')
BOOKMARK_NUMBERS = 100_000
"""Where the numbers of headings' bookmarks begin, far above those of the evidence."""


def number_captions(body: etree._Element) -> None:
    """Give each SEQ field its number, counting every label (图, 表) for itself."""
    counters: dict[str, Iterator[int]] = {}
    for instruction, shown in _fields(body):
        words = instruction.split()
        if words[:1] == ["SEQ"]:
            shown.text = str(next(counters.setdefault(words[1], count(1))))


def _fields(body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Instruction and shown text of every field within a paragraph, in both of Word's forms."""
    for line in paragraphs(body):
        instruction, result = "", False
        for element in line.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText", f"{W}t"):
            kind = element.get(f"{W}fldCharType")
            if element.tag == f"{W}fldSimple":
                yield str(element.get(f"{W}instr")), next(element.iter(f"{W}t"))
            elif element.tag == f"{W}instrText":
                instruction += element.text or ""
            elif element.tag == f"{W}t" and result:
                yield instruction, element
                instruction, result = "", False
            elif kind in {"begin", "separate"}:
                result = kind == "separate"


def number_headings(
    body: etree._Element, levels: Mapping[str, int], ordinal: Callable[[int], str]
) -> None:
    """Number the headings of the second level within each part: （一）, （二）."""
    number = count(1)
    for line in paragraphs(body):
        level = levels.get(style_of(line))
        if level == 1:
            number = count(1)
        elif level == SECOND:
            first = next(line.iter(f"{W}t"))
            first.text = ordinal(next(number)) + (first.text or "")


def fill_contents(body: etree._Element, levels: Mapping[str, int]) -> None:
    """Write an entry for each heading into the table of contents, as Word itself would.

    `levels` gives the outline level of heading styles by id; the field says how deep it goes.
    Page numbers are left to Word, for only it knows its pages: they appear when the reader updates
    the field.
    """
    field = _contents_field(body)
    if field is None:
        return
    first, last, instruction = field
    deepest = _deepest(instruction)
    headings = [
        line
        for line in paragraphs(body)
        if levels.get(style_of(line), deepest + 1) <= deepest and words_of(line)
    ]
    if not headings:
        return
    entries = [
        _entry(number, levels[style_of(line)], words_of(line))
        for number, line in enumerate(headings, 1)
    ]
    for number, line in enumerate(headings, 1):
        _bookmark(line, number)
    entries[0][1:1] = elements(open_field(instruction))
    entries[-1].extend(elements(close_field()))
    parent = first.getparent()
    start, end = parent.index(first), parent.index(last)
    parent[start : end + 1] = entries


def _deepest(instruction: str) -> int:
    r"""The lowest level that a TOC field lists: 2 for TOC \o "1-2", all where it does not say."""
    span = LEVELS.search(instruction)
    return int(span[1]) if span else SECOND


def _contents_field(
    body: etree._Element,
) -> tuple[etree._Element, etree._Element, str] | None:
    """First and last paragraph of the TOC field, and its instruction."""
    first, depth = None, 0
    instruction = ""
    for line in body.iterchildren(f"{W}p"):
        for element in line.iter(f"{W}fldChar", f"{W}instrText"):
            kind = element.get(f"{W}fldCharType")
            if element.tag == f"{W}instrText" and (element.text or "").split()[:1] == ["TOC"]:
                first, depth, instruction = line, 1, (element.text or "").strip()
            elif first is not None and kind in {"begin", "end"}:
                depth += 1 if kind == "begin" else -1
            if first is not None and depth == 0:
                return first, line, instruction
    return None


def _entry(number: int, level: int, words: str) -> etree._Element:
    link = (
        f'<w:hyperlink w:anchor="{_name(number)}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:hyperlink>'
    )
    return elements(paragraph(f"TOC{level}", link))[0]


def _bookmark(line: etree._Element, number: int) -> None:
    identifier = {f"{W}id": str(BOOKMARK_NUMBERS + number)}
    start = etree.Element(f"{W}bookmarkStart", identifier | {f"{W}name": _name(number)})
    properties = line.find(f"{W}pPr")
    line.insert(0 if properties is None else 1, start)
    line.append(etree.Element(f"{W}bookmarkEnd", identifier))


def _name(number: int) -> str:
    """A name of the kind that Word gives itself, so that it tidies up after an update."""
    return f"_Toc{100_000_000 + number}"
