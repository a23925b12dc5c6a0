"""What a reader finds his way by: numbered captions, and a table of contents of the user's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from lxml import etree

from builder.render.word.links import HEADINGS
from builder.render.word.markup import close_field, link, open_field, paragraph, run
from builder.render.word.tree import W, elements, paragraphs, style_of, words_of

SECOND = 2
LEVELS = re.compile(r'\\o "?\d-(\d)')


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingStyle:
    """A style of headings: its level, the style of its entries, and whether Word numbers it."""

    level: int
    entry: str
    numbered: bool


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


def fill_contents(
    body: etree._Element,
    styles: Mapping[str, HeadingStyle],
    numbers: Mapping[int, Callable[[int], str]],
) -> None:
    """Write an entry for each heading into a table of contents that the template has.

    `styles` are those of headings by id; `numbers` writes the number of each level, as Word does.
    Page numbers are left to Word, for only it knows its pages.
    """
    found = _contents_field(body)
    if found is None:
        return
    first, last, instruction = found
    deepest = _deepest(instruction)
    entries = [entry for level, entry in _entries(body, styles, numbers) if level <= deepest]
    if not entries:
        return
    entries[0][1:1] = elements(open_field(instruction))
    entries[-1].extend(elements(close_field()))
    parent = first.getparent()
    start, end = parent.index(first), parent.index(last)
    parent[start : end + 1] = entries


def _entries(
    body: etree._Element,
    styles: Mapping[str, HeadingStyle],
    numbers: Mapping[int, Callable[[int], str]],
) -> Iterator[tuple[int, etree._Element]]:
    """Level and entry of every heading, each of which gets a bookmark."""
    counters = {level: count(1) for level in numbers}
    bookmarks = count(1)
    for line in list(paragraphs(body)):
        style = styles.get(style_of(line))
        if style is None or not words_of(line):
            continue
        said = words_of(line)
        if style.numbered:
            said = numbers[style.level](next(counters[style.level])) + said
            counters |= {level: count(1) for level in counters if level > style.level}
        number = next(bookmarks)
        name = f"_Toc{HEADINGS + number}"
        _bookmark(line, name, HEADINGS + number)
        yield style.level, elements(paragraph(style.entry, link(name, run(said))))[0]


def _deepest(instruction: str) -> int:
    r"""The lowest level that a TOC field lists: 2 for TOC \o "1-2", all where it does not say."""
    span = LEVELS.search(instruction)
    return int(span[1]) if span else SECOND


def _contents_field(
    body: etree._Element,
) -> tuple[etree._Element, etree._Element, str] | None:
    """First and last paragraph of the TOC field, and its instruction; one within a control too."""
    first, depth = None, 0
    instruction = ""
    for line in paragraphs(body):
        for element in line.iter(f"{W}fldChar", f"{W}instrText"):
            kind = element.get(f"{W}fldCharType")
            words = element.text or ""
            if element.tag == f"{W}instrText" and words.split()[:1] == ["TOC"]:
                first, depth, instruction = line, 1, words.strip()
            elif first is not None and kind in {"begin", "end"}:
                depth += 1 if kind == "begin" else -1
            if first is not None and depth == 0:
                same = line.getparent() is first.getparent()
                return (first, line, instruction) if same else None
    return None


def _bookmark(line: etree._Element, name: str, number: int) -> None:
    identifier = {f"{W}id": str(number)}
    start = etree.Element(f"{W}bookmarkStart", identifier | {f"{W}name": name})
    properties = line.find(f"{W}pPr")
    line.insert(0 if properties is None else 1, start)
    line.append(etree.Element(f"{W}bookmarkEnd", identifier))
